"""What one asks a comparison: counterparts, why passages are linked, where words stand. Built when texts are there.

The screen knows this one only; what it is made of is loaded with the screen's insides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState
from variorum.gui.services import Services
from variorum.gui.words import plural

if TYPE_CHECKING:
    from variorum.gui.compare.context_menu import PassageMenu
    from variorum.gui.compare.doubting import Doubting
    from variorum.gui.compare.fetch import Answer
    from variorum.gui.compare.finding import Finding
    from variorum.gui.compare.lens import Lens
    from variorum.gui.compare.lens_page import Place
    from variorum.gui.compare.modes import Modes


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A passage that is to be seen in another comparison, `pair`, asked for from the comparison of `asked_from`."""

    asked_from: tuple[int, int]
    pair: tuple[int, int]
    side: Side
    offset: int


class Inquiry(QObject):
    """Takes the commands; does nothing before there are texts to ask about."""

    said = Signal(str)
    found_changed = Signal(int)
    """So many places of what is sought can be walked through."""
    note_asked = Signal(int)
    """The note on the change of that number is to be written."""
    review_asked = Signal(int)
    """The change of that number is to be marked reviewed, or no longer."""
    comparison_asked = Signal(int, int)
    """Compare these two, and go to the passage that was asked about."""
    doubtful_changed = Signal()
    """There are more or fewer doubtful links."""

    def __init__(self, services: Services, state: CompareState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._state = services, state
        self._lens: Lens | None = None
        self._finding: Finding | None = None
        self._doubting: Doubting | None = None
        self._menu: PassageMenu | None = None
        self._query = ""
        self._texts: Modes | None = None
        self._answer: Answer | None = None
        self._wanted: _Wanted | None = None
        """Where one goes when the comparison that is on its way is shown."""

    def attach(self, texts: Modes, actions: Sequence[QAction]) -> None:
        """These are the texts, and the commands for passages of them."""
        from variorum.gui.compare.insides import Doubting, Finding, Lens, PassageMenu

        self._texts = texts
        self._lens = Lens(self._services, self._state, texts, self)
        self._lens.said.connect(self.said)
        self._lens.other_asked.connect(self._ask_other)
        self._lens.note_asked.connect(self.note_asked)
        self._lens.review_asked.connect(self.review_asked)
        self._menu = PassageMenu(self._state, texts, self._lens)
        self._menu.offer(actions)
        self._finding = Finding(self._services.theme, self._state, texts, self)
        self._finding.found_changed.connect(self.found_changed)
        self._finding.mark_terms(self._query)
        self._doubting = Doubting(self._state, texts, self)
        self._doubting.said.connect(self.said)
        self._doubting.changed.connect(self.doubtful_changed)

    def offer(self, actions: Sequence[QAction]) -> None:
        """These are the commands for passages."""
        if self._menu is not None:
            self._menu.offer(actions)

    def follow(self, answer: Answer | None) -> None:
        """This is what is compared now."""
        self._answer = answer
        if self._lens is not None:
            self._lens.follow(answer)
        if answer is None:
            self.stay()
        elif self._wanted is not None:
            QTimer.singleShot(0, self, self._arrive)  # when all parts show it

    @Slot()
    def stay(self) -> None:
        """The other comparison that was asked for doesn't come."""
        self._wanted = None

    def _ask_other(self, place: Place, article: int) -> None:
        """Compare the version a passage stands in with another one, each on its side, and go to the passage."""
        shown, answer = self._state.presentation, self._answer
        if shown is None or answer is None:
            return
        left, right = answer.ids
        pair = (left, article) if place.side is Side.LEFT else (article, right)
        offset = place.side.spans(shown.comparison.claims[place.claim])[0].start
        self._wanted = _Wanted(answer.ids, pair, place.side, offset)
        self.comparison_asked.emit(*pair)

    def _arrive(self) -> None:
        wanted, answer, shown = self._wanted, self._answer, self._state.presentation
        if wanted is None or answer is None or shown is None or self._texts is None:
            return
        if answer.ids == wanted.asked_from:  # made better meanwhile; the other one is still to come
            return
        self._wanted = None
        claim = shown.claim_at(wanted.side, wanted.offset)
        if answer.ids == wanted.pair and claim is not None:
            self._texts.go_to_claim(claim)

    @Slot()
    def show_counterpart(self) -> None:
        """Hold the lens over the passage one stands on, or take it away."""
        if self._lens is not None:
            self._lens.toggle()

    @Slot()
    def say_why(self) -> None:
        """Say what speaks for the link where one stands, or no longer."""
        if self._lens is not None:
            self._lens.toggle_why()

    @Slot()
    def find(self) -> None:
        """Look for words in both versions."""
        if self._finding is not None:
            self._finding.open()

    @Slot()
    def next_match(self) -> None:
        """To the next place of what is sought."""
        if self._finding is not None:
            self._finding.step(1)
            self.said.emit(self._finding.where())

    @Slot()
    def previous_match(self) -> None:
        """To the previous place of what is sought."""
        if self._finding is not None:
            self._finding.step(-1)
            self.said.emit(self._finding.where())

    def matches(self) -> int:
        """How many places can be walked through."""
        return self._finding.count() if self._finding is not None else 0

    def mark_terms(self, query: str) -> None:
        """What is compared next was found by this search: mark its words; "" for none."""
        self._query = query
        if self._finding is not None:
            self._finding.mark_terms(query)

    def doubtful(self) -> int:
        """How many links of the comparison are doubtful."""
        return len(self._doubting.claims) if self._doubting is not None else 0

    def doubtful_words(self) -> str:
        """The same in words; "" for none."""
        number = self.doubtful()
        return plural("%n doubtful link", "%n doubtful links", number) if number else ""

    @Slot()
    def next_doubtful(self) -> None:
        """To the next doubtful link."""
        if self._doubting is not None:
            self._doubting.step(1)

    @Slot()
    def previous_doubtful(self) -> None:
        """To the previous doubtful link."""
        if self._doubting is not None:
            self._doubting.step(-1)

    def close(self) -> bool:
        """Take away what was laid over the texts last; whether there was anything."""
        if self._lens is not None and self._lens.close():
            return True
        return self._finding is not None and (self._finding.close() or self._finding.clear_terms())
