"""Which words of either side an export marks, and how a passage falls into pieces by them. Knows no format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import (
    Claim,
    Comparison,
    Op,
    PairKind,
    QuotePair,
    SpeakerVerdict,
    StanceKind,
    Wording,
)
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.export.content import Mark, MarkKind, Piece
from variorum.core.export.printable import printable
from variorum.core.text.model import Span

Marked = tuple[Span, Mark]
Sides = tuple[list[Marked], list[Marked]]

_OTHERWISE = {
    StanceKind.CERTAINTY: "another certainty",
    StanceKind.NEGATION: "no negation",
    StanceKind.SOURCE: "another source",
}
_CHIP = Mark(MarkKind.FIGURE)
_WORDS = frozenset((MarkKind.DELETED, MarkKind.INSERTED))


def inside_marks(comparison: Comparison, kinds: frozenset[ChangeKind]) -> Sides:
    """Marks of changed figures and quotations on either side, and of words that tell another stance."""
    sides: Sides = ([], [])
    for kind, found in (
        (ChangeKind.FIGURE, _figures),
        (ChangeKind.QUOTE, _quotes),
        (ChangeKind.STANCE, _stances),
    ):
        for left, right, mark in found(comparison) if kind in kinds else ():
            for side, span in zip(sides, (left, right), strict=True):
                side += [(span, mark)] if span else []
    # What contradicts two figures of the other side is marked once.
    return list(dict.fromkeys(sides[0])), list(dict.fromkeys(sides[1]))


def word_marks(comparison: Comparison, claim: Claim) -> Sides:
    """Marks of the words of a claim that only one side has, without the white space around them."""
    gone = (run.left.trimmed(comparison.left.text) for run in claim.words if run.op is Op.DELETE and run.left)
    come = (run.right.trimmed(comparison.right.text) for run in claim.words if run.op is Op.INSERT and run.right)
    return [(span, Mark(MarkKind.DELETED)) for span in gone], [(span, Mark(MarkKind.INSERTED)) for span in come]


def pieces(text: str, span: Span, marks: Iterable[Marked]) -> tuple[Piece, ...]:
    """The passage in pieces; where marks overlap, a piece has all of them. A changed figure says by itself that its
    words changed: they aren't struck or filled as well."""
    here = [mark for mark in marks if mark[0].overlap(span)]
    borders = {span.start, span.end}
    for place, _ in here:
        borders |= {max(place.start, span.start), min(place.end, span.end)}
    cut = [(_over(here, start, end), text[start:end]) for start, end in pairwise(sorted(borders))]
    return tuple(
        Piece(printable("".join(words for _, words in same)), marks)
        for marks, same in groupby(cut, key=lambda piece: piece[0])
    )


def _over(marks: Sequence[Marked], start: int, end: int) -> tuple[Mark, ...]:
    over = [mark for place, mark in marks if place.start <= start and end <= place.end]
    if _CHIP in over:
        over = [mark for mark in over if mark.kind not in _WORDS]
    return tuple(dict.fromkeys(over))


def _figures(comparison: Comparison) -> Iterator[tuple[Span | None, Span | None, Mark]]:
    for pair in comparison.figures:
        if pair.kind is PairKind.CHANGED:
            yield pair.left.span if pair.left else None, pair.right.span if pair.right else None, _CHIP
    for _, left, right in qualifiers_of(comparison):
        yield left.mention, right.mention, Mark(MarkKind.QUALIFIER, "another qualifier on the other side")


def _quotes(comparison: Comparison) -> Iterator[tuple[Span | None, Span | None, Mark]]:
    for pair in comparison.quotes:
        if pair.kind is PairKind.CHANGED:
            mark = Mark(MarkKind.QUOTE, f"quotation with {_what_changed(pair)} on the other side")
            yield pair.left.span if pair.left else None, pair.right.span if pair.right else None, mark


def _what_changed(pair: QuotePair) -> str:
    if pair.wording is Wording.PARAPHRASED:
        return "no quotation marks"
    return "another speaker" if pair.speaker is SpeakerVerdict.DIFFERS else "other words"


def _stances(comparison: Comparison) -> Iterator[tuple[Span | None, Span | None, Mark]]:
    for pair in comparison.stance:
        yield pair.left, pair.right, Mark(MarkKind.STANCE, f"{_OTHERWISE[pair.kind]} on the other side")
