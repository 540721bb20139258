"""Draws marks and placeholders on prose from rectangles that are given. Knows neither articles nor how lines stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from variorum.gui.widgets.prose_marks import MarkStyle, Pattern, Stroke

_PADDING = 1.5
_RADIUS = 3.0
_CHIP_RADIUS = 5.0
_RULE_WIDTH = 3.0
_RULE_GAP = 7.0
_STRIKE_HEIGHT = 0.55
"""How far down a rectangle the strike runs: through the middle of the small letters."""
_FOLD_RADIUS = 6.0

_PENS = {
    Pattern.SOLID: Qt.PenStyle.SolidLine,
    Pattern.DOTTED: Qt.PenStyle.DotLine,
    Pattern.DASHED: Qt.PenStyle.DashLine,
}

Lines = Sequence[QRectF]


@lru_cache(maxsize=256)
def color(name: str) -> QColor:
    """The color of that name; the same object for the same name, so don't change it."""
    return QColor(name)


def draw_wash(painter: QPainter, lines: Lines, style: MarkStyle) -> None:
    """The pale ground of a passage."""
    if style.wash is not None:
        _fill(painter, lines, style.wash, _PADDING, _RADIUS)


def draw_fill(painter: QPainter, lines: Lines, style: MarkStyle) -> None:
    """The ground of marked words."""
    if style.fill is None:
        return
    if style.snug and lines:
        lines = [*lines[:-1], lines[-1].adjusted(0, 0, -_PADDING, 0)]
    _fill(painter, lines, style.fill, _PADDING, _CHIP_RADIUS if style.chip else _RADIUS)


def draw_rule(painter: QPainter, lines: Lines, style: MarkStyle, right_to_left: bool) -> None:
    """The bar where a passage begins: at its left, or at its right where it is read from there."""
    if style.left_rule is None or not lines:
        return
    first = lines[0]
    if right_to_left:
        left = max(line.right() for line in lines if line.top() == first.top()) + _PADDING
    else:
        left = first.left() - _PADDING - _RULE_WIDTH
    painter.fillRect(QRectF(left, first.top() - 1, _RULE_WIDTH, first.height() + 2), color(style.left_rule))


def draw_over(painter: QPainter, lines: Lines, style: MarkStyle) -> None:
    """What lies over the letters: strike and underline."""
    if style.strike is not None:
        painter.setPen(pen_of(style.strike))
        for line in lines:
            _across(painter, line, line.top() + line.height() * _STRIKE_HEIGHT)
    if style.underline is not None:
        painter.setPen(pen_of(style.underline))
        for line in lines:
            _across(painter, line, line.bottom() - style.underline.width / 2)


def draw_outline(painter: QPainter, path: QPainterPath, stroke: Stroke) -> None:
    """The outline of a passage."""
    painter.setPen(pen_of(stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def draw_flash(painter: QPainter, lines: Lines, name: str, strength: float) -> None:
    """A ground that fades: `strength` from 1 to 0."""
    fading = QColor(name)
    fading.setAlphaF(max(0.0, min(1.0, strength)) * 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fading)
    for line in lines:
        painter.drawRoundedRect(line.adjusted(-3, -2, 3, 2), _RADIUS, _RADIUS)


def draw_fold(
    painter: QPainter, box: QRectF, control: str, font: QFont, line: str, ink: str, focus: str | None
) -> None:
    """The frame of a placeholder, with what a click does at its right end; `focus` is the color of its focus frame."""
    pen = QPen(color(focus or line), 2.0 if focus else 1.0)
    if not focus:
        pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _FOLD_RADIUS, _FOLD_RADIUS)
    painter.setPen(color(ink))
    painter.setFont(font)
    painter.drawText(box.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, control)


def _fill(painter: QPainter, lines: Lines, name: str, padding: float, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(name))
    for line in lines:
        painter.drawRoundedRect(line.adjusted(-padding, 0, padding, 0), radius, radius)


def _across(painter: QPainter, line: QRectF, y: float) -> None:
    painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))


@lru_cache(maxsize=64)
def pen_of(stroke: Stroke) -> QPen:
    """The pen for a stroke; the same object for the same one, so don't change it."""
    pen = QPen(color(stroke.color), stroke.width)
    pen.setStyle(_PENS[stroke.pattern])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.pattern is Pattern.DOTTED:
        pen.setDashPattern([1.0, 2.0])
    return pen
