"""The list widget of results: says when a row is opened or the list left. Knows neither rows nor searches."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from variorum.gui.words import tr

_BATCH = 10
"""Rows laid out at once."""


class ResultsView(QListView):
    """A list of rows of varying height, several of which may be selected."""

    left_upward = Signal()
    """Up was pressed in the first row."""
    escaped = Signal()
    opened = Signal(QModelIndex)
    """A row was chosen: Return, or a click without a modifier."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # As many rows as one sees are laid out at once, the others in later turns: the next letter need not wait.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Search results"))
        self.clicked.connect(self._click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_upward.emit()
            case _:
                super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1 and self.selectionModel().isSelected(index):
            self.opened.emit(index)
