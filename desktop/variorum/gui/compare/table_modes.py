"""Aligned, and Changes only: the tables of a comparison."""

from __future__ import annotations

from variorum.core.text.model import Span
from variorum.gui.compare.marks import Marks, side_marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Row, aligned, differing, spoken_row
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.table import Table
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


class AlignedMode(RowsMode):
    """Every claim a row, in the order of the left version."""

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool) -> None:
        self._table = Table(theme)
        super().__init__(theme, state, self._table, fade=fade)
        self.view.setAccessibleName(tr("Aligned passages"))

    def make_rows(self, shown: Presentation) -> list[Row]:
        self._table.compare(shown.comparison)
        return aligned(shown)

    def speak(self, row: Row) -> str:
        return spoken_row(row, self._shown) if self._shown else ""

    def make_marks(self, shown: Presentation, side: Side) -> Marks:
        return side_marks(shown, side, self._theme.theme, fade=self._fade)

    def nothing(self, shown: Presentation) -> tuple[str, str] | None:
        if shown.comparison.claims:
            return None
        return tr("Nothing to align"), tr("Neither version has a sentence that tells something.")


class ChangesMode(AlignedMode):
    """Only the rows that differ; between them folds that open."""

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool) -> None:
        super().__init__(theme, state, fade=fade)
        self.view.setAccessibleName(tr("Passages that differ"))
        self._opened: frozenset[int] = frozenset()
        self._folded: dict[int, int] = {}
        """By claims that are folded away the rows that stand for them."""
        self._of: object = None

    def make_rows(self, shown: Presentation) -> list[Row]:
        if shown.comparison is not self._of:
            self._of, self._opened = shown.comparison, frozenset()
        comparison, every = shown.comparison, super().make_rows(shown)
        rows = differing(every, self._opened, (comparison.left.text, comparison.right.text))
        claims = [row.claim for row in every if row.claim is not None]
        places = {claim: place for place, claim in enumerate(claims)}
        self._folded = {
            claim: number
            for number, row in enumerate(rows)
            if row.fold is not None and not row.fold.open and row.claim is not None
            for claim in claims[places[row.claim] : places[row.claim] + row.fold.count]
        }
        return rows

    def nothing(self, shown: Presentation) -> tuple[str, str] | None:
        if shown.order:
            return None
        if shown.changes:
            return (
                tr("All changes are hidden"),
                tr("Every kind of change that is here is switched off; Alt+0 shows all again."),
            )
        return tr("Nothing differs"), tr("Both versions tell the same in the same words.")

    def _use(self, spot: Spot) -> None:
        row = self.view.rows[spot.row]
        if row.fold is None:
            super()._use(spot)
        elif row.claim is not None and self._shown is not None:
            self._opened ^= {row.claim}
            self.exchange_rows()

    def holds(self, side: Side, span: Span, claim: int | None) -> bool:
        return claim in self._rows_of or claim in self._folded

    def row_for(self, side: Side, span: Span, claim: int | None, *, opening: bool) -> int | None:
        if opening and claim is not None and claim not in self._rows_of and claim in self._folded:
            self._use(Spot(self._folded[claim]))
        return None if claim is None else self._rows_of.get(claim, self._folded.get(claim))
