"""Figures that stand for one another between the same words: what an edit changed, whatever else both versions count.

Held against the rest of a text, "5%" made "7%" may seem to be told still, where another 5% stands elsewhere. Here the
words around it decide. Knows claims with their word runs, not how figures are paired otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.agreements import relate
from variorum.core.collate.contexts import Placed
from variorum.core.collate.figures import agreeing
from variorum.core.collate.inside import touching
from variorum.core.collate.measures import Relation
from variorum.core.collate.model import Claim, FigurePair, Op, PairKind, WordRun
from variorum.core.text.model import Article, Figure, Span

_STANDS = 0.5
"""Share of both passages' characters that must stand for one to be an edit of the other."""

Figures = tuple[Figure, Figure]


def with_replaced(
    left: Article,
    right: Article,
    claims: Sequence[Claim],
    pairs: Sequence[FigurePair],
    should_cancel: ShouldCancel = never,
) -> tuple[FigurePair, ...]:
    """`pairs` with those figures paired that an edit put in each other's place, and paired with nothing else.

    Raises CanceledError.
    """
    edited: list[Figures] = []
    for claim in claims:
        check(should_cancel)
        edited += _replaced(left, right, claim)
    if not edited:
        return tuple(pairs)
    lefts, rights = {one.span for one, _ in edited}, {other.span for _, other in edited}
    kept: list[FigurePair] = []
    loose: list[FigurePair] = []
    for pair in pairs:
        taken = (pair.left and pair.left.span in lefts, pair.right and pair.right.span in rights)
        (loose if any(taken) else kept).append(pair)
    lefts |= {pair.left.span for pair in kept if pair.left}
    rights |= {pair.right.span for pair in kept if pair.right}
    gone = [pair.left for pair in loose if pair.left and pair.left.span not in lefts]
    come = [pair.right for pair in loose if pair.right and pair.right.span not in rights]
    kept += [FigurePair(PairKind.CHANGED, one, other) for one, other in edited]
    kept += _rematched(gone, come)
    return tuple(sorted(kept, key=_reading_order))


def _reading_order(pair: FigurePair) -> tuple[bool, Span]:
    figure = pair.left or pair.right
    return pair.left is None, figure.span if figure else Span(0, 0)


def _rematched(gone: Sequence[Figure], come: Sequence[Figure]) -> Iterator[FigurePair]:
    """What was paired with figures that were replaced, paired anew by value."""
    waiting = list(come)
    for figure in gone:
        twin = next((o for o in waiting if (o.value, o.unit) == (figure.value, figure.unit)), None)
        if twin:
            waiting.remove(twin)
        yield agreeing(figure, twin) if twin else FigurePair(PairKind.DROPPED, figure, None)
    yield from (FigurePair(PairKind.ADDED, None, figure) for figure in waiting)


def _replaced(left: Article, right: Article, claim: Claim) -> Iterator[Figures]:
    """The figures of one claim that stand for each other, where the words around them stand."""
    if not claim.linked or not _mostly_stands(claim):
        return
    for gone, come in _changes(claim.words):
        before, after = _figures_in(left, claim.left, gone), _figures_in(right, claim.right, come)
        if len(before) == len(after):
            yield from (pair for pair in zip(before, after, strict=True) if _differ(*pair))


def _mostly_stands(claim: Claim) -> bool:
    sizes = [sum(map(len, spans)) for spans in (claim.left, claim.right)]
    equal = [run for run in claim.words if run.op is Op.EQUAL]
    standing = sum(len(run.left) for run in equal if run.left), sum(len(run.right) for run in equal if run.right)
    return all(stands >= _STANDS * size for stands, size in zip(standing, sizes, strict=True))


def _changes(words: Sequence[WordRun]) -> Iterator[tuple[list[Span], list[Span]]]:
    """What goes and what comes between two runs that stand."""
    gone: list[Span] = []
    come: list[Span] = []
    for run in words:
        if run.op is not Op.EQUAL:
            gone += [run.left] if run.left else []
            come += [run.right] if run.right else []
        elif not _is_space(run):
            if gone and come:
                yield gone, come
            gone, come = [], []
    if gone and come:
        yield gone, come


def _is_space(run: WordRun) -> bool:
    return not run.left or len(run.left) == 0


def _figures_in(article: Article, passages: Sequence[Span], changed: Sequence[Span]) -> list[Figure]:
    """The figures of the passages that a change touches."""
    whole = Span(min(span.start for span in changed), max(span.end for span in changed))
    return [
        figure
        for figure in touching(article.figures, whole)
        if any(passage.start <= figure.span.start < passage.end for passage in passages)
        and any(figure.span.overlap(span) for span in changed)
    ]


def _differ(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same thing and neither is the other rounded or a date given less exactly.

    With one qualifier on both sides, or none, nobody has rounded: "about 50" made "about 51" was changed.
    """
    if one.unit != other.unit:
        return False
    relation = relate(Placed.bare(one), Placed.bare(other))
    edited = not one.is_date and one.qualifier == other.qualifier and one.value != other.value
    return relation is Relation.DIFFERENT or (relation is Relation.ROUNDED and edited)
