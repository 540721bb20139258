"""A comparison made ready to be shown, whatever the mode: which changes and links are visible, what stands where.

Knows no widgets, colors or pixels. `sides` are named by `Side`; spans are offsets into that side's text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar, cast

from variorum.core.collate.changes import INSIDE, Change, ChangeKind
from variorum.core.collate.marking import is_doubtful, named_nearest
from variorum.core.collate.model import Claim, ClaimKind, Comparison
from variorum.core.export.content import letters
from variorum.core.text.model import Article, Span
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.widgets.prose_layout import ProseLayout, lay_out

T = TypeVar("T")
_CLAIM_KINDS = {
    ClaimKind.ADDED: ChangeKind.ADDED,
    ClaimKind.DROPPED: ChangeKind.DROPPED,
    ClaimKind.REWORDED: ChangeKind.REWORDED,
}
_LOUDEST_FIRST = (ChangeKind.MOVED, ChangeKind.REWORDED)


class Side(Enum):
    """The version compared from (LEFT) and the one compared with (RIGHT)."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    def pick(self, left: T, right: T) -> T:
        """Of two things the one of this side."""
        return left if self is Side.LEFT else right

    def spans(self, passage: Claim | Change) -> tuple[Span, ...]:
        """Where a claim or a change stands on this side."""
        return self.pick(passage.left, passage.right)

    def article(self, comparison: Comparison) -> Article:
        """The version on this side."""
        return self.pick(comparison.left, comparison.right)


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages as they are joined on screen: a claim's, or a changed quotation's or figure's own.

    `passage` is the number of both in `Presentation.passages`. `tone` is the loudest kind of change, None for none.
    `change` is the number of the change where the link is there for that one alone.
    """

    passage: int
    claim: int | None
    tone: ChangeKind | None
    doubtful: bool
    change: int | None = None
    by_hand: bool = False
    """Whether an editor linked them."""
    distance: int = 0
    """How far it moved, as `Claim.distance`; 0 where that isn't shown."""


class SpanFinder:
    """Finds which numbered passage holds an offset; the shortest where passages lie in each other."""

    def __init__(self, passages: Iterable[tuple[Span, int]]) -> None:
        self._passages = sorted(passages, key=lambda item: item[0].start)
        self._starts = [span.start for span, _ in self._passages]
        self._reach = list(accumulate((span.end for span, _ in self._passages), max))

    def at(self, offset: int) -> int | None:
        """The number of the shortest passage that holds the character at `offset`."""
        first, last = bisect_right(self._reach, offset), bisect_right(self._starts, offset)
        holding = [(len(span), number) for span, number in self._passages[first:last] if offset < span.end]
        return min(holding)[1] if holding else None


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a comparison is to be seen: these kinds of change, and whether words that only the left version has are
    marked."""

    visible: frozenset[ChangeKind] = ALL_KINDS
    removals: bool = True


class Presentation:
    """A comparison with its changes, and the kinds one wants to see."""

    def __init__(
        self,
        comparison: Comparison,
        changes: Sequence[Change],
        visible: frozenset[ChangeKind] = ALL_KINDS,
        sigla: tuple[str, str] = ("", ""),
        *,
        removals: bool = True,
    ) -> None:
        """`sigla` are the letters of the left and of the right version in their story, "" where they have none.

        Without `removals` words that only the left version has are left unmarked.
        """
        self.comparison = comparison
        self.sigla = letters(sigla)
        self.changes = tuple(changes)
        self.visible = visible
        self.removals = removals
        self._kept: dict[str, tuple[object, Any]] = {}

    def kept(self, name: str, of: object, make: Callable[[], T]) -> T:
        """What `make` made under this name for the same object `of` (a theme, for instance), else what it makes now."""
        found = self._kept.get(name)
        if found is None or found[0] is not of:
            found = self._kept[name] = (of, make())
        return cast(T, found[1])

    def showing(self, visible: frozenset[ChangeKind], *, removals: bool = True) -> Presentation:
        """The same comparison with these kinds visible."""
        if (visible, removals) == (self.visible, self.removals):
            return self
        return Presentation(self.comparison, self.changes, visible, self.sigla, removals=removals)

    def shows(self, change: Change) -> bool:
        """Whether any kind of `change` is visible."""
        return not self.visible.isdisjoint(change.kinds)

    def page(self, side: Side) -> ProseLayout:
        """The blocks of one side's text as a column shows them, folded."""
        article = side.article(self.comparison)
        return self.kept(f"page of the {side.value}", None, lambda: lay_out(article, byline=False))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The numbers of the visible changes, in reading order."""
        return tuple(number for number, change in enumerate(self.changes) if self.shows(change))

    @cached_property
    def looks(self) -> tuple[int, ...]:
        """The numbers of the visible changes that need a look, in reading order."""
        return tuple(number for number in self.order if self.changes[number].look)

    @cached_property
    def passages(self) -> tuple[Claim | Change, ...]:
        """All that has a height on screen, whatever is visible: the claims, then what changed inside them."""
        return (*self.comparison.claims, *(self.changes[number] for number in self._pairs))

    @cached_property
    def _pairs(self) -> tuple[int, ...]:
        """The numbers of the changes inside claims."""
        return tuple(number for number, change in enumerate(self.changes) if not INSIDE.isdisjoint(change.kinds))

    @cached_property
    def kinds_by_passage(self) -> dict[int, tuple[ChangeKind, ...]]:
        """For each of the passages with visible changes their kinds, in the order of the chips."""
        first = len(self.comparison.claims)
        pairs = {first + place: self.changes[number].kinds for place, number in enumerate(self._pairs)}
        shown = {n: tuple(kind for kind in kinds if kind in self.visible) for n, kinds in pairs.items()}
        return self.kinds_listed | {number: kinds for number, kinds in shown.items() if kinds}

    @cached_property
    def kinds_listed(self) -> dict[int, tuple[ChangeKind, ...]]:
        """As `kinds_by_claim`, but of a claim that what changed inside it says all about, not that it is reworded."""
        reworded, own = self._reworded, self.kinds_by_claim.items()
        found = {
            n: tuple(kind for kind in kinds if kind is not ChangeKind.REWORDED or n in reworded) for n, kinds in own
        }
        return {number: kinds for number, kinds in found.items() if kinds}

    @cached_property
    def _reworded(self) -> frozenset[int | None]:
        """The claims that are listed as reworded."""
        return frozenset(change.claim for change in self.changes if ChangeKind.REWORDED in change.kinds)

    @cached_property
    def _inside(self) -> dict[int | None, set[ChangeKind]]:
        """The kinds of what changed inside claims, by claim."""
        found: defaultdict[int | None, set[ChangeKind]] = defaultdict(set)
        for number in self._pairs:
            found[self.changes[number].claim].update(self.changes[number].kinds)
        return found

    @cached_property
    def kinds_by_claim(self) -> dict[int, tuple[ChangeKind, ...]]:
        """For each claim whose own words are marked its kinds, in the order of the chips; not what changed inside it.

        One that isn't listed as reworded, because what changed inside it says it all, is marked along with that.
        """
        found: defaultdict[int, set[ChangeKind]] = defaultdict(set)
        for number, claim in enumerate(self.comparison.claims):
            listed = claim.kind is not ClaimKind.REWORDED or number in self._reworded or number not in self._inside
            if claim.kind in _CLAIM_KINDS and (listed or not self._inside[number].isdisjoint(self.visible)):
                found[number].add(_CLAIM_KINDS[claim.kind])
            if claim.moved:
                found[number].add(ChangeKind.MOVED)
        return {
            number: tuple(kind for kind in ChangeKind if kind in kinds & self.visible)
            for number, kinds in found.items()
            if not kinds.isdisjoint(self.visible)
        }

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What is joined on screen: unchanged claims, those with a visible change, and what visibly changed inside."""
        made: list[Link] = []
        for number, claim in enumerate(self.comparison.claims):
            kinds = self.kinds_by_claim.get(number, ())
            tone = next((kind for kind in _LOUDEST_FIRST if kind in kinds), None)
            if claim.linked and (tone is not None or claim.kind is ClaimKind.UNCHANGED):
                moved = claim.distance if tone is ChangeKind.MOVED else 0
                made.append(Link(number, number, tone, is_doubtful(claim), by_hand=claim.by_hand, distance=moved))
        first = len(self.comparison.claims)
        for place, number in enumerate(self._pairs):
            change = self.changes[number]
            if self.shows(change):
                made.append(Link(first + place, change.claim, change.kinds[0], change.doubtful, number))
        return tuple(made)

    @cached_property
    def _claim_finders(self) -> dict[Side, SpanFinder]:
        return {side: _finder(side, enumerate(self.comparison.claims)) for side in Side}

    @cached_property
    def _change_finders(self) -> dict[Side, SpanFinder]:
        return {side: _finder(side, ((n, self.changes[n]) for n in self.order)) for side in Side}

    def claim_at(self, side: Side, offset: int) -> int | None:
        """The claim told at `offset`."""
        return self._claim_finders[side].at(offset)

    def change_at(self, side: Side, offset: int) -> int | None:
        """The visible change at `offset`, else the first visible one of the claim told there."""
        found = self._change_finders[side].at(offset)
        if found is not None:
            return found
        claim = self.claim_at(side, offset)
        return None if claim is None else self.change_of(claim)

    def change_of(self, claim: int) -> int | None:
        """The first visible change of a claim."""
        return next((number for number in self.order if self.changes[number].claim == claim), None)

    def claims_of(self, change: Change) -> list[int]:
        """The claims that a change stands in, its own first."""
        found = [] if change.claim is None else [change.claim]
        for side in Side:
            found += [claim for span in side.spans(change) if (claim := self.claim_at(side, span.start)) is not None]
        return list(dict.fromkeys(found))

    def changes_in(self, claim: int) -> Sequence[int]:
        """The visible changes of a claim and inside it, in reading order."""
        return self._changes_in.get(claim, ())

    @cached_property
    def _changes_in(self) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in self.order:
            for claim in self.claims_of(self.changes[number]):
                found[claim].append(number)
        return dict(found)

    def first_from(self, side: Side, offset: int, among: Sequence[int]) -> int | None:
        """The first of these changes that stands on `side` at or after `offset`."""
        for number in among:
            spans = side.spans(self.changes[number])
            if spans and spans[0].start >= offset:
                return number
        return None

    def opposite(self, side: Side, change: Change) -> tuple[Span, ...]:
        """What to show on the side where `change` isn't told: the closest passage, else where its neighbors stand."""
        if change.claim is None:
            return ()
        return self.nearest(change) or self._neighbor(side, change.claim)

    def nearest(self, change: Change) -> tuple[Span, ...]:
        """The passage of the other side that comes close to a change told on one side only, if any is worth naming."""
        found = None if change.claim is None else named_nearest(self.comparison.claims[change.claim])
        return found.spans if found else ()

    def _neighbor(self, side: Side, number: int) -> tuple[Span, ...]:
        """The spans on `side` of the linked claim next to claim `number` in reading order."""
        claims, linked = self.comparison.claims, self._linked
        at = bisect_left(linked, number)
        close = sorted(linked[max(0, at - 1) : at + 1], key=lambda other: abs(other - number))
        return side.spans(claims[close[0]]) if close else ()

    @cached_property
    def _linked(self) -> list[int]:
        return [number for number, claim in enumerate(self.comparison.claims) if claim.linked]


def _finder(side: Side, passages: Iterable[tuple[int, Claim | Change]]) -> SpanFinder:
    return SpanFinder((span, number) for number, passage in passages for span in side.spans(passage))
