"""Which places of two versions stand for one another in one running text: what a document with tracked changes keeps.

A chain of pairs of spans that rises on both sides. Claims that have moved are no part of it. Knows no format.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import Claim, Comparison, Op
from variorum.core.collate.order import in_order
from variorum.core.text.model import Article, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Two spans that stand for one another: the same words if `kept`, else the one replaced by the other."""

    left: Span
    right: Span
    kept: bool


Unit = tuple[Anchor, ...]
"""Anchors of one pair of passages, in order on both sides: in the chain together or not at all."""


def anchors(comparison: Comparison) -> list[Anchor]:
    """The chain, in order: no two of its spans meet."""
    units = sorted(_units(comparison), key=lambda unit: (unit[0].left, unit[0].right))
    weights = [sum(1 + 2 * len(anchor.left) * anchor.kept for anchor in unit) for unit in units]
    kept = in_order([unit[0].right.start for unit in units], weights)
    chain: list[Anchor] = []
    left = right = 0
    for unit in (units[index] for index in sorted(kept)):
        for anchor in unit:
            if anchor.left.start >= left and anchor.right.start >= right:
                chain.append(anchor)
                left, right = anchor.left.end, anchor.right.end
    return chain


def moves(comparison: Comparison) -> list[tuple[Span, Span]]:
    """Passages that stand elsewhere on the right, word for word."""
    return [
        (claim.left[0], claim.right[0])
        for claim in comparison.claims
        if claim.moved and len(claim.left) == len(claim.right) == 1 and _same(comparison, claim.left[0], claim.right[0])
    ]


def _same(comparison: Comparison, left: Span, right: Span) -> bool:
    return left.of(comparison.left.text).split() == right.of(comparison.right.text).split()


def _units(comparison: Comparison) -> Iterator[Unit]:
    yield from _parts_of_the_page(comparison)
    titles = comparison.left.headline_span, comparison.right.headline_span
    linked = False
    for claim in comparison.claims:
        if claim.linked and not claim.moved:
            yield from _of_claim(comparison, claim)
            linked = linked or (titles[0] in claim.left and titles[1] in claim.right)
    if titles[0] and titles[1] and not linked:
        yield (Anchor(titles[0], titles[1], kept=False),)


def _of_claim(comparison: Comparison, claim: Claim) -> Iterator[Unit]:
    """The words of a claim that stay, by pairs of passages; passages told in other words replace one another."""
    if len(claim.left) == len(claim.right) == 1 and _same(comparison, claim.left[0], claim.right[0]):
        yield (Anchor(claim.left[0], claim.right[0], kept=True),)
        return
    by_words = marked_passages(claim)
    found: defaultdict[tuple[Span, Span], list[Anchor]] = defaultdict(list)
    for run in claim.words:
        if run.op is Op.EQUAL and run.left and run.right:
            pair = _holding(by_words[0], run.left), _holding(by_words[1], run.right)
            if pair[0] and pair[1]:
                found[pair[0], pair[1]].append(Anchor(run.left, run.right, kept=True))
    yield from map(tuple, found.values())
    if not found:
        yield (Anchor(claim.left[0], claim.right[0], kept=False),)


def _holding(passages: Sequence[Span], run: Span) -> Span | None:
    return next((passage for passage in passages if len(run) and passage.contains(run)), None)


def _parts_of_the_page(comparison: Comparison) -> Iterator[Unit]:
    """Subheads, furniture and repeated text that both pages have, the first of them with the first."""
    known: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for span, name in reversed(_untold(comparison.left)):
        known[name].append(span)
    for span, name in _untold(comparison.right):
        if known[name]:
            yield (Anchor(known[name].pop(), span, kept=True),)


def _untold(article: Article) -> list[tuple[Span, tuple[str, str]]]:
    return [
        (paragraph.span, (paragraph.kind.value, " ".join(paragraph.span.of(article.text).split())))
        for paragraph in article.paragraphs
        if not paragraph.kind.tells
    ]
