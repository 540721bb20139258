"""What stands in a passage or in its way, against looking at every item."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.inside import Taken, starting_in, touching
from variorum.core.text.model import Span


@dataclass(frozen=True)
class Item:
    span: Span


BOUNDS = st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True).map(sorted)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(BOUNDS, SPANS)
def test_items_apart_from_one_another(bounds: list[int], span: Span) -> None:
    items = [Item(Span(*ends)) for ends in zip(bounds[::2], bounds[1::2], strict=False)]
    assert list(touching(items, span)) == [item for item in items if item.span.overlap(span)]
    assert list(starting_in(items, span)) == [item for item in items if span.start <= item.span.start < span.end]


@given(st.lists(SPANS, max_size=8), SPANS)
def test_items_inside_one_another_are_in_the_way(spans: list[Span], span: Span) -> None:
    items = [Item(one) for one in sorted(spans)]
    assert Taken(items).meet(span) == any(one.overlap(span) for one in spans)
