"""Reviewing changes: marked as looked at, noted, gone on to the next. Says what is to be done; the window does it.

Knows the state and the library's reading side. What was said shows at once, before the library has it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.changes import Change
from variorum.core.handmade.model import Review
from variorum.gui.compare.acts import Act, Compared, reviewing, with_note, with_reviewed
from variorum.gui.compare.fetch import counterpart
from variorum.gui.compare.state import CompareState
from variorum.gui.jobs import Lane
from variorum.gui.services import Services
from variorum.gui.words import tr

ALL_REVIEWED = tr("All changes that are shown were reviewed.")
NO_CHANGE = tr("Go to a change first.")
_VIEW = "compare.reviews"


class Reviewing(QObject):
    """What an editor says of the changes of a comparison."""

    asked = Signal(object)
    """An `Act` to be done."""
    note_asked = Signal(int)
    """The note on a change is to be written."""
    leaving = Signal()
    """What is being written belongs to what is compared, which goes now."""
    said = Signal(str)

    def __init__(self, services: Services, state: CompareState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._state = services, state
        self._compared: Compared | None = None
        self._under_way = 0
        """Acts that the library doesn't have yet."""
        self._acted = False
        """Whether anything was said at all since the program began."""

    def follow(self, compared: Compared | None) -> None:
        """This is what is compared now."""
        if compared is not self._compared:
            self.leaving.emit()
        self._compared = compared

    def look_again(self) -> None:
        """A comparison is shown that was fetched a while ago: what was said since is not in it."""
        if self._acted:
            self._read()

    @Slot()
    def toggle(self) -> None:
        """Mark the current change reviewed and go to the next one that isn't; of one that was, take that back."""
        current = self._state.current
        if current is None:
            self._go_on(None)
            return
        reviewed = not self._state.review_of(current).reviewed
        self._become(current, "review" if reviewed else "reopening", partial(with_reviewed, reviewed=reviewed))
        if reviewed:
            self._go_on(current)

    @Slot()
    def ask_note(self) -> None:
        """Have the note on the current change written."""
        if self._state.current is None:
            self.said.emit(NO_CHANGE)
        else:
            self.note_asked.emit(self._state.current)

    @Slot(int)
    def ask_note_on(self, change: int) -> None:
        """Go to a change and have the note on it written."""
        self._state.set_current(change)
        self.ask_note()  # another note may have ended with that, for which a better comparison waited

    @Slot(int)
    def toggle_at(self, change: int) -> None:
        """Mark a change reviewed, or no longer, and stay where one is: who points at a change has chosen it."""
        reviewed = not self._state.review_of(change).reviewed
        self._become(change, "review" if reviewed else "reopening", partial(with_reviewed, reviewed=reviewed))

    @Slot(int, str)
    def take_note(self, change: int, note: str) -> None:
        """Keep a note; an empty one is none."""
        become = partial(with_note, note=note)
        if become(self._state.review_of(change)) != self._state.review_of(change):
            self._become(change, "note", become)

    def _go_on(self, after: int | None) -> None:
        following = self._state.next_open(after)
        if following is not None:
            self._state.set_current(following)
        elif self._state.reviewed()[1]:
            self.said.emit(ALL_REVIEWED)

    def _become(self, number: int, text: str, become: Callable[[Review], Review]) -> None:
        shown = self._state.presentation
        if shown is None or self._compared is None:
            return
        change: Change = shown.changes[number]
        self._under_way += 1
        self._acted = True
        self._state.set_reviews({**self._state.reviews, number: become(self._state.review_of(number))})
        compared = self._compared
        operation, back = reviewing(compared, change, become), partial(self._go_back, compared, change)
        self.asked.emit(Act(text, compared.left, compared.right, operation, self._take_end, back))

    def _go_back(self, compared: Compared, change: Change) -> None:
        """Go to a change that was spoken of otherwise again, if its comparison is shown, either way round."""
        shown, turned = self._state.presentation, compared.turned(self._compared)
        if shown is None or turned is None:
            return
        number = counterpart(replace(change, left=change.right, right=change.left) if turned else change, shown.changes)
        if number is not None:
            self._state.set_current(number)

    def _take_end(self) -> None:
        """Something was done or undone."""
        self._under_way = max(0, self._under_way - 1)
        self._read()

    def _read(self) -> None:
        """Show what the library has now, if nothing more is on its way there."""
        shown, compared = self._state.presentation, self._compared
        if self._under_way or shown is None or compared is None:
            return
        workbench, changes = self._services.workbench, shown.changes

        def read(_should_cancel: ShouldCancel) -> dict[int, Review]:
            return workbench.reviews(compared.left, compared.right, compared.comparison, changes)

        def show(reviews: dict[int, Review]) -> None:
            if self._compared is compared and not self._under_way:
                self._state.set_reviews(reviews)

        self._services.jobs.run(read, show, lambda _: None, lane=Lane.READ, view=_VIEW)
