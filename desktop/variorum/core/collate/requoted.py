"""Quotations that an edit changed in place: words cut off or put in, or other words given to the same speaker.

A rewrite that quotes less of an utterance has altered nothing. Where one text was edited, "deeply irresponsible" made
"irresponsible" is another quotation. Knows claims and quotations of revisions, not how quotations are paired otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.inside import starting_in
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import Claim, PairKind, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.speakers import same_speaker
from variorum.core.text.model import Article, Quotation, Span
from variorum.core.text.tokens import words

Twins = tuple[Quotation, Quotation]


def with_requoted(
    pairs: Sequence[QuotePair],
    left: Article,
    right: Article,
    claims: Sequence[Claim],
    should_cancel: ShouldCancel = never,
) -> tuple[QuotePair, ...]:
    """`pairs` of a revision with those quotations altered that stand in each other's place with other words.

    Raises CanceledError.
    """
    told = {(pair.left.span, pair.right.span): at for at, pair in enumerate(pairs) if pair.left and pair.right}
    lefts = {pair.left.span: at for at, pair in enumerate(pairs) if pair.left and not pair.right}
    rights = {pair.right.span: at for at, pair in enumerate(pairs) if pair.right and not pair.left}
    found = list[QuotePair | None](pairs)
    for claim in claims:
        check(should_cancel)
        for one, other in _replaced(left, right, claim):
            at = told.get((one.span, other.span))
            if at is not None and pairs[at].kind is PairKind.SAME and pairs[at].wording is Wording.TRIMMED:
                found[at] = QuotePair(PairKind.CHANGED, Wording.TRIMMED, pairs[at].speaker, one, other)
            elif one.span in lefts and other.span in rights:
                found[lefts[one.span]] = QuotePair(PairKind.CHANGED, Wording.DIFFERS, SpeakerVerdict.SAME, one, other)
                found[rights[other.span]] = None
    return tuple(pair for pair in found if pair is not None)


def _replaced(left: Article, right: Article, claim: Claim) -> Iterator[Twins]:
    """The quotations of a claim that stand in the same place in both versions and say other words."""
    if not claim.linked or claim.confidence < DOUBTFUL:
        return
    before, after = _inside(left, claim.left), _inside(right, claim.right)
    if len(before) == len(after):
        yield from (twins for twins in zip(before, after, strict=True) if _one_voice(*twins) and _differ(*twins))


def _inside(article: Article, passages: Sequence[Span]) -> list[Quotation]:
    """The quotations that stand wholly in one of the passages; what is set in marks for its own sake is none."""
    return [
        quotation
        for passage in passages
        for quotation in starting_in(article.quotations, passage)
        if passage.contains(quotation.span) and not quotation.scare
    ]


def _one_voice(one: Quotation, other: Quotation) -> bool:
    return same_speaker(one.speaker, other.speaker) is SpeakerVerdict.SAME


def _differ(one: Quotation, other: Quotation) -> bool:
    return [word.folded for word in words(one.text)] != [word.folded for word in words(other.text)]
