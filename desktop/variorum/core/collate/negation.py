"""Whether a reworded claim says "not" on one side only. Precision first: only where most of the words survive."""

from __future__ import annotations

import re

from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op
from variorum.core.text.folding import fold
from variorum.core.text.model import Span

_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n't\b", re.IGNORECASE)
_SURVIVING = 0.6
"""Share of the characters that must stand on both sides for a negation to be the point of the change."""


def negation_changed(comparison: Comparison, claim: Claim) -> bool:
    """Whether exactly one side of a linked claim is negated where the other is not."""
    if claim.kind is not ClaimKind.REWORDED:
        return False
    equal = total = 0
    counts = [0, 0]
    for run in claim.words:
        size = _size(run.left) + _size(run.right)
        total += size
        if run.op is Op.EQUAL:
            equal += size
        elif run.op is Op.DELETE and run.left is not None:
            counts[0] += _negations(run.left.of(comparison.left.text))
        elif run.right is not None:
            counts[1] += _negations(run.right.of(comparison.right.text))
    return equal >= _SURVIVING * total and (counts[0] == 0) != (counts[1] == 0)


def _negations(text: str) -> int:
    return len(_NEGATION.findall(fold(text)))


def _size(span: Span | None) -> int:
    return len(span) if span else 0
