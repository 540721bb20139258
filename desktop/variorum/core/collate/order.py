"""What stands in order and what has moved: the heaviest increasing run. Pure numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from zlib import crc32


def in_order(places: Sequence[float], weights: Sequence[int] | None = None) -> set[int]:
    """Indexes of a run of `places` that increases strictly and weighs most; every place weighs 1 unless told otherwise.

    Keeps, for every place reached, the heaviest run that ends there, lighter ones behind it left out; n log n
    (Fredman 1975, with weights).
    """
    ends: list[float] = []
    totals: list[int] = []
    last: list[int] = []
    before = [-1] * len(places)
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before[index] = last[at - 1] if at else -1
        total = (totals[at - 1] if at else 0) + (weights[index] if weights else 1)
        behind = at
        while behind < len(ends) and (totals[behind] <= total or ends[behind] == place):
            behind += 1
        if behind > at and ends[at] == place and totals[at] > total:
            continue
        ends[at:behind], totals[at:behind], last[at:behind] = [place], [total], [index]
    kept = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def kept_order(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> set[int]:
    """Indexes of the pairs (a place on the left, one on the right; by rising left place) of the heaviest run in common
    order; the same whichever version is called left.

    Of equally heavy runs a checksum of the places chooses. Where that can't (one pair is another one with its sides
    swapped) neither pair is kept: whichever it were, the other version would have it otherwise.
    """
    ranked = [
        (weight << 40) + crc32(b"%d %d" % (min(pair), max(pair))) for pair, weight in zip(pairs, weights, strict=True)
    ]
    there = in_order([right for _, right in pairs], ranked)
    by_right = sorted(range(len(pairs)), key=lambda at: pairs[at][1])
    back = in_order([pairs[at][0] for at in by_right], [ranked[at] for at in by_right])
    return there & {by_right[at] for at in back}


def steadiness(*texts: str) -> int:
    """What a pair of passages weighs for `in_order`: as few pairs as can be have moved, of as many the shorter ones.

    The words only break ties, so that it is the same whichever version is called left.
    """
    size = sum(map(len, texts))
    return (1 << 44) + (size << 14) + sum(crc32(text.encode("utf-8", "surrogatepass")) for text in texts) % 9973
