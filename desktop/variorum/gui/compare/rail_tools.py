"""What one does to a change in the rail by mouse: buttons on the card under the pointer, and its menu.

Knows the list and the state; says what is wanted, and does nothing itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu

from variorum.gui.compare.rail_model import RailRole
from variorum.gui.compare.review_buttons import ReviewButtons, mark_words, note_words
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look

_INSET, _BELOW = 5, 3
"""Pixels between the buttons and the right edge of their card, and its top: they stand clear of its words."""


class RailTools(QObject):
    """Follows the pointer over the list."""

    note_asked = Signal(int)
    """The note on the change of that number is to be written."""
    review_asked = Signal(int)
    """The change of that number is to be marked reviewed, or no longer."""

    def __init__(self, theme: ThemeService, state: CompareState, view: QListView, margin: float) -> None:
        """`margin` is the room beside a card, in pixels."""
        super().__init__(view)
        self._theme, self._state, self._list = theme, state, view
        self._margin = round(margin)
        self._index = QPersistentModelIndex()
        self.buttons = ReviewButtons(theme)
        self.holder = QFrame(view.viewport())
        set_look(self.holder, "toast")
        self.holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.buttons)
        self.holder.hide()
        self.menu = QMenu(view)
        self.buttons.note_asked.connect(self._write)
        self.buttons.review_asked.connect(self.review_asked)
        view.entered.connect(self._stand_on)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        view.model().modelReset.connect(self.hide)
        view.model().modelReset.connect(self.menu.close)  # its change is of the list before
        state.reviews_changed.connect(self._tell)
        view.viewport().installEventFilter(self)

    def hide(self) -> None:
        """No card is under the pointer any more."""
        self._index = QPersistentModelIndex()
        self.holder.hide()

    def _write(self, number: int) -> None:
        self.hide()  # they would lie beside the field
        self.note_asked.emit(number)

    def _stand_on(self, index: QModelIndex) -> None:
        self._index = QPersistentModelIndex(index)
        self._tell()

    def _tell(self) -> None:
        """Lie over the upper right corner of the card; nowhere if it is a heading."""
        number = self._index.data(RailRole.NUMBER) if self._index.isValid() else None
        if number is None:
            self.holder.hide()
            return
        self.buttons.show_change(number, self._state.review_of(number))
        size, card = self.holder.sizeHint(), self._list.visualRect(self._list.model().index(self._index.row(), 0))
        self.holder.resize(size)
        self.holder.move(card.right() - self._margin - _INSET - size.width(), card.top() + _BELOW)
        self.holder.show()
        self.holder.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hide()
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            index = self._list.currentIndex() if by_key else self._list.indexAt(event.pos())
            below = self._list.visualRect(index).center()
            self._open_menu(index, self._list.viewport().mapToGlobal(below) if by_key else event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        number = index.data(RailRole.NUMBER) if index.isValid() else None
        if number is None:
            return
        review = self._state.review_of(number)
        self.menu.clear()
        note = self.menu.addAction(self._theme.icon("note"), f"{note_words(review)}\tN")
        mark = self.menu.addAction(self._theme.icon("reviewed"), f"{mark_words(review)}\tSpace")
        note.triggered.connect(lambda: self._write(number))
        mark.triggered.connect(lambda: self.review_asked.emit(number))
        self.menu.popup(place)
