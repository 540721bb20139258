"""What stands around two claims says for their being the same, as numbers: how late, on which day, in whose words.

What stories tell first, all of them tell; what happened on Wednesday is not what happens next week. Knows passages and
quotations, no probabilities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.model import Span

NAMES = ("how late", "same day", "both quoted")
"""What `CircumstanceEvidence` yields for a pair: the mean of their places in reading order, from 0 to 1 (less in a
short article, whose end is not late); whether one day is named in both; the share that is quoted of the passage that
quotes less."""

_SHORT = 21
"""Passages of an article of which the last is as late as it can be."""
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|"
    r"(?:last|next) (?:week|month|year))\b",
    re.IGNORECASE,
)


class CircumstanceEvidence:
    """The evidence of circumstances for links."""

    names = NAMES

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Circumstances:
        """The numbers called `NAMES` for any pair. Raises CanceledError."""
        return Circumstances(_told(left, should_cancel), _told(right, should_cancel))


@dataclass(frozen=True, slots=True)
class _Told:
    """How a passage is told."""

    late: float
    days: frozenset[str]
    quoted: float
    """The share of its characters inside quotation marks."""


class Circumstances:
    """How far the passages of two versions are told alike."""

    def __init__(self, left: Sequence[_Told], right: Sequence[_Told]) -> None:
        self._left, self._right = left, right

    def candidates(self) -> Sequence[Pair]:
        """None: a day in common is too little to look at a pair for."""
        return ()

    def of(self, a: int, b: int) -> tuple[float, float, float]:
        """The numbers of one pair, in the order of `NAMES`."""
        one, other = self._left[a], self._right[b]
        return (one.late + other.late) / 2, float(bool(one.days & other.days)), min(one.quoted, other.quoted)


def _told(version: Version, should_cancel: ShouldCancel) -> list[_Told]:
    quotations = [quotation.span for quotation in version.article.quotations]
    late = min(1.0, (len(version.passages) - 1) / (_SHORT - 1))
    found, first = [], 0
    for index, passage in enumerate(version.passages):
        check(should_cancel)
        while first < len(quotations) and quotations[first].end <= passage.span.start:
            first += 1
        days = frozenset(match.group().lower() for match in _DAY.finditer(version.text(index)))
        found.append(_Told(late * passage.place, days, _share(passage.span, quotations, first)))
    return found


def _share(passage: Span, quotations: Sequence[Span], first: int) -> float:
    """The share of a passage inside `quotations`, which stand in reading order; none before `first` reaches it."""
    inside = 0
    for at in range(first, len(quotations)):
        span = quotations[at]
        if span.start >= passage.end:
            break
        inside += max(0, min(span.end, passage.end) - max(span.start, passage.start))
    return min(1.0, inside / max(1, passage.end - passage.start))
