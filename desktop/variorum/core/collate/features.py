"""What words say for two passages telling the same claim, as numbers. Knows words, names and places; no probabilities.

Only pairs that share a telling word are candidates, found through an inverted index, so the work grows with what is
shared rather than with all pairs.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import Passage
from variorum.core.collate.version import Version
from variorum.core.text.model import Kind

NAMES = (
    "cosine beyond hubs",
    "share of the longer",
    "neighbors",
    "in step",
    "names",
    "other words",
    "phrases",
    "numbers",
    "all shared",
    "shorter length",
    "rival",
    "distance",
    "headline",
)
"""What `WordEvidence` yields for a pair, in order; `WordLikeness.of` says how each is made."""

_ENOUGH = 60
"""Candidates kept for a passage, best first: none is lost in articles of usual length."""
_TELLING = 0.08
"""Stems that weigh less raise no candidates of their own."""
_HUB = 4
"""Best similarities of a passage whose mean says how much it resembles everything."""

Row = dict[int, float]


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
    stems = passage.stems
    phrases = {(a, b): idf.get(a, 0.0) + idf.get(b, 0.0) for a, b in pairwise(stems)}
    return Weighed(passage, idf, norm, sum(idf.values()) or 1.0, phrases)


def candidates(left: Sequence[Weighed], right: Sequence[Weighed], should_cancel: ShouldCancel = never) -> list[Row]:
    """For each left passage the right ones that share telling stems, with the cosine of their weights.

    Raises CanceledError.
    """
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
        best = row.items() if len(row) <= _ENOUGH else heapq.nlargest(_ENOUGH, row.items(), key=lambda item: item[1])
        rows.append(dict(best))
    return rows


class WordEvidence:
    """The evidence of words, names, figures and places for a link."""

    names = NAMES

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> WordLikeness:
        """The numbers called `NAMES` for any pair. Raises CanceledError."""
        one = [weigh(passage, lexicon) for passage in left.passages]
        other = [weigh(passage, lexicon) for passage in right.passages]
        return WordLikeness(one, other, candidates(one, other, should_cancel))


class WordLikeness:
    """How alike the passages of two versions are in words, names, figures and places."""

    def __init__(self, left: Sequence[Weighed], right: Sequence[Weighed], rows: Sequence[Row]) -> None:
        self._left, self._right = left, right
        self._rows = rows
        columns = _columns(rows, len(right))
        self._hubs = [_mean_of_best(row) for row in rows], [_mean_of_best(column) for column in columns]
        self._best = [_two_best(row) for row in rows], [_two_best(column) for column in columns]

    def candidates(self) -> Iterator[Pair]:
        """The pairs that share a telling word."""
        return ((a, b) for a, row in enumerate(self._rows) for b in row)

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The numbers of one pair, in the order of `NAMES`."""
        one, other = self._left[a], self._right[b]
        cosine = self._rows[a].get(b, 0.0)
        # Sets yield their items in an order of the process: only an exact sum is the same in all of them.
        shared = math.fsum(one.idf[stem] for stem in one.idf.keys() & other.idf.keys())
        names = math.fsum(one.idf.get(name, 0.0) for name in one.passage.names & other.passage.names)
        shorter, longer = min(one.mass, other.mass), max(one.mass, other.mass)
        return (
            2 * cosine - self._hubs[0][a] - self._hubs[1][b],
            shared / longer,
            max(self._neighbors(a, b), default=0.0),
            max(self._in_step(a, b), default=0.0),
            names,
            shared - names,
            math.fsum(one.phrases[phrase] for phrase in one.phrases.keys() & other.phrases.keys()),
            float(len(one.passage.numbers & other.passage.numbers)),
            math.log(shared + 0.05),
            math.log(shorter + 0.001),
            max(_rival(self._best[0][a], cosine), _rival(self._best[1][b], cosine)) - cosine,
            math.sqrt(abs(one.passage.place - other.passage.place)),
            float(Kind.HEADLINE in (one.passage.kind, other.passage.kind)),
        )

    def _in_step(self, a: int, b: int) -> Iterator[float]:
        """Cosines of the pair before and the one behind."""
        for i, j in ((a - 1, b - 1), (a + 1, b + 1)):
            if 0 <= i < len(self._rows):
                yield self._rows[i].get(j, 0.0)

    def _neighbors(self, a: int, b: int) -> Iterator[float]:
        """Cosines of the pairs around: both passages' neighbors, or one's with the other itself."""
        for i, j in ((a - 1, b - 1), (a + 1, b + 1), (a - 1, b), (a + 1, b), (a, b - 1), (a, b + 1)):
            if 0 <= i < len(self._rows):
                yield self._rows[i].get(j, 0.0)


def _columns(rows: Sequence[Row], width: int) -> list[Row]:
    columns: list[Row] = [{} for _ in range(width)]
    for a, row in enumerate(rows):
        for b, value in row.items():
            columns[b][a] = value
    return columns


def _mean_of_best(line: Row) -> float:
    """High for a passage that resembles everything (a hub; Radovanović and others 2010)."""
    return sum(heapq.nlargest(_HUB, line.values())) / _HUB


def _two_best(line: Row) -> tuple[float, float]:
    best = heapq.nlargest(2, (*line.values(), 0.0, 0.0))
    return best[0], best[1]


def _rival(best: tuple[float, float], own: float) -> float:
    """The best similarity of a line apart from a pair's own."""
    return best[1] if own >= best[0] else best[0]
