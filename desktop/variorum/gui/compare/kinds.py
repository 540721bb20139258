"""The kinds of change as people see them: names, one line that explains each, how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.core.collate.changes import Change, ChangeKind

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
    ChangeKind.ADDED: KindFace("Added", "Added", "told only by the right version"),
    ChangeKind.DROPPED: KindFace("Dropped", "Dropped", "told only by the left version"),
    ChangeKind.FIGURE: KindFace("Figure", "Figures", "told by both with another value or qualifier"),
    ChangeKind.QUOTE: KindFace("Quotation", "Quotes", "quoted by both with other words or another speaker"),
    ChangeKind.STANCE: KindFace(
        "Certainty", "Certainty", "told by both, but surer, denied, or from a source without a name"
    ),
    ChangeKind.REWORDED: KindFace("Reworded", "Reworded", "told by both in other words"),
    ChangeKind.MOVED: KindFace("Moved", "Moved", "told by both at another place"),
}
"""By kind, in the order of the chips."""


def counted(changes: Iterable[Change]) -> Counter[ChangeKind]:
    """How many changes of each kind are listed; one of two kinds is counted as both."""
    return Counter(kind for change in changes for kind in change.kinds)
