"""What the lens says: counterpart or what comes closest, what is said of it, who else tells it, why it is linked.

Fills the card. What isn't in the comparison is asked for in the background; what comes late is dropped.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.grounds import Grounds
from variorum.core.collate.telling import Told
from variorum.core.handmade.model import NO_REVIEW
from variorum.core.library.model import ArticleRow
from variorum.gui.compare.fetch import Answer
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.lens_page import Other, Place, page
from variorum.gui.compare.others import Others, named
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.why_words import note, reasons, spoken, summary
from variorum.gui.services import Services

_VIEW = "compare.why"


class Filling(QObject):
    """Tells of one place at a time."""

    answered = Signal()
    """All other versions were asked, or what speaks for the link is there."""

    def __init__(self, services: Services, state: CompareState, card: LensCard, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._state, self._card = services, state, card
        self._answer: Answer | None = None
        self.place: Place | None = None
        """What the card tells of."""
        self._versions: tuple[ArticleRow, ...] = ()
        """Who else may tell it."""
        self._tellers = 0
        """How many of those asked by now tell it."""
        self._shows_why = False
        self._others = Others(services, self)
        self._others.found.connect(self._add_other)
        self._others.ended.connect(self._end_others)
        state.reviews_changed.connect(self._show_review)

    def follow(self, answer: Answer | None) -> None:
        """This is what is compared now."""
        self._answer = answer

    def show(self, place: Place, *, hidden: bool) -> None:
        """Tell of a place, whose own words are not seen where they are `hidden`."""
        shown, answer = self._state.presentation, self._answer
        if shown is None or answer is None:
            return
        self.leave()
        self.place = place
        names = {side: named(answer.choice(side).shown) for side in Side}
        said = page(shown, place.claim, place.side, names, hidden=hidden)
        self._card.show_page(said, *(side.article(shown.comparison) for side in (said.side, place.side)))
        self._versions = answer.not_compared(place.side) if said.asks_others else ()
        self._card.wants_others(shown=bool(self._versions))
        self._show_review()

    def leave(self) -> None:
        """Tell of nothing, and ask for nothing any more."""
        self._others.stop()
        self._services.jobs.cancel_view(_VIEW)
        self._shows_why = False
        self.place = None

    def _show_review(self) -> None:
        """Let something be said of what changed in the passage: of what one stands on there, else of the first."""
        shown = self._state.presentation
        if shown is not None and self.place is not None:
            number = self._state.change_in(self.place.claim)
            self._card.buttons.show_change(number, NO_REVIEW if number is None else self._state.review_of(number))

    # Who else tells it

    def ask_others(self) -> None:
        """Ask how the other versions tell it, if that matters."""
        shown, answer, place = self._state.presentation, self._answer, self.place
        if self._versions and shown is not None and answer is not None and place is not None:
            self._tellers = 0
            passage = place.side.spans(shown.comparison.claims[place.claim])
            self._others.ask(answer.choice(place.side).shown.id, passage, self._versions)

    def _add_other(self, other: Other) -> None:
        if self.place is not None:
            self._tellers += other.telling.told is not Told.NOT
            self._card.add_other(other)

    def _end_others(self) -> None:
        if self.place is not None:
            self._card.end_others(self._tellers)
            self.answered.emit()

    # Why it is linked

    def toggle_why(self) -> bool:
        """Say what speaks for the link, or no longer; whether anything is linked there."""
        shown, answer, place = self._state.presentation, self._answer, self.place
        if shown is None or answer is None or place is None:
            return False
        claim = shown.comparison.claims[place.claim]
        if not claim.linked:
            return False
        self._shows_why = not self._shows_why
        if not self._shows_why:
            self._card.set_why(False)
            return True
        self._card.show_summary(summary(claim))
        workbench, comparison, ids = self._services.workbench, shown.comparison, answer.ids

        def look(_: ShouldCancel) -> Grounds:
            return workbench.grounds(*ids, comparison, claim)

        def show(found: Grounds) -> None:
            if self.place == place and self._shows_why:
                self._card.show_reasons(reasons(found), note(claim, found), spoken(claim, found))
                self.answered.emit()

        self._services.jobs.run(look, show, lambda _: None, view=_VIEW)
        return True
