"""How high the claims of one pane stand, measured in slices of time so that the window never stops for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from variorum.core.text.model import Span
from variorum.gui.compare.geometry import Extent
from variorum.gui.widgets.prose import ProseView

AFTER_MS = 17
"""A frame: a text is painted first, and joined to the other one in the next."""
SLICE = 0.004
"""Seconds of measuring before the window gets its turn."""


class PassageLines(QObject):
    """The extents (document coordinates) of numbered passages of a `ProseView`, kept up to date as lines move."""

    measured = Signal()
    """All passages are measured anew."""

    def __init__(self, view: ProseView) -> None:
        super().__init__(view)
        self._view = view
        self._passages: Sequence[tuple[int, tuple[Span, ...]]] = ()
        self._rest: Iterator[None] = iter(())
        self._under_way: dict[int, tuple[Extent, ...]] = {}
        self.extents: dict[int, tuple[Extent, ...]] = {}
        """By number; of the layout before while the present one is being measured."""
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._slice)
        self._first_turn = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._first_turn.timeout.connect(self._slice)
        view.laid_out.connect(self._measure_anew)

    def follow(self, passages: Sequence[tuple[int, tuple[Span, ...]]]) -> None:
        """Measure these passages from now on, beginning when the text has been seen."""
        self._passages = sorted(
            passages, key=lambda entry: entry[1][0].start
        )  # as far as needed is laid out, no further
        self.extents = {}
        self._under_way = {}
        self._rest = self._measuring()
        self._turn.stop()
        self._first_turn.start()

    def _measure_anew(self) -> None:
        """Lines have moved: measure at once, unless one is about to."""
        self._under_way = {}
        self._rest = self._measuring()
        if not self._first_turn.isActive():
            self._slice()

    def _slice(self) -> None:
        stop = perf_counter() + SLICE
        for _ in self._rest:
            if perf_counter() > stop:
                self._turn.start()
                return
        self._turn.stop()
        self._view.finish()
        self.extents = self._under_way
        self.measured.emit()

    def _measuring(self) -> Iterator[None]:
        for number, spans in self._passages:
            found = (self._extent(span) for span in spans)
            self._under_way[number] = tuple(extent for extent in found if extent is not None)
            yield

    def _extent(self, span: Span) -> Extent | None:
        """From the first line of `span` to its last, by its first and last character: its inner lines don't matter."""
        first = self._view.rects_of(Span(span.start, span.start + 1))
        last = self._view.rects_of(Span(span.end - 1, span.end))
        if not (first and last):  # a space at its end isn't shown
            first = last = self._view.rects_of(span)
        return Extent(first[0].top(), last[-1].bottom()) if first else None
