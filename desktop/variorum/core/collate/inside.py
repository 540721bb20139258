"""Which figures or quotations stand inside a passage, found by bisection: articles may hold thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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
