"""The line at the bottom: facts about what is open on the left, the keys that matter here on the right."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.badges import draw_key, key_width
from variorum.gui.words import tr

_HEIGHT = 28
_MARGIN = 14
_TO_TEXT = 6
"""From a key to what it does."""
_GAP = 18
"""From there to the next key."""


class StatusLine(QWidget):
    """Facts, something to go to, and keys. The keys give way where there is no room for all."""

    offer_taken = Signal()
    """What is offered behind the facts was chosen."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._facts = ""
        self._aside = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self._offer = QToolButton(self)
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offer.clicked.connect(lambda: self.offer_taken.emit())
        set_look(self._offer, "link")
        self._offer.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Status"))

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def set_facts(self, text: str, why: str = "") -> None:
        """Show `text` on the left; `why` explains it where the pointer rests on it."""
        self._facts = text
        self.setToolTip(why)
        self.setAccessibleDescription(text)
        self._place_offer()
        self.update()

    def set_aside(self, text: str) -> None:
        """Show what goes on in the background behind the facts; "" for nothing."""
        if text != self._aside:
            self._aside = text
            self._place_offer()
            self.update()

    def set_offer(self, text: str, tip: str = "") -> None:
        """Offer something to go to behind the facts; "" for nothing."""
        self._offer.setText(text)
        self._offer.setToolTip(tip)
        self._offer.setVisible(bool(text))
        self._place_offer()

    def offer(self) -> QToolButton:
        """What is offered."""
        return self._offer

    def _offer_width(self) -> int:
        return self._offer.sizeHint().width() + _TO_TEXT if self._offer.isVisibleTo(self) else 0

    def _place_offer(self) -> None:
        """Behind the facts; where they are longer than the line, at its end."""
        font = self._theme.interface_font(12)
        underlined = QFont(font)
        underlined.setUnderline(True)
        self._offer.setFont(underlined)
        width = self._offer.sizeHint().width()
        left = _MARGIN + math.ceil(QFontMetricsF(font).horizontalAdvance(self.text())) + _TO_TEXT
        left = min(left, self.width() - _MARGIN - width)
        height = min(_HEIGHT - 4, self._offer.sizeHint().height())
        self._offer.setGeometry(left, (self.height() - height) // 2 + 1, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_offer()

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
        room = self.width() - 2 * _MARGIN - metrics.horizontalAdvance(self.text()) - _GAP - self._offer_width()
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
        room = right - _MARGIN - 12 - self._offer_width()
        metrics = QFontMetricsF(self._theme.interface_font(12))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self._draw_text(painter, QRectF(_MARGIN, 0, room, self.height()), text)

    def _draw_text(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(self._theme.interface_font(12))
        painter.setPen(self._theme.color("soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
