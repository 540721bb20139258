"""Rows below each other, scrolled by the pixel: heights out of sight are guessed, then measured in slices.

A list view, so that screen readers find its rows. Knows rows by their numbers only.
"""

from __future__ import annotations

from abc import abstractmethod
from time import perf_counter

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from variorum.gui.compare.row_heights import RowHeights
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_motion import Glide

SLICE = 0.005
"""Seconds of measuring before the window gets its turn."""
Index = QModelIndex | QPersistentModelIndex


class ScrolledRows(QListView):
    """Nothing that is on screen moves when a guess was wrong."""

    scrolled = Signal()
    measured = Signal()
    """Every row's height is known."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heights = RowHeights()
        self._settling = False
        self._to_shift = 0.0
        self._glide = Glide(self.verticalScrollBar())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._measure_slice)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)  # whoever sets the current row knows whether it is to be brought into view
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    @abstractmethod
    def true_height(self, number: int) -> float:
        """The height of a row, in whole pixels."""

    @abstractmethod
    def below(self, number: int) -> float:
        """How far below a row's top its first line stands."""

    @property
    @abstractmethod
    def step(self) -> int:
        """The height of a line in pixels."""

    @abstractmethod
    def set_anew(self) -> None:
        """Set every row anew and stay at the place: the width has changed."""

    def begin(self, guesses: list[float]) -> None:
        """Other rows, about so high: measure what is on screen at once and the rest when there is time."""
        self._glide.stop()
        self.heights = RowHeights(guesses)
        self.updateGeometries()
        self.settle()
        self._turn.start()
        self.viewport().update()

    # Heights

    def visible_rows(self) -> range:
        """The rows any of which is on screen."""
        top = self.verticalScrollBar().value()
        return self.heights.between(top, top + self.viewport().height() - 1)

    def row_box(self, number: int) -> QRect:
        """Where a row stands, in coordinates of the view."""
        top = round(self.heights.top(number)) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), round(self.heights.height(number)))

    def _measure(self, number: int) -> None:
        """Tell the true height of a row; what is on screen is to stay, so note by how much it is to be scrolled."""
        above = self.heights.top(number) < self.verticalScrollBar().value() + self._to_shift
        difference = self.heights.tell(number, self.true_height(number))
        self._to_shift += difference if above else 0.0

    def settle(self) -> None:
        """Have true heights for all that is on screen."""
        if self._settling or not len(self.heights):
            return
        while unknown := [number for number in self.visible_rows() if not self.heights.is_known(number)]:
            for number in unknown:
                self._measure(number)
            self.shift()

    def shift(self) -> None:
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
        while (number := self.heights.next_unknown()) is not None and perf_counter() < stop:
            self._measure(number)
        self.shift()
        if number is None:
            self._turn.stop()
            self.measured.emit()

    def extent(self, number: int) -> tuple[float, float]:
        """Top and bottom of a row in pixels from the top of the table, as far as it is known."""
        top = self.heights.top(number)
        return top, top + self.heights.height(number)

    # Places

    def anchor(self) -> tuple[int, float]:
        """The row at the top of the view and how far one is below its top, as a share of its height."""
        value = self.verticalScrollBar().value()
        if not len(self.heights) or not value:
            return 0, 0.0
        number = self.heights.at(value)
        return number, (value - self.heights.top(number)) / max(1.0, self.heights.height(number))

    def go_to(self, anchor: tuple[int, float]) -> None:
        """Go back to a place given by `anchor()`, at once."""
        number, share = anchor
        if number < len(self.heights):
            self.measure_around(number, 0.0)
            self.scroll_to(self.heights.top(number) + share * self.heights.height(number), eased=False)

    def bring(self, number: int, below: float, level: float, *, eased: bool) -> None:
        """Scroll so that what is `below` a row's top stands at a fraction of the view's height."""
        self.measure_around(number, level)
        self.scroll_to(self.heights.top(number) + below - level * self.viewport().height(), eased=eased)

    def measure_around(self, number: int, level: float) -> None:
        """Have true heights of all that will be on screen when a row stands at a fraction of the height."""
        room = self.viewport().height()
        for step, height in ((-1, level * room), (1, (1.0 - level) * room)):
            at = number
            while height > 0 and 0 <= at < len(self.heights):
                if not self.heights.is_known(at):
                    self._measure(at)
                height -= self.heights.height(at)
                at += step
        self.shift()

    def scroll_to(self, goal: float, *, eased: bool) -> None:
        """Go there; from far the last screen only, so that nobody waits and no row on the way is measured."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        goal = max(0.0, min(goal, float(bar.maximum())))
        eased = eased and not self._theme.reduced_motion and self.isVisible()
        if eased and abs(goal - bar.value()) > room:
            self._glide.stop()
            bar.setValue(round(goal + (room if bar.value() > goal else -room) / 2))
        self._glide.to(round(goal), eased)

    # What Qt asks of a list view

    def doItemsLayout(self) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        if len(self.heights):
            bar.setSingleStep(self.step)
        bar.setRange(0, max(0, round(self.heights.total) - room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.set_anew()
        else:
            self.updateGeometries()
            self.settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._settling:
            self.viewport().update()
            return
        self.viewport().scroll(0, dy)
        self.settle()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        return self.row_box(index.row()) if 0 <= index.row() < len(self.heights) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalScrollBar().value()
        inside = 0 <= y < self.heights.total
        return self.model().index(self.heights.at(y), 0) if inside else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        if 0 <= index.row() < len(self.heights):
            self.measure_around(index.row(), 0.5)
            box, room = self.row_box(index.row()), self.viewport().height()
            if box.top() < 0 or box.bottom() >= room:
                by = box.top() if box.top() < 0 or box.height() > room else box.bottom() + 1 - room
                self.scroll_to(self.verticalScrollBar().value() + by, eased=False)

    def setSelection(self, rect: QRect, command: object) -> None:
        """Rows are not selected."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion()
