"""The rail: the list of changes. Choosing one goes there; pointing at one lights it up in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget

from variorum.core.collate.changes import Change
from variorum.gui.compare.rail_delegate import RailDelegate
from variorum.gui.compare.rail_model import RailModel, RailRole
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look

WIDTH = 270


class Rail(QWidget):
    """A list that follows the state; with a sentence where there is nothing to list."""

    def __init__(self, theme: ThemeService, state: CompareState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self._model = RailModel(self)
        self._delegate = RailDelegate(theme)
        self.list = ChangeList(self._model, self._delegate)
        self._nothing = self._label()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self.setMinimumWidth(200)
        set_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list.chosen.connect(state.set_current)
        self.list.pointed.connect(self._point)
        state.presentation_changed.connect(self._show)
        state.current_changed.connect(self._show_current)
        theme.theme_changed.connect(self._retint)
        self._retint()

    def _label(self) -> QWidget:
        holder = QWidget()
        self._words = QLabel()
        self._words.setWordWrap(True)
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 18, 16, 16)
        column.addWidget(self._words)
        column.addStretch(1)
        return holder

    def _retint(self, _: object = None) -> None:
        self._delegate.forget()
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), self._theme.color("soft"))
        self._words.setPalette(palette)
        self.list.viewport().update()

    def _show(self) -> None:
        shown = self._state.presentation
        self._model.show(shown)
        hidden = shown is not None and bool(shown.changes)
        self._words.setText("All kinds of change that are here are hidden." if hidden else "Nothing differs.")
        self._stack.setCurrentWidget(self.list if self._model.rowCount() else self._nothing)
        self._nothing.setVisible(shown is not None and not self._model.rowCount())
        self._show_current(self._state.current)

    def _show_current(self, change: int | None) -> None:
        row = self._model.row_of(change)
        self.list.stand_on(None if row is None else self._model.index(row))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Whatever is listed meanwhile, the list stays scrolled as it is."""
        bar = self.list.verticalScrollBar()
        place = bar.value()
        yield
        self.list.doItemsLayout()
        bar.setValue(place)

    def _point(self, change: Change | None) -> None:
        self._state.set_hovered(change.claim if change else None)


class ChangeList(QListView):
    """Rows of unequal height, chosen by click, arrow keys or Enter."""

    chosen = Signal(int)
    """The number of a change to go to."""
    pointed = Signal(object)
    """The `Change` under the pointer, or None."""

    def __init__(self, model: RailModel, delegate: RailDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there (unseen while there is nothing to scroll), so that a long list is not laid out a second time.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Changes")
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        self.entered.connect(self._enter)
        self.clicked.connect(self._choose)

    def stand_on(self, index: QModelIndex | None) -> None:
        """Show `index` as the current change, without going anywhere."""
        if index is None:
            self.selectionModel().clear()
        elif index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        number = index.data(RailRole.NUMBER)
        if number is not None:
            self.chosen.emit(number)

    def _enter(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(RailRole.CHANGE))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
