"""The stories and the current story's versions as a list for a view. Knows no library: it is given what to show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.core.library.model import ArticleRow, StoryRow
from variorum.gui.library.rows import Row, RowKind, folded_row, story_rows
from variorum.gui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What the sidebar's models tell about a row."""

    ROW = Qt.ItemDataRole.UserRole
    """The `Row`."""
    OPEN = Qt.ItemDataRole.UserRole + 1
    """Whether the article is open in the reader or the comparison."""


class StoryModel(QAbstractListModel):
    """Headings, the current story with its versions, the other stories."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories: tuple[StoryRow, ...] = ()
        self._current: int | None = None
        self._open: frozenset[int] = frozenset()
        self._apart: tuple[ArticleRow, ...] = ()
        self._folded = False
        self._folded_rows: dict[int, Row] = {}
        """Of all stories, made once: thousands of them stay as they are when another one is unfolded."""
        self._rows: tuple[Row, ...] = ()

    def set_stories(self, stories: Sequence[StoryRow]) -> None:
        """Show these stories. The first is the current one if the one that was is not there any more, unless all are
        to be folded."""
        self._stories = tuple(stories)
        self._folded_rows = {story.id: folded_row(story) for story in stories}
        if self._current not in {story.id for story in stories}:
            self._current = stories[0].id if stories and not self._folded else None
        self._rebuild()

    def set_current(self, story_id: int | None) -> None:
        """Unfold this story instead; None folds them all."""
        self._folded = story_id is None
        if story_id != self._current and (story_id is None or self.story(story_id) is not None):
            self._current = story_id
            self._rebuild()

    def set_open(self, ids: Collection[int]) -> None:
        """These articles are open: mark their rows."""
        changed = self._open.symmetric_difference(ids)
        self._open = frozenset(ids)
        for number in self.places_of(changed):
            index = self.index(number)
            self.dataChanged.emit(index, index, [Role.OPEN])

    def set_apart(self, articles: Sequence[ArticleRow]) -> None:
        """Show these articles over the stories: they are in none, and open or not in the library."""
        if tuple(articles) != self._apart:
            self._apart = tuple(articles)
            self._rebuild()

    def places_of(self, ids: Collection[int]) -> list[int]:
        """In which rows these articles are."""
        return [number for number, row in enumerate(self._rows) if row.article_id in ids]

    def article_id(self, number: int) -> int:
        """The id of the article in that row; 0 where there is none."""
        return self._rows[number].article_id

    def current(self) -> StoryRow | None:
        """The story whose versions are listed."""
        return None if self._current is None else self.story(self._current)

    def story(self, story_id: int) -> StoryRow | None:
        """One of the stories."""
        return next((story for story in self._stories if story.id == story_id), None)

    def neighbors(self, article_id: int) -> tuple[int, int] | None:
        """An article with the version after it, or before it if it is the last; None for a story of one."""
        for story in self._stories:
            ids = [version.id for version in story.versions]
            if article_id in ids and len(ids) > 1:
                at = min(ids.index(article_id), len(ids) - 2)
                return ids[at], ids[at + 1]
        return None

    def stories(self) -> tuple[StoryRow, ...]:
        """All stories."""
        return self._stories

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.AccessibleTextRole:
                is_open = tr("open") if row.article_id and row.article_id in self._open else ""
                return ", ".join(filter(None, (row.badge, row.text, row.facts, is_open)))
            case Role.ROW:
                return row
            case Role.OPEN:
                return row.article_id in self._open
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind == RowKind.HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _rebuild(self) -> None:
        rows = story_rows(self._stories, self._current, self._apart, self._folded_rows)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
