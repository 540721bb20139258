"""What was found in a comparison, in the order one reads it, and where one stands in that. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from variorum.core.text.finding import Sought, find
from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Stroke
from variorum.gui.words import tr

_SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Match:
    """A place on a side, and the number of the claim told there, if any is."""

    side: Side
    span: Span
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All matches in reading order and which one one stands on, None for none. `wrapped` says that the last step went
    over the end (1) or over the beginning (-1)."""

    matches: tuple[Match, ...] = ()
    at: int | None = None
    wrapped: int = 0

    @property
    def current(self) -> Match | None:
        """The match one stands on."""
        return None if self.at is None else self.matches[self.at]

    def stepped(self, by: int) -> Found:
        """One match further (1) or back (-1), around the ends."""
        if not self.matches:
            return self
        if self.at is None:
            return replace(self, at=0 if by > 0 else len(self.matches) - 1, wrapped=0)
        at = self.at + by
        return replace(self, at=at % len(self.matches), wrapped=0 if 0 <= at < len(self.matches) else by)

    def on(self, side: Side) -> list[Span]:
        """The matches of a side."""
        return [match.span for match in self.matches if match.side is side]


def matches(shown: Presentation, sought: Sought) -> list[Match]:
    """Where `sought` stands on both sides: claim by claim, of a claim the left side first."""
    return placed(shown, {side: find(side.article(shown.comparison).text, sought) for side in _SIDES})


def placed(shown: Presentation, spans: dict[Side, tuple[Span, ...]]) -> list[Match]:
    """Places of both sides in reading order."""
    found = [Match(side, span, shown.claim_at(side, span.start)) for side in _SIDES for span in spans[side]]
    before = {side: _claim_before(shown, side) for side in _SIDES}

    def order(match: Match) -> tuple[float, int, int]:
        claim = before[match.side](match.span.start) + 0.5 if match.claim is None else match.claim
        return claim, _SIDES.index(match.side), match.span.start

    return sorted(found, key=order)


def _claim_before(shown: Presentation, side: Side) -> Callable[[int], int]:
    """Tells which claim of a side begins last before an offset; -1 for none."""
    starts = sorted((span.start, n) for n, claim in enumerate(shown.comparison.claims) for span in side.spans(claim))

    def before(offset: int) -> int:
        at = bisect_right(starts, (offset, len(shown.comparison.claims)))
        return starts[at - 1][1] if at else -1

    return before


def found_marks(spans: Iterable[Span], current: Span | None, theme: Theme, *, soft: bool = False) -> list[Mark]:
    """Matches as a layer without a color of its own, which would be one of the kinds': framed, the current one in the
    letters' color turned round. `soft` for what nobody looks for just now."""
    frame = MarkStyle(outline=Stroke(theme.line_strong if soft else theme.ink, width=1.3))
    turned = MarkStyle(fill=theme.ink, ink=theme.paper)
    return [Mark(span, turned if span == current else frame) for span in spans]


def count_words(found: Found) -> str:
    """Which of how many matches one stands on, and that a step went around."""
    if not found.matches:
        return tr("Not found")
    total = f"{len(found.matches):,}"
    if found.at is None:
        return tr("{total} found", total=total)
    around = {1: tr(" · from the top again"), -1: tr(" · from the end again")}.get(found.wrapped, "")
    return tr("{place} of {total}", place=f"{found.at + 1:,}", total=total) + around
