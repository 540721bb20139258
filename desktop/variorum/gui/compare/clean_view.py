"""The right version set as a page: lines beside what was added, carets that open where words were taken out.

Knows neither the state nor which carets are open; whoever shows it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from variorum.core.text.model import Span
from variorum.gui.compare.clean import CleanText, Rule, rules_within
from variorum.gui.compare.clean_carets import Caret
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows import Cell, Row
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_view import Column, Spot
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets import prose_paint as paint
from variorum.gui.widgets.passage import Dress, OwnMark, Passage, guessed_height
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Pattern, Stroke
from variorum.gui.widgets.prose_outline import outline_path
from variorum.gui.words import tr

_MARGIN = 40
"""Least room at either side of the text, in pixels: the lines stand in it."""
_BESIDE = 15.0
"""How far beside the text its lines stand."""
_WIDE, _HIGH = 11.0, 7.0
"""Size of a caret."""
_SMALL = 0.6
"""Size of a caret inside a sentence, as a part of it."""
_REACH, _SMALL_REACH = 9.0, 6.0
"""How far beside a caret a click still counts."""
_FRAME = 12.0
"""How far the frame of a placeholder stands out beside the text."""
_TOP, _FOOT = 20, 60
"""Room above the first paragraph and below the last."""


class CleanView(HandledRows):
    """One column of a comfortable measure."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__(theme)
        self._text: CleanText | None = None
        self._rules: Sequence[Rule] = ()
        self._current: int | None = None
        self.tells: Callable[[], bool] = lambda: True
        """Whether tool tips say what a caret stands for."""

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
        number, theme = self._text.item_of(cell.spans[0].start), self._theme.theme
        texts = self._text.passages(number, row.opened)
        dropped = theme.kinds["dropped"]
        line = Stroke(dropped.rule, Pattern.DASHED, 1.0)
        removed = MarkStyle(wash=dropped.wash, ink=theme.ink, underline=line)
        struck = MarkStyle(wash=dropped.wash, ink=theme.ink, strike=Stroke(dropped.rule, width=1.2))
        marks = self.marks[cell.side].within_all(cell.spans)
        width = column.width
        if row.fold is not None:
            marks = [Mark(cell.spans[0], MarkStyle(ink=theme.ink_soft)), *marks]
            width -= self.type.fold_control
        opened = [caret for caret in self._text.carets[number] if caret.number in row.opened]
        return Passage(texts, marks, self.type, width, Dress(theme, removed, struck), self._marks_inside(opened))

    def _marks_inside(self, carets: Sequence[Caret]) -> list[OwnMark]:
        """The marks of the left text on what is open of it: words that one looks for."""
        return [
            OwnMark(caret.number, *units, mark.style)
            for caret in carets
            for span in [caret.text.block.span]
            for mark in (self.marks[Side.LEFT].within(span) if span else ())
            for units in caret.text.ranges_of(mark.span)
        ]

    def below(self, number: int) -> float:
        row = self.rows[number] if number < len(self.rows) else None
        frame = self._frame_gap if row is not None and row.fold is not None else 0
        return round(0.28 * self.type.line_height) + (_TOP if number == 0 else 0) + frame

    @property
    def _frame_gap(self) -> int:
        """Room between the frame of a placeholder and its words, above and below."""
        return round(self.type.size(Role.FOLD) * 0.6)

    def height_of(self, row: Row, passages: Sequence[Passage | None]) -> float:
        height = sum(passage.height for passage in passages if passage is not None)
        return ceil(height) + self._around(row)

    def guess(self, row: Row, columns: Sequence[Column]) -> float:
        if row.fold is not None and not row.fold.open:
            return self.type.leading(Role.FOLD) + self._around(row)
        return guessed_height(row.cells[0].length, self.letter, self.type, columns[0].width) + self._around(row)

    def _around(self, row: Row) -> int:
        """Room above and below a paragraph: more after a headline, before the first one and after the last."""
        span = row.cells[0].spans[0]
        ends = self._text.items if self._text else ()
        room = 2 * round(0.28 * self.type.line_height)
        room += round(0.3 * self.type.line_height) if row.cells[0].role is Role.HEADLINE else 0
        room += 2 * self._frame_gap if row.fold is not None else 0
        room += _TOP if ends and span == ends[0].span else 0
        return room + (_FOOT if ends and span == ends[-1].span else 0)

    # Painting

    def draw_row(self, painter: QPainter, number: int, box: QRect) -> None:
        passage = self.passages(number)[0]
        if passage is None:
            return
        fold = self.rows[number].fold
        if fold is not None:
            control, theme = "hide" if fold.open else "show", self._theme.theme
            frame, font = self._frame(number, box), self.type.font(Role.FOLD)
            paint.draw_fold(painter, frame, control, font, theme.line_strong, theme.ink_soft, None)
            self.draw_passage(painter, number, 0, box)
            return
        self._draw_rules(painter, number, passage, box)
        self.draw_passage(painter, number, 0, box)
        origin = self._origin(number, box)
        for caret in self._carets(number):
            self._draw_caret(painter, caret, passage, origin, opened=caret.number in self.rows[number].opened)

    def _origin(self, number: int, box: QRect) -> QPointF:
        return QPointF(self.columns()[0].x, box.top() + self.below(number))

    def _frame(self, number: int, box: QRect) -> QRectF:
        """The frame of a placeholder, which stands around its first line."""
        column, top, gap = self.columns()[0], box.top() + self.below(number), self._frame_gap
        height = self.type.leading(Role.FOLD) + 2 * gap
        return QRectF(column.x - _FRAME, top - gap, column.width + 2 * _FRAME, height)

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
        theme, size = self._theme.theme, _SMALL if caret.inside else 1.0
        current = caret.number == self._current
        color = QColor(theme.accent if current else theme.kinds["dropped"].rule)
        foot = self._foot(caret, passage) + origin
        wedge = QPainterPath(foot)
        wedge.lineTo(foot + QPointF(size * _WIDE / 2, size * _HIGH))
        wedge.lineTo(foot + QPointF(-size * _WIDE / 2, size * _HIGH))
        wedge.closeSubpath()
        painter.setPen(
            QPen(color, 1.4 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(QColor(theme.paper) if opened else color)
        painter.drawPath(wedge)
        if opened and current:
            rects = [rect.translated(origin) for rect in passage.rects_of_own(caret.number)]
            outline = outline_path(rects, self.type.line_height)
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
            if self._zone(caret, passage, self._origin(spot.row, box)).contains(point):
                return Spot(spot.row, 0, None, caret.number)
        if spot.own is not None and spot.own >= 0 and self._text is not None:
            unit = passage.unit_in_own(QPointF(point) - self._origin(spot.row, box))
            return replace(spot, other=self._text.caret(spot.own).text.offset_at(unit))
        if self.rows[spot.row].fold is not None and self._frame(spot.row, box).contains(point):
            return Spot(spot.row, 0)
        return spot

    def _zone(self, caret: Caret, passage: Passage, origin: QPointF) -> QRectF:
        """Where a click is for a caret."""
        foot, reach = self._foot(caret, passage) + origin, _SMALL_REACH if caret.inside else _REACH
        return QRectF(foot.x() - reach, foot.y() - self.type.px, 2 * reach, self.type.px + 10)

    def opens(self, spot: Spot) -> bool:
        if self.rows[spot.row].fold is not None:
            return spot.cell is not None and spot.offset is None
        return spot.own is not None and spot.own >= 0

    def tip_at(self, spot: Spot, point: QPoint) -> str:
        if not (self.opens(spot) and self.tells()) or self._text is None or spot.own is None or spot.own < 0:
            return ""
        opened = spot.own in self.rows[spot.row].opened
        told = self._text.caret(spot.own).told
        return _tip(told, opened=opened, inside=bool(self._text.caret(spot.own).inside))

    # Words of the left text, where they are open

    def rects_in(self, number: int, side: Side, span: Span) -> list[QRectF]:
        if side is Side.RIGHT:
            return super().rects_in(number, side, span)
        passage, origin = self.passages(number)[0], self._origin(number, self.row_box(number))
        return [
            rect.translated(origin)
            for caret in self._carets(number)
            for units in caret.text.ranges_of(span)
            if passage is not None
            for rect in passage.rects_of_own(caret.number, units)
        ]

    def reveal(self, number: int, side: Side, spans: Sequence[Span], level: float, *, eased: bool) -> None:
        rects = self.rects_in(number, side, spans[0]) if side is Side.LEFT and spans else ()
        if rects:
            self.bring(number, rects[0].top() - self.row_box(number).top(), level, eased=eased)
        else:
            super().reveal(number, side, spans, level, eased=eased)

    def box_of_caret(self, number: int, caret: Caret) -> QRectF:
        """Where a caret of a row is seen, with what it opened to, in coordinates of the view."""
        passage, origin = self.passages(number)[0], self._origin(number, self.row_box(number))
        box = QRectF()
        if passage is not None:
            box = self._zone(caret, passage, origin)
            for rect in passage.rects_of_own(caret.number):
                box = box.united(rect.translated(origin))
        return box


def _tip(told: str, *, opened: bool, inside: bool) -> str:
    if opened:
        return tr("{told}: click to close", told=told)
    return tr("{told}: click to open", told=told) if inside else tr("{told}: click to read", told=told)
