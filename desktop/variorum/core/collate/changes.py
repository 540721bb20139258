"""The list of changes an editor steps through: claims, figures and quotations that differ, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from variorum.core.collate.covered import covered
from variorum.core.collate.excerpt import around
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import (
    Claim,
    ClaimKind,
    Comparison,
    Op,
    PairKind,
    Paraphrase,
    QuotePair,
    SpeakerVerdict,
    StanceKind,
    StancePair,
    Wording,
)
from variorum.core.collate.owners import Owners
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.text.model import Figure, Quotation, Span
from variorum.core.text.tokens import words
from variorum.core.words import word


class ChangeKind(StrEnum):
    """The kinds of the chips, in their order on screen."""

    ADDED = "added"
    DROPPED = "dropped"
    FIGURE = "figure"
    QUOTE = "quote"
    STANCE = "stance"
    REWORDED = "reworded"
    MOVED = "moved"


INSIDE = frozenset((ChangeKind.FIGURE, ChangeKind.QUOTE, ChangeKind.STANCE))
"""Kinds of what stands inside a claim and has a place of its own on either side."""

_STANCE_TITLES = {
    StanceKind.CERTAINTY: word("Certainty changed"),
    StanceKind.NEGATION: word("Negation changed"),
    StanceKind.SOURCE: word("Source changed"),
}

_CLAIM_TITLES = {
    (ChangeKind.ADDED,): word("Added"),
    (ChangeKind.DROPPED,): word("Dropped"),
    (ChangeKind.REWORDED,): word("Reworded"),
    (ChangeKind.MOVED,): word("Moved"),
    (ChangeKind.REWORDED, ChangeKind.MOVED): word("Reworded and moved"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One stop on the way through a comparison.

    A claim that was reworded and moved is one change with both kinds. `look` is True where an editor should look
    first (speaker changed, figure changed, quotation altered); `title` says what happened in a few words ("Speaker
    changed", "10 → 12", "Added"), `detail` quotes the passage, `before`/`after` name what changed from and to where
    there is such a thing ("Pete Hegseth", "John Healey").
    """

    kinds: tuple[ChangeKind, ...]
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    title: str
    detail: str
    look: bool = False
    before: str = ""
    after: str = ""
    claim: int | None = None
    """Index into `Comparison.claims` of the claim it belongs to, if any."""
    confidence: float = 1.0

    @property
    def doubtful(self) -> bool:
        """Whether it may well be none, as its passages are told by both but linked by a doubtful link."""
        return bool(self.left and self.right) and self.confidence < DOUBTFUL


def changes(comparison: Comparison) -> tuple[Change, ...]:
    """Every change of `comparison`, in reading order of the left version, added claims where the right has them.

    A claim that differs only in changes that are listed themselves is not listed as reworded as well: `counts` counts
    claims, this lists edits.
    """
    found = [(*_place(comparison, change), change) for change in _all(comparison)]
    return tuple(change for *_, change in sorted(found, key=lambda item: item[:3]))


def _all(comparison: Comparison) -> Iterator[Change]:
    said_inside = covered(comparison)
    for index, claim in enumerate(comparison.claims):
        changed = claim.kind is not ClaimKind.UNCHANGED and index not in said_inside
        if claim.moved or changed:
            yield _claim_change(comparison, index, claim, changed=changed)
    owners = Owners(comparison.claims)
    for figures in comparison.figures:
        if figures.kind is PairKind.CHANGED and figures.left and figures.right:
            yield _figure_change(comparison, figures.left, figures.right, owners)
    for claim_index, one, other in qualifiers_of(comparison):
        yield _qualifier_change(comparison, one, other, claim_index)
    for quotes in comparison.quotes:
        if quotes.kind is PairKind.CHANGED and quotes.left and quotes.right:
            yield _quote_change(quotes, quotes.left, quotes.right, owners)
    for stance in comparison.stance:
        yield _stance_change(comparison, stance)


def _place(comparison: Comparison, change: Change) -> tuple[int, int, int]:
    """Where a change stands in reading order: by its claim, the claim itself first."""
    claim = len(comparison.claims) if change.claim is None else change.claim
    inside = not INSIDE.isdisjoint(change.kinds)
    return claim, int(inside), change.left[0].start if change.left else 0


def _claim_change(comparison: Comparison, index: int, claim: Claim, *, changed: bool) -> Change:
    kinds = [ChangeKind(claim.kind.value)] if changed else []
    kinds += [ChangeKind.MOVED] if claim.moved else []
    text, spans = (comparison.left.text, claim.left) if claim.left else (comparison.right.text, claim.right)
    return Change(
        kinds=tuple(kinds),
        left=claim.left,
        right=claim.right,
        title=_CLAIM_TITLES[tuple(kinds)],
        detail=" ".join(" ".join(span.of(text).split()) for span in spans),
        claim=index,
        confidence=claim.confidence,
    )


def _figure_change(comparison: Comparison, left: Figure, right: Figure, owners: Owners) -> Change:
    return _figures(comparison, left, right, (left.span, right.span), claim=owners.of(left.span), look=True)


def _qualifier_change(comparison: Comparison, left: Figure, right: Figure, claim: int) -> Change:
    """One value told in another sense: worth a stop, no contradiction."""
    change = _figures(comparison, left, right, (left.mention, right.mention), claim=claim, look=False)
    sure = comparison.claims[claim].confidence
    return replace(change, title=f"{word('Qualifier changed')}: {change.title}", confidence=sure)


def _figures(
    comparison: Comparison, left: Figure, right: Figure, spans: tuple[Span, Span], *, claim: int | None, look: bool
) -> Change:
    """Two figures, each on one line with its qualifier; `spans` are what changed."""
    before, after = (
        " ".join(figure.mention.of(side.text).split())
        for figure, side in ((left, comparison.left), (right, comparison.right))
    )
    return Change(
        kinds=(ChangeKind.FIGURE,),
        left=(spans[0],),
        right=(spans[1],),
        title=f"{before} → {after}",
        detail=around(comparison.left, left.mention),
        look=look,
        before=before,
        after=after,
        claim=claim,
    )


def _quote_change(
    pair: QuotePair, left: Quotation | Paraphrase, right: Quotation | Paraphrase, owners: Owners
) -> Change:
    speaker = pair.speaker is SpeakerVerdict.DIFFERS
    said = left if isinstance(left, Quotation) else right
    before, after = (left.speaker, right.speaker) if speaker else (left.text, right.text)
    if _only_marks_differ(pair):
        before, after = (f"“{side.text}”" if isinstance(side, Quotation) else side.text for side in (left, right))
    elif pair.wording is Wording.PARAPHRASED:
        before = after = ""  # two passages, of which hardly a word is the other's
    return Change(
        kinds=(ChangeKind.QUOTE,),
        left=(left.span,),
        right=(right.span,),
        title=_quote_title(pair),
        detail=f"“{' '.join(said.text.split())}”",
        look=True,
        before=before,
        after=after,
        claim=owners.of(left.span),
    )


def _quote_title(pair: QuotePair) -> str:
    if _only_marks_differ(pair):
        return word("Quotation marks taken off") if isinstance(pair.left, Quotation) else word("Put in quotation marks")
    if pair.wording is Wording.PARAPHRASED:
        quoted_left = isinstance(pair.left, Quotation)
        return word("Quotation turned paraphrase") if quoted_left else word("Paraphrase turned quotation")
    return word("Speaker changed") if pair.speaker is SpeakerVerdict.DIFFERS else word("Quotation altered")


def _stance_change(comparison: Comparison, pair: StancePair) -> Change:
    """What differs, with the word on either side; where one has none, what stands in its place or the claim does."""
    claim = comparison.claims[pair.claim]
    left, right = _with_what_was_replaced(comparison, pair)
    before, after = (
        " ".join(span.of(side.text).split()) if span else ""
        for span, side in ((left, comparison.left), (right, comparison.right))
    )
    title = _STANCE_TITLES[pair.kind]
    return Change(
        kinds=(ChangeKind.STANCE,),
        left=(left,) if left else claim.left,
        right=(right,) if right else claim.right,
        title=f"{title}: {_named(before)} → {_named(after)}",
        detail=around(comparison.left, left or claim.left[0]),
        look=True,
        before=before,
        after=after,
        claim=pair.claim,
        confidence=claim.confidence,
    )


def _with_what_was_replaced(comparison: Comparison, pair: StancePair) -> tuple[Span | None, Span | None]:
    """The words of a stance; where one side has none, those that an edit put in their place or took for them."""
    texts = comparison.left.text, comparison.right.text
    runs = comparison.claims[pair.claim].words if pair.left is None or pair.right is None else ()
    for one, other in pairwise(runs):
        gone, come = one.left or other.left, one.right or other.right
        if Op.EQUAL not in (one.op, other.op) and gone and come:
            left, right = gone.trimmed(texts[0]), come.trimmed(texts[1])
            if left == pair.left or right == pair.right:
                return left, right
    return pair.left, pair.right


def _named(words: str) -> str:
    return f"“{words}”" if words else "—"


def _only_marks_differ(pair: QuotePair) -> bool:
    """Whether both sides have the same words, one of them without marks."""
    if pair.left is None or pair.right is None or pair.wording is not Wording.PARAPHRASED:
        return False
    one, other = ([word.folded for word in words(side.text)] for side in (pair.left, pair.right))
    return one == other
