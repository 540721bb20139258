"""Which equal figures are told with a qualifier of another sense: "over 300" and "about 300", "at least 12" and "12".

Precision first: only in passages linked beyond doubt, and only where the sense differs, not the degree: "about 50" and
"nearly 50", "over 300" and "at least 300" are no change worth a stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import Agreement, Claim, Comparison, FigurePair
from variorum.core.collate.owners import Owners
from variorum.core.text.model import Article, Figure, Span

_SENSES = {
    "": "as told", "exactly": "as told",
    "about": "near", "nearly": "near",
    "over": "or more", "at least": "or more",
    "under": "or less", "up to": "or less",
}  # fmt: skip
"""What a qualifier makes of a value."""
_PREPOSITIONS = frozenset(["about", "around", "over", "above", "under", "below", "within", "inside", "close to"])
"""Qualifiers that may be none: "anger over 200 layoffs". Against a plain value they count only where both sides have
the same word before them, as when one was put in or taken out."""


def changed_qualifiers(
    left: Article, right: Article, claims: Sequence[Claim], figures: Iterable[FigurePair]
) -> Iterator[tuple[int, Figure, Figure]]:
    """Figures of one value whose qualifiers say different things, with the index of the claim that tells them."""
    owners = Owners(claims)
    for pair in figures:
        if pair.left is None or pair.right is None or not _changed(pair, pair.left, pair.right):
            continue
        index = owners.of(pair.left.span)
        if index is None or not claims[index].linked or claims[index].confidence < DOUBTFUL:
            continue
        one, other = _Told.of(left, claims[index].left, pair.left), _Told.of(right, claims[index].right, pair.right)
        if one and other and _certain(one, other):
            yield index, pair.left, pair.right


def qualifiers_of(comparison: Comparison) -> Iterator[tuple[int, Figure, Figure]]:
    """The changed qualifiers of a comparison."""
    return changed_qualifiers(comparison.left, comparison.right, comparison.claims, comparison.figures)


def _changed(pair: FigurePair, left: Figure, right: Figure) -> bool:
    """Whether one value is told in another sense; of a rounded one the qualifier only says that it is."""
    exact = pair.agreement in (Agreement.VERBATIM, Agreement.OTHER_WORDS)
    return pair.qualifier_changed and exact and _SENSES[left.qualifier] != _SENSES[right.qualifier]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in the passage that tells it."""

    text: str
    figure: Figure
    start: int
    """Where the passage starts."""

    @classmethod
    def of(cls, article: Article, passages: Sequence[Span], figure: Figure) -> _Told | None:
        """`figure` in the one of a claim's passages that holds it, or None."""
        starts = (passage.start for passage in passages if passage.contains(figure.span))
        return next((cls(article.text, figure, start) for start in starts), None)

    @property
    def word_before(self) -> str:
        """The word in front of the figure and its qualifier, "" where the passage begins with them."""
        at = self.figure.mention.start
        return (self.text[max(self.start, at - 30) : at].split() or [""])[-1].lower()


def _certain(one: _Told, other: _Told) -> bool:
    """Whether a qualifier that stands on one side only can be nothing else."""
    if one.figure.qualifier and other.figure.qualifier:
        return True
    told = one if one.figure.qualifier else other
    where = told.figure.qualifier_span
    words = where.of(told.text).lower() if where else ""
    return words not in _PREPOSITIONS or one.word_before == other.word_before
