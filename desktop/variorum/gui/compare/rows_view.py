"""A long table of passages of which only what is on screen is set in lines and painted.

What the columns are and how a row looks is for those who derive from it. Knows no jobs and no library.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows import Cell, Row
from variorum.gui.compare.rows_model import RowsModel
from variorum.gui.compare.rows_scroll import ScrolledRows
from variorum.gui.compare.rows_selection import Selection
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets import prose_paint as paint
from variorum.gui.widgets.passage import Passage, Place
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_marks import Mark, MarkLayers
from variorum.gui.widgets.prose_motion import Flash

_KEPT = 160
"""Rows that stay set in lines though they are out of sight."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the passages of a cell stand, in pixels from the left of the view."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies under a point: a row, the cell and the source offset if there are such, else our own words' number.

    `other` is the offset in the other text of a word that is put in.
    """

    row: int
    cell: int | None = None
    offset: int | None = None
    own: int | None = None
    other: int | None = None


class RowsView(ScrolledRows):
    """Shows `rows`, with marks by side and layer."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = RowsModel(self)
        self._set_rows: dict[int, tuple[Passage | None, ...]] = {}
        self.marks = {side: MarkLayers() for side in Side}
        self.type = self.typography()
        self.letter = self.type.advance
        """Width of a character on average, in pixels."""
        self._flashes = {side: Flash(self.viewport()) for side in Side}
        self._selection: Selection | None = None
        self.by_keys = False
        """Whether one goes from row to row by keys, not by the pointer."""
        self.setModel(self._model)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.theme_changed.connect(lambda _: self.set_anew())
        theme.reading_px_changed.connect(self._resize_text)

    # What a kind of table says of itself

    @abstractmethod
    def typography(self) -> Typography:
        """The type at the present reading size."""

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """Where the cells stand at the present width."""

    @abstractmethod
    def set_cell(self, row: Row, cell: Cell, column: Column) -> Passage | None:
        """The passages of a cell set in lines, None for a cell without."""

    @abstractmethod
    def height_of(self, row: Row, passages: Sequence[Passage | None]) -> float:
        """The height of a row that is set, in whole pixels."""

    @abstractmethod
    def guess(self, row: Row, columns: Sequence[Column]) -> float:
        """About how high a row will be."""

    @abstractmethod
    def draw_row(self, painter: QPainter, number: int, box: QRect) -> None:
        """Paint a row into `box`, which is in the coordinates of the view; its ground is there already."""

    def below(self, number: int) -> float:
        return round(0.42 * self.type.line_height)

    @property
    def step(self) -> int:
        return self.type.line_height

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row], speak: Callable[[Row], str]) -> None:
        """Show these rows from the top; nothing is current. `speak` tells a row in words."""
        self._glide.stop()
        for flash in self._flashes.values():
            flash.stop()
        self._selection = None
        self._model.show(rows, speak)
        self.verticalScrollBar().setValue(0)
        self._start()

    def exchange_rows(self, rows: Sequence[Row], speak: Callable[[Row], str]) -> None:
        """Show other rows of the same comparison, most of which are there already; nothing above them moves."""
        heights = {_key(row): self.heights.height(n) for n, row in enumerate(self.rows) if self.heights.is_known(n)}
        lines = {_key(self.rows[number]): passages for number, passages in self._set_rows.items()}
        self._selection = None
        current = self.currentIndex().row()
        stood_on = _place_of(self.rows[current]) if current >= 0 else None
        self._model.show(rows, speak)
        columns = self.columns()
        self._set_rows = {n: lines[_key(row)] for n, row in enumerate(rows) if _key(row) in lines}
        self.begin([heights.get(_key(row)) or self.guess(row, columns) for row in rows])
        for number, row in enumerate(rows):
            if stood_on is not None and _place_of(row) == stood_on:
                self.setCurrentIndex(self._model.index(number))

    def put_marks(self, side: Side, layer: str, marks: Sequence[Mark]) -> None:
        """Replace the marks of a layer on a side. Where they color letters, call `reset_letters` afterwards."""
        self.marks[side].put(layer, marks)
        self.viewport().update()

    def reset_letters(self) -> None:
        """Set what is set anew, in place: inks or bold letters have changed."""
        self._set_rows.clear()
        self.viewport().update()

    def set_anew(self) -> None:
        anchor = self.anchor()
        self._start()
        self.go_to(anchor)

    def _resize_text(self, _: int) -> None:
        self.type = self.typography()
        self.letter = self.type.advance
        self.set_anew()

    def _start(self) -> None:
        """Nothing is set and nothing measured."""
        self._set_rows.clear()
        columns = self.columns()
        self.begin([self.guess(row, columns) for row in self.rows])

    def passages(self, number: int) -> tuple[Passage | None, ...]:
        """The passages of a row, set when they are asked for."""
        found = self._set_rows.get(number)
        if found is None:
            if len(self._set_rows) > _KEPT:
                self._forget_far()
            row = self.rows[number]
            pairs = zip(row.cells, self.columns(), strict=True)
            found = self._set_rows[number] = tuple(self.set_cell(row, cell, column) for cell, column in pairs)
        return found

    def _forget_far(self) -> None:
        seen = self.visible_rows()
        near = range(seen.start - _KEPT // 4, seen.stop + _KEPT // 4)
        self._set_rows = {number: row for number, row in self._set_rows.items() if number in near}

    def true_height(self, number: int) -> float:
        return self.height_of(self.rows[number], self.passages(number))

    # Places

    def reveal(self, number: int, side: Side, spans: Sequence[Span], level: float, *, eased: bool) -> None:
        """Scroll so that a row (and of it the line where `spans` begin) stands at a fraction of the height."""
        below = self.below(number)
        for cell, passage in zip(self.rows[number].cells, self.passages(number), strict=True):
            rects = passage.rects_of(spans[0]) if spans and cell.side is side and passage is not None else ()
            if rects:
                below += rects[0].top()
        self.bring(number, below, level, eased=eased)

    def rects_in(self, number: int, side: Side, span: Span) -> list[QRectF]:
        """A rectangle a line for what a row shows of a span, in coordinates of the view."""
        top = self.row_box(number).top() + self.below(number)
        cells = zip(self.rows[number].cells, self.columns(), self.passages(number), strict=True)
        return [
            rect.translated(column.x, top)
            for cell, column, passage in cells
            if passage is not None and cell.side is side
            for rect in passage.rects_of(span)
        ]

    def flash(self, side: Side, span: Span) -> None:
        """Let a span light up once; not where motion is reduced."""
        if not self._theme.reduced_motion:
            self._flashes[side].start(span)

    def spot_at(self, point: QPoint) -> Spot | None:
        """What lies under a point of the view."""
        y = point.y() + self.verticalScrollBar().value()
        if not self.rows or not 0 <= y < self.heights.total:
            return None
        number = self.heights.at(y)
        for place, (column, passage) in enumerate(zip(self.columns(), self.passages(number), strict=True)):
            if column.x - 4 <= point.x() < column.x + column.width + 4:
                if passage is None:
                    return Spot(number, place)
                inner = QPointF(point.x() - column.x, y - self.heights.top(number) - self.below(number))
                own = passage.own_at(inner)
                return Spot(number, place, passage.offset_at(inner), own.number if own else None)
        return Spot(number)

    # Selection

    def select(self, selection: Selection | None) -> None:
        """Select this and nothing else."""
        if selection != self._selection:
            self._selection = selection
            self.viewport().update()

    def place_at(self, cell: int, point: QPoint) -> tuple[int, Place] | None:
        """The row at a height of the view, and the place in the column `cell` that is nearest to a point."""
        y = point.y() + self.verticalScrollBar().value()
        number = self.heights.at(y)
        if not self.rows or cell >= len(self.rows[number].cells):
            return None
        passage = self.passages(number)[cell]
        inner = QPointF(point.x() - self.columns()[cell].x, y - self.heights.top(number) - self.below(number))
        return number, passage.place_at(inner) if passage else (0, 0)

    def selected_text(self) -> str:
        """What is selected, rows apart by an empty line; else the words of the row one stands on, "" without one."""
        if self._selection is not None:
            return self._words(whole=False)
        current = self.currentIndex().row()
        if current < 0:
            return ""
        passages = (passage for passage in self.passages(current) if passage is not None)
        return "\t".join(passage.words_between((0, 0), passage.end) for passage in passages)

    def chosen_words(self) -> str:
        """What is selected, with the whole of the words at its ends, rows apart by an empty line; "" where nothing
        is."""
        return self._words(whole=True).strip()

    def chosen_texts(self) -> tuple[str, ...]:
        """What is selected; while one goes by keys and nothing is, the passages of the row one stands on."""
        words, row = self.chosen_words(), self.row_with_frame()
        if words or row is None:
            return (words,) if words else ()
        return tuple(passage.words_between((0, 0), passage.end) for passage in self.passages(row) if passage)

    def _words(self, *, whole: bool) -> str:
        selection = self._selection
        found = [self._selected_in(number, selection.cell) for number in selection.rows] if selection else []
        told = (passage.words_between(*ends, whole=whole) for passage, ends in found if passage is not None and ends)
        return "\n\n".join(filter(None, told))

    def _selected_in(self, number: int, cell: int) -> tuple[Passage | None, tuple[Place, Place] | None]:
        passage = self.passages(number)[cell]
        if self._selection is None or passage is None or cell != self._selection.cell:
            return passage, None
        return passage, self._selection.inside(number, passage.end)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.theme.paper))
        top = self.verticalScrollBar().value()
        for number in self.heights.between(top + event.rect().top(), top + event.rect().bottom()):
            box = self.row_box(number)
            self.draw_row(painter, number, box)
            if number == self.row_with_frame():
                self._draw_cursor(painter, box)
        painter.end()

    def row_with_frame(self) -> int | None:
        """The row that is framed: the current one, while one goes by keys."""
        current = self.currentIndex().row()
        return current if self.by_keys and self.hasFocus() and current >= 0 else None

    def _draw_cursor(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(3, 2, -3, -3), 5, 5)

    def draw_passage(self, painter: QPainter, number: int, place: int, box: QRect) -> None:
        """Paint what a cell of a row holds, with its marks and what flashes."""
        cell, column = self.rows[number].cells[place], self.columns()[place]
        passage, selected = self._selected_in(number, place)
        if passage is None:
            return
        painter.save()
        painter.translate(QPointF(column.x, box.top() + self.below(number)))
        lit = self._flashes[cell.side].now
        if lit is not None:
            paint.draw_flash(painter, passage.rects_of(lit[0]), self._theme.theme.focus, lit[1])
        passage.draw(painter, self.marks[cell.side].within_all(cell.spans), selected)
        painter.restore()


def _key(row: Row) -> tuple[object, ...]:
    """What a row that looks the same is known by in another list of rows."""
    return row.claim, row.fold is not None, row.cells, row.opened


def _place_of(row: Row) -> tuple[object, ...]:
    """What a row at the same place is known by, whatever is open in it."""
    return row.claim, row.fold is not None, row.cells
