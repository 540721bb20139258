"""A long table of passages of which only what is on screen is set in lines and painted.

A list view, so that screen readers find its rows, with heights, scrolling and painting of its own. What the columns are
and how a row looks is for those who derive from it. Knows no jobs and no library.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.row_heights import RowHeights
from variorum.gui.compare.rows import Row
from variorum.gui.compare.rows_model import RowsModel
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.passage import Passage
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_marks import Mark, MarkLayers
from variorum.gui.widgets.prose_motion import Flash, Glide

SMALLER = 2
"""Pixels by which prose is set smaller than in the reader, as in the panes of the other mode."""
SLICE = 0.005
"""Seconds of measuring before the window gets its turn."""
_KEPT = 160
"""Rows that stay set in lines though they are out of sight."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """Where the passages of a cell stand, in pixels from the left of the view."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies under a point: a row, the cell and the source offset if there are such."""

    row: int
    cell: int | None
    offset: int | None


class RowsView(QListView):
    """Rows below each other, scrolled by the pixel. Heights out of sight are guessed, then measured in slices."""

    scrolled = Signal()
    measured = Signal()
    """Every row's height is known."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RowsModel(self)
        self._heights = RowHeights()
        self._set_rows: dict[int, tuple[Passage | None, ...]] = {}
        self._settling = False
        self._to_shift = 0.0
        self.marks = {side: MarkLayers() for side in Side}
        self.type = self._typography()
        self._glide = Glide(self.verticalScrollBar())
        self._flashes = {side: Flash(self.viewport()) for side in Side}
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._measure_slice)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        theme.theme_changed.connect(self.set_anew)
        theme.reading_px_changed.connect(self._resize_text)

    def _typography(self) -> Typography:
        return Typography(self._theme, self._theme.reading_px - SMALLER, column=True)

    # What a kind of table says of itself

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """Where the cells stand at the present width."""

    @abstractmethod
    def set_row(self, row: Row, columns: Sequence[Column]) -> tuple[Passage | None, ...]:
        """The passages of a row set in lines, one for each cell, None for a cell without."""

    @abstractmethod
    def height_of(self, row: Row, passages: Sequence[Passage | None]) -> float:
        """The height of a row that is set, in whole pixels."""

    @abstractmethod
    def guess(self, row: Row, columns: Sequence[Column]) -> float:
        """About how high a row will be."""

    @abstractmethod
    def draw_row(self, painter: QPainter, number: int, box: QRect) -> None:
        """Paint a row into `box`, which is in the coordinates of the view; its ground is there already."""

    @property
    def padding(self) -> int:
        """Pixels above the first line of a row."""
        return round(0.42 * self.type.line_height)

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row], shown: Presentation | None) -> None:
        """Show these rows from the top; nothing is current."""
        self._glide.stop()
        for flash in self._flashes.values():
            flash.stop()
        self._model.show(rows, shown)
        self.verticalScrollBar().setValue(0)
        self._start()

    def exchange_rows(self, rows: Sequence[Row], shown: Presentation) -> None:
        """Show other rows of the same comparison, most of which are there already; nothing above them moves."""
        heights = {_key(row): self._heights.height(n) for n, row in enumerate(self.rows) if self._heights.is_known(n)}
        lines = {_key(self.rows[number]): passages for number, passages in self._set_rows.items()}
        current = self.currentIndex().row()
        stood_on = _key(self.rows[current]) if current >= 0 else None
        self._model.show(rows, shown)
        columns = self.columns()
        self._set_rows = {n: lines[_key(row)] for n, row in enumerate(rows) if _key(row) in lines}
        self._heights = RowHeights([heights.get(_key(row)) or self.guess(row, columns) for row in rows])
        for number, row in enumerate(rows):
            if _key(row) in heights:
                self._heights.tell(number, heights[_key(row)])
            if _key(row) == stood_on:
                self.setCurrentIndex(self._model.index(number))
        self._shift()
        self._settle()
        self._turn.start()
        self.viewport().update()

    def put_marks(self, side: Side, layer: str, marks: Sequence[Mark]) -> None:
        """Replace the marks of a layer on a side. Where they color letters, call `reset_letters` afterwards."""
        self.marks[side].put(layer, marks)
        self.viewport().update()

    def reset_letters(self) -> None:
        """Set what is set anew, in place: inks or bold letters have changed."""
        self._set_rows.clear()
        self.viewport().update()

    def set_anew(self, _: object = None) -> None:
        """Set every row anew and stay at the place: the width, the size or the theme has changed."""
        anchor = self.anchor()
        self._start()
        self.go_to(anchor)

    def _resize_text(self, _: int) -> None:
        self.type = self._typography()
        self.set_anew()

    def _start(self) -> None:
        """Nothing is measured."""
        self._set_rows.clear()
        columns = self.columns()
        self._heights = RowHeights([self.guess(row, columns) for row in self.rows])
        self.updateGeometries()
        self._settle()
        self._turn.start()
        self.viewport().update()

    # Heights

    def passages(self, number: int) -> tuple[Passage | None, ...]:
        """The passages of a row, set when they are asked for."""
        found = self._set_rows.get(number)
        if found is None:
            if len(self._set_rows) > _KEPT:
                self._forget_far()
            found = self._set_rows[number] = self.set_row(self.rows[number], self.columns())
        return found

    def _forget_far(self) -> None:
        seen = self.visible_rows()
        near = range(seen.start - _KEPT // 4, seen.stop + _KEPT // 4)
        self._set_rows = {number: row for number, row in self._set_rows.items() if number in near}

    def visible_rows(self) -> range:
        """The rows any of which is on screen."""
        top = self.verticalScrollBar().value()
        return self._heights.between(top, top + self.viewport().height() - 1)

    def row_box(self, number: int) -> QRect:
        """Where a row stands, in coordinates of the view."""
        top = round(self._heights.top(number)) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), round(self._heights.height(number)))

    def _measure(self, number: int) -> None:
        """Tell the true height of a row; what is on screen is to stay, so note by how much it is to be scrolled."""
        above = self._heights.top(number) < self.verticalScrollBar().value() + self._to_shift
        difference = self._heights.tell(number, self.height_of(self.rows[number], self.passages(number)))
        self._to_shift += difference if above else 0.0

    def _settle(self) -> None:
        """Have true heights for all that is on screen."""
        if self._settling or not self.rows:
            return
        while unknown := [number for number in self.visible_rows() if not self._heights.is_known(number)]:
            for number in unknown:
                self._measure(number)
            self._shift()

    def _shift(self) -> None:
        """Heights have changed: what is on screen stays where it is."""
        self._settling = True
        value = self.verticalScrollBar().value() + round(self._to_shift)
        self._to_shift = 0.0
        self.updateGeometries()
        self.verticalScrollBar().setValue(value)
        self._settling = False

    def _measure_slice(self) -> None:
        """Measure some rows out of sight; not while gliding, whose goal must stay."""
        if self._glide.target != self.verticalScrollBar().value():
            return
        stop = perf_counter() + SLICE
        while (number := self._heights.next_unknown()) is not None and perf_counter() < stop:
            self._measure(number)
        self._shift()
        if number is None:
            self._turn.stop()
            self.measured.emit()

    def extent(self, number: int) -> tuple[float, float]:
        """Top and bottom of a row in pixels from the top of the table, as far as it is known."""
        top = self._heights.top(number)
        return top, top + self._heights.height(number)

    # Places

    def anchor(self) -> tuple[int, float]:
        """The row at the top of the view and how far one is below its top, as a share of its height."""
        value = self.verticalScrollBar().value()
        if not self.rows or not value:
            return 0, 0.0
        number = self._heights.at(value)
        return number, (value - self._heights.top(number)) / max(1.0, self._heights.height(number))

    def go_to(self, anchor: tuple[int, float]) -> None:
        """Go back to a place given by `anchor()`, at once."""
        number, share = anchor
        if number < len(self.rows):
            self._measure_around(number, 0.0)
            self._scroll_to(self._heights.top(number) + share * self._heights.height(number), eased=False)

    def reveal(self, number: int, side: Side | None, spans: Sequence[Span], level: float, *, eased: bool) -> None:
        """Scroll so that a row (and of it the line where `spans` begin) stands at a fraction of the height."""
        self._measure_around(number, level)
        below = self._line_of(number, side, spans[0]) if side and spans else self.padding
        goal = self._heights.top(number) + below - level * self.viewport().height()
        self._scroll_to(goal, eased=eased)

    def _measure_around(self, number: int, level: float) -> None:
        """Have true heights of all that will be on screen when a row stands at a fraction of the height."""
        room = self.viewport().height()
        for step, height in ((-1, level * room), (1, (1.0 - level) * room)):
            at = number
            while height > 0 and 0 <= at < len(self.rows):
                if not self._heights.is_known(at):
                    self._measure(at)
                height -= self._heights.height(at)
                at += step
        self._shift()

    def _scroll_to(self, goal: float, *, eased: bool) -> None:
        """Go there; from far the last screen only, so that nobody waits and no row on the way is measured."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        goal = max(0.0, min(goal, float(bar.maximum())))
        eased = eased and not self._theme.reduced_motion and self.isVisible()
        if eased and abs(goal - bar.value()) > room:
            self._glide.stop()
            bar.setValue(round(goal + (room if bar.value() > goal else -room) / 2))
        self._glide.to(round(goal), eased)

    def _line_of(self, number: int, side: Side, span: Span) -> float:
        """How far below a row's top the line stands on which `span` begins."""
        for cell, passage in zip(self.rows[number].cells, self.passages(number), strict=False):
            rects = passage.rects_of(span) if cell.side is side and passage is not None else ()
            if rects:
                return rects[0].top() + self.padding
        return float(self.padding)

    def flash(self, side: Side, span: Span) -> None:
        """Let a span light up once; not where motion is reduced."""
        if not self._theme.reduced_motion:
            self._flashes[side].start(span)

    def spot_at(self, point: QPoint) -> Spot | None:
        """What lies under a point of the view."""
        y = point.y() + self.verticalScrollBar().value()
        if not self.rows or y >= self._heights.total:
            return None
        number = self._heights.at(y)
        for place, (column, passage) in enumerate(zip(self.columns(), self.passages(number), strict=False)):
            if column.x - 4 <= point.x() < column.x + column.width + 4:
                inner = QPointF(point.x() - column.x, y - self._heights.top(number) - self.padding)
                return Spot(number, place, passage.offset_at(inner) if passage else None)
        return Spot(number, None, None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.theme.paper))
        top = self.verticalScrollBar().value()
        for number in self._heights.between(top + event.rect().top(), top + event.rect().bottom()):
            box = self.row_box(number)
            self.draw_row(painter, number, box)
            if self.hasFocus() and number == self.currentIndex().row():
                self._draw_cursor(painter, box)
        painter.end()

    def _draw_cursor(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(3, 2, -3, -3), 5, 5)

    def flashing(self, side: Side) -> tuple[Span, float] | None:
        """What flashes on a side, and how strongly from 1 to 0."""
        return self._flashes[side].now

    # What Qt asks of a list view

    def doItemsLayout(self) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.type.line_height)
        bar.setPageStep(room)
        bar.setRange(0, max(0, round(self._heights.total) - room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.set_anew()
        else:
            self.updateGeometries()
            self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._settling:
            self.viewport().update()
            return
        self.viewport().scroll(0, dy)
        self._settle()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        return self.row_box(index.row()) if 0 <= index.row() < len(self.rows) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        spot = self.spot_at(point)
        return QModelIndex() if spot is None else self._model.index(spot.row)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        if 0 <= index.row() < len(self.rows):
            self._measure_around(index.row(), 0.5)
            box, room = self.row_box(index.row()), self.viewport().height()
            if box.top() < 0 or box.bottom() >= room:
                by = box.top() if box.top() < 0 or box.height() > room else box.bottom() + 1 - room
                self._scroll_to(self.verticalScrollBar().value() + by, eased=False)

    def setSelection(self, rect: QRect, command: object) -> None:
        """Rows are not selected."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion()


def _key(row: Row) -> tuple[object, ...]:
    """What a row is known by in another list of rows."""
    return row.claim, row.fold is not None, row.cells if row.claim is None else ()
