"""What an editor does to a comparison by hand, in the real window, by real keys (and one click) through the X server.

Reviews changes, notes one, links two passages in three ways, undoes and does it again, unlinks, and finds the review
against a third version. Run by `tests/xvfb/test_editor_session.py`; by hand as `editor_session.py` is.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLineEdit
from session import Session, main, only

from variorum.core.collate.changes import ChangeKind
from variorum.core.text.model import Span
from variorum.gui.compare.link_bar import LinkBar
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rail import Rail
from variorum.gui.widgets.prose import ProseView

NOTE = "Ask the agency who said this"


class ByHand(Session):
    """The steps, in order. Each leaves the window as the next one needs it."""

    def run(self) -> None:
        for step in (self.start, self.hold, self.review, self.note, self.link, self.choose, self.click, self.unlink):
            step()
        self.third()

    def review(self) -> None:
        """Space in the rail, after F8 has gone to the first change: reviewed, and on to the next one."""
        self.rail = only(self.window, Rail)
        self.hand.key("F8")
        self.rail.list.setFocus()
        self.hand.key("space", "space")
        self.hand.until(lambda: self.count().startswith("2 of "), "two changes are reviewed")
        self.hand.key("ctrl+z")
        self.hand.until(lambda: self.count().startswith("1 of "), "one of them is open again")
        self.hand.key("ctrl+shift+z")
        self.hand.until(lambda: self.count().startswith("2 of "), "it is reviewed again")
        self.hand.shoot("1-reviewed")

    def note(self) -> None:
        """N, a line, Enter; then another one that Esc drops."""
        self.hand.key("n")
        self.hand.until(lambda: self.rail.list.findChild(QLineEdit), "the note can be written")
        self.hand.type(NOTE)
        self.hand.shoot("2-writing")
        self.hand.key("Return")
        self.hand.until(lambda: self.notes() == [NOTE], "the note is kept")
        self.hand.until(lambda: not self.rail.writes, "the field is gone")
        self.hand.key("n")
        self.hand.type("nonsense")
        self.hand.key("Escape")
        self.hand.until(lambda: not self.rail.writes, "the field is gone again")
        self.hand.until(lambda: self.notes() == [NOTE], "the first note is still there")
        self.hand.shoot("3-note")

    def link(self) -> None:
        """L twice on a dropped passage links it with the nearest one."""
        self._go_to_dropped()
        self.hand.key("l")
        self.hand.until(only(self.window, LinkBar).isVisible, "the counterpart can be chosen")
        self.hand.shoot("4-link")
        self.hand.key("l")
        self.hand.until(lambda: self.links() == 1, "the passages are linked")
        self.hand.shoot("5-linked")
        self.hand.key("ctrl+z")
        self.hand.until(lambda: self.links() == 0, "the link is undone")
        self.hand.key("ctrl+shift+z")
        self.hand.until(lambda: self.links() == 1, "the link is made again")

    def choose(self) -> None:
        """L, arrow keys, Enter; Esc before it gives the link up."""
        self._go_to_dropped()
        self.hand.key("l", "Down", "Escape")
        self.hand.until(lambda: not only(self.window, LinkBar).isVisible(), "nothing is to be chosen")
        self.hand.key("l", "Down", "Down")
        self.hand.shoot("6-choose")
        self.hand.key("Return")
        self.hand.until(lambda: self.links() == 2, "the chosen passage is linked")

    def click(self) -> None:
        """L, and a click on the passage of the other side."""
        self._go_to_dropped()
        self.hand.key("l")
        self.hand.steady(self.compare._texts.panes[Side.RIGHT])
        view, span = self._on_screen(Side.RIGHT)
        self.hand.click(view.viewport(), lambda: self.place_of(Side.RIGHT, span))
        self.hand.until(lambda: self.links() >= 3, "the clicked passage is linked")

    def unlink(self) -> None:
        """U takes the link one stands on away."""
        before = self.links()
        self.hand.key("u")
        self.hand.until(lambda: self.links() < before, "the link is undone")
        self.hand.shoot("7-unlinked")

    def third(self) -> None:
        """What only the right version tells and was reviewed is known again against a third version."""
        shown = self.presented()
        state = self.compare._state
        added = [n for n in shown.order if ChangeKind.ADDED in shown.changes[n].kinds]
        open_one = next(n for n in added if not state.review_of(n).reviewed)
        words = shown.changes[open_one].detail
        state.set_current(open_one)
        self.rail.list.setFocus()
        self.hand.key("space")
        self.hand.until(lambda: state.review_of(open_one).reviewed, "an added passage is reviewed")
        before = self.compare.comparison()
        self._click_version("B")
        self._click_version("E", modifier="ctrl")
        self.hand.key("ctrl+d")
        self.hand.until(lambda: self.compare.comparison() is not before, "the third version is compared")
        again = self.presented().changes
        same = [n for n, c in enumerate(again) if c.detail == words and ChangeKind.ADDED in c.kinds]
        assert all(state.review_of(number).reviewed for number in same), "a review was lost"
        self.hand.shoot("8-third")

    def _go_to_dropped(self) -> None:
        """Stand on a dropped passage that has a nearest one, as a click in the rail does."""
        shown = self.presented()
        dropped = (n for n in shown.order if ChangeKind.DROPPED in shown.changes[n].kinds)
        self.compare._state.set_current(next(n for n in dropped if shown.nearest(shown.changes[n])))
        self.rail.list.setFocus()

    def _on_screen(self, side: Side) -> tuple[ProseView, Span]:
        """A passage told on one side only that begins in the middle of the pane."""
        view = self.compare._texts.panes[side]
        claims = self.presented().comparison.claims
        passages = [span for claim in claims if not claim.linked for span in side.spans(claim)]
        return view, next(span for span in passages if view.shows(span))


if __name__ == "__main__":
    sys.exit(main(__file__, ByHand))
