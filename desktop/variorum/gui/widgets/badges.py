"""Small painted marks: a version's letter on its tile, a count, a key cap. Plain drawing, no state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from variorum.gui.theme.theme import Theme

KEY_HEIGHT = 18


def badge_colors(theme: Theme, *, strong: bool) -> tuple[QColor, QColor]:
    """What fills a tile and the ink on it; `strong` for what is open, chosen or tells what one asks for."""
    fill, ink = (theme.accent, theme.accent_ink) if strong else (theme.badge, theme.badge_ink)
    return QColor(fill), QColor(ink)


def draw_tile(painter: QPainter, rect: QRectF, text: str, font: QFont, fill: QColor, ink: QColor) -> None:
    """A rounded tile with `text` in its middle: a siglum, or how many versions a story has."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def key_width(text: str, font: QFont) -> float:
    """How wide the cap of a key is."""
    return QFontMetricsF(font).horizontalAdvance(text) + 10


def draw_key(painter: QPainter, left: float, middle: float, text: str, font: QFont, line: QColor, ink: QColor) -> float:
    """A key cap that starts at `left`, centered on the height `middle`; returns its width."""
    rect = QRectF(left + 0.5, middle - KEY_HEIGHT / 2 + 0.5, key_width(text, font) - 1, KEY_HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return rect.width() + 1
