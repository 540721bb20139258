"""Where words that were found stand in each of the ways to show a comparison: marking them, going there, their heights.

Knows the insides that the ways offer; not what is sought.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF

from variorum.gui.compare.found import Match
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.jumping import LEVEL
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.widgets.prose_marks import Mark

_MOST = 400
"""Matches of a side that the strip shows; with more it is full anyway."""

_EDGE = 12
"""Pixels at the upper and lower edge of a view in which a match isn't seen well."""


class Places(Protocol):
    """What is asked of a way to show a comparison."""

    def holds(self, match: Match) -> bool:
        """Whether these words can be seen at all in this way."""

    def opens(self, match: Match) -> bool:
        """Whether they could be unfolded to be seen, where nothing else is found."""

    def put(self, side: Side, marks: Sequence[Mark]) -> None:
        """Mark words of a side."""

    def go(self, match: Match) -> None:
        """Have a match in view."""

    def show_heights(self, matches: Sequence[Match]) -> None:
        """Show in the overview where the matches are."""


class PanePlaces:
    """Side by side."""

    def __init__(self, texts: SideBySide, shown: Presentation | None) -> None:
        self._texts, self._shown = texts, shown

    def holds(self, match: Match) -> bool:
        if match.claim is not None:
            return True
        article = self._texts.panes[match.side].article
        sentences = article.sentences if article else ()
        at = bisect_right(sentences, match.span.start, key=lambda sentence: sentence.span.start) - 1
        return at < 0 or not sentences[at].kind.folds

    def opens(self, match: Match) -> bool:
        return True

    def put(self, side: Side, marks: Sequence[Mark]) -> None:
        self._texts.panes[side].set_marks("hits", marks)

    def go(self, match: Match) -> None:
        view = self._texts.panes[match.side]
        if not view.shows(match.span):
            self._texts.scrolling.lead(match.side)  # the other side follows to what tells the same
            view.reveal(match.span, LEVEL)

    def show_heights(self, matches: Sequence[Match]) -> None:
        for side, strip in self._texts.strips.items():
            own = _some([match for match in matches if match.side is side])
            strip.show_hits([extent for match in own if (extent := self._height(match)) is not None])

    def _height(self, match: Match) -> Extent | None:
        """About where a match stands, by the lines of its claim, which were measured when nobody waited."""
        if match.claim is None or self._shown is None:
            return None
        spans = match.side.spans(self._shown.comparison.claims[match.claim])
        extents = self._texts.lines[match.side].extents.get(match.claim, ())
        for span, extent in zip(spans, extents, strict=False):
            if span.start <= match.span.start < span.end:
                share = (match.span.start - span.start) / len(span)
                height = extent.top + share * (extent.bottom - extent.top)
                return Extent(height, height)
        return None


class RowPlaces:
    """In rows."""

    def __init__(self, mode: RowsMode) -> None:
        self._mode = mode

    def holds(self, match: Match) -> bool:
        return self._mode.holds(match.side, match.span, match.claim)

    def opens(self, match: Match) -> bool:
        return self._mode.folds(match.side, match.span, match.claim)

    def put(self, side: Side, marks: Sequence[Mark]) -> None:
        if self._mode.view.marks[side].of("hits") != list(marks):
            self._mode.view.put_marks(side, "hits", marks)
            self._mode.view.reset_letters()

    def go(self, match: Match) -> None:
        row = self._mode.row_for(match.side, match.span, match.claim, opening=True)
        view = self._mode.view
        if row is None:
            return
        room = QRectF(view.viewport().rect()).adjusted(0, _EDGE, 0, -_EDGE)
        rects = view.rects_in(row, match.side, match.span)
        if not rects or not all(room.contains(rect) for rect in rects):
            view.reveal(row, match.side, (match.span,), LEVEL, eased=True)

    def show_heights(self, matches: Sequence[Match]) -> None:
        rows = (self._mode.row_for(m.side, m.span, m.claim, opening=False) for m in _some(matches))
        extents = (self._mode.view.extent(row) for row in dict.fromkeys(rows) if row is not None)
        self._mode.strip.show_hits([Extent((top + bottom) / 2, (top + bottom) / 2) for top, bottom in extents])


def seen(places: Places, matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches that are seen; where there are none, those in what is folded away."""
    return tuple(filter(places.holds, matches)) or tuple(filter(places.opens, matches))


def _some(matches: Sequence[Match]) -> Sequence[Match]:
    """Few enough to be looked up, from everywhere."""
    return matches[:: len(matches) // _MOST + 1]
