"""What the user does to the library: import, rename, group, move, remove, undo. Asks and reports; others do it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from variorum.core.library.model import ImportFailure, ImportReport
from variorum.gui.dialogs.failures import FailuresDialog
from variorum.gui.library import operations
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.library.import_flow import ImportFlow, summary
from variorum.gui.library.menu import SidebarMenu
from variorum.gui.library.operations import Operation
from variorum.gui.library.rows import count
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.services import Services
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.widgets.toast import Choice, Toast

_FILTER = "Text files (*.txt *.text *.md);;All files (*)"


class LibraryController(QObject):
    """The slots of the File and Edit menus and of the sidebar's context menu."""

    article_opened = Signal(int)
    comparison_asked = Signal(int, int)
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

    def import_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import files", "", _FILTER)
        self.imports.start([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Import a folder")
        self.imports.start([Path(name)] if name else [])

    def undo(self) -> None:
        """Take the last change back."""
        self._toast.hide()
        self.changes.stack.undo()

    def redo(self) -> None:
        """Do it again."""
        self._toast.hide()
        self.changes.stack.redo()

    def rename_story(self) -> None:
        """Ask for another name of the selected story."""
        story = self._sidebar.selected_story()
        if story is None:
            return
        name = self._ask_name("Rename story", story.name)
        if name and name != story.name:
            self.changes.do("rename story", operations.renaming(story.id, name))

    def new_story(self) -> None:
        """Ask for the name of a story of the selected articles."""
        ids = self._sidebar.selected_articles()
        if not ids:
            return
        name = self._ask_name("New story", self._services.library.article(ids[0]).headline[:120])
        if name:
            self._do("new story", operations.founding(name, ids), f"{count(len(ids), 'article')} in “{name}”")

    def move_to(self, story_id: int | None) -> None:
        """Move the selected articles to a story, or out of any."""
        ids = self._sidebar.selected_articles()
        self._do("move", operations.moving(ids, story_id), f"{count(len(ids), 'article')} moved")

    def dissolve_story(self) -> None:
        """Take the selected story away; its articles stay."""
        story = self._sidebar.selected_story()
        if story is not None:
            self._do("dissolve story", operations.dissolving(story.id), "Story dissolved; its articles are still here")

    def remove(self) -> None:
        """Remove the selected articles, which can be undone."""
        ids = self._sidebar.selected_articles()
        if ids:
            going, back = partial(self.articles_removed.emit, ids), partial(self.articles_restored.emit, ids)
            self.changes.do("remove", operations.removing(ids), going, back)
            self._offer_undo(f"{count(len(ids), 'article')} removed")

    def _do(self, name: str, operation: Operation, message: str) -> None:
        self.changes.do(name, operation)
        self._offer_undo(message)

    def _offer_undo(self, message: str) -> None:
        self._toast.say(message, [("Undo", self.undo)])

    def _ask_name(self, title: str, name: str) -> str:
        text, given = QInputDialog.getText(self._window, title, "Name:", QLineEdit.EchoMode.Normal, name)
        return " ".join(text.split()) if given else ""

    def _show_menu(self, point: QPoint) -> None:
        menu = SidebarMenu(self._services.theme, self, self._sidebar)
        ids = self._sidebar.selected_articles()
        if ids:
            menu.offer_articles(ids, self._sidebar.stories.current(), self._sidebar.stories.stories())
        elif self._sidebar.story_is_selected():
            menu.offer_story()
        if not menu.isEmpty():
            menu.popup(point)
        menu.aboutToHide.connect(menu.deleteLater)

    def _report_import(self, report: ImportReport, paths: Sequence[Path]) -> None:
        self.refresh()
        choices: list[Choice] = []
        rows = (*report.added, *report.known)
        if len(paths) == 2 and len(rows) == 2 and rows[0].id != rows[1].id:
            choices.append(("Compare", lambda: self.compare(rows[0].id, rows[1].id)))
        elif report.added:
            choices.append(("Open", lambda: self.open(report.added[0].id)))
        if report.failed:
            choices.append(("Details…", lambda: self._show_failures(report.failed)))
        self._toast.say(summary(report), choices)

    def report_failures(self, failed: Sequence[ImportFailure]) -> None:
        """Say that files could not be read: why, if it is one, else how many."""
        text = failed[0].reason if len(failed) == 1 else summary(ImportReport(failed=tuple(failed)))
        self._toast.say(text, [("Details…", lambda: self._show_failures(failed))])

    def _report_failure(self, message: str) -> None:
        self.refresh()
        self._toast.say(message)

    def _show_failures(self, failed: Sequence[ImportFailure]) -> None:
        FailuresDialog(failed, self._services.theme, self._window).open()
