"""Where one stands in a comparison: the current change, the kinds shown, the claim under the pointer.

Says when any of it changes. Knows no widgets: they listen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import Claim
from variorum.core.handmade.model import NO_REVIEW, Review
from variorum.core.text.model import Span
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Filter, Presentation, Side

NO_REVIEWS: Mapping[int, Review] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PendingLink:
    """Passages of one side that are to be linked, and the passages of the other side that were chosen, if any."""

    side: Side
    spans: tuple[Span, ...]
    chosen: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step to change number `change`; `wrapped` where it went over the end of the list."""

    change: int
    wrapped: bool


def step(order: tuple[int, ...], current: int | None, forward: bool) -> Step | None:
    """The visible change after (or before) `current`, which need not be visible itself; None where there is none."""
    if not order:
        return None
    if current is None:
        return Step(order[0] if forward else order[-1], False)
    if forward:
        after = [number for number in order if number > current]
        return Step(after[0], False) if after else Step(order[0], True)
    before = [number for number in order if number < current]
    return Step(before[-1], False) if before else Step(order[-1], True)


class CompareState(QObject):
    """What the parts of the comparison share."""

    presentation_changed = Signal()
    """Another comparison, or other kinds of the same one."""
    current_changed = Signal(object)
    """The number of the current change, or None."""
    hovered_changed = Signal(object)
    """The number of the claim under the pointer, or None."""
    reviews_changed = Signal()
    """Something else was said of changes."""

    removals_wanted = Signal()
    """What was removed is to be shown again: its kind was asked for."""

    pending_changed = Signal()
    """A link was begun, or what is to be linked was chosen, or it was given up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presentation: Presentation | None = None
        self._visible = ALL_KINDS
        self._removals_hidden = self._look_only = False
        self._current: int | None = None
        self._claim: int | None = None
        self._reviews = NO_REVIEWS
        self._pending: PendingLink | None = None
        self._hovered: int | None = None
        self.pointer_lens = True
        """Whether the lens comes to the pointer, too, and not only by key."""

    @property
    def presentation(self) -> Presentation | None:
        """The comparison shown, with the visible kinds; None where there is none."""
        return self._presentation

    @property
    def visible(self) -> frozenset[ChangeKind]:
        """The kinds one wants to see; kept from comparison to comparison."""
        return self._visible - {ChangeKind.DROPPED} if self._removals_hidden else self._visible

    @property
    def look_only(self) -> bool:
        """Whether only what needs a look is listed and stepped through; kept from comparison to comparison."""
        return self._look_only

    @property
    def walk(self) -> tuple[int, ...]:
        """The numbers of the changes that are listed and stepped through, in reading order."""
        shown = self._presentation
        return () if shown is None else shown.looks if self._look_only else shown.order

    @property
    def current(self) -> int | None:
        """The change one stands on."""
        return self._current

    @property
    def change(self) -> Change | None:
        """The change one stands on, itself."""
        shown = self._presentation
        return shown.changes[self._current] if shown and self._current is not None else None

    @property
    def claim(self) -> int | None:
        """The claim one stands on: that of the current change, or one in which nothing changed."""
        change = self.change
        return change.claim if change else self._claim

    @property
    def stood_on(self) -> Change | Claim | None:
        """The change one stands on, else the claim."""
        shown, claim = self._presentation, self._claim
        return self.change or (shown.comparison.claims[claim] if shown and claim is not None else None)

    @property
    def hovered(self) -> int | None:
        """The claim under the pointer."""
        return self._hovered

    def show(
        self,
        presentation: Presentation | None,
        current: int | None = None,
        reviews: Mapping[int, Review] = NO_REVIEWS,
    ) -> None:
        """Show another comparison. To stand on change `current` from the start is not to go there."""
        self._presentation = self._as_wanted(presentation) if presentation else None
        self._hovered = self._claim = None
        self._current = current
        self._reviews = reviews
        self.set_pending(None)
        self.presentation_changed.emit()

    def set_visible(self, visible: frozenset[ChangeKind]) -> None:
        """Show only these kinds. While removals are hidden, whoever leaves out what was dropped says nothing new: it
        comes back with them."""
        if visible == self.visible:
            return
        come_back = self._removals_hidden and ChangeKind.DROPPED in visible
        self._visible = visible if not self._removals_hidden else visible | (self._visible & {ChangeKind.DROPPED})
        if come_back:
            self._removals_hidden = False
            self.removals_wanted.emit()
        self._filter()

    def set_removals_hidden(self, hidden: bool) -> None:
        """Leave what only the left version has unmarked and out of the list, or not."""
        if hidden != self._removals_hidden:
            self._removals_hidden = hidden
            self._filter()

    def set_look_only(self, look_only: bool) -> None:
        """List and step through only what needs a look, or all that is visible. What is marked stays."""
        if look_only != self._look_only:
            self._look_only = look_only
            self._filter()

    @property
    def filter(self) -> Filter:
        """What one wants to see; kept from comparison to comparison."""
        return Filter(self.visible, not self._removals_hidden)

    def _as_wanted(self, presentation: Presentation) -> Presentation:
        return presentation.showing(self.visible, removals=not self._removals_hidden)

    def _filter(self) -> None:
        if self._presentation is not None:
            self._presentation = self._as_wanted(self._presentation)
        self.presentation_changed.emit()
        if self._presentation and self._current is not None and self._current not in self.walk:
            self.set_current(None)

    def show_all(self) -> None:
        """Show every kind, and list all that is visible."""
        listed, self._look_only = not self._look_only, False
        if self.visible != ALL_KINDS:
            self.set_visible(ALL_KINDS)
        elif not listed:
            self._filter()

    def toggle(self, kind: ChangeKind) -> None:
        """Show or hide one kind."""
        self.set_visible(self.visible ^ {kind})

    def show_only(self, kind: ChangeKind) -> None:
        """Show one kind and no other; all of them if that is so already."""
        self.set_visible(ALL_KINDS if self.visible == {kind} else frozenset({kind}))

    def set_current(self, change: int | None) -> None:
        """Stand on another change. Said even if it is the same one: going there again is a wish too."""
        if change is not None or self._current is not None or self._claim is not None:
            self._current, self._claim = change, None
            self.current_changed.emit(change)

    def stand_on(self, claim: int) -> None:
        """Stand on a claim in which nothing changed, and on no change."""
        self._current, self._claim = None, claim
        self.current_changed.emit(None)

    @property
    def pending(self) -> PendingLink | None:
        """The link that was begun and has no other end yet."""
        return self._pending

    def set_pending(self, pending: PendingLink | None) -> None:
        """Begin a link, choose its other end, or give it up."""
        if pending != self._pending:
            self._pending = pending
            self.pending_changed.emit()

    def review_of(self, change: int) -> Review:
        """What was said of a change."""
        return self._reviews.get(change, NO_REVIEW)

    @property
    def reviews(self) -> Mapping[int, Review]:
        """What was said of changes, by their numbers."""
        return self._reviews

    def change_in(self, claim: int) -> int | None:
        """Of the visible changes of a claim and inside it the one one stands on, else the first; None without any."""
        here = self._presentation.changes_in(claim) if self._presentation else ()
        return self._current if self._current in here else next(iter(here), None)

    def set_reviews(self, reviews: Mapping[int, Review]) -> None:
        """Show that this was said of changes."""
        if reviews != self._reviews:
            self._reviews = reviews
            self.reviews_changed.emit()

    def reviewed(self) -> tuple[int, int]:
        """How many of how many listed changes were reviewed."""
        walk = self.walk
        return sum(self.review_of(number).reviewed for number in walk), len(walk)

    def next_open(self, after: int | None) -> int | None:
        """The next change on the way that wasn't reviewed yet, over its end if need be; None where all are."""
        left = tuple(number for number in self.walk if not self.review_of(number).reviewed)
        found = step(left, after, forward=True)
        return found.change if found else None

    def set_hovered(self, claim: int | None) -> None:
        """Light up another claim."""
        if claim != self._hovered:
            self._hovered = claim
            self.hovered_changed.emit(claim)

    def position(self) -> tuple[int, int]:
        """Which of how many visible changes one stands on; (0, n) for none. What else is listed renumbers nothing."""
        order = self._presentation.order if self._presentation else ()
        place = order.index(self._current) + 1 if self._current in order else 0
        return place, len(order)
