"""From the states of pieces to vectors of passages, clauses and words. Knows numbers, neither text nor model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.core.meaning.model import Meaning
from variorum.core.meaning.places import Places
from variorum.core.text.model import Span


class Pool:
    """The vectors of one article, as its passages are read in whatever order."""

    def __init__(self, told: Sequence[Span], places: Sequence[Places], projection: NDArray[np.float32]) -> None:
        """`told` are the passages; `projection` (dimensions × fewer) makes the vectors of words small."""
        self._told = told
        self._places = places
        self._projection = projection
        dimensions = len(projection)
        self._vectors = np.zeros((len(told), dimensions), np.float32)
        self._clauses = [np.zeros((len(there.clauses), dimensions), np.float32) for there in places]
        self._words = [np.zeros((len(there.words), dimensions), np.float32) for there in places]

    def take(self, number: int, states: NDArray[np.float32]) -> None:
        """The states of passage `number`: of its beginning, its pieces and its end."""
        sums = np.vstack([np.zeros_like(states[:1]), states[1:-1].cumsum(axis=0)])
        self._vectors[number] = states.mean(axis=0)
        for found, places in (
            (self._clauses[number], self._places[number].clauses),
            (self._words[number], self._places[number].words),
        ):
            found[:] = sums[[place.last for place in places]] - sums[[place.first for place in places]]

    def meaning(self, model: str) -> Meaning:
        """All of it, once every passage was taken."""
        clauses = [
            (number, place.span.start, place.span.end)
            for number, there in enumerate(self._places)
            for place in there.clauses
        ]
        words = [place.span.start for there in self._places for place in there.words]
        return Meaning(
            model=model,
            passages=_table([(span.start, span.end) for span in self._told], 2),
            vectors=unit(self._vectors),
            clauses=_table(clauses, 3),
            clause_vectors=unit(self._joined(self._clauses)),
            words=np.array(words, np.int32),
            word_vectors=unit(unit(self._joined(self._words)) @ self._projection),
        )

    def _joined(self, parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        return np.concatenate([np.zeros((0, len(self._projection)), np.float32), *parts])


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows of `vectors` brought to length 1; nothing stays nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled


def _table(rows: Iterable[tuple[int, ...]], columns: int) -> NDArray[np.int32]:
    return np.array(list(rows), np.int32).reshape(-1, columns)
