"""The kinds of change as people see them: names, and one line that explains each."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.collate.changes import ChangeKind
from variorum.core.export.counting import NAMES

ALL_KINDS = frozenset(ChangeKind)
NEED_A_LOOK = frozenset({ChangeKind.FIGURE, ChangeKind.QUOTE, ChangeKind.STANCE})
"""Kinds whose changes an editor should look at first."""


@dataclass(frozen=True, slots=True)
class KindFace:
    """How a kind is named; its icon bears the kind's own name."""

    label: str
    plural: str
    meaning: str


FACES: dict[ChangeKind, KindFace] = {
    ChangeKind.ADDED: KindFace("Added", NAMES[ChangeKind.ADDED], "told only by the right version"),
    ChangeKind.DROPPED: KindFace("Dropped", NAMES[ChangeKind.DROPPED], "told only by the left version"),
    ChangeKind.FIGURE: KindFace("Figure", NAMES[ChangeKind.FIGURE], "told by both with another value or qualifier"),
    ChangeKind.QUOTE: KindFace(
        "Quotation", NAMES[ChangeKind.QUOTE], "quoted by both with other words or another speaker"
    ),
    ChangeKind.STANCE: KindFace(
        "Certainty", NAMES[ChangeKind.STANCE], "told by both, but surer, denied, or from a source without a name"
    ),
    ChangeKind.REWORDED: KindFace("Reworded", NAMES[ChangeKind.REWORDED], "told by both in other words"),
    ChangeKind.MOVED: KindFace("Moved", NAMES[ChangeKind.MOVED], "told by both at another place"),
}
"""By kind, in the order of the chips."""
