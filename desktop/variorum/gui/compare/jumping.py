"""Jumps to passages that stand beside each other: both panes scroll so that both come to one height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.scrolling import ScrollTogether
from variorum.gui.compare.sync import Pane, common_level
from variorum.gui.widgets.prose import ProseView

LEVEL = 0.38
"""Fraction of the height at which a passage stands after a jump, in any mode."""


def extent_of(view: ProseView) -> Pane:
    """How long a pane is, and how much of it is seen."""
    bar = view.verticalScrollBar()
    return Pane(float(bar.maximum() + bar.pageStep()), float(bar.pageStep()))


class Jumping:
    """Takes both panes to places."""

    def __init__(self, panes: Mapping[Side, ProseView], scrolling: ScrollTogether) -> None:
        self._panes, self._scrolling = panes, scrolling

    def to(self, places: Mapping[Side, Sequence[Span]], *, eased: bool = True) -> None:
        """Show the first span of each side, and let it light up unless the way there isn't `eased`."""
        self._scrolling.hold()
        level = self._common_level(places)
        for side, spans in places.items():
            if spans:
                self._panes[side].reveal(spans[0], level, eased=eased)
                if eased:
                    self._panes[side].flash(spans[0])

    def passage(self, side: Side, span: Span) -> None:
        """Scroll one side so that a passage is seen, the other one stays."""
        if not self._panes[side].shows(span):
            self._scrolling.hold()
            self._panes[side].reveal(span, LEVEL)

    def _common_level(self, places: Mapping[Side, Sequence[Span]]) -> float:
        """The fraction of the height at which the places of both sides can stand beside each other."""
        rects = {side: self._panes[side].rects_of(spans[0]) for side, spans in places.items() if spans}
        tops = [(found[0].top(), extent_of(self._panes[side])) for side, found in rects.items() if found]
        height = max(1, self._panes[Side.LEFT].height())
        return common_level(LEVEL * height, *tops) / height if tops else LEVEL
