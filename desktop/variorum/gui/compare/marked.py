"""What is marked on both sides, whatever shows them: the standing marks, what the pointer is on, where one stands.

Knows no views: it is told how to put a layer of marks on a side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variorum.core.text.model import Span
from variorum.gui.compare.marks import Marks, claim_marks, current_marks, hover_marks, lifted, nearest_marks, word_style
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_marks import Mark

Put = Callable[[Side, str, Sequence[Mark]], None]
"""Replaces the marks of a layer on a side."""


class Marked:
    """The marks of one way to show a comparison."""

    def __init__(self, theme: ThemeService, put: Put) -> None:
        self._theme, self._put = theme, put
        self.standing: dict[Side, Marks] = {}
        """The marks that stay while pointer and place change, by side and layer."""
        self._lifted = False

    def stand(self, side: Side, marks: Marks, *, there: bool = False) -> None:
        """Put the standing marks of a side, unless they are `there` already."""
        self.standing[side] = marks
        for layer, own in () if there else marks.items():
            self._put(side, layer, own)

    def hover(self, shown: Presentation, claim: int | None) -> None:
        """Outline the passages of the claim under the pointer, and leave its words unstruck."""
        passage = None if claim is None else shown.comparison.claims[claim]
        for side in Side:
            self._put(side, "hover", hover_marks(side.spans(passage) if passage else (), self._theme.theme))
        self._lift_strikes(Side.LEFT.spans(passage) if passage else ())

    def _lift_strikes(self, spans: Sequence[Span]) -> None:
        """Leave the words inside `spans` unstruck, to be read, and strike all others."""
        words = self.standing.get(Side.LEFT, {}).get("words", [])
        readable = lifted(words, spans, word_style(self._theme.theme, Side.LEFT, lifted=True))
        if readable != words or self._lifted:
            self._put(Side.LEFT, "words", readable)
        self._lifted = readable != words

    def place(self, shown: Presentation | None, state: CompareState) -> None:
        """Outline the current change (where a side hasn't got it, what comes closest there), or the claim stood on."""
        for side in Side:
            self._put(side, "current", self._place_marks(shown, state, side) if shown else ())

    def _place_marks(self, shown: Presentation, state: CompareState, side: Side) -> list[Mark]:
        theme = self._theme.theme
        if state.current is not None and state.current < len(shown.changes):
            change = shown.changes[state.current]
            marks = current_marks(change, side, side.article(shown.comparison).text, theme)
            return marks or nearest_marks(shown.nearest(change), theme)
        if state.claim is not None:
            return claim_marks(side.spans(shown.comparison.claims[state.claim]), theme)
        return []
