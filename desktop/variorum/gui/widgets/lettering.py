"""Text set into a few lines and cached, for delegates that paint many rows. Knows no models."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from variorum.gui.widgets.units import points

_LIMIT = 4000
"""Settings of text that are kept; enough for every row on any screen."""


class Lettering:
    """Breaks texts into at most so many lines, the last one elided, and remembers how."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, int], tuple[str, ...]] = {}
        self._fitting: dict[tuple[str, str, int], bool] = {}

    def clear(self) -> None:
        """Forget everything: fonts have changed."""
        self._kept.clear()
        self._fitting.clear()

    def lines(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        """`text` in at most `most` lines of at most `width` logical pixels."""
        key = (text, font.key(), width, most)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _LIMIT:
                self._kept.clear()
            found = self._kept[key] = _break(text, font, width, most)
        return found

    def draw(self, painter: QPainter, rect: QRectF, text: str, font: QFont, color: QColor, most: int = 1) -> float:
        """Draw `text` from the top of `rect`; returns how high it stands."""
        painter.setFont(font)
        painter.setPen(color)
        # The text's own direction, not the window's: else the full stop of a Hebrew sentence stands before it.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        metrics = QFontMetricsF(font)
        lines = self.lines(text, font, int(rect.width()), most)
        for number, line in enumerate(lines):
            painter.drawText(QPointF(rect.left(), rect.top() + number * line_height(font) + metrics.ascent()), line)
        return len(lines) * line_height(font)

    def height(self, text: str, font: QFont, width: int, most: int) -> float:
        """How high `draw` would stand."""
        return len(self.lines(text, font, width, most)) * line_height(font)

    def estimate(self, text: str, font: QFont, width: int, most: int) -> float:
        """How high `text` stands if it takes all of `most` lines where one is not enough, without breaking it.

        For lists, which ask for every row, also for those out of sight, and again whenever they paint.
        """
        key = (text, font.key(), width)
        fits = self._fitting.get(key)
        if fits is None:
            if len(self._fitting) >= _LIMIT:
                self._fitting.clear()
            fits = self._fitting[key] = QFontMetricsF(font).horizontalAdvance(text) <= width
        return line_height(font) * (1 if fits else most)


def line_height(font: QFont) -> float:
    """From one baseline to the next, in whole logical pixels."""
    return float(round(font.pixelSize() * 1.38))


def _break(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    # What cannot be seen need not be set: a headline may be a whole article run together.
    text = " ".join(text[:600].split())
    metrics = QFontMetricsF(font)
    if most == 1:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),) if text else ()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    places = [points(text, start) for start in starts]
    pieces = [text[a:b] for a, b in pairwise(places)]
    last = text[places[-1] :] if places else ""
    return (*(piece.rstrip() for piece in pieces), metrics.elidedText(last, Qt.TextElideMode.ElideRight, width))
