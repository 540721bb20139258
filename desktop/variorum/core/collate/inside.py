"""Which figures or quotations stand in a passage or in its way, found by bisection: articles may hold thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

from variorum.core.text.model import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)


def starting_in(items: Sequence[T], span: Span) -> Sequence[T]:
    """The items (in order of their starts) that start inside `span`."""
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return items[first : bisect_left(items, span.end, lo=first, key=lambda item: item.span.start)]


def touching(items: Sequence[T], span: Span) -> Sequence[T]:
    """The items (in order, none over another) of which any part is inside `span`."""
    first = bisect_right(items, span.start, key=lambda item: item.span.end)
    return items[first : bisect_left(items, span.end, lo=first, key=lambda item: item.span.start)]


class Taken:
    """The places of items (in order of their starts, perhaps one inside another), to be asked many times."""

    def __init__(self, items: Sequence[_Spanned]) -> None:
        self._starts = [item.span.start for item in items]
        self._furthest = list(accumulate((item.span.end for item in items), max))

    def meet(self, span: Span) -> bool:
        """Whether any part of `span` is taken."""
        last = bisect_left(self._starts, span.end)
        return last > 0 and self._furthest[last - 1] > span.start
