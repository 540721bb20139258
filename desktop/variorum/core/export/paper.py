"""Sizes of paper. Only numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in millimeters, upright."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210, 297)
LETTER = Paper("Letter", 215.9, 279.4)
PAPERS = (A4, LETTER)
"""Those that are offered."""
