"""Read clean: the right version as plain reading text, with what was added and dropped at hand."""

from __future__ import annotations

from PySide6.QtCore import QRect

from variorum.core.collate.changes import Change
from variorum.core.text.model import Span
from variorum.gui.compare.clean import Caret, CleanText, clean_marks, clean_text
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.marks import Marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Row
from variorum.gui.compare.rows_mode import LEVEL, RowsMode
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService


class CleanMode(RowsMode):
    """A paragraph a row. Carets are opened by hand, and by going to a dropped passage until one goes on."""

    lead = Side.RIGHT

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool) -> None:
        self._page = CleanView(theme)
        super().__init__(theme, state, self._page, fade=fade)
        self.view.setAccessibleName("Right version, to read")
        self._text: CleanText | None = None
        self._opened: frozenset[int] = frozenset()
        self._in_passing: int | None = None
        """The caret that was opened by going to it."""

    def make_rows(self, shown: Presentation) -> list[Row]:
        return self._text_of(shown).rows(self._opened)

    def _text_of(self, shown: Presentation) -> CleanText:
        if self._text is None or self._text.shown is not shown:
            self._text, self._opened, self._in_passing = clean_text(shown), frozenset(), None
            self._page.show_text(self._text)
        return self._text

    def speak(self, row: Row) -> str:
        return self._text.spoken(row) if self._text else ""

    def make_marks(self, shown: Presentation, side: Side) -> Marks:
        self._text_of(shown)
        if side is Side.LEFT:
            return {}
        marks, rules = clean_marks(shown, self._theme.theme)
        self._page.put_rules(rules)
        return marks

    def nothing(self, shown: Presentation) -> tuple[str, str] | None:
        if self._text_of(shown).paragraphs:
            return None
        return "Nothing to read", "The right version has no text of its own."

    # Places

    def place(self, side: Side) -> int:
        here = super().place(Side.RIGHT)
        if side is Side.RIGHT or not here or self._shown is None:
            return here
        claims = (claim for claim in self._shown.comparison.claims if claim.left and claim.right)
        below = [(claim.right[0].start, claim.left[0].start) for claim in claims if claim.right[0].start >= here]
        return min(below)[1] if below else 0

    # The current change

    def row_of(self, change: Change) -> int | None:
        if self._text is None or not self._text.paragraphs:
            return None
        if change.right:
            return self._text.paragraph_of(change.right[0].start)
        caret = self._caret_of(change)
        return self._row_of_caret(caret) if caret else None

    def _caret_of(self, change: Change) -> Caret | None:
        return self._text.caret_of(change.claim) if self._text and change.claim is not None else None

    def _row_of_caret(self, caret: Caret) -> int:
        assert self._text is not None
        return next(number for number, carets in enumerate(self._text.carets) if caret in carets)

    def _jump(self, change: Change, *, eased: bool) -> None:
        caret = None if change.right else self._caret_of(change)
        self._show_in_passing(caret.number if caret else None)
        if caret is None:
            super()._jump(change, eased=eased)
            return
        span = Span(max(0, caret.offset - 1), max(1, caret.offset))
        self.view.reveal(self._row_of_caret(caret), Side.RIGHT, (span,), LEVEL, eased=eased)

    def _mark_current(self, number: int | None) -> None:
        super()._mark_current(number)
        if not self._active:
            return
        change = self._shown.changes[number] if self._shown and number is not None else None
        caret = self._caret_of(change) if change and not change.right else None
        self._page.set_current_caret(caret.number if caret else None)
        if change is None:
            self._show_in_passing(None)

    def _show_in_passing(self, number: int | None) -> None:
        """Open a caret for as long as one stands on it, unless it is open anyway; close the one of before."""
        left = self._in_passing
        if number == left:
            return
        opened = self._opened - {left} if left is not None else self._opened
        self._in_passing = number if number is not None and number not in opened else None
        self._open(opened | {number} if number is not None else opened)

    def _open(self, opened: frozenset[int]) -> None:
        if opened != self._opened:
            self._opened = opened
            self.exchange_rows()

    # Pointer and keys

    def claim_at(self, spot: Spot) -> int | None:
        if self._shown is None or self._text is None:
            return None
        if spot.own is not None and spot.own >= 0:
            return self._text.caret(spot.own).claims[0]
        return None if spot.offset is None else self._shown.claim_at(Side.RIGHT, spot.offset)

    def side_at(self, spot: Spot, claim: int) -> Side | None:
        return Side.LEFT if spot.own is not None and spot.own >= 0 else Side.RIGHT

    def row_of_claim(self, side: Side, claim: int) -> int | None:
        if self._text is None or self._shown is None or not self._text.paragraphs:
            return None
        spans = self._shown.comparison.claims[claim].right
        if spans:
            return self._text.paragraph_of(spans[0].start)
        caret = self._text.caret_of(claim)
        return self._row_of_caret(caret) if caret else None

    def row_for(self, side: Side, span: Span, claim: int | None, *, opening: bool) -> int | None:
        if side is Side.LEFT or self._text is None or not self._text.paragraphs:
            return None
        number = self._text.paragraph_of(span.start)
        return number if self._text.paragraphs[number][0].overlap(span) else None

    def boxes_of(self, side: Side, claim: int) -> list[QRect]:
        number, shown = self.row_of_claim(side, claim), self._shown
        spans = side.spans(shown.comparison.claims[claim]) if shown and side is Side.RIGHT else ()
        if number is None or not spans:
            return super().boxes_of(side, claim)
        lines = (rect.toAlignedRect() for span in spans for rect in self.view.rects_in(number, side, span))
        box = QRect()
        for line in lines:
            box = box.united(line & self.view.viewport().rect())
        return [] if box.isEmpty() else [QRect(self.view.viewport().mapTo(self, box.topLeft()), box.size())]

    def _use(self, spot: Spot) -> None:
        if self._text is None or self._shown is None:
            return
        if spot.own is not None and spot.own >= 0:
            self._toggle(frozenset({spot.own}))
        elif spot.cell is None and self._text.carets[spot.row]:  # by Enter: whatever opens in the paragraph
            self._toggle(frozenset(caret.number for caret in self._text.carets[spot.row]))
        elif spot.offset is not None:
            self._state.set_current(self._shown.change_at(Side.RIGHT, spot.offset))

    def _toggle(self, carets: frozenset[int]) -> None:
        """Open these, or close them if they are open."""
        if self._in_passing in carets:
            self._in_passing = None
        self._open(self._opened - carets if carets <= self._opened else self._opened | carets)

    def _show_hovered(self, claim: int | None) -> None:
        """While one reads, only what differs lights up."""
        differs = self._shown is not None and claim in self._shown.kinds_by_claim
        super()._show_hovered(claim if differs else None)
