"""A way to show a comparison as rows: where its claims are, and what pointer and keys do.

What the rows are is for those who derive from it. Knows no jobs and no library.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal

from variorum.core.text.model import Span
from variorum.gui.compare.jumping import LEVEL
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_shown import ShownRows
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService


class RowsMode(ShownRows):
    """Goes to claims, says where they are seen, and tells the state what the hand does."""

    pointed = Signal(object, object)
    """The `Side` and the number of the claim under the pointer, None for neither."""

    def __init__(self, theme: ThemeService, state: CompareState, view: HandledRows, *, fade: bool) -> None:
        super().__init__(theme, state, view, fade=fade)
        view.hovered.connect(self._hover)
        view.pressed.connect(self._use)
        view.entered_row.connect(self._enter)

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
        """The first visible change of a claim, else the first in it."""
        assert self._shown is not None
        found = self._shown.change_of(claim)
        return next(iter(self._shown.changes_in(claim)), None) if found is None else found

    def focus_texts(self) -> None:
        """Give the keys to the rows, to that of the current change if there is one."""
        change = self._state.change if self._shown is self._state.presentation else None
        self.view.take_keys(self.row_of(change) if change else None)
