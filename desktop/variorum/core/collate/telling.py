"""How another version tells a passage: in the same words, in others, with another figure, or not. Pure.

From a finished comparison of the passage's own version with the other one; works nothing out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.core.collate.model import Claim, ClaimKind, Comparison, PairKind
from variorum.core.text.model import Span

_TOLD = 0.4
"""Share of a passage's characters that must be linked for the passage to count as told: a clause of it isn't it."""
_WHOLE = 0.9
"""Share from which a passage is told in the same words if all that is linked of it is."""


class Told(StrEnum):
    """How a version tells what another one tells."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    FIGURE = "with another figure"
    NOT = "not told"


@dataclass(frozen=True, slots=True)
class Telling:
    """How a version tells a passage, where, and how sure the link is (1 where it isn't told)."""

    told: Told
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0


NOT_TOLD = Telling(Told.NOT)


def telling(comparison: Comparison, passage: Sequence[Span]) -> Telling:
    """How the right version of `comparison` tells what stands at `passage` in the left one."""
    linked = [claim for claim in comparison.claims if claim.linked and _overlap(claim.left, passage)]
    length = max(1, sum(len(span) for span in passage))
    share = sum(_overlap(claim.left, passage) for claim in linked) / length
    if share < _TOLD:
        return NOT_TOLD
    spans = tuple(sorted(span for claim in linked for span in claim.right))
    return Telling(_how(comparison, linked, passage, share), spans, min(claim.confidence for claim in linked))


def _how(comparison: Comparison, linked: Sequence[Claim], passage: Sequence[Span], share: float) -> Told:
    there = [span for claim in linked for span in claim.right]
    for pair in comparison.figures:
        if pair.kind is not PairKind.CHANGED or pair.left is None or pair.right is None:
            continue
        if _overlap((pair.left.span,), passage) and _overlap((pair.right.span,), there):
            return Told.FIGURE
    same = all(claim.kind is ClaimKind.UNCHANGED for claim in linked)
    return Told.VERBATIM if same and share >= _WHOLE else Told.REWORDED


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(one.overlap(other) for one in spans for other in others)
