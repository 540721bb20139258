"""The counts of a comparison in words, as chips and lists show them. Knows no format."""

from __future__ import annotations

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Counts, Regime
from variorum.core.export.content import Count

GLYPHS = {
    ChangeKind.ADDED: "+",
    ChangeKind.DROPPED: "−",
    ChangeKind.FIGURE: "#",
    ChangeKind.QUOTE: "❝",
    ChangeKind.STANCE: "±",
    ChangeKind.REWORDED: "≈",
    ChangeKind.MOVED: "↕",
}
"""One sign a kind, as on the chips of the window."""

HOW = {Regime.REVISION: "Revisions of one text", Regime.REWRITE: "Two tellings of a story"}
"""How two versions relate, in words."""


def counts_of(counts: Counts) -> tuple[Count, ...]:
    """Those of the counts that aren't zero, in the order of the chips."""
    figures, quotes, stance = counts.changed_figures, counts.changed_quotes, counts.stance
    found = (
        Count("+", counts.added, "added"),
        Count("−", counts.dropped, "dropped"),
        Count("#", figures, _noun(figures, "figure changed", "figures changed")),
        Count(
            "#", counts.changed_qualifiers, _noun(counts.changed_qualifiers, "qualifier changed", "qualifiers changed")
        ),
        Count("❝", quotes, _noun(quotes, "quotation changed", "quotations changed")),
        Count("±", stance, _noun(stance, "difference of stance", "differences of stance")),
        Count("≈", counts.reworded, "reworded"),
        Count("↕", counts.moved, "moved"),
        Count("=", counts.unchanged, "unchanged"),
    )
    return tuple(count for count in found if count.number)


def _noun(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
