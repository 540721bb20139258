"""Puts bands of cells onto pages, and draws them: the head of every page, its number, what a band stands on.

A band is kept together where it can be, and cut between lines where it is longer than a page has room. Knows no
comparison. Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.export.paper import Paper
from variorum.gui.printing.typesetting import FAINT, POINT, SOFT, Block, Face, Run, Spacing

TWIPS = 1440 / 25.4
"""Twips in a millimeter."""
_SIDE, _TOP, _BOTTOM = 17 * TWIPS, 17 * TWIPS, 19 * TWIPS
_HEAD_GAP, _FOOT = 7 * TWIPS, 10 * TWIPS
_SMALL = Face(7.5, serif=False)
_KEPT_TOGETHER = 0.5
"""Share of a page up to which a band goes to the next page rather than being cut."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks one above the other, `x` from the left edge of the text. `rule` is the color of a line at its left."""

    x: float
    blocks: tuple[Block, ...]
    rule: str | None = None
    outlined: bool = False
    """Whether a dotted frame stands around it, `width` wide."""
    width: float = 0

    @property
    def height(self) -> float:
        """From the top of the first block to the bottom of the last."""
        return sum(block.above + block.height for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Band:
    """Cells side by side. `line` is the weight in points of a rule above it; `keep` ties it to the next band."""

    cells: tuple[Cell, ...]
    above: float = 0
    padding: float = 0
    line: float = 0
    line_color: str = FAINT
    keep: bool = False

    @property
    def height(self) -> float:
        """With the room around its cells."""
        return self.above + 2 * self.padding + max((cell.height for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed: bands, and what stands at the head of all pages but the first, and at every foot."""

    bands: tuple[Band, ...]
    running: str
    foot: str
    title: str


def text_width(paper: Paper) -> float:
    """Twips between the margins."""
    return paper.width * TWIPS - 2 * _SIDE


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a band from `start` to `end` of its height, at `y` of the page."""

    band: Band
    y: float
    start: float
    end: float


class Pages:
    """A sheet put onto pages of a paper. Raises `CanceledError` while it is made."""

    def __init__(self, sheet: Sheet, paper: Paper, should_cancel: ShouldCancel = never) -> None:
        self._sheet, self._paper = sheet, paper
        self._room = paper.height * TWIPS - _TOP - _BOTTOM
        self._pages: list[list[_Piece]] = [[]]
        self._y = 0.0
        for index, band in enumerate(sheet.bands):
            check(should_cancel)
            self._place(band, self._tied(sheet.bands[index:]))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def _tied(self, bands: Sequence[Band]) -> float:
        """The height of a band with those that it must not be parted from."""
        height = 0.0
        for band in bands:
            height += band.height
            if not band.keep:
                break
        return height

    def _place(self, band: Band, tied: float) -> None:
        left = self._room - self._y
        if tied > left and self._pages[-1] and (band.keep or band.height <= self._room * _KEPT_TOGETHER):
            self._turn()
            left = self._room - self._y
        start = 0.0
        while band.height - start > left:
            end = _break_in(band, start, left)
            if end <= start and self._pages[-1]:
                self._turn()
                left = self._room - self._y
                continue
            end = end if end > start else start + left
            self._pages[-1].append(_Piece(band, self._y, start, end))
            start = end
            self._turn()
            left = self._room - self._y
        self._pages[-1].append(_Piece(band, self._y, start, band.height))
        self._y += band.height - start

    def _turn(self) -> None:
        self._pages.append([])
        self._y = _HEAD_GAP

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw page `number`, from 0, on a painter whose units are twips."""
        width = text_width(self._paper)
        painter.save()
        painter.translate(_SIDE, _TOP)
        if number:
            Block([Run(self._sheet.running, _SMALL, SOFT)], width).draw(painter, 0, -2 * TWIPS, range(1))
            _line(painter, 3.2 * TWIPS, width, 0.4, FAINT)
        y = self._room + _FOOT - 4 * TWIPS
        Block([Run(self._sheet.foot, _SMALL, SOFT)], width).draw(painter, 0, y, range(1))
        right = Spacing(align=Qt.AlignmentFlag.AlignRight)
        Block([Run(f"{number + 1} / {self.count}", _SMALL, SOFT)], width, right).draw(painter, 0, y, range(1))
        for piece in self._pages[number]:
            _draw_piece(painter, piece, width)
        painter.restore()


def _lines(band: Band) -> list[tuple[Cell, Block, int, float, float]]:
    """All lines of a band with where they begin and end in its height."""
    found = []
    for cell in band.cells:
        y = band.above + band.padding
        for block in cell.blocks:
            y += block.above
            found += [(cell, block, n, y + top, y + block.bottom(n)) for n, top in enumerate(block.tops)]
            y += block.height
    return found


def _break_in(band: Band, start: float, room: float) -> float:
    """Where to cut a band so that what is from `start` on fills `room` at most, and no line of any cell is cut."""
    lines = _lines(band)
    end = start + room
    while True:
        cut = [top for *_, top, bottom in lines if top < end - 0.01 and bottom > end + 0.01]
        if not cut:
            return end
        end = min(cut)
        if end <= start:
            return start


def _draw_piece(painter: QPainter, piece: _Piece, width: float) -> None:
    band, shift = piece.band, piece.y - piece.start
    top, bottom = max(piece.start, band.above) + shift, piece.end + shift
    if band.line and piece.start <= band.above and piece.y != _HEAD_GAP:  # there the head of the page has one
        _line(painter, band.above + shift, width, band.line, band.line_color)
    for cell in band.cells:
        if cell.rule is not None:
            painter.fillRect(QRectF(cell.x - 3.2 * TWIPS, top + 30, 2 * POINT, bottom - top - 60), QColor(cell.rule))
        if cell.outlined:
            painter.setPen(QPen(QColor(SOFT), 0.6 * POINT, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell.x - 70, top + 40, cell.width + 140, bottom - top - 80), 60, 60)
    for cell, block, number, start, end in _lines(band):
        if start >= piece.start - 0.01 and end <= piece.end + 0.01:
            block.draw(painter, cell.x, start + shift - block.tops[number], range(number, number + 1))


def _line(painter: QPainter, y: float, width: float, weight: float, color: str) -> None:
    painter.setPen(QPen(QColor(color), weight * POINT))
    painter.drawLine(QPointF(0, y), QPointF(width, y))
