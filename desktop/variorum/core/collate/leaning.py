"""The meaning of parts of passages: which clause goes with which passage. Knows vectors, nothing of claims."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.core.collate.vectors import unit
from variorum.core.collate.version import Version
from variorum.core.text.model import Span

Vector = NDArray[np.float32]


class ClauseMeanings:
    """The vectors of one version's passages and clauses; the version must have a meaning."""

    def __init__(self, version: Version) -> None:
        meaning = version.meaning
        assert meaning is not None
        self._meaning = meaning
        rows = {int(start): row for row, start in enumerate(meaning.passages[:, 0])}
        self._rows = [rows[passage.span.start] for passage in version.passages]
        self._owners = meaning.clauses[:, 0]
        self._centers = meaning.clauses[:, 1:].mean(axis=1)
        self._known: dict[tuple[int, Span], Vector] = {}

    def whole(self, indexes: Sequence[int]) -> Vector:
        """The vector of some passages together."""
        return unit(self._meaning.vectors[[self._rows[index] for index in indexes]].sum(axis=0))

    def vector(self, index: int, part: Span) -> Vector:
        """The vector of a part of a passage: of the clauses that mostly stand in it; of the passage if none does."""
        known = self._known.get((index, part))
        if known is None:
            row = self._rows[index]
            inside = (self._owners == row) & (self._centers >= part.start) & (self._centers < part.end)
            found = self._meaning.clause_vectors[inside]
            known = unit(found.sum(axis=0)) if len(found) else self._meaning.vectors[row]
            self._known[index, part] = known
        return known
