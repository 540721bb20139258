"""What speaks for two passages telling the same claim, as numbers. Knows words, names and places; no probabilities.

Only pairs that share a telling word are candidates, found through an inverted index, so the work grows with what is
shared rather than with all pairs.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.grouping import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import Passage
from variorum.core.collate.version import Version

NAMES = (
    "cosine", "cosine beyond hubs", "containment, fuller", "containment, lesser", "neighbors", "shared names",
    "shared numbers", "shared quoted words", "shared phrases", "rank in row", "rank in column", "distance", "length",
)  # fmt: skip
"""What `Features.of` yields, in order."""

_ENOUGH = 60
"""Candidates kept for a passage, best first: none is lost in articles of usual length."""
_TELLING = 0.08
"""Stems that weigh less raise no candidates of their own."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage with the weights of its stems."""

    passage: Passage
    idf: dict[str, float]
    norm: float
    mass: float
    phrases: dict[tuple[str, str], float]


def weigh(passage: Passage, lexicon: Lexicon) -> Weighed:
    """`passage` with the weights of `lexicon`."""
    idf = {stem: weight for stem in passage.counts if (weight := lexicon.weight(stem)) > 0.0}
    norm = math.sqrt(sum(w * w for w in idf.values())) or 1.0
    phrases = {
        (a, b): lexicon.weight(a) + lexicon.weight(b) for a, b in zip(passage.stems, passage.stems[1:], strict=False)
    }
    return Weighed(passage, idf, norm, sum(idf.values()) or 1.0, phrases)


def candidates(
    left: Sequence[Weighed], right: Sequence[Weighed], should_cancel: ShouldCancel = never
) -> list[dict[int, float]]:
    """For each left passage the right ones that share telling stems, with the cosine of their weights."""
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, passage in enumerate(right):
        for stem, weight in passage.idf.items():
            if weight >= _TELLING:
                postings[stem].append((index, weight / passage.norm))
    rows = []
    for passage in left:
        check(should_cancel)
        row: defaultdict[int, float] = defaultdict(float)
        for stem, weight in passage.idf.items():
            share = weight / passage.norm
            for index, other in postings.get(stem, ()):
                row[index] += share * other
        if len(row) > _ENOUGH:
            row = defaultdict(float, heapq.nlargest(_ENOUGH, row.items(), key=lambda item: item[1]))
        rows.append(dict(row))
    return rows


def _columns(rows: Sequence[dict[int, float]], width: int) -> list[dict[int, float]]:
    columns: list[dict[int, float]] = [{} for _ in range(width)]
    for a, row in enumerate(rows):
        for b, value in row.items():
            columns[b][a] = value
    return columns


def _hubness(lines: Sequence[dict[int, float]], width: int) -> list[float]:
    """Mean of the best few similarities of each line: high for a passage that resembles everything."""
    best = 4
    return [sum(heapq.nlargest(best, line.values())) / best for line in lines]


def _ranks(line: dict[int, float]) -> dict[int, float]:
    """1 for the best of a line, 1/2 for the next …"""
    order = sorted(line, key=line.__getitem__, reverse=True)
    return {index: 1.0 / (rank + 1) for rank, index in enumerate(order)}


def features(
    left: Sequence[Weighed], right: Sequence[Weighed], should_cancel: ShouldCancel = never
) -> dict[Pair, tuple[float, ...]]:
    """The features of every candidate pair (index left, index right), in the order of `NAMES`."""
    rows = candidates(left, right, should_cancel)
    columns = _columns(rows, len(right))
    row_hub, column_hub = _hubness(rows, len(right)), _hubness(columns, len(left))
    row_rank, column_rank = [_ranks(r) for r in rows], [_ranks(c) for c in columns]
    found: dict[Pair, tuple[float, ...]] = {}
    for a, row in enumerate(rows):
        check(should_cancel)
        one = left[a]
        for b, cosine in row.items():
            other = right[b]
            near = max(
                (
                    rows[i].get(j, 0.0)
                    for i, j in ((a - 1, b - 1), (a + 1, b + 1), (a - 1, b), (a + 1, b), (a, b - 1), (a, b + 1))
                    if 0 <= i < len(rows)
                ),
                default=0.0,
            )
            shared = one.idf.keys() & other.idf.keys()
            mass = sum(one.idf[stem] for stem in shared)
            fuller, lesser = mass / min(one.mass, other.mass), mass / max(one.mass, other.mass)
            names = one.passage.names & other.passage.names
            found[a, b] = (
                cosine,
                2 * cosine - row_hub[a] - column_hub[b],
                fuller,
                lesser,
                near,
                sum(one.idf.get(n, 0.0) for n in names),
                float(len(one.passage.numbers & other.passage.numbers)),
                sum(one.idf.get(q, 0.0) for q in one.passage.quoted & other.passage.quoted),
                sum(one.phrases[p] for p in one.phrases.keys() & other.phrases.keys()),
                row_rank[a][b],
                column_rank[b][a],
                abs(one.passage.place - other.passage.place),
                math.log(min(one.mass, other.mass) + 1e-3),
            )
    return found


class WordEvidence:
    """The evidence of words, names, figures and places for a link: `NAMES`."""

    names = NAMES

    def of(
        self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel
    ) -> dict[Pair, tuple[float, ...]]:
        """The features of each pair that shares a telling word. Raises CanceledError."""
        one = [weigh(p, lexicon) for p in left.passages]
        other = [weigh(p, lexicon) for p in right.passages]
        return features(one, other, should_cancel)
