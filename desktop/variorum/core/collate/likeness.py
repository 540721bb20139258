"""What meaning says for two passages telling the same claim, as numbers. Knows vectors and weights of words; no links.

The vectors come from a small encoder (`core.meaning`). Where all passages are about one thing all of them are alike, so
beside the cosines stand what is left of them when the mean of both versions is taken out, and what they exceed a
passage's usual likeness by (hubs).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.clause_matches import clause_matches
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.vectors import Matrix, Side, beyond_hubs, blocks, product, unit
from variorum.core.collate.version import Version
from variorum.core.collate.word_matches import WordPairs, word_matches

NAMES = (
    "centered",
    "centered beyond hubs",
    "meaning in step",
    "words both ways",
    "words both ways beyond hubs",
    "words one way",
    "telling words",
    "matched words",
    "clauses both ways beyond hubs",
    "words of clauses",
    "weight of clauses",
)
"""What `MeaningEvidence` yields for a pair, in order."""

_CANDIDATES = 20
"""Pairs of a passage that are looked at for their meaning alone."""
_MOST = 4_000_000
"""Pairs of passages up to which meaning is looked at; two books are compared by their words."""


class MeaningEvidence:
    """The evidence of meaning for links between two versions that both have a meaning."""

    names = NAMES

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Likeness:
        """The numbers called `NAMES` for any pair. Raises CanceledError."""
        return Likeness(Side(left, lexicon), Side(right, lexicon), should_cancel)

    @staticmethod
    def reaches(left: Version, right: Version) -> bool:
        """Whether both versions have a meaning by one model, and are not too long."""
        return left.shares_meaning(right) and len(left.passages) * len(right.passages) <= _MOST


class Likeness:
    """How alike the passages of two versions are in meaning."""

    def __init__(self, left: Side, right: Side, should_cancel: ShouldCancel) -> None:
        self._should_cancel = should_cancel
        if left.size and right.size:
            self._tables = _tables(left, right, should_cancel)
        else:
            self._tables = np.zeros((len(NAMES), left.size, right.size), np.float32)

    def candidates(self) -> Iterator[Pair]:
        """The pairs that are most alike for either passage. Raises CanceledError."""
        alike = self._tables[NAMES.index("words both ways")] + self._tables[NAMES.index("centered")]
        for table, turned in ((alike, False), (alike.T, True)):
            most = min(_CANDIDATES, table.shape[1])
            for part in blocks(len(table), self._should_cancel) if most else ():
                best = np.argpartition(-table[part], most - 1, axis=1)[:, :most].tolist()
                for row, columns in enumerate(best, part.start):
                    yield from ((column, row) if turned else (row, column) for column in columns)

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The numbers of one pair, in the order of `NAMES`."""
        return tuple(self._tables[:, a, b].tolist())


def _tables(left: Side, right: Side, should_cancel: ShouldCancel) -> Matrix:
    """All numbers: `NAMES` × left × right."""
    meaning = product(left.vectors, right.vectors, should_cancel)
    centered = _centered(left, right, should_cancel)
    pairs = WordPairs.of(left, right, should_cancel)
    words = word_matches(left, right, pairs, should_cancel)
    clauses = clause_matches(left, right, pairs, should_cancel)
    found: Matrix = np.empty((len(NAMES), left.size, right.size), np.float32)
    tables = (
        centered,
        beyond_hubs(centered, should_cancel),
        _in_step(beyond_hubs(meaning, should_cancel)),
        words.both_ways,
        beyond_hubs(words.both_ways, should_cancel),
        words.one_way,
        words.telling,
        words.matched,
        beyond_hubs(clauses.both_ways, should_cancel),
        clauses.shared,
        clauses.weight,
    )
    for at, table in enumerate(tables):
        check(should_cancel)
        found[at] = table
    return found


def _centered(left: Side, right: Side, should_cancel: ShouldCancel) -> Matrix:
    """Cosines without what all passages have in common."""
    mean = np.concatenate((left.vectors, right.vectors)).mean(axis=0)
    return product(unit(left.vectors - mean), unit(right.vectors - mean), should_cancel)


def _in_step(table: Matrix) -> Matrix:
    """The mean of the pair before and the one behind."""
    rows, columns = table.shape
    padded = np.pad(table, 1)
    return np.float32(0.5) * (padded[:rows, :columns] + padded[2:, 2:])
