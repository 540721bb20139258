"""A snippet set into a few lines, with rectangles behind its hits. Knows no models and no rows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from variorum.gui.widgets.lettering import line_height
from variorum.gui.widgets.prose_lines import has_right_to_left, stretches
from variorum.gui.widgets.units import points, units

Hits = Sequence[tuple[int, int]]
"""Marked words as (start, end) in code points."""

_KEPT = 300


@dataclass(frozen=True, slots=True)
class _Setting:
    layout: QTextLayout
    marks: tuple[tuple[int, int], ...]  # in UTF-16 units
    grounds: tuple[QRectF, ...]
    height: float


class SnippetSetter:
    """Sets snippets and remembers how."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, tuple[tuple[int, int], ...], str, int, int], _Setting] = OrderedDict()

    def draw(
        self, painter: QPainter, at: QPointF, text: str, hits: Hits, font: QFont, width: int, most: int, colors: Colors
    ) -> float:
        """Draw the snippet with its top left at `at`; returns how high it stands."""
        setting = self._set(text, hits, font, width, most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ground)
        for rect in setting.grounds:
            painter.drawRoundedRect(rect.translated(at), 2.5, 2.5)
        painter.setPen(colors.ink)
        setting.layout.draw(painter, at, [_marked(start, end, colors.hit) for start, end in setting.marks])
        return setting.height

    def _set(self, text: str, hits: Hits, font: QFont, width: int, most: int) -> _Setting:
        key = (text, tuple(hits), font.key(), width, most)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _set(text, hits, font, width, most)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


@dataclass(frozen=True, slots=True)
class Colors:
    """Of the text, of hits, of the ground behind hits."""

    ink: QColor
    hit: QColor
    ground: QColor


def _set(text: str, hits: Hits, font: QFont, width: int, most: int) -> _Setting:
    layout = _broken(text, font, width, most)
    if layout.lineCount() == most and _end(layout) < units(text):
        text = _elided(text, layout, QFontMetricsF(font), width)
        layout = _broken(text, font, width, most)
    last = _end(layout)
    marks = tuple((start, min(end, last)) for start, end in _in_units(text, hits) if start < last)
    leading = line_height(font)
    grounds = tuple(rect for start, end in marks for rect in _grounds(layout, start, end, leading))
    return _Setting(layout, marks, grounds, layout.lineCount() * leading)


def _broken(text: str, font: QFont, width: int, most: int) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    leading = line_height(font)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, number * leading))
    layout.endLayout()
    return layout


def _elided(text: str, layout: QTextLayout, metrics: QFontMetricsF, width: int) -> str:
    """The text cut so that its last line ends with dots inside the width."""
    line = layout.lineAt(layout.lineCount() - 1)
    start = points(text, line.textStart())
    end = points(text, line.textStart() + line.textLength())
    while end > start and metrics.horizontalAdvance(text[start:end].rstrip() + "…") > width:
        end -= 1
    return text[:end].rstrip(" .,;:—–") + "…"


def _grounds(layout: QTextLayout, start: int, end: int, leading: float) -> list[QRectF]:
    rects: list[QRectF] = []
    mixed = has_right_to_left(layout.text())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            for left, right in stretches(line, first, last, mixed):
                rects.append(QRectF(left - 1, number * leading, right - left + 2, leading - 1.5))
    return rects


def _marked(start: int, end: int, color: QColor) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setForeground(color)
    piece = QTextLayout.FormatRange()
    piece.start = start
    piece.length = end - start
    piece.format = form
    return piece


def _end(layout: QTextLayout) -> int:
    if not layout.lineCount():
        return 0
    line = layout.lineAt(layout.lineCount() - 1)
    return line.textStart() + line.textLength()


def _in_units(text: str, hits: Hits) -> list[tuple[int, int]]:
    return [(units(text[:start]), units(text[:end])) for start, end in hits]
