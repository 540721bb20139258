"""What covers the window while files are dragged over it: where they go if dropped. Knows nothing of importing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService

_MARGIN = 12
"""Pixels between the edge of a zone and its frame."""
_ROUND = 12
_SIDES = 16
"""Pixels that stay free beside the words."""
_NARROW = 340
"""Zones narrower than this have smaller words."""


class Offered(Protocol):
    """A part of the window and what is said in it."""

    @property
    def rect(self) -> QRect:
        """Where it is."""

    @property
    def title(self) -> str:
        """What happens."""

    @property
    def detail(self) -> str:
        """With what."""


class DropOverlay(QWidget):
    """A veil with a dashed frame and a sentence for each zone; the one under the pointer stands out."""

    def __init__(self, theme: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._zones: Sequence[Offered] = ()
        self._current: Offered | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, zones: Sequence[Offered]) -> None:
        """Show these over the whole parent."""
        self._zones, self._current = zones, None
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def point_at(self, zone: Offered | None) -> None:
        """The pointer is over this one."""
        if zone != self._current:
            self._current = zone
            self.setAccessibleName(f"{zone.title} {zone.detail}".strip() if zone else "")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.theme.chrome)
        veil.setAlphaF(0.93)
        painter.fillRect(self.rect(), veil)
        for zone in self._zones:
            self._draw(painter, zone, zone == self._current)
        painter.end()

    def _draw(self, painter: QPainter, zone: Offered, current: bool) -> None:
        box = QRectF(zone.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        style = Qt.PenStyle.SolidLine if current else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._theme.color("focus" if current else "line_strong"), 2 if current else 1.5, style))
        painter.setBrush(self._theme.color("selection" if current else "chrome"))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        middle, large = box.center(), box.width() >= _NARROW
        side = 48 if large else 32
        icon = QRectF(middle.x() - side / 2, middle.y() - side - 16, side, side)
        draw_icon(painter, "drop-here", icon, self._theme.theme.focus if current else self._theme.theme.ink_soft)
        painter.setPen(self._theme.color("text"))
        self._draw_line(painter, box, middle.y(), zone.title, 22 if large else 15)
        painter.setPen(self._theme.color("soft"))
        painter.setFont(self._theme.interface_font(13))
        self._draw_line(painter, box, middle.y() + 38, zone.detail, 0)

    def _draw_line(self, painter: QPainter, box: QRectF, top: float, text: str, size: int) -> None:
        """A line of words in the middle of the zone, in the reading font of that size (0: as the painter is set)."""
        if size:
            painter.setFont(self._theme.reading_font(size))
        room = box.width() - 2 * _SIDES
        words = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        line = QRectF(box.left() + _SIDES, top, room, 36)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
