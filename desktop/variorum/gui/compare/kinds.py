"""The kinds of change as people see them: names, and one line that explains each."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.collate.changes import ChangeKind
from variorum.core.export.counting import NAMES
from variorum.gui.words import tr

ALL_KINDS = frozenset(ChangeKind)
NEED_A_LOOK = frozenset({ChangeKind.FIGURE, ChangeKind.QUOTE, ChangeKind.STANCE})
"""Kinds whose changes an editor should look at first."""


@dataclass(frozen=True, slots=True)
class KindFace:
    """How a kind is named; its icon bears the kind's own name."""

    label: str
    plural: str
    meaning: str


_TOLD = {
    ChangeKind.ADDED: (tr("Added"), tr("told only by the right version")),
    ChangeKind.DROPPED: (tr("Dropped"), tr("told only by the left version")),
    ChangeKind.FIGURE: (tr("Figure"), tr("told by both with another value or qualifier")),
    ChangeKind.QUOTE: (tr("Quotation"), tr("quoted by both with other words or another speaker")),
    ChangeKind.STANCE: (tr("Certainty"), tr("told by both, but surer, denied, or from a source without a name")),
    ChangeKind.REWORDED: (tr("Reworded"), tr("told by both in other words")),
    ChangeKind.MOVED: (tr("Moved"), tr("told by both at another place")),
}
FACES: dict[ChangeKind, KindFace] = {
    kind: KindFace(label, tr(NAMES[kind]), meaning) for kind, (label, meaning) in _TOLD.items()
}
"""By kind, in the order of the chips."""
