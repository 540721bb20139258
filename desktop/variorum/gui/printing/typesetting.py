"""Sets paragraphs for paper: text in runs, broken into lines, with rules, strikes, fills and frames of its own.

Lengths are twips (twentieths of a point), so that fonts keep their exact sizes on any device. Knows no pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from variorum.gui.theme import fonts
from variorum.gui.widgets.units import units

POINT = 20
"""Twips."""
INK, SOFT, FAINT = "#000000", "#4a4f55", "#bdbab2"
ADDED, DROPPED, CHIP = "#1f5fa8", "#8a5300", "#4e1441"
"""Colors of ink."""
_ADDED_FILL, _DROPPED_FILL, _FINE = "#dcebff", "#ffeacc", "#85827a"


class Deco(Enum):
    """How a run is decorated. Each can be told from the others without color."""

    STRIKE = auto()
    UNDERLINE = auto()
    BOX = auto()
    DOUBLE = auto()
    DOTTED = auto()
    DASHED = auto()
    FINE_DOTS = auto()
    """A thin dotted line under a whole passage."""
    FINE_DASHES = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a size in points."""

    points: float
    serif: bool = True
    weight: int = 400
    italic: bool = False

    def font(self) -> QFont:
        """The font in twips, made anew: what a font shares with its copies is for one thread, and pages are set in one
        and shown in another."""
        make = fonts.reading_font if self.serif else fonts.interface_font
        font = make(self.points * POINT, self.weight, italic=self.italic)
        # Ligatures, contextual and tabular forms are glyphs that Qt knows no letters of when it writes a PDF: "office"
        # could be neither found nor copied.
        for feature in ("liga", "clig", "dlig", "calt", "ccmp", "locl", "frac", "ordn"):
            font.setFeature(QFont.Tag(feature), 0)
        return font


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look."""

    text: str
    face: Face
    color: str = INK
    decos: tuple[Deco, ...] = ()


@dataclass(frozen=True, slots=True)
class Spacing:
    """How lines stand: leading as a multiple of the natural one, space above and before all lines but the first in
    twips, where they stand in the width."""

    leading: float = 1.06
    above: float = 0
    hang: float = 0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


BODY = Spacing()


class Block:
    """A paragraph set to a width."""

    def __init__(self, runs: Sequence[Run], width: float, spacing: Spacing = BODY) -> None:
        self._runs = [run for run in runs if run.text]
        self._text = "".join(run.text for run in self._runs)
        self._units_of_text = self._text.encode("utf-16-le", "surrogatepass")
        self._units: list[tuple[int, int, Run]] = []
        self._layout = QTextLayout(self._text, self._runs[0].face.font() if self._runs else Face(9).font())
        self._layout.setTextOption(_option(spacing))
        self._layout.setFormats(self._formats())
        self.above = spacing.above
        self.tops: list[float] = []
        """Where each line begins, from the block's top."""
        self.height = self._break(width, spacing)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self._runs:
            length = units(run.text)
            self._units.append((start, start + length, run))
            form = QTextCharFormat()
            form.setFont(run.face.font())
            form.setForeground(QColor(run.color))
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, length, form
            formats.append(span)
            start += length
        return formats

    def _break(self, width: float, spacing: Spacing) -> float:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            hang = spacing.hang if self.tops else 0
            line.setLineWidth(width - hang)
            step = line.height() * spacing.leading
            line.setPosition(QPointF(hang, y + (step - line.height()) / 2))
            self.tops.append(y)
            y += step
        self._layout.endLayout()
        return y

    def bottom(self, line: int) -> float:
        """Where a line ends, from the block's top."""
        return self.tops[line + 1] if line + 1 < len(self.tops) else self.height

    def draw(self, painter: QPainter, x: float, y: float, lines: range) -> None:
        """Draw some of the lines, the block's top being at `y` whether or not the first is among them."""
        for number in lines:
            line = self._layout.lineAt(number)
            decorated = list(self._decorated(line, x, y))
            for deco, place, _ in decorated:
                fill(painter, deco, place)
            line.draw(painter, QPointF(x, y))
            for deco, place, base in decorated:
                rule(painter, deco, place, base)

    def _decorated(self, line: QTextLine, x: float, y: float) -> Iterator[tuple[Deco, QRectF, float]]:
        """Where the decorations of a line stand, and its base line."""
        base = y + line.y() + line.ascent()
        for start, end, run in self._units:
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            last = self._without_space(first, last)
            if first >= last or not run.decos:
                continue
            left, right = sorted((_edge(line, first), _edge(line, last)))
            place = QRectF(x + left, base - line.ascent(), right - left, line.height())
            yield from ((deco, place, base) for deco in run.decos)

    def _without_space(self, first: int, last: int) -> int:
        """The end of a stretch of units without white space behind it."""
        while last > first and self._units_of_text[2 * last - 2 : 2 * last] == b" \x00":
            last -= 1
        return last


def fill(painter: QPainter, deco: Deco, place: QRectF) -> None:
    """What lies behind the words."""
    color = {Deco.STRIKE: _DROPPED_FILL, Deco.UNDERLINE: _ADDED_FILL}.get(deco)
    if color is not None:
        painter.fillRect(place, QColor(color))


def rule(painter: QPainter, deco: Deco, place: QRectF, base: float) -> None:
    """What lies over or under the words."""
    color, weight, style, below = _RULES[deco]
    pen = QPen(QColor(color), weight * POINT, style, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if deco is Deco.BOX:
        painter.drawRoundedRect(place.adjusted(-0.9 * POINT, 0.5 * POINT, 0.9 * POINT, -0.3 * POINT), 30, 30)
        return
    y = base + below * POINT
    if deco is Deco.STRIKE:
        y = base - place.height() * 0.24
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
    if deco is Deco.DOUBLE:
        painter.drawLine(QPointF(place.left(), y + 1.3 * POINT), QPointF(place.right(), y + 1.3 * POINT))


def _edge(line: QTextLine, unit: int) -> float:
    found: object = line.cursorToX(unit)
    assert isinstance(found, tuple)  # (x, the unit that it is of)
    return float(found[0])


def _option(spacing: Spacing) -> QTextOption:
    option = QTextOption(spacing.align)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_SOLID, _DOTS, _DASHES = Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashLine
_RULES = {
    Deco.STRIKE: (INK, 0.55, _SOLID, 0.0),
    Deco.UNDERLINE: (INK, 0.7, _SOLID, 1.4),
    Deco.BOX: (CHIP, 0.8, _SOLID, 0.0),
    Deco.DOUBLE: (CHIP, 0.5, _SOLID, 1.8),
    Deco.DOTTED: (CHIP, 1.0, _DOTS, 2.2),
    Deco.DASHED: (CHIP, 0.9, _DASHES, 2.2),
    Deco.FINE_DOTS: (_FINE, 0.4, _DOTS, 2.0),
    Deco.FINE_DASHES: (_FINE, 0.4, _DASHES, 2.0),
}
"""Color, weight in points, kind of line, points below the base line."""
