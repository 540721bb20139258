"""The line at the bottom: facts about what is open on the left, the keys that matter here on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.badges import draw_key, key_width

_HEIGHT = 28
_MARGIN = 14
_TO_TEXT = 6
"""From a key to what it does."""
_GAP = 18
"""From there to the next key."""


class StatusLine(QWidget):
    """Facts and keys. The keys give way where there is no room for both."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._facts = ""
        self._aside = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Status")

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def set_facts(self, text: str, why: str = "") -> None:
        """Show `text` on the left; `why` explains it where the pointer rests on it."""
        self._facts = text
        self.setToolTip(why)
        self.setAccessibleDescription(text)
        self.update()

    def set_aside(self, text: str) -> None:
        """Show what goes on in the background behind the facts; "" for nothing."""
        if text != self._aside:
            self._aside = text
            self.update()

    def facts(self) -> str:
        """What stands on the left."""
        return self._facts

    def text(self) -> str:
        """All that stands on the left."""
        return " · ".join(part for part in (self._facts, self._aside) if part)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys, each with what it does, on the right."""
        self._keys = tuple(keys)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("hover"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
        right = self._draw_keys(painter)
        self._draw_facts(painter, right)
        painter.end()

    def _draw_keys(self, painter: QPainter) -> float:
        """Draw as many keys as fit beside the facts, the first ones first; returns where they start."""
        font, cap = self._theme.interface_font(12), self._theme.interface_font(11)
        metrics = QFontMetricsF(font)
        room = self.width() - 2 * _MARGIN - metrics.horizontalAdvance(self.text()) - _GAP
        widths = [key_width(key, cap) + _TO_TEXT + metrics.horizontalAdvance(text) + _GAP for key, text in self._keys]
        while sum(widths) > room and widths:
            widths.pop()
        left = start = self.width() - _MARGIN - sum(widths) + (_GAP if widths else 0)
        line, ink = self._theme.color("line_strong"), self._theme.color("soft")
        for (key, text), width in zip(self._keys, widths, strict=False):
            end = left + draw_key(painter, left, self.height() / 2, key, cap, line, ink)
            self._draw_text(painter, QRectF(end + _TO_TEXT, 0, width, self.height()), text)
            left += width
        return start

    def _draw_facts(self, painter: QPainter, right: float) -> None:
        room = right - _MARGIN - 12
        metrics = QFontMetricsF(self._theme.interface_font(12))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self._draw_text(painter, QRectF(_MARGIN, 0, room, self.height()), text)

    def _draw_text(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(self._theme.interface_font(12))
        painter.setPen(self._theme.color("soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
