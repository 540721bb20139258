"""The sidebar: the current story with its versions, the other stories, all articles. Says what was chosen; changes
nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from variorum.core.cancel import ShouldCancel
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, StoryRow
from variorum.gui.library.article_section import ArticleSection
from variorum.gui.library.delegate import RowDelegate
from variorum.gui.library.row_list import RowList
from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.story_model import StoryModel
from variorum.gui.services import Services
from variorum.gui.telling import distinctions
from variorum.gui.theme.theme import Theme
from variorum.gui.trouble import sentence
from variorum.gui.words import tr

MINIMUM_WIDTH = 190
DEFAULT_WIDTH = 262
_MOST_HELD = 6
"""Articles that are not in the library: the last so many can be opened again from here."""
NOTHING_TO_REMOVE = tr("No article of the library is selected here: select one first (click or Space), then press Del.")
_BATCH = 30
"""Rows laid out at once: the window answers in between."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the library holds, and at which revision; `distinctions` tell articles apart that share a headline."""

    revision: int
    stories: Sequence[StoryRow]
    articles: Sequence[ArticleRow]
    distinctions: Mapping[int, str]


class Sidebar(QWidget):
    """Two lists: stories above, all articles below."""

    article_opened = Signal(int)
    comparison_asked = Signal(int, int)
    selection_changed = Signal()
    menu_asked = Signal(QPoint)
    refreshed = Signal()
    """What the library holds is shown."""
    failed = Signal(str)
    """The library could not be read, and why."""
    said = Signal(str)
    """Why a key did nothing."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._open: tuple[int, ...] = ()
        self._awaited: int | None = None
        self._revision: int | None = None
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.stories = StoryModel(self)
        self.story_list = RowList(self.stories, RowDelegate(services.theme), tr("Stories and versions"))
        self.story_list.setLayoutMode(QListView.LayoutMode.Batched)
        self.story_list.setBatchSize(_BATCH)
        self.articles = ArticleSection(services.theme)
        self._lists = (self.story_list, self.articles.list)
        self._used = self.story_list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.story_list, 1)
        column.addWidget(self.articles, 1)
        for rows in self._lists:
            rows.row_opened.connect(self._open_row)
            rows.menu_asked.connect(self.menu_asked)
            rows.selectionModel().selectionChanged.connect(lambda *_, rows=rows: self._use(rows))
        services.theme.theme_changed.connect(self._dress)

    def refresh(self) -> None:
        """Read the library again, in the background."""
        library, shown = self._services.library, self._revision

        def read(_should_cancel: ShouldCancel) -> Snapshot | None:
            revision = library.revision()
            return None if revision == shown else _snapshot(library, revision)

        def fail(error: Exception) -> None:
            self.failed.emit(sentence(error, tr("The library can't be read")))

        self._services.jobs.run(read, self._show, fail, view="sidebar")

    def revision(self) -> int | None:
        """The library's revision that is shown; None while nothing is."""
        return self._revision

    def set_open(self, ids: Collection[int]) -> None:
        """These articles are open: mark them, and unfold the story of the first."""
        self._open = tuple(ids)
        self._follow()

    def unfold_story_of(self, article_id: int) -> None:
        """Unfold the story this article will be in when the library is read the next time."""
        self._awaited = article_id

    def show_articles(self, ids: Collection[int]) -> None:
        """Select these among all articles, in sight."""
        section, ids = self.articles, frozenset(ids)
        section.filter.clear()
        section.set_unfolded(True)
        section.list.clearSelection()
        section.list.select_articles(ids)
        places = section.model.places_of(ids)
        if places:
            section.list.scrollTo(section.model.index(places[0]), QListView.ScrollHint.PositionAtTop)
        section.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_stories(self) -> None:
        """Go to stories and versions. No focus proxy does it: Tab stops at one, too, and leaves out what is before."""
        self.story_list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selected_articles(self) -> list[int]:
        """The selected articles of the list that was used last, from top to bottom."""
        return self._used.selected_ids()

    def selected_kept(self) -> list[int]:
        """Those of the selected articles that are in the library."""
        return [number for number in self.selected_articles() if number > 0]

    def selected_story(self) -> StoryRow | None:
        """The selected story, else the one whose versions are listed."""
        rows = self.story_list.selected_rows()
        chosen = next((row for row in rows if row.kind in (RowKind.STORY, RowKind.OTHER)), None)
        return self.stories.story(chosen.story_id) if chosen else self.stories.current()

    def story_is_selected(self) -> bool:
        """Whether a story itself, not a version, is selected."""
        return any(row.kind in (RowKind.STORY, RowKind.OTHER) for row in self._used.selected_rows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            for rows in self._lists:
                rows.clearSelection()
        elif event.key() == Qt.Key.Key_Delete:
            # With articles of the library selected the key is a command, and does not come here.
            self.said.emit(NOTHING_TO_REMOVE)
        else:
            super().keyPressEvent(event)

    def _show(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None:
            self._revision = snapshot.revision
            selected = set(self.selected_articles())
            self.stories.set_stories(snapshot.stories)
            self.articles.set_articles(snapshot.articles, snapshot.distinctions)
            self._follow()
            # Not yet there is a story that was founded after the library was read.
            if self._awaited is not None and self._unfold(self._awaited):
                self._awaited = None
            self._used.select_articles(selected)
        self.refreshed.emit()
        self.selection_changed.emit()

    def _follow(self) -> None:
        """Mark what is open and unfold its story; what is in none stands above them all."""
        library = self._services.library
        rows = library.articles(self._open)
        in_story = next((row.id for row in rows if row.story_id is not None), None)
        apart = {row.id: row for row in (*library.held()[-_MOST_HELD:], *rows) if row.story_id is None}
        # What is not in the library by when it came (ids fall), opened or not: a row one clicks stays where it is.
        self.stories.set_apart(sorted(apart.values(), key=lambda row: min(row.id, 0)))
        if in_story is not None:
            self._unfold(in_story)
        elif rows:
            self.stories.set_current(None)
        self.stories.set_open(self._open)
        self.articles.model.set_open(self._open)

    def _unfold(self, article_id: int) -> bool:
        """Unfold the story of an article; whether it is in one."""
        story = next((s for s in self.stories.stories() if any(v.id == article_id for v in s.versions)), None)
        if story is not None:
            self.stories.set_current(story.id)
        return story is not None

    def _open_row(self, row: Row) -> None:
        if row.article_id:
            self.article_opened.emit(row.article_id)
        elif row.kind == RowKind.OTHER:
            self.stories.set_current(row.story_id)
            self.story_list.scrollToTop()
            self.selection_changed.emit()

    def _use(self, rows: RowList) -> None:
        """Only one of the lists has a selection."""
        if rows.selectionModel().hasSelection():
            self._used = rows
            for other in self._lists:
                if other is not rows:
                    other.clearSelection()
        self.selection_changed.emit()

    def _dress(self, _theme: Theme) -> None:
        for rows in self._lists:
            rows.viewport().update()


def _snapshot(library: Library, revision: int) -> Snapshot:
    # A story whose articles were all removed waits unseen for an undo.
    stories = [story for story in library.stories() if story.versions]
    articles = library.articles()
    return Snapshot(revision, stories, articles, distinctions(articles))
