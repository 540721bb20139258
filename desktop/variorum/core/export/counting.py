"""How many changes of each kind there are, in the words and numbers of the window's chips. Knows no format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import ClaimKind, Comparison, Regime
from variorum.core.export.content import EVERYTHING, Count, Scope
from variorum.core.words import word

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

NAMES = {
    ChangeKind.ADDED: word("Added"),
    ChangeKind.DROPPED: word("Dropped"),
    ChangeKind.FIGURE: word("Figures"),
    ChangeKind.QUOTE: word("Quotes"),
    ChangeKind.STANCE: word("Certainty"),
    ChangeKind.REWORDED: word("Reworded"),
    ChangeKind.MOVED: word("Moved"),
}
"""What a kind is called where it is counted, on chips and everywhere else; in the order of the chips."""

_HOW = {Regime.REVISION: "Revisions of one text", Regime.REWRITE: "Two tellings of a story"}


def counted(changes: Iterable[Change]) -> Counter[ChangeKind]:
    """How many changes of each kind are listed; one of two kinds is counted as both."""
    return Counter(kind for change in changes for kind in change.kinds)


def counts_of(comparison: Comparison, found: Sequence[Change], scope: Scope = EVERYTHING) -> tuple[Count, ...]:
    """How many of the changes `found` there are of each kind in scope, and how many passages nothing changed in; no
    zeros.

    What is listed is counted, as on the chips: a passage that differs only in a figure is no reworded one as well.
    """
    told = [Count(GLYPHS[kind], NAMES[kind], number) for kind, number in _numbers(found) if kind in scope.kinds]
    touched = {change.claim for change in found}
    same = sum(
        claim.kind is ClaimKind.UNCHANGED and number not in touched for number, claim in enumerate(comparison.claims)
    )
    return (*told, Count("=", "Unchanged", same)) if same else tuple(told)


def hidden_text(found: Sequence[Change], scope: Scope) -> str:
    """What is filtered out, "Not shown: Reworded 13, Moved 4", and that notes are told all the same; "" for nothing."""
    hidden = [f"{NAMES[kind]} {number:,}" for kind, number in _numbers(found) if kind not in scope.kinds]
    if not hidden:
        return ""
    noted = any(scope.kinds.isdisjoint(change.kinds) for _, change in scope.told(found))
    return f"Not shown: {', '.join(hidden)}" + (", except what has a note" if noted else "")


def how_text(comparison: Comparison, found: Sequence[Change], scope: Scope = EVERYTHING) -> str:
    """How two versions relate, how many changes are told and how many of them were reviewed: "Revisions of one text,
    40 changes, 12 reviewed"."""
    told = scope.told(found)
    done = sum(scope.review_of(number).reviewed for number, _ in told)
    number = "no changes" if not told else "1 change" if len(told) == 1 else f"{len(told):,} changes"
    return f"{_HOW[comparison.regime]}, {number}" + (f", {done:,} reviewed" if done else "")


def _numbers(found: Sequence[Change]) -> Iterator[tuple[ChangeKind, int]]:
    """The kinds that there are, in the order of the chips."""
    numbers = counted(found)
    return ((kind, numbers[kind]) for kind in NAMES if numbers[kind])
