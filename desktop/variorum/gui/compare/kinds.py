"""The kinds of change as people see them: names and one line that explains each. A table, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Counts

ALL_KINDS = frozenset(ChangeKind)
NEED_A_LOOK = frozenset({ChangeKind.FIGURE, ChangeKind.QUOTE, ChangeKind.STANCE})
"""Kinds whose changes an editor should look at first."""


@dataclass(frozen=True, slots=True)
class KindFace:
    """How a kind is named; its icon bears the kind's own name. `counters` are the fields of `Counts` that count it."""

    label: str
    plural: str
    meaning: str
    counters: tuple[str, ...]


FACES: dict[ChangeKind, KindFace] = {
    ChangeKind.ADDED: KindFace("Added", "Added", "told only by the right version", ("added",)),
    ChangeKind.DROPPED: KindFace("Dropped", "Dropped", "told only by the left version", ("dropped",)),
    ChangeKind.FIGURE: KindFace(
        "Figure", "Figures", "told by both with another value or qualifier", ("changed_figures", "changed_qualifiers")
    ),
    ChangeKind.QUOTE: KindFace(
        "Quotation", "Quotes", "quoted by both with other words or another speaker", ("changed_quotes",)
    ),
    ChangeKind.STANCE: KindFace(
        "Certainty", "Certainty", "told by both, but surer, denied, or from a source without a name", ("stance",)
    ),
    ChangeKind.REWORDED: KindFace("Reworded", "Reworded", "told by both in other words", ("reworded",)),
    ChangeKind.MOVED: KindFace("Moved", "Moved", "told by both at another place", ("moved",)),
}
"""By kind, in the order of the chips."""


def count_of(counts: Counts, kind: ChangeKind) -> int:
    """How many of `kind` there are."""
    return sum(int(getattr(counts, counter)) for counter in FACES[kind].counters)
