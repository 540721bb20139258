"""A frame around a scrolling view while the keys go to it, if the keyboard led them there. Knows not what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from variorum.gui.theme.service import ThemeService

WIDTH = 2
"""In pixels; the view leaves this margin around its viewport, on which the frame would be scrolled away."""
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class FocusFrame(QObject):
    """Watches `view` and paints in its margin."""

    def __init__(self, theme: ThemeService, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._shown = False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._shown = event.gotFocus() and event.reason() in _BY_KEYBOARD
            self._view.update()
        elif self._shown and event.type() is QEvent.Type.Paint:
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        painter = QPainter(self._view)
        painter.setPen(QPen(self._theme.color("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRect(QRectF(self._view.rect()).adjusted(half, half, -half, -half))
        painter.end()
