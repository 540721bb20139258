"""From links to claims: groups of passages get their kind, order and words; the rest is added or dropped."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Claim, ClaimKind, Nearest, Op, WordRun
from variorum.core.collate.order import kept_order, steadiness
from variorum.core.collate.parts import confidence
from variorum.core.collate.pieces import Group, Pair, Part
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.reasons import reasons
from variorum.core.collate.version import Version
from variorum.core.collate.wording import word_runs
from variorum.core.text.folding import same_words
from variorum.core.text.model import Span


@dataclass(frozen=True, slots=True)
class Linked:
    """What the claims are made from: two versions, which parts belong together, how sure that is."""

    left: Version
    right: Version
    groups: Sequence[Group]
    probability: Mapping[Pair, float]
    lexicon: Lexicon
    ordered: Collection[int] | None = None
    """The left passages that have an order to move in; None for all of them."""


def claims_of(linked: Linked, should_cancel: ShouldCancel = never) -> tuple[Claim, ...]:
    """Every claim, in reading order of the left version, added ones where the right has them.

    Raises CanceledError.
    """
    groups = sorted(linked.groups, key=lambda group: group.left[0].span)
    shared = []
    for group in groups:
        check(should_cancel)
        shared.append(_linked_claim(linked, group))
    ordered = [at for at, group in enumerate(groups) if _is_ordered(linked, group)]
    for at, claim in zip(ordered, _with_moves(linked, [shared[at] for at in ordered], should_cancel), strict=True):
        shared[at] = claim
    nearest_left, nearest_right = _nearest(linked.probability)
    dropped = [
        _single(linked, ClaimKind.DROPPED, part, nearest_left.get(part.passage))
        for part in _untold(linked.left, [part for group in linked.groups for part in group.left])
    ]
    added = [
        _single(linked, ClaimKind.ADDED, part, nearest_right.get(part.passage))
        for part in _untold(linked.right, [part for group in linked.groups for part in group.right])
    ]
    return tuple(_in_reading_order(sorted((*shared, *dropped), key=lambda claim: claim.left[0]), added))


def _untold(version: Version, told: Sequence[Part]) -> Iterator[Part]:
    """The passages, and what is left of passages, that no claim of both sides holds."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for part in told:
        spans[part.passage].append(part.span)
    for index, passage in enumerate(version.passages):
        start = passage.span.start
        for span in sorted(spans.get(index, ())):
            if start < span.start:
                yield Part(index, Span(start, span.start))
            start = span.end
        if start < passage.span.end:
            yield Part(index, Span(start, passage.span.end))


def _in_reading_order(rows: Sequence[Claim], added: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of the left, each added one behind the claim that it follows on the right."""
    followers: defaultdict[int, list[Claim]] = defaultdict(list)
    anchors = sorted((span.start, index) for index, c in enumerate(rows) if not c.moved for span in c.right)
    at, last = 0, -1
    for claim in added:
        while at < len(anchors) and anchors[at][0] < claim.right[0].start:
            last = max(last, anchors[at][1])
            at += 1
        followers[last].append(claim)
    yield from followers[-1]
    for index, claim in enumerate(rows):
        yield claim
        yield from followers[index]


def _linked_claim(linked: Linked, group: Group) -> Claim:
    left, right = ([part.span for part in parts] for parts in (group.left, group.right))
    same = _key(linked.left, left) == _key(linked.right, right)
    if same and len(left) == len(right):
        words = _same_runs(left, right)
    else:
        words = word_runs(linked.left.article, left, linked.right.article, right)
    return Claim(
        kind=ClaimKind.UNCHANGED if same else ClaimKind.REWORDED,
        left=tuple(left),
        right=tuple(right),
        confidence=1.0 if same else confidence(group, linked.probability),
        words=words,
        evidence=() if same else reasons(linked.left, group.left, linked.right, group.right, linked.lexicon),
        by_hand=group.by_hand,
    )


def _same_runs(left: Sequence[Span], right: Sequence[Span]) -> tuple[WordRun, ...]:
    """Equal runs, one a passage, with empty ones at the borders."""
    runs = [
        WordRun(Op.EQUAL, *parts)
        for one, other in zip(left, right, strict=True)
        for parts in ((one, other), (Span(one.end, one.end), Span(other.end, other.end)))
    ]
    return tuple(runs[:-1])


def _key(version: Version, spans: Sequence[Span]) -> str:
    return same_words(" ".join(span.of(version.article.text) for span in spans))


def _is_ordered(linked: Linked, group: Group) -> bool:
    return linked.ordered is None or any(part.passage in linked.ordered for part in group.left)


def _with_moves(linked: Linked, claims: Sequence[Claim], should_cancel: ShouldCancel) -> list[Claim]:
    """Marks the linked claims that stand off the heaviest run in common order, and how far."""
    places = [claim.right[0].start for claim in claims]
    weights = []
    for claim in claims:
        check(should_cancel)
        weights.append(_steadiness(linked, claim))
    rank = {index: at for at, index in enumerate(sorted(range(len(places)), key=places.__getitem__))}
    kept = kept_order([(index, rank[index]) for index in range(len(places))], weights)
    standing = sorted(kept)
    steps = standing, [rank[index] for index in standing]
    return [
        claim if index in kept else replace(claim, moved=True, distance=_distance(index, rank[index], steps))
        for index, claim in enumerate(claims)
    ]


def _distance(left: int, right: int, standing: tuple[list[int], list[int]]) -> int:
    """How many of those that stand in common order one has passed that is at `left` there and at `right` here.

    Others that have moved don't count: of three in reverse order the middle one would have stayed where it is. Two that
    changed places with nothing between them have passed each other.
    """
    return bisect_left(standing[1], right) - bisect_left(standing[0], left) or right - left


def _steadiness(linked: Linked, claim: Claim) -> int:
    one, other = linked.left.article.text, linked.right.article.text
    return steadiness(*(span.of(one) for span in claim.left), *(span.of(other) for span in claim.right))


def _single(linked: Linked, kind: ClaimKind, part: Part, nearest: tuple[float, int] | None) -> Claim:
    """A claim told on one side only, with what comes closest on the other."""
    there, span = linked.left if kind is ClaimKind.ADDED else linked.right, part.span
    close = Nearest((there.passages[nearest[1]].span,), nearest[0]) if nearest else None
    return Claim(
        kind=kind,
        left=() if kind is ClaimKind.ADDED else (span,),
        right=(span,) if kind is ClaimKind.ADDED else (),
        confidence=1.0 - (nearest[0] if nearest else 0.0),
        nearest=close,
        words=(WordRun(Op.INSERT, None, span) if kind is ClaimKind.ADDED else WordRun(Op.DELETE, span, None),),
    )


def _nearest(probability: Mapping[Pair, float]) -> tuple[dict[int, tuple[float, int]], dict[int, tuple[float, int]]]:
    """For each passage of the left and of the right the most probable counterpart, with the probability."""
    left: dict[int, tuple[float, int]] = {}
    right: dict[int, tuple[float, int]] = {}
    for (a, b), p in probability.items():
        left[a] = max(left.get(a, (0.0, b)), (p, b))
        right[b] = max(right.get(b, (0.0, a)), (p, a))
    return left, right
