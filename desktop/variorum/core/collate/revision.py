"""Links between two revisions of one text: what stands verbatim is found by hash, the rest by shared words.

Knows nothing of probabilities fitted on rewrites. Near-linear: only passages that don't stand verbatim are held
against each other, and of those only the ones that share telling words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.features import Weighed, candidates, weigh
from variorum.core.collate.grouping import Pair
from variorum.core.collate.order import in_order
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version

THRESHOLD = 0.4
"""Word overlap from which two passages in the same place are one (wikidiff2: below 0.2 unrelated, 0.4 moved)."""
_ALIKE = 0.2
"""Cosine of weighted words below which passages aren't held against each other."""
_CONTAINED = 0.65
"""What it is worth that a passage stands wholly in a longer one: enough for a split, too little for nearly verbatim."""
_ELSEWHERE = 0.6
"""What the overlap is worth for passages that don't stand in the same gap between verbatim ones."""


def overlaps(
    left: Version, right: Version, same: Sequence[Pair], lexicon: Lexicon, should_cancel: ShouldCancel = never
) -> dict[Pair, float]:
    """Word overlap, 0 to 1, of passages that don't stand verbatim on the other side. Raises CanceledError."""
    rest_left = _without(left, {a for a, _ in same})
    rest_right = _without(right, {b for _, b in same})
    one = [weigh(left.passages[a], lexicon) for a in rest_left]
    other = [weigh(right.passages[b], lexicon) for b in rest_right]
    found = {}
    for at, row in enumerate(candidates(one, other, should_cancel)):
        for to, cosine in row.items():
            if cosine < _ALIKE:
                continue
            found[rest_left[at], rest_right[to]] = _overlap(one[at], other[to])
    return found


def _without(version: Version, taken: set[int]) -> list[int]:
    return [index for index in range(len(version.passages)) if index not in taken]


def _overlap(one: Weighed, other: Weighed) -> float:
    """Words shared, counted against both passages, or against the shorter of two of unlike length (splits)."""
    counts, others = one.passage.counts, other.passage.counts
    shared = (counts & others).total()
    sizes = sorted((counts.total(), others.total()))
    dice = 2 * shared / max(1, sum(sizes))
    return max(dice, _CONTAINED * shared / max(6, sizes[0]))


def revision_links(same: Sequence[Pair], overlap: dict[Pair, float]) -> dict[Pair, float]:
    """How strongly each pair is linked, 0 to 1: verbatim ones wholly, others by overlap and by standing in place."""
    kept = in_order([b for _, b in same])
    backbone = [pair for index, pair in enumerate(same) if index in kept]
    lefts, rights = [a for a, _ in backbone], [b for _, b in backbone]
    links = dict.fromkeys(same, 1.0)
    for (a, b), share in overlap.items():
        in_place = bisect_left(lefts, a) == bisect_left(rights, b)
        links[a, b] = share if in_place else share * _ELSEWHERE
    return links
