"""Which words and clauses of two passages mean the same, by their vectors. Knows vectors, nothing of links.

For telling people why; how sure a link is was decided from more (`likeness`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.model import Span

_SAME_WORD = 0.7
"""Cosine from which two words say the same, as for links (`word_matches`)."""
_SAME_CLAUSE = 0.62
"""Cosine from which people who don't know the numbers see that two clauses say the same."""
_TELLING = 0.25
"""Words that weigh less are not worth naming."""

Table = NDArray[np.float32]


def words_alike(
    left: Version, left_starts: Collection[int], right: Version, right_starts: Collection[int], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Where different words of one meaning start, each with its best match, the most alike first.

    Both versions must have a meaning by one model.
    """
    one, other = _Words(left, left_starts, lexicon), _Words(right, right_starts, lexicon)
    return [
        (one.starts[a], other.starts[b])
        for a, b in _best_pairs(one.vectors @ other.vectors.T, _SAME_WORD)
        if one.stems[a] != other.stems[b]
    ]


def clauses_alike(
    left: Version, left_spans: Sequence[Span], right: Version, right_spans: Sequence[Span]
) -> list[tuple[Span, Span]]:
    """Clauses of the passages that say the same, each with its best match, the most alike first.

    Both versions must have a meaning by one model.
    """
    one, here = _clauses(left, left_spans)
    other, there = _clauses(right, right_spans)
    return [(one[a], other[b]) for a, b in _best_pairs(here @ there.T, _SAME_CLAUSE)]


class _Words:
    """The telling words at some places that have a vector."""

    def __init__(self, version: Version, starts: Collection[int], lexicon: Lexicon) -> None:
        meaning = version.meaning
        assert meaning is not None
        stems = {
            start: stem
            for passage in version.passages
            for start, stem in zip(passage.starts, passage.stems, strict=True)
            if start in starts and lexicon.weight(stem) >= _TELLING and not stem[0].isdigit()
        }
        rows = [row for row, start in enumerate(meaning.words.tolist()) if start in stems]
        self.vectors: Table = meaning.word_vectors[rows]
        self.starts = [int(meaning.words[row]) for row in rows]
        self.stems = [stems[start] for start in self.starts]


def _clauses(version: Version, spans: Sequence[Span]) -> tuple[list[Span], Table]:
    """The clauses that mostly stand in any of `spans`."""
    meaning = version.meaning
    assert meaning is not None
    found = [(row, Span(start, end)) for row, (_, start, end) in enumerate(meaning.clauses.tolist())]
    inside = [(row, c) for row, c in found if any(2 * c.overlap(span) > len(c) for span in spans)]
    return [clause for _, clause in inside], meaning.clause_vectors[[row for row, _ in inside]]


def _best_pairs(table: Table, least: float) -> list[tuple[int, int]]:
    """Rows and columns that are each other's best and at least `least`, best first."""
    if not table.size:
        return []
    columns, rows = table.argmax(axis=1), table.argmax(axis=0)
    pairs = [(row, int(column)) for row, column in enumerate(columns) if rows[column] == row]
    strong = [pair for pair in pairs if table[pair] >= least]
    return sorted(strong, key=lambda pair: -float(table[pair]))
