"""How well the words of passages are matched in passages of the other version. Knows vectors of words, no links.

Each word is held against the most similar one of the other passage, weighed by what it tells (BERTScore, Zhang and
others 2020). What many passages of both versions say in one word or another is the story's subject and tells little:
so a word also weighs less the more passages have one like it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.vectors import Matrix, Side, best_column, best_row, blocks, mean_of_best, product, weighed

_LIKE, _SHARPLY = 0.62, 14.0
"""Cosine from which two words say something alike, and how sharply that is told."""
_SAME = 0.75
"""Cosine from which a word is matched."""


@dataclass(frozen=True, slots=True)
class Matches:
    """For each left passage (rows) with each right one (columns)."""

    both_ways: Matrix
    """The mean of the words' best matches, of the passage that is matched less well."""
    one_way: Matrix
    """The same of the other one."""
    telling: Matrix
    """As `both_ways`, of words that aren't the story's subject, less what each word finds anywhere."""
    matched: Matrix
    """The weight of such words that are matched on both sides (log)."""


@dataclass(frozen=True, slots=True)
class WordPairs:
    """The cosines of all words of the left (rows) with all of the right (columns)."""

    table: Matrix

    @classmethod
    def of(cls, left: Side, right: Side, should_cancel: ShouldCancel) -> WordPairs:
        """Raises CanceledError."""
        return cls(product(left.words, right.words, should_cancel))


def word_matches(left: Side, right: Side, pairs: WordPairs, should_cancel: ShouldCancel) -> Matches:
    """How well words are matched. Raises CanceledError."""
    forth = best_column(pairs.table, right.word_owners, right.size, should_cancel)
    back = best_row(pairs.table, left.word_owners, left.size, should_cancel)
    weights = _telling(left, forth, should_cancel), _telling(right, back, should_cancel)
    here = weighed(forth, left.word_weights, left.word_owners, left.size, should_cancel)
    there = weighed(back, right.word_weights, right.word_owners, right.size, should_cancel).T
    beyond = _beyond(left, forth, weights[0], should_cancel), _beyond(right, back, weights[1], should_cancel)
    matched = _matched(left, forth, weights[0], should_cancel), _matched(right, back, weights[1], should_cancel)
    return Matches(
        both_ways=np.minimum(here, there),
        one_way=np.maximum(here, there),
        telling=np.minimum(beyond[0], beyond[1].T),
        matched=np.log(np.float32(0.05) + np.minimum(matched[0], matched[1].T)),
    )


def _telling(side: Side, best: Matrix, should_cancel: ShouldCancel) -> Matrix:
    """What each word weighs, less the more passages of both versions have one like it."""
    holding = np.empty(len(side.words))
    for part in blocks(len(side.words), should_cancel):
        own = best_row(side.words @ side.words[part].T, side.word_owners, side.size, should_cancel)
        holding[part] = _alike(best[part]) + _alike(own)
    passages = side.size + best.shape[1]
    rare = np.log((passages + 1) / (holding + 0.5)) / np.log(passages + 2)
    weights: Matrix = (side.word_weights * np.clip(rare, 0.0, 1.0)).astype(np.float32)
    return weights


def _alike(best: Matrix) -> Matrix:
    """In how many passages each word finds one like it."""
    count: Matrix = (1.0 / (1.0 + np.exp(-(best - _LIKE) * _SHARPLY))).sum(axis=1)
    return count


def _beyond(side: Side, best: Matrix, weights: Matrix, should_cancel: ShouldCancel) -> Matrix:
    """How well the words of each passage are matched, less what each finds anywhere."""
    beyond = 2 * best - mean_of_best(best, should_cancel)[:, None]
    return weighed(beyond, weights, side.word_owners, side.size, should_cancel)


def _matched(side: Side, best: Matrix, weights: Matrix, should_cancel: ShouldCancel) -> Matrix:
    """The weight of the words of each passage that are matched."""
    share = weighed((best >= _SAME).astype(np.float32), weights, side.word_owners, side.size, should_cancel)
    mass = np.bincount(side.word_owners, weights, minlength=side.size).astype(np.float32)
    found: Matrix = share * mass[:, None]
    return found
