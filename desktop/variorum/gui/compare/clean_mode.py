"""Read clean: the right version as plain reading text, with what was added and dropped at hand."""

from __future__ import annotations

from PySide6.QtCore import QRect

from variorum.core.collate.changes import Change
from variorum.core.text.model import Span
from variorum.gui.compare.clean import CleanText, clean_marks, clean_text, fold_number
from variorum.gui.compare.clean_carets import Caret
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.jumping import LEVEL
from variorum.gui.compare.marks import Marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import Row, kinds_in_rows
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


class CleanMode(RowsMode):
    """A paragraph a row. Carets are opened by hand, and by going to a dropped passage until one goes on."""

    lead = Side.RIGHT

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool) -> None:
        self._page = CleanView(theme)
        super().__init__(theme, state, self._page, fade=fade)
        self._page.tells = lambda: not state.pointer_lens  # what the lens says all of needs no tool tip
        self.view.setAccessibleName(tr("Right version, to read"))
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
        if self._text_of(shown).items:
            return None
        return tr("Nothing to read"), tr("The right version has no text of its own.")

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
        if self._text is None or not self._text.items:
            return None
        if change.right:
            return self._text.item_of(change.right[0].start)
        caret = self._caret_of(change)
        return self._text.item_with(caret) if caret else None

    def _caret_of(self, change: Change) -> Caret | None:
        """The first caret that stands for a change or for anything of its claim."""
        if self._text is None or change.claim is None:
            return None
        found = (self._text.caret_with(span, change.claim) for span in change.left)
        return next((caret for caret in (*found, *self._text.carets_of(change.claim)) if caret is not None), None)

    def _jump(self, change: Change, *, eased: bool) -> None:
        caret = None if change.right else self._caret_of(change)
        self._show_in_passing(caret.number if caret else None)
        if caret is None or self._text is None:
            super()._jump(change, eased=eased)
            return
        span = Span(max(0, caret.offset - 1), max(1, caret.offset))
        self.view.reveal(self._text.item_with(caret), Side.RIGHT, (span,), LEVEL, eased=eased)

    def _mark_current(self, number: int | None) -> None:
        super()._mark_current(number)
        if not self._active:
            return
        change = self._shown.changes[number] if self._shown and number is not None else None
        caret = self._caret_of(change) if change and not change.right else None
        self._page.set_current_caret(caret.number if caret else None)

    def _show_current(self, number: int | None) -> None:
        if number is None and self._active:
            self._show_in_passing(None)
        super()._show_current(number)

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

    # Where words are

    def row_of_claim(self, side: Side, claim: int) -> int | None:
        if self._text is None or self._shown is None or not self._text.items:
            return None
        spans = self._shown.comparison.claims[claim].right
        if spans:
            return self._text.item_of(spans[0].start)
        return next((self._text.item_with(caret) for caret in self._text.carets_of(claim)), None)

    def row_for(self, side: Side, span: Span, claim: int | None, *, opening: bool) -> int | None:
        if self._text is None or not self._text.items:
            return None
        caret = self._text.caret_with(span, claim) if side is Side.LEFT else None
        if opening:
            self._show_in_passing(caret.number if caret else None)
        if side is Side.RIGHT:
            return self._row_with(span, opening=opening)
        return self._text.item_with(caret) if caret else None

    def _row_with(self, span: Span, *, opening: bool) -> int | None:
        assert self._text is not None
        number = self._text.item_of(span.start)
        item = self._text.items[number]
        if opening and item.folded:
            self._open(self._opened | {fold_number(number)})
        return number if item.span.overlap(span) else None

    def holds(self, side: Side, span: Span, claim: int | None) -> bool:
        row = self.row_for(side, span, claim, opening=False)
        return row is not None and self._text is not None and not self._text.items[row].folded

    def folds(self, side: Side, span: Span, claim: int | None) -> bool:
        return self.row_for(side, span, claim, opening=False) is not None

    def hides(self, side: Side, claim: int) -> bool:
        if self._text is None or self._shown is None or self._shown.comparison.claims[claim].right:
            return False
        return not any(caret.number in self._opened for caret in self._text.carets_of(claim))

    def show_claim(self, side: Side, claim: int) -> None:
        row, room = self.row_of_claim(side, claim), self.view.viewport().rect()
        inside = QRect(self.view.viewport().mapTo(self, room.topLeft()), room.size()).adjusted(0, 1, 0, -1)
        boxes = self.boxes_of(side, claim)
        if row is not None and not (boxes and all(inside.contains(box) for box in boxes)):
            claims = self._shown.comparison.claims if self._shown else ()
            self.view.reveal(row, Side.RIGHT, claims[claim].right if claims else (), LEVEL, eased=True)

    def boxes_of(self, side: Side, claim: int) -> list[QRect]:
        number, shown = self.row_of_claim(side, claim), self._shown
        if number is None or shown is None or self._text is None:
            return []
        box = QRect()
        for span in shown.comparison.claims[claim].right:
            for rect in self.view.rects_in(number, Side.RIGHT, span):
                box = box.united(rect.toAlignedRect() & self.view.viewport().rect())
        for caret in () if shown.comparison.claims[claim].right else self._text.carets_of(claim):
            whole = self._page.box_of_caret(number, caret).toAlignedRect()
            box = box.united(whole & self.view.viewport().rect())
        return [] if box.isEmpty() else [QRect(self.view.viewport().mapTo(self, box.topLeft()), box.size())]

    def standing(self) -> tuple[Side, int] | None:
        """Of the paragraph that has the keys what differs first, else what is told first."""
        number = self.view.currentIndex().row()
        if self._text is None or self._shown is None or not 0 <= number < len(self._text.items):
            return None
        span, differing = self._text.items[number].span, kinds_in_rows(self._shown)
        claims = enumerate(self._shown.comparison.claims)
        told = [n for n, claim in claims if any(span.overlap(each) for each in claim.right)]
        found = next((claim for claim in told if claim in differing), None)
        dropped = next((claim for caret in self._text.carets[number] for claim in caret.claims), None)
        if found is not None or (told and dropped is None):
            return Side.RIGHT, told[0] if found is None else found
        return None if dropped is None else (Side.LEFT, dropped)

    # Pointer and keys

    def claim_at(self, spot: Spot) -> int | None:
        if self._shown is None or self._text is None:
            return None
        if spot.own is not None and spot.own >= 0:
            claim = None if spot.other is None else self._shown.claim_at(Side.LEFT, spot.other)
            return self._text.caret(spot.own).claims[0] if claim is None else claim
        return None if spot.offset is None else self._shown.claim_at(Side.RIGHT, spot.offset)

    def side_at(self, spot: Spot, claim: int) -> Side | None:
        """Words inside a sentence that both tell are pointed at where that stands: on the right."""
        return Side.RIGHT if self._shown and self._shown.comparison.claims[claim].right else Side.LEFT

    def _use(self, spot: Spot) -> None:
        if self._text is None or self._shown is None:
            return
        if self._text.items[spot.row].folded:
            if self.view.opens(spot):
                self._open(self._opened ^ {fold_number(spot.row)})
        elif spot.own is not None and spot.own >= 0:
            self._toggle(frozenset({spot.own}))
        elif spot.offset is not None:
            self._state.set_current(self._shown.change_at(Side.RIGHT, spot.offset))

    def _enter(self, row: int) -> None:
        """By Enter opens what was taken out by the change one stands on, else all there is in the paragraph."""
        if self._text is None:
            return
        if self._text.items[row].folded:
            self._open(self._opened ^ {fold_number(row)})
            return
        here, change = self._text.carets[row], self._state.change
        own = [caret for caret in here if change is not None and _stands_for(caret, change)]
        if here:
            self._toggle(frozenset(caret.number for caret in own or here))

    def _toggle(self, carets: frozenset[int]) -> None:
        """Open these, or close them if they are open."""
        if self._in_passing in carets:
            self._in_passing = None
        self._open(self._opened - carets if carets <= self._opened else self._opened | carets)

    def _show_hovered(self, claim: int | None) -> None:
        """While one reads, only what differs lights up."""
        differs = self._shown is not None and claim in self._shown.kinds_by_claim
        super()._show_hovered(claim if differs else None)


def _stands_for(caret: Caret, change: Change) -> bool:
    return change.claim in caret.claims and any(caret.text.ranges_of(span) for span in change.left)
