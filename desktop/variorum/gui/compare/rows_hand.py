"""A table of passages under the hand: pointer, wheel and keys become wishes. Knows not what they lead to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from variorum.gui.compare.rows_selection import Selection
from variorum.gui.compare.rows_view import RowsView, Spot
from variorum.gui.widgets.passage import Place
from variorum.gui.widgets.wheel import takes_size

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class HandledRows(RowsView):
    """Up and Down go from row to row (through a row that is higher than the view by lines), Enter uses a row."""

    hovered = Signal(object)
    """The `Spot` under the pointer, or None."""
    pressed = Signal(object)
    """The `Spot` of a click."""
    entered_row = Signal(int)
    """Enter was pressed on a row."""
    size_asked = Signal(int)
    """Ctrl+wheel: larger (1) or smaller (-1)."""

    _pressed_at: QPoint | None = None
    _selecting: tuple[int, tuple[int, Place] | None] | None = None
    """The column in which something is being selected, and where that began."""

    def opens(self, spot: Spot) -> bool:
        """Whether a click there opens or closes something."""
        return self.rows[spot.row].fold is not None

    def tip_at(self, spot: Spot, point: QPoint) -> str:
        """What is told of a spot; "" for nothing."""
        return ""

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        self.setCurrentIndex(QModelIndex())
        self.by_keys = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self.select(None)
            self._begin_selecting(self._pressed_at)

    def _begin_selecting(self, point: QPoint) -> None:
        """From here on, in the column that is nearest: one may begin in the margin."""
        away = [max(column.x - point.x(), point.x() - column.x - column.width) for column in self.columns()]
        cell = away.index(min(away))
        self._selecting = (cell, self.place_at(cell, point)) if self.rows else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._pressed_at, self._selecting = self._pressed_at, None, None
        point = event.position().toPoint()
        if start is None or (point - start).manhattanLength() >= QApplication.startDragDistance():
            return
        spot = self.spot_at(point)
        if spot is not None:
            self.pressed.emit(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            spot = self.spot_at(point)
            self.viewport().setCursor(self._cursor_over(spot))
            self.hovered.emit(spot)
        elif self._pressed_at and (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._select_to(point)

    def _cursor_over(self, spot: Spot | None) -> Qt.CursorShape:
        if spot is None:
            return Qt.CursorShape.ArrowCursor
        if self.opens(spot):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor if spot.offset is None else Qt.CursorShape.IBeamCursor

    def _select_to(self, point: QPoint) -> None:
        """Select from where the button went down to here; beyond the edges the view scrolls."""
        if self._selecting is None or self._selecting[1] is None:
            return
        cell, anchor = self._selecting[0], self._selecting[1]
        bar, beyond = self.verticalScrollBar(), point.y() - min(max(point.y(), 0), self.viewport().height())
        bar.setValue(bar.value() + beyond)
        head = self.place_at(cell, QPoint(point.x(), point.y() - beyond))
        if head is not None:
            self.select(Selection(cell, anchor, head))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hovered.emit(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self.spot_at(event.pos())
            QToolTip.showText(event.globalPos(), self.tip_at(spot, event.pos()) if spot else "", self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not takes_size(event, self.size_asked):
            self._glide.stop()
            super().wheelEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._glide.to(self._glide.target, eased=False)  # keys go on from where one is going
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _PAGES:
            bar.setValue(bar.value() + _PAGES[key] * (bar.pageStep() - self.type.line_height))
            self._stand_in_view(at_foot=_PAGES[key] > 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_on(0 if key is Qt.Key.Key_Home else len(self.rows) - 1)
            bar.setValue(0 if key is Qt.Key.Key_Home else bar.maximum())
        elif key in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            event.ignore()

    def copy(self) -> None:
        """Copy what is selected, else the row one stands on."""
        words = self.selected_text()
        if words:
            QApplication.clipboard().setText(words)

    def _step(self, by: int) -> None:
        """To the next row; while the rest of a high row is out of sight, a few lines further first."""
        current, bar = self.currentIndex().row(), self.verticalScrollBar()
        if current < 0 or current not in self.visible_rows():
            self._stand_in_view(at_foot=by < 0)
            return
        box = self.row_box(current)
        hidden = box.bottom() - self.viewport().height() if by > 0 else -box.top()
        if hidden > 0 and box.height() > self.viewport().height():
            bar.setValue(bar.value() + by * min(hidden + 1, 3 * self.type.line_height))
        else:
            self._stand_on(max(0, min(current + by, len(self.rows) - 1)))

    def _stand_in_view(self, *, at_foot: bool) -> None:
        """Stand on the first row that is wholly in view, or on the last."""
        seen = self.visible_rows()
        room = self.viewport().rect()
        whole = [number for number in seen if room.contains(self.row_box(number))] or list(seen)
        if whole and self.rows:
            self._stand_on(whole[-1 if at_foot else 0])

    def take_keys(self, row: int | None) -> None:
        """Have the keys and stand on a row, or on the first in view."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if row is None:
            self._stand_in_view(at_foot=False)
        else:
            self._stand_on(row)

    def follow(self, row: int) -> None:
        """Be current at this row, from which keys go on, wherever the view is scrolled."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.viewport().update()

    def _stand_on(self, number: int) -> None:
        self.by_keys = True
        self.setCurrentIndex(self.model().index(number, 0))
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self.by_keys = True
            if not self.currentIndex().isValid():
                self._stand_in_view(at_foot=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
