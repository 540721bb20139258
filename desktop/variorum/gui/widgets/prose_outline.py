"""The outline of a passage: one shape around its lines, from rectangles that are given. Knows no marks and no texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_PADDING = 2.0
_RADIUS = 4.5
_STEP = 9.0
"""Ends of neighboring lines that differ by less, in pixels, are brought to the same place: no notches."""

_NEAR = 3.0
"""The same where a passage begins and where it ends: other words may stand beside it there."""

_GAP = 12.0
"""What stands closer to the end of a passage on the same line goes on with it: no more than a space lies between."""

Lines = Sequence[QRectF]


def run_on(passages: Iterable[Lines]) -> list[QRectF]:
    """The lines of passages in the order of the text, with one line where a passage begins right after another."""
    lines: list[QRectF] = []
    for passage in passages:
        last, first = (lines[-1] if lines else None), (passage[0] if passage else None)
        if last is not None and first is not None and last.top() == first.top() and _overlap(last, first) > -_GAP:
            lines[-1] = last.united(first)
            lines += passage[1:]
        else:
            lines += passage
    return lines


def outline_path(lines: Lines, leading: float) -> QPainterPath:
    """One shape around all `lines`; lines of one passage, `leading` pixels apart, grow together."""
    path = QPainterPath()
    for block in _blocks(lines, leading):
        piece = _rounded(_corners(_joined(block)))
        path = piece if path.isEmpty() else path.united(piece)
    return path


def _blocks(lines: Lines, leading: float) -> list[list[QRectF]]:
    """The padded lines, parted where two that follow each other don't meet."""
    blocks: list[list[QRectF]] = []
    for line in lines:
        box = line.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING)
        last = blocks[-1][-1] if blocks else None
        if last is not None and 0 < box.top() - last.top() <= leading + 1 and _overlap(last, box) > 2 * _PADDING:
            blocks[-1].append(box)
        else:
            blocks.append([box])
    return blocks


def _overlap(one: QRectF, other: QRectF) -> float:
    """How many pixels two lines have above each other."""
    return min(one.right(), other.right()) - max(one.left(), other.left())


def _joined(block: Lines) -> list[QRectF]:
    """Each line from where the one above it ends to where it ends itself, between its ends and its neighbor's; ends
    that nearly agree, in agreement."""
    edges = [(upper.bottom() + lower.top()) / 2 for upper, lower in pairwise(block)]
    tops, bottoms = [block[0].top(), *edges], [*edges, block[-1].bottom()]
    lefts = [-x for x in reversed(_leveled([-box.left() for box in reversed(block)]))]
    rights = _leveled([box.right() for box in block])
    return [
        QRectF(QPointF(left, top), QPointF(right, bottom))
        for left, top, right, bottom in zip(lefts, tops, rights, bottoms, strict=True)
    ]


def _leveled(ends: Sequence[float]) -> list[float]:
    """Neighbors that differ by less than a step, at the outermost of their places."""
    runs: list[list[float]] = []
    for number, end in enumerate(ends):
        step = _NEAR if number == len(ends) - 1 else _STEP
        if runs and max(*runs[-1], end) - min(*runs[-1], end) < step:
            runs[-1].append(end)
        else:
            runs.append([end])
    return [max(run) for run in runs for _ in run]


def _corners(rows: Lines) -> list[QPointF]:
    """The corners of rows that stand on each other, down the right side and up the left one, each once."""
    down = [point for row in rows for point in (row.topRight(), row.bottomRight())]
    up = [point for row in reversed(rows) for point in (row.bottomLeft(), row.topLeft())]
    around = [*down, *up]
    return [
        here
        for before, here, after in zip((around[-1], *around), around, (*around[1:], around[0]), strict=False)
        if not (before.x() == here.x() == after.x() or here == before)
    ]


def _rounded(corners: Sequence[QPointF]) -> QPainterPath:
    """A closed line through all corners, each one bent as far as its shorter side allows."""
    path = QPainterPath()
    for before, here, after in zip((corners[-1], *corners), corners, (*corners[1:], corners[0]), strict=False):
        bend = min(_RADIUS, _length(before, here) / 2, _length(here, after) / 2)
        start, end = _towards(here, before, bend), _towards(here, after, bend)
        if path.isEmpty():
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(here, end)
    path.closeSubpath()
    return path


def _length(one: QPointF, other: QPointF) -> float:
    """Of a side, which is level or upright."""
    return abs(one.x() - other.x()) + abs(one.y() - other.y())


def _towards(point: QPointF, other: QPointF, distance: float) -> QPointF:
    return point + (other - point) * (distance / max(_length(point, other), distance, 1e-6))
