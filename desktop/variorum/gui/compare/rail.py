"""The rail: the list of changes. Choosing one goes there, pointing at one lights it up in the texts; notes are written
in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from variorum.core.collate.changes import Change
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.rail_delegate import MARGIN, RailDelegate
from variorum.gui.compare.rail_head import RailHead
from variorum.gui.compare.rail_model import Index, RailModel, RailRole
from variorum.gui.compare.rail_tools import RailTools
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import unlisted
from variorum.gui.dialogs.frame import CHAPTER
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.ink import set_ink
from variorum.gui.words import tr

WIDTH = 270
FRAME_MS = 17


class Rail(QWidget):
    """A list that follows the state; with a sentence where there is nothing to list."""

    note_written = Signal(int, str)
    """The number of a change and the note on it."""
    writing_ended = Signal()
    """No note is being written any more."""

    def __init__(self, theme: ThemeService, state: CompareState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(CHAPTER, "reviewing")
        self._theme, self._state = theme, state
        self._shown: Presentation | None = None
        self._model = RailModel(self)
        self._delegate = RailDelegate(theme)
        self.list = ChangeList(self._model, self._delegate)
        self.tools = RailTools(theme, state, self.list, MARGIN)
        self._nothing = self._label()
        self.head = RailHead(theme, state)
        self._arrange()
        self._delegate.note_written.connect(self.note_written)
        self.list.editor_closed.connect(self._end_writing)
        state.reviews_changed.connect(self._show_reviews)
        self.list.chosen.connect(state.set_current)
        self.list.pointed.connect(self._point)
        state.presentation_changed.connect(self._show)
        state.current_changed.connect(self._show_current)
        theme.theme_changed.connect(self._retint)
        self._retint()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedLayout()
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, self.list.verticalScrollBar().sizeHint().width(), 0)  # as wide as the cards
        above.addWidget(self.head)
        column.addLayout(above)
        column.addLayout(self._stack, 1)
        # Not before: a page of a stack that stands nowhere yet would be a window of its own.
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self.setMinimumWidth(200)
        set_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

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
        set_ink(self._words, self._theme.color("soft"))
        self.list.viewport().update()

    def _show(self) -> None:
        before, self._shown = self._shown, self._state.presentation
        shown = self._shown
        if self.writes:  # its field goes with the rows
            if before and shown and before.comparison is shown.comparison:
                self._keep_what_is_written()
            self._delegate.writing = None
        self._model.show(shown, self._state.reviews, look_only=self._state.look_only)
        self.head.show_count(*self._state.reviewed())
        self._words.setText(nothing_listed(shown))
        self._stack.setCurrentWidget(self.list if self._model.rowCount() else self._nothing)
        self._nothing.setVisible(shown is not None and not self._model.rowCount())
        self._show_current(self._state.current)
        if shown and self._state.current is None and not (before and before.comparison is shown.comparison):
            self.list.scrollToTop()

    def _show_current(self, change: int | None) -> None:
        row = self._model.row_of(change)
        self.list.stand_on(None if row is None else self._model.index(row))

    def _show_reviews(self) -> None:
        if self._model.notes_differ(self._state.reviews):  # cards are to be higher or lower
            with self.held():
                self._model.show_reviews(self._state.reviews)
        else:
            self._model.show_reviews(self._state.reviews)
        self.head.show_count(*self._state.reviewed())

    # Notes

    @property
    def writes(self) -> bool:
        """Whether a note is being written."""
        return self._delegate.writing is not None

    def write_note(self, change: int) -> None:
        """Let the note on a change be written, in its card."""
        row = self._model.row_of(change)
        if row is None:
            return
        self._delegate.writing = change
        self.list.doItemsLayout()
        index = self._model.index(row)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.list.edit(index)

    def finish_writing(self) -> None:
        """Keep the note that is being written, if any, as Enter does."""
        field = self._field()
        if field is not None and self.writes:
            self._delegate.commitData.emit(field)
            self._delegate.closeEditor.emit(field)

    def _field(self) -> QLineEdit | None:
        """The field of the note that is being written; one that goes may still be there."""
        return next((field for field in self.list.findChildren(QLineEdit) if not field.isHidden()), None)

    def _keep_what_is_written(self) -> None:
        """As Enter does, but the field stays."""
        field = self._field()
        if field is not None and self._delegate.writing is not None:
            self.note_written.emit(self._delegate.writing, field.text())

    def _end_writing(self) -> None:
        self._delegate.writing = None
        self.list.scheduleDelayedItemsLayout()
        self.writing_ended.emit()

    def rest(self) -> None:
        """Paint again in the next frame only: texts that are shown anew come first."""
        self.list.setUpdatesEnabled(False)
        QTimer.singleShot(FRAME_MS, self.list, lambda: self.list.setUpdatesEnabled(True))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Whatever is listed meanwhile, the current change stays at its height, or, if there is none, the list as it
        is scrolled; a current change that can't stay is scrolled into view."""
        bar, before = self.list.verticalScrollBar(), self._current_top()
        place = bar.value()
        yield
        self.list.doItemsLayout()
        after = self._current_top()
        bar.setValue(place if before is None or after is None else bar.value() + after - before)
        if after is not None:
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _current_top(self) -> int | None:
        """How high the current change stands in the part of the list that is seen."""
        index = self.list.currentIndex()
        return self.list.visualRect(index).top() if index.isValid() else None

    def _point(self, change: Change | None) -> None:
        self._state.set_hovered(change.claim if change else None)


def nothing_listed(shown: Presentation | None) -> str:
    """Why no change is listed."""
    if shown is None or not shown.changes:
        return tr("Nothing differs.")
    return unlisted(len(shown.order)) if shown.order else tr("All kinds of change that are here are hidden.")


class ChangeList(QListView):
    """Rows of unequal height, chosen by click, arrow keys or Enter."""

    chosen = Signal(int)
    """The number of a change to go to."""
    pointed = Signal(object)
    """The `Change` under the pointer, or None."""

    editor_closed = Signal()
    """Nothing is written in it any more, whoever ended that: a key, the focus that went, another current row."""

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
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(tr("Changes"))
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
            for near in (index.siblingAtRow(index.row() + 1), index):  # what comes next is seen as well
                self.scrollTo(near, QAbstractItemView.ScrollHint.EnsureVisible)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint rows again. `QListView` would measure all rows, a fifth of a second for thousands; who makes a card
        higher has them measured."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == " ":  # a key of the program's, and here no way to select
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._choose(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        focus = QApplication.focusWidget()
        super().closeEditor(editor, hint)
        if focus is None or focus is editor:  # who went elsewhere stays there
            self.setFocus()
        self.editor_closed.emit()

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
