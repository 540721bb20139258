"""A way to show a comparison as rows: follows the state while it is on screen, and tells it what the hand does.

What the rows are is for those who derive from it. Knows no jobs and no library.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from variorum.core.collate.changes import Change
from variorum.core.text.model import Span
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.marked import Marked
from variorum.gui.compare.marks import Marks
from variorum.gui.compare.overview import OverviewStrip, StripMark
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Row, claims_of, row_holding, start_near
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import same_pair
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.empty_state import EmptyState
from variorum.gui.words import tr

LEVEL = 0.38
"""Fraction of the height at which a change stands after a jump."""


class RowsMode(QWidget):
    """A table with its overview strip, or a sentence where there is nothing to show."""

    scrolled = Signal()
    pointed = Signal(object, object)
    """The `Side` and the number of the claim under the pointer, None for neither."""
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
        self._connect()

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

    def _connect(self) -> None:
        view, state = self.view, self._state
        view.scrolled.connect(self.scrolled)
        view.measured.connect(self._show_strip)
        view.hovered.connect(self._hover)
        view.pressed.connect(self._press)
        view.entered_row.connect(self._enter)
        view.size_asked.connect(self._theme.step_reading_px)
        state.presentation_changed.connect(self._follow)
        state.current_changed.connect(self._show_current)
        state.hovered_changed.connect(self._show_hovered)
        self._theme.theme_changed.connect(self._mark)

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
        return next((self._rows_of[n] for n in claims_of(self._shown, change) if n in self._rows_of), None)

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

    # Where a claim is

    def row_of_claim(self, side: Side, claim: int) -> int | None:
        """The row that shows a claim of a side."""
        return self._rows_of.get(claim)

    def holds(self, side: Side, span: Span, claim: int | None) -> bool:
        """Whether words of a side, which tell something of a claim or of none, are shown in any row."""
        return self.row_for(side, span, claim, opening=False) is not None

    def folds(self, side: Side, span: Span, claim: int | None) -> bool:
        """Whether words that `holds` doesn't know stand in what is folded away as not of the article."""
        return False

    def row_for(self, side: Side, span: Span, claim: int | None, *, opening: bool) -> int | None:
        """The row that shows words of a side; where it is folded away only if it may be opened."""
        if claim is not None:
            return self.row_of_claim(side, claim)
        heads = ((n, cell) for n, row in enumerate(self.view.rows) if row.claim is None for cell in row.cells)
        return next((n for n, cell in heads if cell.side is side and any(span.overlap(s) for s in cell.spans)), None)

    def hides(self, side: Side, claim: int) -> bool:
        """Whether the words of a claim that a row stands for aren't seen in it."""
        return False

    def show_claim(self, side: Side, claim: int) -> None:
        """Scroll so that a claim is seen."""
        row = self.row_of_claim(side, claim)
        if row is not None and not self.view.viewport().rect().contains(self.view.row_box(row)):
            self.view.reveal(row, side, (), LEVEL, eased=True)

    def go_to_claim(self, claim: int) -> None:
        """Stand on a claim: on its change, or on both its passages where nothing visible changed."""
        change = self._change_in(claim)
        if change is not None:
            self._state.set_current(change)
            return
        self._state.stand_on(claim)
        self.show_claim(self.lead, claim)

    def boxes_of(self, side: Side, claim: int) -> list[QRect]:
        """Where a claim is seen, in coordinates of this widget: its whole row, in which the counterpart stands, too."""
        row = self.row_of_claim(side, claim)
        box = QRect() if row is None else self.view.row_box(row) & self.view.viewport().rect()
        return [] if box.isEmpty() else [QRect(self.view.viewport().mapTo(self, box.topLeft()), box.size())]

    def standing(self) -> tuple[Side, int] | None:
        """The claim of the row that has the keys."""
        number = self.view.currentIndex().row()
        row = self.view.rows[number] if 0 <= number < len(self.view.rows) else None
        if row is None or row.claim is None or row.fold is not None or self._shown is None:
            return None
        told = [side for side in Side if side.spans(self._shown.comparison.claims[row.claim])]
        return (told[0], row.claim) if told else None

    # Pointer and keys

    def _hover(self, spot: Spot | None) -> None:
        claim = None if spot is None else self.claim_at(spot)
        self._state.set_hovered(claim)
        self.pointed.emit(None if spot is None or claim is None else self.side_at(spot, claim), claim)

    def side_at(self, spot: Spot, claim: int) -> Side | None:
        """The side that tells the claim at a spot; None between the columns."""
        if spot.cell is None or self._shown is None:
            return None
        side = self.view.rows[spot.row].cells[spot.cell].side
        return side if side.spans(self._shown.comparison.claims[claim]) else side.other

    def claim_at(self, spot: Spot) -> int | None:
        """The claim at a spot."""
        row = self.view.rows[spot.row]
        return None if row.fold is not None else row.claim

    def _press(self, spot: Spot) -> None:
        self._use(spot)

    def _enter(self, row: int) -> None:
        """Enter was pressed on a row."""
        self._use(Spot(row))

    def _use(self, spot: Spot) -> None:
        """Go to the change at a spot."""
        row = self.view.rows[spot.row]
        if self._shown is None:
            return
        change = None
        if spot.offset is not None and spot.cell is not None:
            change = self._shown.change_at(row.cells[spot.cell].side, spot.offset)
        if change is None and row.claim is not None:
            change = self._change_in(row.claim)
        if change is None and row.claim is not None:
            self._state.stand_on(row.claim)
        else:
            self._state.set_current(change)

    def _change_in(self, claim: int) -> int | None:
        """The first visible change of a claim, or in it."""
        assert self._shown is not None
        found = self._shown.change_of(claim)
        if found is not None:
            return found
        order = (n for n in self._shown.order if claim in claims_of(self._shown, self._shown.changes[n]))
        return next(order, None)

    def _show_hovered(self, claim: int | None) -> None:
        if self._shown is None or not self._active:
            return
        self._marked.hover(self._shown, claim)

    def focus_texts(self) -> None:
        """Give the keys to the rows, to that of the current change if there is one."""
        change = self._state.change if self._shown is self._state.presentation else None
        self.view.take_keys(self.row_of(change) if change else None)
