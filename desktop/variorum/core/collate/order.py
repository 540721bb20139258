"""What stands in order and what has moved: the longest increasing run. Pure numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(places: Sequence[float]) -> set[int]:
    """Indexes of a longest run of `places` that increases strictly (Fredman 1975; n log n)."""
    tails: list[float] = []
    tail_index: list[int] = []
    before: list[int] = [-1] * len(places)
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before[index] = tail_index[at - 1] if at else -1
        tails[at:], tail_index[at:] = ([place, *tails[at + 1 :]], [index, *tail_index[at + 1 :]])
    kept = set()
    index = tail_index[-1] if tail_index else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
