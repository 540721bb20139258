"""A list of the sidebar: click or Enter opens a row, Ctrl+click selects more. Knows no library."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate

from variorum.gui.library.article_model import ArticleModel
from variorum.gui.library.rows import Row
from variorum.gui.library.story_model import Role, StoryModel

_LOOKED_AT = 200
"""Rows among which the open one is looked for when the keys come to the list."""
_PLAIN = Qt.KeyboardModifier.NoModifier


class RowList(QListView):
    """Rows of articles and stories."""

    row_opened = Signal(object)
    """The `Row` that was clicked, or on which Enter was pressed."""
    menu_asked = Signal(QPoint)
    """In global coordinates."""

    def __init__(self, model: StoryModel | ArticleModel, delegate: QStyledItemDelegate, name: str) -> None:
        super().__init__()
        self._rows = model
        self._kept: tuple[frozenset[int], int] = (frozenset(), 0)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._select_again)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.menu_asked.emit(self.viewport().mapToGlobal(point)))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def selected_rows(self) -> list[Row]:
        """The selected rows, from top to bottom."""
        return [self._rows.index(number).data(Role.ROW) for number in self._selected()]

    def selected_ids(self) -> list[int]:
        """The ids of the selected articles, from top to bottom."""
        # Not by their rows: ten thousand may be selected, and are asked for whenever the window looks at its commands.
        return [article_id for number in self._selected() if (article_id := self._rows.article_id(number))]

    def _selected(self) -> list[int]:
        ranges = self.selectionModel().selection()
        parts = (ranges.at(number) for number in range(ranges.count()))
        return sorted(number for part in parts for number in range(part.top(), part.bottom() + 1))

    def select_articles(self, ids: Collection[int]) -> None:
        """Select the rows of these articles again, as far as they are there."""
        selection = QItemSelection()
        # Rows below each other as one: Qt takes seconds for ten thousand single ones.
        for first, last in _joined(self._rows.places_of(ids)):
            selection.select(self._rows.index(first), self._rows.index(last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _remember(self) -> None:
        """The rows are about to be others: know what is selected, and where one is."""
        current = self.currentIndex()
        self._kept = frozenset(self.selected_ids()), self._rows.article_id(current.row()) if current.isValid() else 0

    def _select_again(self) -> None:
        """The rows are others: which rows they are in has changed, not what was chosen."""
        selected, current = self._kept
        self.select_articles(selected)
        for number in self._rows.places_of({current} - {0}):
            # Not to be scrolled to: the list may be looked at elsewhere by now.
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self._rows.index(number), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.setAutoScroll(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.row_opened.emit(index.data(Role.ROW))
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key goes; to the next row where Qt would go to a heading, and so nowhere (Home)."""
        index = super().moveCursor(action, modifiers)
        up = action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MovePageUp)
        while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            index = index.siblingAtRow(index.row() + (1 if up else -1))
        return index

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        if self.currentIndex().isValid() or event.reason() is Qt.FocusReason.MouseFocusReason:
            return
        rows = [model.index(number, 0) for number in range(min(model.rowCount(), _LOOKED_AT))]
        usable = [index for index in rows if index.flags() & Qt.ItemFlag.ItemIsEnabled]
        start = next((index for index in usable if index.data(Role.OPEN)), usable[0] if usable else None)
        if start is not None:
            # Where one is shows, but nothing is chosen yet.
            self.selectionModel().setCurrentIndex(start, QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index: QModelIndex = self.indexAt(event.position().toPoint())
        plain_click = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        if plain_click and index.isValid() and self.selectionModel().isSelected(index):
            self.row_opened.emit(index.data(Role.ROW))


def _joined(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of rising numbers without a gap."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
