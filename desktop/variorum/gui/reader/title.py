"""The left part of the reader's header, painted: siglum, outlet, what else is known; elided where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.badges import draw_tile
from variorum.gui.words import tr

_TILE = 20
_GAP = 9


class ArticleTitle(QWidget):
    """One line: a tile with the siglum, the title in semibold, a caption in the soft ink."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._siglum = ""
        self._title = ""
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 32)

    def set_text(self, siglum: str, title: str, caption: str, tip: str = "") -> None:
        """Show these; "" leaves a part out. `tip` is what the pointer is told."""
        self._siglum, self._title, self._caption = siglum, title, caption
        words = ", ".join(part for part in (siglum and tr("Version {siglum}", siglum=siglum), title, caption) if part)
        self.setAccessibleName(words)
        self.setToolTip(tip or words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        strong, small = self._theme.interface_font(13, QFont.Weight.DemiBold), self._theme.interface_font(11)
        left = self._draw_tile(painter)
        # A long title gives way to the caption, but keeps more than half of the room.
        caption = QFontMetricsF(small).horizontalAdvance(self._caption) + _GAP if self._caption else 0.0
        room = self.width() - left
        left = self._draw_text(painter, left, max(room - caption, 0.55 * room), self._title, strong, "ink")
        self._draw_text(painter, left + _GAP, self.width() - left - _GAP, self._caption, small, "soft")
        painter.end()

    def _draw_tile(self, painter: QPainter) -> float:
        if not self._siglum:
            return 0.0
        font = self._theme.interface_font(11, QFont.Weight.Bold)
        width = max(_TILE, QFontMetricsF(font).horizontalAdvance(self._siglum) + 8)
        rect = QRectF(0, (self.height() - _TILE) / 2, width, _TILE)
        draw_tile(painter, rect, self._siglum, font, self._theme.color("accent"), self._theme.color("accent_ink"))
        return width + _GAP

    def _draw_text(self, painter: QPainter, left: float, room: float, text: str, font: QFont, role: str) -> float:
        """Draw one line, elided if need be; returns where it ends."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.color(role)))
        # All parts stand on the baseline of the title, so that sizes don't dance.
        baseline = self.height() / 2 + QFontMetricsF(self._theme.interface_font(13)).capHeight() / 2
        painter.drawText(QPointF(left, round(baseline)), shown)
        return left + metrics.horizontalAdvance(shown)
