"""The right version set as a page: lines beside what was added, carets that open where passages were dropped.

Knows neither the state nor which carets are open; whoever shows it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from variorum.gui.compare.clean import Caret, CleanText, Rule, rules_within
from variorum.gui.compare.rows import Cell, Row
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_view import Column, Spot
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets import prose_paint as paint
from variorum.gui.widgets.passage import Dress, Passage, guessed_height
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.widgets.prose_marks import MarkStyle, Pattern, Stroke

_MARGIN = 40
"""Least room at either side of the text, in pixels: the lines stand in it."""
_BESIDE = 15.0
"""How far beside the text its lines stand."""
_WIDE, _HIGH = 11.0, 7.0
"""Size of a caret."""
_REACH = 9.0
"""How far beside a caret a click still counts."""
_TOP, _FOOT = 20, 60
"""Room above the first paragraph and below the last."""


class CleanView(HandledRows):
    """One column of a comfortable measure."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__(theme)
        self._text: CleanText | None = None
        self._rules: Sequence[Rule] = ()
        self._current: int | None = None

    def show_text(self, text: CleanText | None) -> None:
        """The rows shown from now on are of this text."""
        self._text = text

    def put_rules(self, rules: Sequence[Rule]) -> None:
        """Draw these lines, sorted by where they stand."""
        self._rules = rules
        self.viewport().update()

    def set_current_caret(self, number: int | None) -> None:
        """One stands on what a caret stands for, or on none."""
        self._current = number
        self.viewport().update()

    # How rows are set

    def typography(self) -> Typography:
        return Typography(self._theme, self._theme.reading_px)

    def columns(self) -> Sequence[Column]:
        width = min(self.type.measure(), max(60.0, self.viewport().width() - 2 * _MARGIN))
        return (Column(round((self.viewport().width() - width) / 2), width),)

    def set_cell(self, row: Row, cell: Cell, column: Column) -> Passage | None:
        if self._text is None:
            return None
        text = self._text.passage(self._text.paragraph_of(cell.spans[0].start), row.opened)
        dropped = self._theme.theme.kinds["dropped"]
        line = Stroke(dropped.rule, Pattern.DASHED, 1.0)
        removed = MarkStyle(wash=dropped.wash, ink=self._theme.theme.ink, underline=line)
        marks = self.marks[cell.side].within_all(cell.spans)
        return Passage([text], marks, self.type, column.width, Dress(self._theme.theme, removed))

    def below(self, number: int) -> float:
        return round(0.28 * self.type.line_height) + (_TOP if number == 0 else 0)

    def height_of(self, row: Row, passages: Sequence[Passage | None]) -> float:
        height = sum(passage.height for passage in passages if passage is not None)
        return ceil(height) + self._around(row)

    def guess(self, row: Row, columns: Sequence[Column]) -> float:
        return guessed_height(row.cells[0].length, self.letter, self.type, columns[0].width) + self._around(row)

    def _around(self, row: Row) -> int:
        """Room above and below a paragraph: more after a headline, before the first one and after the last."""
        span = row.cells[0].spans[0]
        ends = self._text.paragraphs if self._text else ()
        room = 2 * round(0.28 * self.type.line_height)
        room += round(0.3 * self.type.line_height) if row.cells[0].role is Role.HEADLINE else 0
        room += _TOP if ends and span == ends[0][0] else 0
        return room + (_FOOT if ends and span == ends[-1][0] else 0)

    # Painting

    def draw_row(self, painter: QPainter, number: int, box: QRect) -> None:
        passage = self.passages(number)[0]
        if passage is None:
            return
        self._draw_rules(painter, number, passage, box)
        self.draw_passage(painter, number, 0, box)
        origin = self._origin(number, box)
        for caret in self._carets(number):
            self._draw_caret(painter, caret, passage, origin, opened=caret.number in self.rows[number].opened)

    def _origin(self, number: int, box: QRect) -> QPointF:
        return QPointF(self.columns()[0].x, box.top() + self.below(number))

    def _carets(self, number: int) -> tuple[Caret, ...]:
        if self._text is None or number >= len(self._text.carets):
            return ()
        return self._text.carets[number]

    def _draw_rules(self, painter: QPainter, number: int, passage: Passage, box: QRect) -> None:
        """Each line as high as what stands beside it."""
        origin = self._origin(number, box)
        for rule in rules_within(self._rules, self.rows[number].cells[0].spans[0]):
            rects = passage.rects_of(rule.span)
            if rects:
                painter.setPen(paint.pen_of(rule.stroke))
                x = origin.x() - _BESIDE
                painter.drawLine(QPointF(x, origin.y() + rects[0].top()), QPointF(x, origin.y() + rects[-1].bottom()))

    def _draw_caret(self, painter: QPainter, caret: Caret, passage: Passage, origin: QPointF, *, opened: bool) -> None:
        """A wedge under the gap, full where it is closed; what it opened to is outlined while one stands on it."""
        theme = self._theme.theme
        current = caret.number == self._current
        color = QColor(theme.accent if current else theme.kinds["dropped"].rule)
        foot = self._foot(caret, passage) + origin
        wedge = QPainterPath(foot)
        wedge.lineTo(foot + QPointF(_WIDE / 2, _HIGH))
        wedge.lineTo(foot + QPointF(-_WIDE / 2, _HIGH))
        wedge.closeSubpath()
        painter.setPen(QPen(color, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(QColor(theme.paper) if opened else color)
        painter.drawPath(wedge)
        if opened and current:
            rects = [rect.translated(origin) for rect in passage.rects_of_own(caret.number)]
            outline = paint.outline_path(rects, self.type.line_height)
            paint.draw_outline(painter, outline, Stroke(theme.accent, Pattern.SOLID, 1.6))

    @staticmethod
    def _foot(caret: Caret, passage: Passage) -> QPointF:
        """Where the tip of a caret stands: under the gap, at the head of a paragraph before its first letter."""
        text = passage.texts[0]
        unit = text.unit_after(caret.offset)
        shift = 1.0 if unit else -_WIDE / 2
        return passage.foot_of(0, unit) + QPointF(shift, 1)

    # Carets under the hand

    def spot_at(self, point: QPoint) -> Spot | None:
        spot = super().spot_at(point)
        if spot is None:
            return None
        passage, box = self.passages(spot.row)[0], self.row_box(spot.row)
        if passage is None:
            return spot
        for caret in self._carets(spot.row):
            foot = self._foot(caret, passage) + self._origin(spot.row, box)
            if QRectF(foot.x() - _REACH, foot.y() - self.type.px, 2 * _REACH, self.type.px + 10).contains(point):
                return Spot(spot.row, 0, None, caret.number)
        return spot

    def opens(self, spot: Spot) -> bool:
        return spot.own is not None and spot.own >= 0

    def tip_at(self, spot: Spot, point: QPoint) -> str:
        if not self.opens(spot) or self._text is None or spot.own is None:
            return ""
        opened = spot.own in self.rows[spot.row].opened
        told = self._text.caret(spot.own).told
        return f"{told}: click to {'close' if opened else 'read'}"
