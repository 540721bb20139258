"""What exchanged words do to the stance of a sentence that stays: a "not" that came, "will" that became "may".

Precision first: only where most of the words survive, and only words exchanged for each other. Knows word runs, not
what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.core.collate.certainty import Term, negation, outside, terms
from variorum.core.collate.model import Claim, Op, StanceKind
from variorum.core.text.model import Span

_SURVIVING = 0.6
"""Share of the characters that must stand on both sides for single words to be the point of the change."""
_SHORT = 7
"""Words up to which an exchanged run is about the words that stay, and not a thing of its own."""
_DENYING = ("denied", "doubtful")
_WEAKER = ("hedged", "doubtful", "denied", "maybe")
"""Levels that tell even where the other side has no word for it."""

Found = tuple[StanceKind, Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class _Exchange:
    """Words of either side that took each other's place; an empty span at the place where a side has none."""

    left: Span
    right: Span


def is_edit(claim: Claim) -> bool:
    """Whether most of the words of a claim stand on both sides."""
    sizes = [(run.op, len(run.left or ()) + len(run.right or ())) for run in claim.words]
    equal = sum(size for op, size in sizes if op is Op.EQUAL)
    return equal >= _SURVIVING * sum(size for _, size in sizes) > 0


def edits(left: str, right: str, claim: Claim, quoted: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Found]:
    """What the exchanged words of an edited claim change; `quoted` are the quotations of both sides."""
    exchanges = [
        exchange
        for exchange in _exchanges(claim)
        if max(len(exchange.left.of(left).split()), len(exchange.right.of(right).split())) <= _SHORT
    ]
    pairs = [
        (
            outside(list(terms(left, exchange.left, "certainty", "edited")), quoted[0]),
            outside(list(terms(right, exchange.right, "certainty", "edited")), quoted[1]),
        )
        for exchange in exchanges
    ]
    negated = list(_negated(left, right, exchanges, quoted))
    denied = [term for pair in pairs for side in pair for term in side if term.level in _DENYING]
    if negated and denied:
        return  # who denies that it is so says that it is not
    yield from negated
    yield from filter(None, (_weakened(*pair) for pair in pairs))


def _exchanges(claim: Claim) -> Iterator[_Exchange]:
    """The runs between equal ones, left and right together."""
    gone: list[Span] = []
    come: list[Span] = []
    at = (claim.left[0].start, claim.right[0].start)
    for run in claim.words:
        if run.op is Op.EQUAL and run.left and run.right and (len(run.left) or len(run.right)):
            if gone or come:
                yield _Exchange(_whole(gone, at[0]), _whole(come, at[1]))
            gone, come, at = [], [], (run.left.end, run.right.end)
        elif run.op is Op.DELETE and run.left:
            gone.append(run.left)
        elif run.op is Op.INSERT and run.right:
            come.append(run.right)
    if gone or come:
        yield _Exchange(_whole(gone, at[0]), _whole(come, at[1]))


def _whole(spans: Sequence[Span], at: int) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(at, at)


def _negated(
    left: str, right: str, exchanges: Sequence[_Exchange], quoted: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Found]:
    """The negation that exactly one side has among its exchanged words."""
    one = [span for exchange in exchanges for span in _negations(left, exchange.left, quoted[0])]
    other = [span for exchange in exchanges for span in _negations(right, exchange.right, quoted[1])]
    if bool(one) != bool(other):
        yield StanceKind.NEGATION, next(iter(one), None), next(iter(other), None)


def _negations(text: str, span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    for match in negation().finditer(text, span.start, span.end):
        found = Span(*match.span())
        if not any(hole.overlap(found) for hole in quoted):
            yield found


def _weakened(one: Sequence[Term], other: Sequence[Term]) -> Found | None:
    """The terms that took each other's place, where one is surer than the other; an auxiliary tells least."""
    if one and other:
        left, right = (min(found, key=lambda term: term.level == "sure") for found in (one, other))
        plain = {left.level, right.level} == {"sure", "firm"}
        return None if plain or left.rank == right.rank else (StanceKind.CERTAINTY, left.span, right.span)
    if one and one[0].level in _WEAKER:
        return StanceKind.CERTAINTY, one[0].span, None
    if other and other[0].level in _WEAKER:
        return StanceKind.CERTAINTY, None, other[0].span
    return None
