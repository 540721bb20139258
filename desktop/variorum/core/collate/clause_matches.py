"""Which clauses of two passages tell most nearly the same, and what these share. Knows vectors and words, no links."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.vectors import Matrix, Owners, Side, best_column, best_row, product, runs, weighed
from variorum.core.collate.word_matches import WordPairs

_LEAST = np.float32(0.01)
"""What a word weighs at least when clauses are held against each other."""


@dataclass(frozen=True, slots=True)
class ClauseMatches:
    """For each left passage (rows) with each right one (columns)."""

    both_ways: Matrix
    """How well the clauses of one are matched by clauses of the other, of the one that is matched less well."""
    shared: Matrix
    """Share of the weight of words that the clauses most alike have in common, of the longer one."""
    weight: Matrix
    """What the lighter one of these weighs (log)."""


def clause_matches(left: Side, right: Side, words: WordPairs, should_cancel: ShouldCancel) -> ClauseMatches:
    """How well clauses are matched. Raises CanceledError."""
    shape = left.size, right.size
    if not len(left.clauses) or not len(right.clauses):
        nothing = np.zeros(shape, np.float32)
        return ClauseMatches(nothing, nothing, nothing)
    best = _most_alike(left, right, _alike(left, right, words, should_cancel), should_cancel)
    shared = _shared(left, right, should_cancel)
    mass = _mass(left), _mass(right)
    share = shared / (np.maximum(mass[0][:, None], mass[1][None, :]) + np.float32(0.05))
    lighter = np.log(np.minimum(mass[0][:, None], mass[1][None, :]) + np.float32(0.05))
    known = best >= 0
    rows, columns = np.divmod(np.maximum(best, 0), len(right.clauses))
    return ClauseMatches(
        both_ways=_both_ways(left, right, should_cancel),
        shared=np.where(known, share[rows, columns], np.float32(0)),
        weight=np.where(known, lighter[rows, columns], np.float32(np.log(0.05))),
    )


def _both_ways(left: Side, right: Side, should_cancel: ShouldCancel) -> Matrix:
    alike = product(left.clauses, right.clauses, should_cancel)
    forth = best_column(alike, right.clause_owners, right.size, should_cancel)
    back = best_row(alike, left.clause_owners, left.size, should_cancel)
    here = weighed(forth, _ones(left), left.clause_owners, left.size, should_cancel)
    there = weighed(back, _ones(right), right.clause_owners, right.size, should_cancel)
    return np.minimum(here, there.T)


def _ones(side: Side) -> Matrix:
    return np.ones(len(side.clauses), np.float32)


def _alike(left: Side, right: Side, words: WordPairs, should_cancel: ShouldCancel) -> Matrix:
    """How well the words of each left clause and each right one are matched in the other, of the worse matched one."""
    count = len(left.clauses), len(right.clauses)
    forth = best_column(words.table, right.word_clauses, count[1], should_cancel)
    back = best_row(words.table, left.word_clauses, count[0], should_cancel)
    here = weighed(forth, left.word_weights + _LEAST, left.word_clauses, count[0], should_cancel)
    there = weighed(back, right.word_weights + _LEAST, right.word_clauses, count[1], should_cancel)
    return np.minimum(here, there.T)


def _most_alike(left: Side, right: Side, alike: Matrix, should_cancel: ShouldCancel) -> NDArray[np.int64]:
    """For each two passages the clauses most alike, as number of the left one × right clauses + the right one's."""
    columns = _best_columns(alike, right.clause_owners, right.size, should_cancel)
    values = np.where(columns >= 0, np.take_along_axis(alike, np.maximum(columns, 0), axis=1), np.float32(-1))
    rows = _best_columns(values.T, left.clause_owners, left.size, should_cancel).T
    chosen = np.take_along_axis(columns, np.maximum(rows, 0), axis=0)
    return np.where((rows >= 0) & (chosen >= 0), np.maximum(rows, 0) * len(right.clauses) + chosen, -1)


def _best_columns(table: Matrix, owners: Owners, size: int, should_cancel: ShouldCancel) -> NDArray[np.int64]:
    """For each row the best column of each owner; -1 where an owner has none."""
    found = np.full((len(table), size), -1, np.int64)
    starts, present = runs(owners)
    for start, end, owner in zip(starts, [*starts[1:], table.shape[1]], present, strict=True):
        check(should_cancel)
        found[:, owner] = start + table[:, start:end].argmax(axis=1)
    return found


def _shared(left: Side, right: Side, should_cancel: ShouldCancel) -> Matrix:
    """The weight of the words that each left clause shares with each right one."""
    numbers = {stem: number for number, stem in enumerate(dict.fromkeys((*left.stems, *right.stems)))}
    tables = []
    for side in (left, right):
        table = np.zeros((len(side.clauses), len(numbers)), np.float32)
        columns = [numbers[stem] for stem in side.stems]
        table[side.word_clauses, columns] = side.word_weights
        tables.append(table)
    # A word weighs the same on both sides, so the root of it on either gives its weight once.
    return product(np.sqrt(tables[0]), np.sqrt(tables[1]), should_cancel)


def _mass(side: Side) -> Matrix:
    mass: Matrix = np.bincount(side.word_clauses, side.word_weights, minlength=len(side.clauses)).astype(np.float32)
    return mass
