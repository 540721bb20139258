"""Where the lines of a text document stand: rectangles of ranges, what is visible, what is under a point.

All coordinates are the document's. Knows no articles, no marks and no painting.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from variorum.gui.widgets.prose_layout import Range

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff]")
_ASCENT = 0.95
"""How far above the baseline a rectangle begins, in letter sizes: a little over the capitals."""
_DESCENT = 0.31
_BRIDGE = 6.0
"""Pieces of a line nearer than this, in pixels, are one: glyphs leave out the spaces between directions."""
_SLACK = 4.0
"""How far beside a line's ends the pointer still counts as on it, in pixels."""


class ProseGeometry:
    """Line rectangles of a document in its present layout."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document

    def block_rect(self, number: int) -> QRectF:
        """The rectangle of a block's lines, without its margins."""
        return self._rect(self._document.findBlockByNumber(number))

    def rects(self, piece: Range) -> list[QRectF]:
        """A rectangle for each line that `piece` touches; more where a line changes direction inside it."""
        block = self._document.findBlockByNumber(piece.block)
        origin = self._rect(block).topLeft()
        size = block.charFormat().font().pixelSize()
        mixed = _has_right_to_left(block.text())
        found = []
        for line in _lines(block, piece.start, piece.end):
            start = max(piece.start, line.textStart())
            end = min(piece.end, line.textStart() + line.textLength())
            top = origin.y() + line.y() + line.ascent() - size * _ASCENT
            for left, right in _stretches(line, start, end, mixed):
                found.append(QRectF(origin.x() + left, top, right - left, size * (_ASCENT + _DESCENT)))
        return found

    def visible(self, top: float, bottom: float) -> tuple[int, int]:
        """The first and last position of the lines between two heights."""
        first = self._block_at_height(top)
        last = self._block_at_height(bottom)
        return self._position_at_height(first, top), self._position_at_height(last, bottom, after=True)

    def position_under(self, point: QPointF) -> int | None:
        """The position of the character under `point`, or None beside the text."""
        block = self._document.findBlockByNumber(self._block_at_height(point.y()))
        rect = self._rect(block)
        if not rect.top() <= point.y() <= rect.bottom():
            return None
        line = _line_at(block, point.y() - rect.top())
        if line is None:
            return None
        x = point.x() - rect.left()
        text = line.naturalTextRect()
        if not text.left() - _SLACK <= x <= text.right() + _SLACK:
            return None
        last = line.textStart() + line.textLength() - 1
        at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return block.position() + max(line.textStart(), min(at, last))

    def _rect(self, block: QTextBlock) -> QRectF:
        return self._document.documentLayout().blockBoundingRect(block)

    def _block_at_height(self, y: float) -> int:
        """The number of the first block that ends below `y`, else the last."""
        numbers = range(self._document.blockCount())
        found = bisect_left(numbers, y, key=lambda number: self.block_rect(number).bottom())
        return min(found, len(numbers) - 1)

    def _position_at_height(self, number: int, y: float, after: bool = False) -> int:
        block = self._document.findBlockByNumber(number)
        line = _line_at(block, y - self._rect(block).top())
        if line is None:
            return block.position()
        return block.position() + line.textStart() + (line.textLength() if after else 0)


def _line_at(block: QTextBlock, y: float) -> QTextLine | None:
    """The first line of `block` that ends below `y` (from the block's top), else its last one."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return None
    number = bisect_left(range(count), y, key=lambda n: layout.lineAt(n).rect().bottom())
    return layout.lineAt(min(number, count - 1))


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[QTextLine]:
    """The lines of `block` that hold any of its units from `start` to `end`."""
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    number = line.lineNumber() if line.isValid() else layout.lineCount()
    for each in range(number, layout.lineCount()):
        line = layout.lineAt(each)
        if line.textStart() >= end:
            return
        yield line


def _x(line: QTextLine, position: int) -> float:
    # The binding returns (x, the position it took); its stubs say "object".
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def _stretches(line: QTextLine, start: int, end: int, mixed: bool) -> list[tuple[float, float]]:
    """What the units from `start` to `end` cover of `line`, as left and right edges."""
    if mixed:
        boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
        return _joined(sorted((box.left(), box.right()) for box in boxes))
    left, right = sorted((_x(line, start), _x(line, end)))
    return [(left, min(right, max(left, line.naturalTextRect().right())))]


def _joined(cells: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in cells:
        if joined and left <= joined[-1][1] + _BRIDGE:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _has_right_to_left(text: str) -> bool:
    """Whether any letter belongs to a script written from right to left (Hebrew to Arabic, and its forms)."""
    return _RIGHT_TO_LEFT.search(text) is not None
