"""Linking and unlinking by hand: what L and U mean where one stands, and choosing what a passage is linked to.

Knows the panes and the state. Says what is to be done; the window does it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from variorum.core.collate.hand import SpanPair
from variorum.core.collate.model import Claim
from variorum.core.text.model import Span
from variorum.gui.compare.acts import Act, Compared, linking
from variorum.gui.compare.keys_back import KeysBack
from variorum.gui.compare.marks import pending_marks
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.compare.state import CompareState, PendingLink
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

NOTHING_TO_LINK = tr("Go to a change or select words first: L links them with a passage of the other version.")
NOTHING_LINKED = tr("Nothing is linked here.")
CHOOSE = tr("Choose a passage first: click it, or go to it with ↑ ↓.")
LINKED_ALREADY = tr("These are linked by hand already.")


class Linking(QObject):
    """From a passage of one side to one of the other."""

    asked = Signal(object)
    """An `Act` to be done."""
    said = Signal(str)
    went_back = Signal(int)
    """The number of a claim at which something was taken back."""

    def __init__(
        self,
        theme: ThemeService,
        state: CompareState,
        texts: SideBySide,
        ended: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """`ended` is called each time a link was made, undone or taken back."""
        super().__init__(parent)
        self._theme, self._state, self._texts, self._ended = theme, state, texts, ended
        self._compared: Compared | None = None
        self._keys = KeysBack()
        for side, view in texts.panes.items():
            view.installEventFilter(self)
            view.pressed.connect(lambda offset, side=side: self._press(side, offset))
        state.pending_changed.connect(self._mark)
        theme.theme_changed.connect(self._mark)

    def follow(self, compared: Compared | None) -> None:
        """This is what is compared now."""
        self._compared = compared

    # Linking

    def can_link(self) -> bool:
        """Whether there is something to link, or a link is begun."""
        shown = self._state.presentation
        if shown is None or self._state.pending is not None:
            return shown is not None
        return self._begun_with(shown, *(self._texts.selection(side) for side in Side)) is not None

    @Slot()
    def link(self) -> None:
        """Link both selections; or begin with one passage and let the other be chosen; or link to the chosen one."""
        shown = self._state.presentation
        if shown is None:
            return
        selected = {side: self._texts.selection(side) for side in Side}
        left, right = selected[Side.LEFT], selected[Side.RIGHT]
        if self._state.pending is not None:
            self._finish()
        elif left and right:
            self._link((left,), (right,))
        else:
            begun = self._begun_with(shown, left, right)
            if begun is None:
                self.said.emit(NOTHING_TO_LINK)
            else:
                self._keys.remember()
                self._state.set_pending(begun)
                self._texts.panes[begun.side.other].setFocus(Qt.FocusReason.OtherFocusReason)
                for offered in begun.chosen[:1]:
                    self._texts.show_passage(begun.side.other, offered)

    def _begun_with(self, shown: Presentation, left: Span | None, right: Span | None) -> PendingLink | None:
        """What is to be linked, with the counterpart that offers itself: the one linked now, else the nearest."""
        if left or right:
            return PendingLink(Side.LEFT, (left,)) if left else PendingLink(Side.RIGHT, (right,)) if right else None
        if self._state.claim is None:
            return None
        claim = shown.comparison.claims[self._state.claim]
        side = next(side for side in (self._texts.active_side(), *Side) if side.spans(claim))
        offered = side.other.spans(claim) or (claim.nearest.spans if claim.nearest else ())
        return PendingLink(side, side.spans(claim), offered)

    def _finish(self) -> None:
        pending = self._state.pending
        assert pending is not None
        selected = self._texts.selection(pending.side.other)
        target = (selected,) if selected else pending.chosen
        if not target:
            self.said.emit(CHOOSE)
        elif pending.side is Side.LEFT:
            self._link(pending.spans, target)
        else:
            self._link(target, pending.spans)

    def _link(self, left: tuple[Span, ...], right: tuple[Span, ...]) -> None:
        shown = self._state.presentation
        self.cancel()
        if shown and any(
            claim.by_hand and (claim.left, claim.right) == (left, right) for claim in shown.comparison.claims
        ):
            self.said.emit(LINKED_ALREADY)
        else:
            self._act("link", tuple(product(left, right)), linked=True)

    @Slot()
    def cancel(self) -> None:
        """Choose nothing."""
        if self._state.pending is not None:
            self._state.set_pending(None)
            self._keys.give()
        self._keys.forget()

    # Unlinking

    @Slot()
    def unlink(self) -> None:
        """Undo the links of what is selected, or of where one stands."""
        shown = self._state.presentation
        if shown is None:
            return
        self.cancel()
        pairs = tuple(dict.fromkeys(self._linked_here(shown)))
        if pairs:
            self._act("unlink", pairs, linked=False)
        else:
            self.said.emit(NOTHING_LINKED)

    def _linked_here(self, shown: Presentation) -> list[SpanPair]:
        claims = [claim for claim in shown.comparison.claims if claim.linked]
        left, right = self._texts.selection(Side.LEFT), self._texts.selection(Side.RIGHT)
        if left or right:
            return [pair for claim in claims for pair in _pairs(claim, left, right)]
        here = None if self._state.claim is None else shown.comparison.claims[self._state.claim]
        return list(_pairs(here, None, None)) if here and here.linked else []

    def _act(self, text: str, pairs: tuple[SpanPair, ...], *, linked: bool) -> None:
        compared = self._compared
        if compared is not None:
            self._texts.clear_selections()
            operation, back = linking(compared, pairs, linked=linked), partial(self._go_back, compared, pairs[0])
            self.asked.emit(Act(text, compared.left, compared.right, operation, self._ended, back))

    def _go_back(self, compared: Compared, pair: SpanPair) -> None:
        """Go to passages whose link was taken back or made again, if their comparison is shown, either way round."""
        shown, turned = self._state.presentation, compared.turned(self._compared)
        if shown is None or turned is None:
            return
        side = Side.RIGHT if turned else Side.LEFT
        claim = shown.claim_at(side, pair[0].start)
        if claim is not None:
            self.went_back.emit(claim)

    # Choosing

    def _press(self, side: Side, offset: int) -> None:
        pending, shown = self._state.pending, self._state.presentation
        if pending is None or shown is None:
            return
        found = tuple(span for span in self._passages(shown, side) if span.start <= offset < span.end)
        if found and side is pending.side:
            self._state.set_pending(PendingLink(side, found))
        elif found:
            self._state.set_pending(PendingLink(pending.side, pending.spans, found))
            self._finish()

    def _step(self, forward: bool) -> None:
        """Choose the passage after or before the chosen one."""
        pending, shown = self._state.pending, self._state.presentation
        assert pending is not None
        side = pending.side.other
        passages = self._passages(shown, side) if shown else []
        if not passages:
            return
        if pending.chosen:
            here = pending.chosen[0].start
            beyond = [p for p in passages if (p.start > here if forward else p.start < here)]
            found = (beyond[0] if forward else beyond[-1]) if beyond else pending.chosen[0]
        else:
            top = self._texts.top_offset(side)
            found = next((p for p in passages if p.start >= top), passages[-1])
        self._state.set_pending(PendingLink(pending.side, pending.spans, (found,)))
        self._texts.show_passage(side, found)

    @staticmethod
    def _passages(shown: Presentation, side: Side) -> list[Span]:
        """What can be chosen on a side: its claims' passages in order."""
        return sorted(span for claim in shown.comparison.claims for span in side.spans(claim))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._state.pending is not None and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Up | Qt.Key.Key_Down:
                    self._step(event.key() == Qt.Key.Key_Down)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._finish()
                    return True
                case Qt.Key.Key_Escape:
                    self.cancel()
                    return True
        return super().eventFilter(watched, event)

    def _mark(self, _: object = None) -> None:
        pending = self._state.pending
        for side, view in self._texts.panes.items():
            view.set_marks("pending", pending_marks(pending, side, self._theme.theme) if pending else ())


def _pairs(claim: Claim, left: Span | None, right: Span | None) -> list[SpanPair]:
    """The pairs of a claim's passages that meet what is selected, if anything is."""
    return [
        (one, other)
        for one, other in product(claim.left, claim.right)
        if (left is None or one.overlap(left)) and (right is None or other.overlap(right))
    ]
