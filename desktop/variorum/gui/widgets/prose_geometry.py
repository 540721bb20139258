"""Where the lines of a text document stand: rectangles of ranges, what is visible, what is under a point.

All coordinates are the document's. Knows no articles, no marks and no painting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from variorum.gui.widgets.prose_layout import Range
from variorum.gui.widgets.prose_lines import has_right_to_left, stretches

ASCENT = 0.95
"""How far above the baseline a rectangle begins, in letter sizes: a little over the capitals."""
DESCENT = 0.31
"""How far below it the rectangle ends."""
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
        mixed = has_right_to_left(block.text())
        found = []
        for line in _lines(block, piece.start, piece.end):
            start = max(piece.start, line.textStart())
            end = min(piece.end, line.textStart() + line.textLength())
            top = origin.y() + line.y() + line.ascent() - size * ASCENT
            for left, right in stretches(line, start, end, mixed):
                found.append(QRectF(origin.x() + left, top, right - left, size * (ASCENT + DESCENT)))
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
        # From the top in growing steps: the rectangle of a block has everything above it laid out, nothing below.
        last = self._document.blockCount() - 1
        step = 1
        while step < last and self.block_rect(step).bottom() <= y:
            step *= 2
        numbers = range(step // 2, min(step, last) + 1)
        found = bisect_left(numbers, y, key=lambda number: self.block_rect(number).bottom())
        return min(numbers.start + found, last)

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
