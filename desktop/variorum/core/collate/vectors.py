"""The vectors of a version as its passages have them, and small tools for tables of pairs. Knows arrays, no links."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.meaning.model import Meaning

Matrix = NDArray[np.float32]
"""A number for each of one side (rows) with each of the other (columns)."""
Owners = NDArray[np.int64]
"""To which passage (or clause) each row belongs, never falling."""

_AT_ONCE = 256
"""Rows or columns looked at at once: so soon a cancel takes effect."""
_HUB = 4
"""Best likenesses of a passage whose mean says how much it resembles everything."""


class Side:
    """The vectors of a version's passages, and which clause and word belongs to which.

    A version may tell fewer passages than its meaning was made of; passages are numbered as the version has them.
    """

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

    def _take_clauses(self, meaning: Meaning, place: Owners) -> None:
        owners = place[meaning.clauses[:, 0]]
        told = owners >= 0
        self.clauses: Matrix = meaning.clause_vectors[told]
        self.clause_owners: Owners = owners[told]
        self._clause_starts = meaning.clauses[told, 1]

    def _take_words(self, meaning: Meaning, version: Version, lexicon: Lexicon) -> None:
        told = {
            start: (index, lexicon.weight(stem), stem)
            for index, passage in enumerate(version.passages)
            for start, stem in zip(passage.starts, passage.stems, strict=True)
        }
        known = [(row, *told[int(start)]) for row, start in enumerate(meaning.words) if int(start) in told]
        rows = [row for row, *_ in known]
        self.words: Matrix = meaning.word_vectors[rows]
        self.word_owners: Owners = np.array([index for _, index, _, _ in known], np.int64)
        self.word_weights: Matrix = np.array([weight for *_, weight, _ in known], np.float32)
        self.stems = [stem for *_, stem in known]
        clauses = np.searchsorted(self._clause_starts, meaning.words[rows], side="right") - 1
        self.word_clauses: Owners = np.maximum(clauses, 0).astype(np.int64)


def runs(owners: Owners) -> tuple[Owners, Owners]:
    """Where the run of each owner starts in the rising `owners`, and the owners."""
    if not len(owners):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(owners)) + 1))
    return starts, owners[starts]


def blocks(count: int, should_cancel: ShouldCancel) -> Iterator[slice]:
    """Few of `count` rows at a time, before each of which it is asked whether to go on. Raises CanceledError."""
    for first in range(0, count, _AT_ONCE):
        check(should_cancel)
        yield slice(first, first + _AT_ONCE)


def product(left: Matrix, right: Matrix, should_cancel: ShouldCancel) -> Matrix:
    """Every row of the left times every row of the right. Raises CanceledError."""
    found: Matrix = np.empty((len(left), len(right)), np.float32)
    for part in blocks(len(left), should_cancel):
        found[part] = left[part] @ right.T
    return found


def weighed(table: Matrix, weights: Matrix, owners: Owners, size: int, should_cancel: ShouldCancel = never) -> Matrix:
    """The mean of the rows of each of `size` owners by what they weigh. Raises CanceledError."""
    found = np.zeros((size, table.shape[1]), np.float32)
    starts, present = runs(owners)
    for start, end, owner in zip(starts, [*starts[1:], len(table)], present, strict=True):
        check(should_cancel)
        found[owner] = weights[start:end] @ table[start:end] / (weights[start:end].sum() + np.float32(1e-6))
    return found


def best_column(table: Matrix, owners: Owners, size: int, should_cancel: ShouldCancel = never) -> Matrix:
    """For each row the best of the columns of each owner; 0 where one has none. Raises CanceledError."""
    found: Matrix = np.empty((len(table), size), np.float32)
    for part in blocks(len(table), should_cancel):
        found[part] = best_row(np.ascontiguousarray(table[part].T), owners, size, should_cancel)  # rows are quicker
    return found


def best_row(table: Matrix, owners: Owners, size: int, should_cancel: ShouldCancel = never) -> Matrix:
    """For each column (a row here) the best of the rows of each owner. Raises CanceledError."""
    found = np.zeros((size, table.shape[1]), np.float32)
    starts, present = runs(owners)
    for start, end, owner in zip(starts, [*starts[1:], len(table)], present, strict=True):
        check(should_cancel)
        found[owner] = table[start:end].max(axis=0)
    return found.T


def beyond_hubs(table: Matrix, should_cancel: ShouldCancel = never) -> Matrix:
    """Twice the likeness less what both have with their best few anyway (Conneau and others 2018). Raises
    CanceledError."""
    here, there = mean_of_best(table, should_cancel), mean_of_best(table.T, should_cancel)
    return 2 * table - here[:, None] - there[None, :]


def mean_of_best(table: Matrix, should_cancel: ShouldCancel = never) -> Matrix:
    """The mean of the best few of each row. Raises CanceledError."""
    most = min(_HUB, table.shape[1])
    best: Matrix = np.empty(len(table), np.float32)
    for part in blocks(len(table), should_cancel):
        best[part] = np.partition(table[part], -most, axis=1)[:, -most:].mean(axis=1)
    return best


def unit(vectors: Matrix) -> Matrix:
    """The vectors with length 1, which makes their product a cosine."""
    length: Matrix = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
    return length
