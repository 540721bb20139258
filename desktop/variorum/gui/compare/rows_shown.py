"""Rows that follow a comparison while they are on screen: what is marked, which row is current, what the strip shows.

What the rows are is for those who derive from it. Knows no jobs and no library.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from variorum.core.collate.changes import Change
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.jumping import LEVEL
from variorum.gui.compare.marked import Marked
from variorum.gui.compare.marks import Marks
from variorum.gui.compare.overview import OverviewStrip, StripMark
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Row, row_holding, start_near
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import same_pair
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.empty_state import EmptyState
from variorum.gui.words import tr


class ShownRows(QWidget):
    """A table with its overview strip, or a sentence where there is nothing to show."""

    scrolled = Signal()
    lead = Side.LEFT
    """The side whose order the rows have."""

    def __init__(self, theme: ThemeService, state: CompareState, view: HandledRows, *, fade: bool) -> None:
        super().__init__()
        self._theme, self._state, self.view, self._fade = theme, state, view, fade
        self._shown: Presentation | None = None
        self._marked = Marked(theme, view.put_marks)
        self._rows_of: dict[int, int] = {}
        self._active = False
        self.strip = OverviewStrip(theme, view.verticalScrollBar(), on_left=False)
        self.strip.setAccessibleName(tr("Overview of the changes"))
        self._nothing = EmptyState(theme, "compare", "", "")
        self._arrange()
        view.scrolled.connect(self.scrolled)
        view.measured.connect(self._show_strip)
        view.size_asked.connect(theme.step_reading_px)
        state.presentation_changed.connect(self._follow)
        state.current_changed.connect(self._show_current)
        state.hovered_changed.connect(self._show_hovered)
        theme.theme_changed.connect(self._mark)

    def _arrange(self) -> None:
        table = QWidget()
        row = QHBoxLayout(table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(table)
        self._stack.addWidget(self._nothing)

    # What a kind of mode says of itself

    @abstractmethod
    def make_rows(self, shown: Presentation) -> list[Row]:
        """The rows of a comparison."""

    @abstractmethod
    def speak(self, row: Row) -> str:
        """A row in words, for screen readers."""

    @abstractmethod
    def make_marks(self, shown: Presentation, side: Side) -> Marks:
        """What is marked on a side, by layer."""

    @abstractmethod
    def nothing(self, shown: Presentation) -> tuple[str, str] | None:
        """What is said where there are no rows to show: a title and an explanation."""

    # What is shown

    def set_active(self, active: bool) -> None:
        """Follow the state, or leave off while one is out of sight."""
        self._active = active
        if active and not self._follow():
            self._mark()  # theme and fading may have changed meanwhile, and where one stands has

    def _follow(self) -> bool:
        """Show what the state says; whether that is anything new."""
        if not self._active or self._shown is self._state.presentation:
            return False
        before, self._shown = self._shown, self._state.presentation
        place = (
            self.places() if before and self._shown and same_pair(before.comparison, self._shown.comparison) else None
        )
        self._mark()
        self._show_rows()
        if place is not None:
            self.set_place(place)
        self._follow_change()
        return True

    def _show_rows(self) -> None:
        shown = self._shown
        rows = self.make_rows(shown) if shown else []
        said = self.nothing(shown) if shown else None
        self._nothing.set_text(*(said or ("", "")))
        self._stack.setCurrentIndex(1 if said else 0)
        self.view.show_rows(rows, self.speak)
        self._number_rows()

    def exchange_rows(self) -> None:
        """Show the rows as they are now; what is there already stays where it is."""
        if self._shown is not None:
            self.view.exchange_rows(self.make_rows(self._shown), self.speak)
            self._number_rows()

    def _number_rows(self) -> None:
        rows = self.view.rows
        self._rows_of = {row.claim: n for n, row in enumerate(rows) if row.claim is not None and row.fold is None}
        self._show_strip()

    def _mark(self, _: object = None) -> None:
        if not self._active or self._shown is None:
            return
        for side in Side:
            self._marked.stand(side, self.make_marks(self._shown, side))
        self.view.reset_letters()
        self._show_hovered(self._state.hovered)
        self._mark_current(self._state.current)

    def set_faded(self, fade: bool) -> None:
        """Whether unchanged prose steps back."""
        self._fade = fade
        self._mark()

    def _show_strip(self) -> None:
        marks = []
        for number, row in enumerate(self.view.rows):
            if row.kinds:
                top, bottom = self.view.extent(number)
                marks.append(StripMark(Extent(top, bottom), row.kinds[0]))
        self.strip.show_marks(marks)

    def _show_hovered(self, claim: int | None) -> None:
        if self._shown is None or not self._active:
            return
        self._marked.hover(self._shown, claim)

    # Places

    def scroll_position(self) -> dict[Side, int]:
        """Where one is, for `restore_scroll`."""
        return self.places()

    def restore_scroll(self, position: Mapping[Side, int]) -> None:
        """Go back there."""
        self.set_place(position)

    def place(self, side: Side) -> int:
        """The offset at which the first row on screen begins; 0 at the very top."""
        number, _ = self.view.anchor()
        if not number:
            return 0
        return start_near(self.view.rows, number, side)

    def places(self) -> dict[Side, int]:
        """The places of both sides."""
        return {side: self.place(side) for side in Side}

    def set_place(self, places: Mapping[Side, int]) -> None:
        """Show the row at the top that holds these offsets; of the side that leads, if it says anything."""
        side = self.lead if places.get(self.lead) else self.lead.other
        offset = places.get(side, 0)
        found = row_holding(self.view.rows, side, offset)
        self.view.go_to((found if offset else 0, 0.0))

    # The current change

    def row_of(self, change: Change) -> int | None:
        """The row that shows a change."""
        if self._shown is None:
            return None
        return next((self._rows_of[n] for n in self._shown.claims_of(change) if n in self._rows_of), None)

    def _show_current(self, number: int | None) -> None:
        self._mark_current(number)
        if number is not None and self._shown is not None and self._active:
            self._jump(self._shown.changes[number], eased=True)
            self._follow_change()

    def show_current(self) -> bool:
        """Have the current change in view, at once; whether there is one."""
        number = self._state.current
        if self._shown is None or number is None:
            return False
        self._jump(self._shown.changes[number], eased=False)
        self._follow_change()
        return True

    def _follow_change(self) -> None:
        """Have the row of the current change be the current one: there is one place one stands on, not two."""
        change = self._state.change
        row = self.row_of(change) if change else None
        if row is not None:
            self.view.follow(row)

    def _jump(self, change: Change, *, eased: bool) -> None:
        row = self.row_of(change)
        if row is None:
            return
        side = self.lead if self.lead.spans(change) else self.lead.other
        self.view.reveal(row, side, side.spans(change), LEVEL, eased=eased)
        for each in Side if eased else ():
            if each.spans(change):
                self.view.flash(each, each.spans(change)[0])

    def _mark_current(self, number: int | None) -> None:
        if not self._active:
            return
        self._marked.place(self._shown, self._state)
