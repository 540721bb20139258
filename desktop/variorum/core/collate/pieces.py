"""What claims are made of before they are claims: passages or parts of them, in groups that tell one thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.core.text.model import Span

Pair = tuple[int, int]
"""A passage of the left and one of the right version, by their indexes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A passage, or a clause of one, by the passage's index."""

    passage: int
    span: Span


@dataclass(eq=False, slots=True)
class Group:
    """Parts of the left and right version that tell one claim."""

    left: list[Part] = field(default_factory=list)
    right: list[Part] = field(default_factory=list)
    by_hand: bool = False
    """Whether it holds what was linked by hand."""
