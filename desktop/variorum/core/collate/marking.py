"""When the words of a linked passage are marked one by one, and when it is shown as told in other words throughout.

One rule for the window and for what is exported. Knows claims and spans, not how marks look.
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.core.collate.model import Claim, Nearest, Op
from variorum.core.text.model import Span

DOUBTFUL = 0.65
"""Links less probable than this are shown as doubtful: of the others four in five are right (docs/accuracy.md)."""
NAMED = 0.1
"""Probability from which the passage that comes closest to one told on one side only is named unasked."""
ENOUGH_KEPT, ENOUGH_IN_DOUBT = 0.2, 0.5
"""Share of a passage's characters that must stand on the other side for its words to be marked one by one; more where
the link is doubtful. Below it strong marks would shout loudest where the link is weakest."""


def is_doubtful(claim: Claim) -> bool:
    """Whether a claim links passages that may well tell different things."""
    return claim.linked and claim.confidence < DOUBTFUL


def named_nearest(claim: Claim) -> Nearest | None:
    """What comes closest on the other side to a claim told on one side only, where it is close enough to be named."""
    return claim.nearest if claim.nearest and claim.nearest.confidence >= NAMED else None


def nearness(confidence: float) -> str:
    """How probable it is that the closest passage tells the same, as window and paper say it: "21 %", like doubt."""
    return f"{round(confidence * 100)} %"


def marks_words(claim: Claim, passage: Span, standing: Iterable[Span]) -> bool:
    """Whether the words of `passage` are marked one by one, given which parts of it stand on the other side."""
    if claim.whole:
        return not is_doubtful(claim)
    enough = ENOUGH_IN_DOUBT if is_doubtful(claim) else ENOUGH_KEPT
    return claim.linked and sum(part.overlap(passage) for part in standing) >= enough * len(passage)


def marked_passages(claim: Claim) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The passages of the left and of the right whose words are marked one by one."""
    equal = [run for run in claim.words if run.op is Op.EQUAL]
    left = [run.left for run in equal if run.left]
    right = [run.right for run in equal if run.right]
    return (
        tuple(passage for passage in claim.left if marks_words(claim, passage, left)),
        tuple(passage for passage in claim.right if marks_words(claim, passage, right)),
    )
