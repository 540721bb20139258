"""What an editor does to a comparison, as operations of the library that can be taken back. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variorum.core.collate.changes import Change
from variorum.core.collate.hand import SpanPair
from variorum.core.collate.model import Comparison
from variorum.core.handmade.model import Review
from variorum.core.library.library import Library

Operation = Callable[[Library], Callable[[], object]]
"""Does something to the library and returns what undoes it."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do to a comparison of these two articles, and to undo. `text` names it in a menu, `ended` is called
    each time it is done or undone, `back` after that each time it was undone or done again, to go to where that was."""

    text: str
    left: int
    right: int
    operation: Operation
    ended: Callable[[], None]
    back: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and the ids of its two articles."""

    comparison: Comparison
    left: int
    right: int

    def turned(self, other: Compared | None) -> bool | None:
        """Whether `other` is a comparison of the same two with the sides swapped; None where it is of other ones."""
        ids = (other.left, other.right) if other else ()
        return ids != (self.left, self.right) if {*ids} == {self.left, self.right} else None


def reviewing(compared: Compared, change: Change, become: Callable[[Review], Review]) -> Operation:
    """Say something else of a change than was said of it before."""

    def operate(library: Library) -> Callable[[], object]:
        from variorum.core.handmade.reviewing import Reviewed

        ids = compared.left, compared.right
        made = Reviewed(compared.comparison, *ids).exchange(change, library.reviews(ids), become)
        library.exchange_reviews(made.gone, made.new)
        return lambda: library.exchange_reviews(made.new, made.gone)

    return operate


def linking(compared: Compared, pairs: Sequence[SpanPair], *, linked: bool) -> Operation:
    """Say that each of these pairs of passages tells the same, or that none does."""

    def operate(library: Library) -> Callable[[], object]:
        from variorum.core.handmade.linking import Compared as Named
        from variorum.core.handmade.linking import exchange
        from variorum.core.handmade.passages import Passages

        one = Named(compared.left, Passages(compared.comparison.left.text))
        other = Named(compared.right, Passages(compared.comparison.right.text))
        made = exchange(library.hand_links((one.id, other.id)), one, other, pairs, linked=linked)
        library.exchange_links(made.gone, made.new)
        return lambda: library.exchange_links(made.new, made.gone)

    return operate


def with_reviewed(review: Review, *, reviewed: bool) -> Review:
    """The same review of a change that was looked at, or wasn't."""
    return replace(review, reviewed=reviewed)


def with_note(review: Review, note: str) -> Review:
    """The same review with another note, on one line."""
    return replace(review, note=" ".join(note.split()))
