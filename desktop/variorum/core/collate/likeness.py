"""What meaning says for two passages telling the same claim, as numbers. Knows vectors and weights of words; no links.

The vectors come from a small encoder (`core.meaning`). Where all passages are about one thing all of them are alike, so
next to the cosines stand what is left of them when the mean of both versions is taken out, and what they exceed the
passage's usual likeness by (hubs; cross-domain similarity local scaling, Conneau and others 2018). Words are matched
each with the most similar one of the other passage, weighed by what they tell (BERTScore, Zhang and others 2020).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.grouping import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.meaning.model import Meaning

Matrix = NDArray[np.float32]
"""A number for each left passage (rows) with each right one (columns)."""

NAMES = (
    "meaning",
    "meaning beyond hubs",
    "centered",
    "centered beyond hubs",
    "words both ways",
    "words one way",
    "words both ways beyond hubs",
    "words one way beyond hubs",
    "rival words",
    "clause",
    "clause beyond hubs",
    "clauses both ways",
    "clauses both ways beyond hubs",
    "meaning of neighbors",
    "meaning in step",
    "rival meaning",
    "rival centered",
)
"""What `MeaningEvidence` yields for a pair, in order."""

_HUB = 4
"""Best likenesses of a passage whose mean says how much it resembles everything."""
_CANDIDATES = 8
"""Pairs of a passage that are looked at for their meaning alone."""
_AT_ONCE = 512
"""Words held against all words of the other side at once: so soon a cancel takes effect."""
_MOST = 4_000_000
"""Pairs of passages up to which meaning is looked at; two books are compared by their words."""


class MeaningEvidence:
    """The evidence of meaning for links between two versions that both have a meaning."""

    names = NAMES

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Likeness:
        """The numbers called `NAMES` for any pair. Raises CanceledError."""
        return Likeness(_Side(left, lexicon), _Side(right, lexicon), should_cancel)

    @staticmethod
    def reaches(left: Version, right: Version) -> bool:
        """Whether both versions have a meaning by one model, and are not too long."""
        one, other = left.meaning, right.meaning
        small = len(left.passages) * len(right.passages) <= _MOST
        return small and one is not None and other is not None and one.model == other.model


class _Side:
    """The vectors of a version's passages, and which clause and word belongs to which."""

    def __init__(self, version: Version, lexicon: Lexicon) -> None:
        meaning = version.meaning
        assert meaning is not None
        rows = {int(start): row for row, start in enumerate(meaning.passages[:, 0])}
        taken = [rows[passage.span.start] for passage in version.passages]
        self.size = len(taken)
        self.vectors: Matrix = meaning.vectors[taken]
        place = np.full(len(meaning.passages), -1)
        place[taken] = np.arange(self.size)
        self._take_clauses(meaning, place)
        self._take_words(meaning, version, lexicon)

    def _take_clauses(self, meaning: Meaning, place: NDArray[np.int64]) -> None:
        owners = place[meaning.clauses[:, 0]]
        self.clauses = meaning.clause_vectors[owners >= 0]
        self.clause_owners = owners[owners >= 0]

    def _take_words(self, meaning: Meaning, version: Version, lexicon: Lexicon) -> None:
        told = {
            start: (index, lexicon.weight(stem))
            for index, passage in enumerate(version.passages)
            for start, stem in zip(passage.starts, passage.stems, strict=True)
        }
        known = [(row, *told[int(start)]) for row, start in enumerate(meaning.words) if int(start) in told]
        self.words = meaning.word_vectors[[row for row, *_ in known]]
        self.word_owners = np.array([index for _, index, _ in known], np.int64)
        self.word_weights = np.array([weight for *_, weight in known], np.float32)


class Likeness:
    """How alike the passages of two versions are in meaning."""

    def __init__(self, left: _Side, right: _Side, should_cancel: ShouldCancel) -> None:
        self._shape = left.size, right.size
        self._tables = _tables(left, right, should_cancel)

    def candidates(self) -> Iterator[Pair]:
        """The pairs that are most alike for either passage."""
        alike = self._tables[NAMES.index("words both ways")] + self._tables[NAMES.index("meaning")]
        for table, turned in ((alike, False), (alike.T, True)):
            most = min(_CANDIDATES, table.shape[1])
            if most:
                for row, columns in enumerate(np.argpartition(-table, most - 1, axis=1)[:, :most].tolist()):
                    yield from ((column, row) if turned else (row, column) for column in columns)

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The numbers of one pair, in the order of `NAMES`."""
        return tuple(self._tables[:, a, b].tolist())


def _tables(left: _Side, right: _Side, should_cancel: ShouldCancel) -> Matrix:
    """All numbers: `NAMES` × left × right."""
    if not left.size or not right.size:
        return np.zeros((len(NAMES), left.size, right.size), np.float32)
    meaning = left.vectors @ right.vectors.T
    centered = _centered(left, right)
    forth, back = _words(left, right, should_cancel)
    both, one_way = np.minimum(forth, back), np.maximum(forth, back)
    clause, clauses = _clauses(left, right)
    check(should_cancel)
    beyond = _beyond_hubs(meaning)
    around, in_step = _neighbors(beyond)
    return np.stack(
        (
            meaning,
            beyond,
            centered,
            _beyond_hubs(centered),
            both,
            one_way,
            _beyond_hubs(both),
            _beyond_hubs(one_way),
            _rival(both),
            clause,
            _beyond_hubs(clause),
            clauses,
            _beyond_hubs(clauses),
            around,
            in_step,
            _rival(meaning),
            _rival(centered),
        )
    ).astype(np.float32, copy=False)


def _centered(left: _Side, right: _Side) -> Matrix:
    """Cosines without what all passages have in common."""
    mean = np.concatenate((left.vectors, right.vectors)).mean(axis=0)
    one, other = ((side.vectors - mean) for side in (left, right))
    product: Matrix = _unit(one) @ _unit(other).T
    return product


def _unit(vectors: Matrix) -> Matrix:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = vectors / np.maximum(length, 1e-9)
    return unit


def _words(left: _Side, right: _Side, should_cancel: ShouldCancel) -> tuple[Matrix, Matrix]:
    """How well the words of each left passage are matched in each right one, and the other way round."""
    forth = np.zeros((len(left.words), right.size), np.float32)
    back = np.full((left.size, len(right.words)), -1.0, np.float32)
    starts, owners = _runs(right.word_owners)
    for first in range(0, len(left.words), _AT_ONCE):
        check(should_cancel)
        part = slice(first, first + _AT_ONCE)
        alike = left.words[part] @ right.words.T
        if len(starts):
            forth[part, owners] = np.maximum.reduceat(alike, starts, axis=1)
        begins, rows = _runs(left.word_owners[part])
        back[rows] = np.maximum(back[rows], np.maximum.reduceat(alike, begins, axis=0))
    return _weighed(forth, left), _weighed(back.T, right).T


def _weighed(best: Matrix, side: _Side) -> Matrix:
    """The mean of the words' best matches by what they weigh, for each passage of `side`."""
    found = np.zeros((side.size, best.shape[1]), np.float32)
    starts, owners = _runs(side.word_owners)
    if len(starts):
        sums = np.add.reduceat(best * side.word_weights[:, None], starts, axis=0)
        found[owners] = sums / (np.add.reduceat(side.word_weights, starts)[:, None] + 1e-6)
    return found


def _clauses(left: _Side, right: _Side) -> tuple[Matrix, Matrix]:
    """The most similar clauses of each two passages, and how well all clauses of either are matched in the other."""
    shape = left.size, right.size
    if not len(left.clauses) or not len(right.clauses):
        return np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    alike = left.clauses @ right.clauses.T
    starts, owners = _runs(right.clause_owners)
    begins, rows = _runs(left.clause_owners)
    forth = np.maximum.reduceat(alike, starts, axis=1)
    back = np.maximum.reduceat(alike, begins, axis=0)
    best, both = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    cells = np.ix_(rows, owners)
    best[cells] = np.maximum.reduceat(forth, begins, axis=0)
    here = np.add.reduceat(forth, begins, axis=0) / np.bincount(left.clause_owners)[rows][:, None]
    there = np.add.reduceat(back, starts, axis=1) / np.bincount(right.clause_owners)[owners][None, :]
    both[cells] = np.minimum(here, there)
    return best, both


def _runs(owners: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the run of each owner starts in the rising `owners`, and the owners."""
    if not len(owners):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(owners)) + 1))
    return starts, owners[starts]


def _beyond_hubs(table: Matrix) -> Matrix:
    """Twice the likeness less what both passages have with their best few anyway."""
    return 2 * table - _mean_of_best(table)[:, None] - _mean_of_best(table.T)[None, :]


def _mean_of_best(table: Matrix) -> Matrix:
    most = min(_HUB, table.shape[1])
    best: Matrix = np.partition(table, -most, axis=1)[:, -most:].mean(axis=1)
    return best


def _rival(table: Matrix) -> Matrix:
    """How much better the best other pair of either passage is."""
    best: Matrix = np.maximum(_best_other(table), _best_other(table.T).T) - table
    return best


def _best_other(table: Matrix) -> Matrix:
    if table.shape[1] == 1:
        return np.zeros_like(table)
    second, first = np.partition(table, -2, axis=1)[:, -2:].T[:, :, None]
    other: Matrix = np.where(table >= first, second, first)
    return other


def _neighbors(table: Matrix) -> tuple[Matrix, Matrix]:
    """The best likeness of the pairs around, and the mean of the pair before and the one behind."""
    rows, columns = table.shape
    padded = np.pad(table, 1)
    before, behind = padded[:rows, :columns], padded[2:, 2:]
    beside = (padded[:rows, 1:-1], padded[2:, 1:-1], padded[1:-1, :columns], padded[1:-1, 2:])
    around: Matrix = np.maximum.reduce((before, behind, *beside))
    in_step: Matrix = np.float32(0.5) * (before + behind)
    return around, in_step
