"""What exchanged words do to the stance of what stays: a "not" that came, "will" that became "may".

Precision first: only words exchanged for each other, where most of the words survive or, in a sentence of which more
was changed, between words that survive. Knows word runs, not what is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.core.collate.certainty import Term, negation, outside, terms
from variorum.core.collate.model import Claim, Op, StanceKind
from variorum.core.text.model import Span

_SURVIVING = 0.6
"""Share of the characters that must stand on both sides for single words to be the point of the change."""
_SHORT = 7
"""Words up to which an exchanged run is about the words that stay, and not a thing of its own."""
_FEW = 3
"""Words up to which a run may be exchanged where less survives."""
_HELD, _BEHIND = 7, 3
"""Words that must then stand right around it, and how many of them behind it, where its verb is."""
_WORD = re.compile(r"\S+")
_DENYING = ("denied", "doubtful")
_WEAKER = ("hedged", "doubtful", "denied", "maybe")
"""Levels that tell even where the other side has no word for it."""

Found = tuple[StanceKind, Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class _Exchange:
    """Words of either side that took each other's place; an empty span at the place where a side has none."""

    left: Span
    right: Span
    before: int
    """Words that stand right before it on both sides."""
    after: int
    """Words that stand right behind it on both sides."""

    def longest(self, left: str, right: str) -> int:
        """Words of the longer side."""
        return max(len(self.left.of(left).split()), len(self.right.of(right).split()))


def is_edit(claim: Claim) -> bool:
    """Whether most of the words of a claim stand on both sides."""
    sizes = [(run.op, len(run.left or ()) + len(run.right or ())) for run in claim.words]
    equal = sum(size for op, size in sizes if op is Op.EQUAL)
    return equal >= _SURVIVING * sum(size for _, size in sizes) > 0


def edits(left: str, right: str, claim: Claim, quoted: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Found]:
    """What the exchanged words of a claim change; `quoted` are the quotations of both sides."""
    found = _exchanges(left, claim)
    if is_edit(claim):
        exchanges = [exchange for exchange in found if exchange.longest(left, right) <= _SHORT]
    else:
        exchanges = [held for exchange in found if (held := _held(left, right, exchange))]
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


def _exchanges(text: str, claim: Claim) -> Iterator[_Exchange]:
    """The runs between equal ones, left and right together; `text` is the left one."""
    gone: list[Span] = []
    come: list[Span] = []
    at = (claim.left[0].start, claim.right[0].start)
    before = 0
    for run in claim.words:
        if run.op is Op.EQUAL and run.left and run.right and (len(run.left) or len(run.right)):
            standing = len(run.left.of(text).split())
            if gone or come:
                yield _Exchange(_whole(gone, at[0]), _whole(come, at[1]), before, standing)
            gone, come, at, before = [], [], (run.left.end, run.right.end), standing
        elif run.op is Op.DELETE and run.left:
            gone.append(run.left)
        elif run.op is Op.INSERT and run.right:
            come.append(run.right)
    if gone or come:
        yield _Exchange(_whole(gone, at[0]), _whole(come, at[1]), before, 0)


def _held(left: str, right: str, exchange: _Exchange) -> _Exchange | None:
    """What of an exchange is about the words that stand around it, whatever else was changed: all of a short one, of a
    longer one its end, right before a verb that stands with all that belongs to it."""
    if exchange.longest(left, right) <= _FEW:
        enough = exchange.after >= _BEHIND and exchange.before + exchange.after >= _HELD
        return exchange if enough else None
    if exchange.after < _HELD:
        return None
    return replace(exchange, left=_end(left, exchange.left), right=_end(right, exchange.right))


def _end(text: str, span: Span) -> Span:
    """The last few words of `span`."""
    words = list(_WORD.finditer(text, span.start, span.end))
    return Span(words[-_FEW].start(), span.end) if len(words) > _FEW else span


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
