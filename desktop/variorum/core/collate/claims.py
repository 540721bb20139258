"""From links to claims: groups of passages get their kind, order and words; the rest is added or dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.grouping import Group, Pair
from variorum.core.collate.model import Claim, ClaimKind, Nearest, Op, WordRun
from variorum.core.collate.order import in_order
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.reasons import reasons
from variorum.core.collate.typography import same_words
from variorum.core.collate.version import Version
from variorum.core.collate.wording import word_runs
from variorum.core.text.model import Span


@dataclass(frozen=True, slots=True)
class Linked:
    """What the claims are made from: two versions, which passages belong together, how sure that is."""

    left: Version
    right: Version
    groups: Sequence[Group]
    probability: Mapping[Pair, float]
    lexicon: Lexicon


def claims_of(linked: Linked, should_cancel: ShouldCancel = never) -> tuple[Claim, ...]:
    """Every claim, in reading order of the left version, added ones where the right has them.

    Raises CanceledError.
    """
    placed: list[tuple[Group, Claim]] = []
    for group in linked.groups:
        check(should_cancel)
        placed.append((group, _linked_claim(linked, group)))
    placed.sort(key=lambda item: min(item[0].left))
    placed = _with_moves(placed)
    taken_left = {a for group in linked.groups for a in group.left}
    taken_right = {b for group in linked.groups for b in group.right}
    nearest_left, nearest_right = _nearest(linked.probability)
    rows = [(float(min(group.left)), claim) for group, claim in placed]
    rows += [
        (float(a), _single(linked, ClaimKind.DROPPED, a, nearest_left.get(a)))
        for a in range(len(linked.left.passages))
        if a not in taken_left
    ]
    rows.sort(key=lambda row: row[0])
    anchors = sorted((b, min(group.left)) for group, claim in placed if not claim.moved for b in group.right)
    added: list[tuple[float, Claim]] = []
    at = 0
    place = -1.0
    for b in range(len(linked.right.passages)):
        while at < len(anchors) and anchors[at][0] < b:
            place = max(place, float(anchors[at][1]))
            at += 1
        if b not in taken_right:
            added.append((place + 0.5, _single(linked, ClaimKind.ADDED, b, nearest_right.get(b))))
    return tuple(claim for _, claim in sorted((*rows, *added), key=lambda row: row[0]))


def _linked_claim(linked: Linked, group: Group) -> Claim:
    left = [linked.left.passages[a].span for a in sorted(group.left)]
    right = [linked.right.passages[b].span for b in sorted(group.right)]
    same = _key(linked.left, left) == _key(linked.right, right)
    pairs = [linked.probability.get((a, b), 0.0) for a in group.left for b in group.right]
    return Claim(
        kind=ClaimKind.UNCHANGED if same else ClaimKind.REWORDED,
        left=tuple(left),
        right=tuple(right),
        confidence=1.0 if same else max(pairs),
        words=_same_runs(left, right)
        if same and len(left) == len(right)
        else word_runs(linked.left.article, left, linked.right.article, right),
        evidence=reasons(linked.left, group.left, linked.right, group.right, linked.lexicon),
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


def _with_moves(placed: Sequence[tuple[Group, Claim]]) -> list[tuple[Group, Claim]]:
    """Marks the linked claims that stand off the longest run in common order, and how many others they passed."""
    places = [min(group.right) for group, _ in placed]
    kept = in_order(places)
    rank = {index: at for at, index in enumerate(sorted(range(len(places)), key=places.__getitem__))}
    return [
        (group, claim if index in kept else replace(claim, moved=True, distance=rank[index] - index))
        for index, (group, claim) in enumerate(placed)
    ]


def _single(linked: Linked, kind: ClaimKind, index: int, nearest: tuple[float, int] | None) -> Claim:
    """A claim told on one side only, with what comes closest on the other."""
    here, there = (linked.right, linked.left) if kind is ClaimKind.ADDED else (linked.left, linked.right)
    span = here.passages[index].span
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
