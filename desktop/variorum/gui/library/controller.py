"""What the user does to the library: import, rename, group, move, remove, undo. Asks and reports; others do it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from variorum.assets import seeds
from variorum.core.library.model import ArticleRow, ImportFailure, ImportReport
from variorum.gui.dialogs.failures import FailuresDialog
from variorum.gui.library import operations
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.library.import_flow import TEXT_FILES, ImportFlow, summary
from variorum.gui.library.menu import SidebarMenu
from variorum.gui.library.naming import ask_name
from variorum.gui.library.operations import Operation
from variorum.gui.library.rows import MOST_VERSIONS
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.library.watching import LibraryWatch
from variorum.gui.services import Services
from variorum.gui.telling import one_line
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.widgets.toast import Choice, Toast
from variorum.gui.words import plural, tr

_NAME = 120
"""Characters of a headline that make the name of a story."""


class LibraryController(QObject):
    """The slots of the File and Edit menus and of the sidebar's context menu."""

    article_opened = Signal(int)
    comparison_asked = Signal(int, int)
    partner_asked = Signal(int)
    """Another article is to be chosen for this one."""
    keep_asked = Signal()
    """What is selected is to be put into the library."""
    articles_removed = Signal(list)
    """Ids of articles that are to go."""
    articles_restored = Signal(list)
    """Ids of articles that are back after they were removed."""

    def __init__(self, services: Services, sidebar: Sidebar, line: ProgressLine, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._sidebar = sidebar
        self._toast = toast
        self._window = window
        self.changes = LibraryChanges(services.library, services.jobs, self)
        self.changes.changed.connect(self.refresh)
        self.changes.failed.connect(toast.say)
        self.imports = ImportFlow(services.library, services.jobs, line, self)
        self.imports.finished.connect(self._report_import)
        self.imports.failed.connect(self._report_failure)
        watch = LibraryWatch(services.library, services.jobs, sidebar.revision, window)
        watch.changed.connect(self.refresh)
        sidebar.menu_asked.connect(self._show_menu)

    def refresh(self) -> None:
        """Show and index what the library holds now."""
        self._sidebar.refresh()
        self._services.search.refresh()

    def open(self, article_id: int) -> None:
        """Read an article."""
        self.article_opened.emit(article_id)

    def compare(self, left: int, right: int) -> None:
        """Hold two articles side by side."""
        self.comparison_asked.emit(left, right)

    def compare_with(self, article_id: int) -> None:
        """Have another article chosen to compare this one with."""
        self.partner_asked.emit(article_id)

    def keep(self) -> None:
        """Put what is selected into the library."""
        self.keep_asked.emit()

    def import_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Import files"), "", TEXT_FILES)
        self.imports.start([Path(name) for name in names])

    def import_as_story(self, paths: Sequence[Path]) -> None:
        """Import files that are to become a story, as far as they are in none yet."""
        self.imports.start(paths, self._found_story)

    def import_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Import a folder"))
        self.imports.start([Path(name)] if name else [])

    def undo(self) -> None:
        """Take the last change back, and say which one: it may be out of sight."""
        self._say_turned(tr("Undone"), self.changes.stack.undoText())
        self.changes.stack.undo()

    def redo(self) -> None:
        """Do it again."""
        self._say_turned(tr("Done again"), self.changes.stack.redoText())
        self.changes.stack.redo()

    def _say_turned(self, verb: str, what: str) -> None:
        if what:
            self._toast.say(f"{verb}: {what[0].lower()}{what[1:]}.")
        else:
            self._toast.hide()

    def rename_story(self) -> None:
        """Ask for another name of the selected story."""
        story = self._sidebar.selected_story()
        if story is None:
            return
        name = ask_name(self._window, tr("Rename story"), story.name)
        if name and name != story.name:
            self.changes.do(tr("rename story"), operations.renaming(story.id, name))

    def new_story(self) -> None:
        """Ask for the name of a story of the selected articles."""
        ids = self._sidebar.selected_kept()
        if not ids:
            return
        name = ask_name(self._window, tr("New story"), one_line(self._services.library.article(ids[0]).headline, _NAME))
        if name:
            self._do(
                tr("new story"),
                operations.founding(name, ids),
                plural("%n article in “{name}”", "%n articles in “{name}”", len(ids), name=name),
            )

    def move_to(self, story_id: int | None) -> None:
        """Move the selected articles to a story, or out of any."""
        ids = self._sidebar.selected_kept()
        self._do(
            tr("move"), operations.moving(ids, story_id), plural("%n article moved", "%n articles moved", len(ids))
        )

    def dissolve_story(self) -> None:
        """Take the selected story away; its articles stay."""
        story = self._sidebar.selected_story()
        if story is not None:
            self._do(
                tr("dissolve story"),
                operations.dissolving(story.id),
                tr("Story dissolved; its articles are still here"),
            )

    def remove(self) -> None:
        """Remove the selected articles, which can be undone."""
        ids = self._sidebar.selected_kept()
        if ids:
            going, back = partial(self.articles_removed.emit, ids), partial(self.articles_restored.emit, ids)
            self.changes.do(tr("remove"), operations.removing(ids), going, back)
            self._offer_undo(plural("%n article removed", "%n articles removed", len(ids)))

    def _do(self, name: str, operation: Operation, message: str) -> None:
        self.changes.do(name, operation)
        self._offer_undo(message)

    def _offer_undo(self, message: str) -> None:
        self._toast.say(message, [(tr("Undo"), self.undo)])

    def _show_menu(self, point: QPoint) -> None:
        menu = SidebarMenu(self._services.theme, self, self._sidebar)
        ids = self._sidebar.selected_articles()
        if ids:
            menu.offer_articles(ids, self._sidebar.stories.current(), self._sidebar.stories.stories())
        elif self._sidebar.story_is_selected():
            menu.offer_story()
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(point)

    def _report_import(self, report: ImportReport, paths: Sequence[Path]) -> None:
        self.refresh()
        rows, loose = _rows_of(report)
        choices: list[Choice] = []
        if len(paths) == 2 and len(rows) == 2:
            choices.append((tr("Compare"), lambda: self.compare(rows[0].id, rows[1].id)))
        if report.added and 2 <= len(loose) <= MOST_VERSIONS:
            choices.append((tr("Group as a story…"), lambda: self._ask_group(loose)))
        if len(report.added) == 1:
            choices.append((tr("Open"), lambda: self.open(report.added[0].id)))
        elif report.added:
            choices.append((tr("Show"), lambda: self._sidebar.show_articles([row.id for row in report.added])))
        if any(row.story_id is None for row in report.added):
            # What was just added is to be seen, though it is in no story yet.
            self._sidebar.articles.set_unfolded(True)
        if report.failed:
            choices.append((tr("Details…"), lambda: self._show_failures(report.failed)))
        self._toast.say(summary(report), choices)

    def _found_story(self, report: ImportReport) -> None:
        """Make a story of what was imported for one, and open it."""
        self.refresh()
        rows, loose = _rows_of(report)
        if len(loose) > 1:
            self._group(_name_of(loose), loose)
        if rows:
            self.open(rows[0].id)
        if report.failed:
            self.report_failures(report.failed)

    def _ask_group(self, rows: Sequence[ArticleRow]) -> None:
        """Ask for the name of a story of these articles, in the message itself."""
        proposed = _name_of(rows)
        self._toast.ask(
            tr("Name of the story:"), proposed, (tr("Group"), lambda name: self._group(name or proposed, rows))
        )

    def _group(self, name: str, rows: Sequence[ArticleRow]) -> None:
        ids = [row.id for row in rows]
        self._sidebar.unfold_story_of(ids[0])
        self._do(
            tr("new story"),
            operations.founding(name, ids),
            plural("%n article in “{name}”", "%n articles in “{name}”", len(ids), name=name),
        )

    def add_sample(self) -> None:
        """Put the articles that a new library starts with into this one."""
        self._do(
            tr("add the sample story"), operations.adding_sample(seeds()), tr("The sample story is in the library")
        )

    def report_failures(self, failed: Sequence[ImportFailure]) -> None:
        """Say that files could not be read: why, if it is one, else how many."""
        text = failed[0].reason if len(failed) == 1 else summary(ImportReport(failed=tuple(failed)))
        self._toast.say(text, [(tr("Details…"), lambda: self._show_failures(failed))])

    def _report_failure(self, message: str) -> None:
        self.refresh()
        self._toast.say(message)

    def _show_failures(self, failed: Sequence[ImportFailure]) -> None:
        FailuresDialog(failed, self._services.theme, self._window).open()


def _rows_of(report: ImportReport) -> tuple[list[ArticleRow], list[ArticleRow]]:
    """The articles of an import, each once, and those of them that are in no story."""
    rows = list({row.id: row for row in (*report.added, *report.known)}.values())
    return rows, [row for row in rows if row.story_id is None]


def _name_of(rows: Sequence[ArticleRow]) -> str:
    """What a story of these may be called: the shortest headline."""
    return one_line(min((row.headline for row in rows), key=len), _NAME)
