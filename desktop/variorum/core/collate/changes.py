"""The list of changes an editor steps through: claims, figures and quotations that differ, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.core.collate.model import Comparison
from variorum.core.text.model import Span


class ChangeKind(StrEnum):
    """The kinds of the chips, in their order on screen."""

    ADDED = "added"
    DROPPED = "dropped"
    FIGURE = "figure"
    QUOTE = "quote"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One stop on the way through a comparison.

    A claim that was reworded and moved is one change with both kinds. `look` is True where an editor should look
    first (speaker changed, figure changed, quotation altered); `title` says what happened in a few words ("Speaker
    changed", "10 → 12", "Added"), `detail` quotes the passage, `before`/`after` name what changed from and to where
    there is such a thing ("Pete Hegseth", "John Healey").
    """

    kinds: tuple[ChangeKind, ...]
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    title: str
    detail: str
    look: bool = False
    before: str = ""
    after: str = ""
    claim: int | None = None
    """Index into `Comparison.claims` of the claim it belongs to, if any."""
    confidence: float = 1.0


def changes(comparison: Comparison) -> tuple[Change, ...]:
    """Every change of `comparison`, in reading order of the left version, added claims where the right has them."""
    raise NotImplementedError
