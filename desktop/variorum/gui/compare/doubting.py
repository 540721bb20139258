"""Going from doubtful link to doubtful link, in reading order. Knows the state and the ways to show a comparison."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from variorum.core.collate.marking import is_doubtful
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.state import CompareState
from variorum.gui.words import tr


class Doubting(QObject):
    """The links of the shown comparison that may well be none."""

    changed = Signal()
    """There are more or fewer."""
    said = Signal(str)

    def __init__(self, state: CompareState, texts: Modes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._texts = state, texts
        self.claims: tuple[int, ...] = ()
        """The numbers of their claims, in reading order."""
        self._walks = False
        """Whether one of them was gone to already."""
        state.presentation_changed.connect(self._follow)

    def _follow(self) -> None:
        shown = self._state.presentation
        claims = tuple(n for n, claim in enumerate(shown.comparison.claims) if is_doubtful(claim)) if shown else ()
        if claims != self.claims:
            self.claims = claims
            self._walks = False
            self.changed.emit()

    def step(self, by: int) -> None:
        """To the next one (1) or the previous one (-1), around the ends."""
        shown = self._state.presentation
        if shown is None or not self.claims:
            return
        here = self._state.claim
        beyond = [n for n in self.claims if here is not None and (n > here if by > 0 else n < here)]
        ends = self.claims if by > 0 else self.claims[::-1]
        claim = (beyond[0] if by > 0 else beyond[-1]) if beyond else ends[0]
        self._texts.go_to_claim(claim)
        again = self._walks and not beyond and len(self.claims) > 1
        around = (tr(" · from the top again") if by > 0 else tr(" · from the end again")) if again else ""
        self._walks = True
        percent = round(shown.comparison.claims[claim].confidence * 100)
        place = self.claims.index(claim) + 1
        self.said.emit(
            tr(
                "Doubtful link {place} of {total}, {percent} % sure",
                place=place,
                total=len(self.claims),
                percent=percent,
            )
            + around
        )
