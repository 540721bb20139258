"""What one asks a comparison, in the real window, by real keys and mouse through the X server, with screenshots.

The lens under the pointer and by key, why passages are linked, doubtful links, the menu of a passage, finding words in
both versions, and words of a search that stay marked. Run by `tests/xvfb/test_editor_session.py`; by hand as
`editor_session.py` is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from session import Session, main, only

from variorum.core.collate.model import Claim, ClaimKind
from variorum.gui.compare.context_menu import PassageMenu
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.lens import LEAVE_MS
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.presentation import Side
from variorum.gui.widgets.status_line import StatusLine


class Inquiring(Session):
    """The steps, in order. Each leaves the window as the next one needs it."""

    def run(self) -> None:
        steps = (self.start, self.hold, self.point, self.edge, self.linked, self.by_key, self.doubt, self.menu)
        for step in (*steps, self.find, self.everywhere, self.searched):
            step()

    def point(self) -> None:
        """The pointer on an added passage: what comes closest, and who else tells it; the focus stays."""
        self.card = only(self.window, LensCard)
        focus = QApplication.focusWidget()
        self.point_at(Side.RIGHT, _of(ClaimKind.ADDED))
        self.hand.until(self.card.isVisible, "the lens is there")
        self.hand.until(lambda: len(self.card.others()) == 3, "it tells of the other three versions")
        assert QApplication.focusWidget() is focus, "the lens took the focus"
        assert "Closest in D" in self.card.accessibleName(), self.card.accessibleName()
        self._lies_well()
        self.hand.shoot("inquiry-1-added")
        self.hand.point(self.card)
        self.hand.rest((LEAVE_MS + 100) / 1000)  # it would be gone by then
        assert self.card.isVisible(), "one can go to the lens"
        self.hand.point(self.sidebar)
        self.hand.until(lambda: not self.card.isVisible(), "it goes with the pointer")

    def edge(self) -> None:
        """On the last passage that is seen the lens lies above."""
        self.hand.wheel(self.compare._texts.panes[Side.LEFT].viewport(), 12)
        self.point_at(Side.LEFT, _of(ClaimKind.DROPPED), last=True)
        self.hand.until(self.card.isVisible, "the lens is there")
        self.hand.until(lambda: len(self.card.others()) == 3, "it tells of the other three versions")
        self._lies_well()
        self.hand.shoot("inquiry-2-edge")

    def linked(self) -> None:
        """On a linked passage the counterpart; a click says why."""
        self.point_at(Side.LEFT, _of(ClaimKind.REWORDED))
        self.hand.until(lambda: self.card.isVisible() and self.card._why.isVisible(), "the counterpart is there")
        self._lies_well()
        self.hand.click(self.card._why)
        self.hand.until(lambda: "Names" in self.card.accessibleName(), "what is shared is told")
        self._lies_well()
        self.hand.shoot("inquiry-3-why")
        self.hand.point(self.sidebar)
        self.hand.until(lambda: not self.card.isVisible(), "it goes with the pointer")

    def by_key(self) -> None:
        """F8, I and W, without a mouse; Esc takes the lens away and leaves the change."""
        self.compare._texts.panes[Side.RIGHT].setFocus()
        self.hand.key("F8", "F8", "F8", "i")
        self.hand.until(self.card.isVisible, "the lens is there")
        self.hand.key("Escape")
        self.hand.until(lambda: not self.card.isVisible(), "Esc takes it away")
        while not self.claim().linked:
            self.step("F8")
        place = self._position()
        self.hand.key("w")
        self.hand.until(lambda: self.card._summary.isVisible(), "W says why")
        self.hand.shoot("inquiry-4-by-key")
        self.hand.key("Escape")
        self.hand.until(lambda: not self.card.isVisible(), "Esc takes it away")
        assert self._position() == place, "the first Escape is the lens's"

    def doubt(self) -> None:
        """D and Shift+D go through the doubtful links, and so does a click on their number."""
        status = only(self.window, StatusLine)
        assert status.offer().isVisible()
        self.hand.key("d", "d")
        self.hand.until(lambda: status.facts().startswith("Doubtful link"), "the status says which")
        here = self.compare._state.claim
        self.hand.shoot("inquiry-5-doubtful")
        self.hand.click(status.offer())
        self.hand.until(lambda: self.compare._state.claim != here, "a click goes on")
        self.hand.key("shift+d")
        self.hand.until(lambda: self.compare._state.claim == here, "Shift+D goes back")

    def menu(self) -> None:
        """A right click on a passage, and a choice by key."""
        menu = self.compare._texts.findChild(PassageMenu)
        assert menu
        _, spot = self.point_at(Side.LEFT, _of(ClaimKind.REWORDED))
        self.hand.click(self.compare._texts.panes[Side.LEFT].viewport(), spot, button=3)
        self.hand.until(menu.menu.isVisible, "the menu is there")
        self.hand.shoot("inquiry-6-menu")
        self.hand.key("Down", "Return")
        self.hand.until(self.card.isVisible, "the counterpart is shown")
        self.hand.key("Escape")

    def find(self) -> None:
        """Ctrl+F, words, Enter, F3 and back; Esc gives the keys back."""
        pane = self.compare._texts.panes[Side.LEFT]
        pane.setFocus()
        self.hand.key("ctrl+f")
        bar = only(self.window, FindBar)
        self.hand.type("security")
        self.hand.until(lambda: " of " in bar.count(), "the first one from here is gone to")
        first, total = (int(number) for number in bar.count().split(" of "))
        self.hand.key("Return", "Return", "F3", "shift+Return", "shift+F3")
        self.hand.until(lambda: bar.count().startswith(f"{first % total + 1} of "), "one is gone on")
        self.hand.shoot("inquiry-7-find")
        for _ in range(total):
            self.hand.key("Return")
        self.hand.until(lambda: bar.count().startswith(f"{first % total + 1} of "), "they are gone around")
        self.hand.key("alt+w")
        self.hand.until(lambda: bar.whole.isChecked(), "whole words only")
        self.hand.key("alt+w", "ctrl+a")
        self.hand.type("no such words")
        self.hand.until(lambda: bar.count() == "Not found", "there are none")
        self.hand.shoot("inquiry-8-none")
        self.hand.key("Escape")
        self.hand.until(lambda: not bar.isVisible() and pane.hasFocus(), "the keys are given back")

    def everywhere(self) -> None:
        """The same words in every mode."""
        self.hand.key("ctrl+f", "ctrl+a")
        self.hand.type("Europe")
        bar = only(self.window, FindBar)
        for key, name in (("ctrl+5", "aligned"), ("ctrl+6", "changes"), ("ctrl+7", "clean"), ("ctrl+4", "side")):
            self.hand.key(key)
            self.hand.until(lambda: " of " in bar.count() or "found" in bar.count(), "they are counted")
            self.hand.key("F3")
            self.hand.shoot(f"inquiry-9-{name}")
        self.hand.key("Escape")

    def searched(self) -> None:
        """What the library was searched for stays marked in the comparison."""
        self.hand.key("ctrl+k")
        self.hand.type("surrender")
        self.answered("surrender")
        self.hand.key("Return")
        self.hand.until(lambda: "hit" in self._hit_count(), "the article is open at a hit")
        self.hand.key("ctrl+d")
        inquiry = self.compare.inquiry
        self.hand.until(lambda: inquiry.matches() > 0, "its words are marked in the comparison")
        self.hand.key("F3")
        status = only(self.window, StatusLine)
        self.hand.until(lambda: status.facts().startswith("1 of "), "F3 goes to the first of them")
        self.hand.shoot("inquiry-10-searched")

    def _lies_well(self) -> None:
        """The lens lies inside the texts and not on its passage."""
        self.hand.steady(self.card)
        place = self.compare.inquiry._lens._place  # type: ignore[union-attr]
        assert place is not None
        boxes: list[QRect] = self.compare._texts.boxes_of(place.side, place.claim)
        assert boxes
        assert not any(box.intersects(self.card.geometry()) for box in boxes), (boxes, self.card.geometry())
        assert self.compare._texts.rect().contains(self.card.geometry()), self.card.geometry()


def _of(kind: ClaimKind) -> Callable[[Claim], bool]:
    return lambda claim: claim.kind is kind


if __name__ == "__main__":
    sys.exit(main(__file__, Inquiring))
