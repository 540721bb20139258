"""An editor's session in the real window, by real key and mouse events, step by step, with a screenshot of each.

Starts on an empty home: search, read the first hit, compare two versions, walk through the changes, filter to
quotations, swap. Run by `tests/xvfb/test_editor_session.py`; by hand, on a virtual screen of its own:

python tests/xvfb/editor_session.py [--dark] [--size 1280x800] [--shots docs/screenshots/light]
"""

from __future__ import annotations

import sys

from session import Session, main, only

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.chips import ChipBar


class EditorSession(Session):
    """The steps, in order. Each leaves the window as the next one needs it."""

    def run(self) -> None:
        """All steps."""
        for step in (self.start, self.search, self.read, self.hold, self.walk, self.filter, self.swap):
            step()

    def search(self) -> None:
        """Ctrl+K, and type."""
        self.hand.key("ctrl+k")
        self.hand.type("5% GDP")
        self.answered("5% GDP")
        self.hand.until(lambda: self.results.list.model().rowCount() >= 4, "articles with 5% of GDP are found")
        self.hand.shoot("2-search")

    def read(self) -> None:
        """Enter opens the best article at its first hit, F3 goes on."""
        self.hand.key("Return")
        self.hand.until(lambda: "hit" in self._hit_count(), "the article is open at a hit")
        self.hand.key("F3")
        self.hand.shoot("3-read")

    def walk(self) -> None:
        """F8 through the changes, back with Shift+F8."""
        seen = set()
        for number in range(6):
            seen.add(self.step("F8"))
            if number == 2:
                self.hand.shoot("5-change")
        assert len(seen) == 6, f"six changes were passed, not {sorted(seen)}"
        assert self.step("shift+F8") in seen

    def filter(self) -> None:
        """Clicks on the chips leave only quotations to step through."""
        chips = only(self.window, ChipBar).chips
        for kind, chip in chips.items():
            if kind is not ChangeKind.QUOTE:
                self.hand.click(chip)
        self.hand.key("F8")
        self.hand.until(lambda: self._position().startswith("change 1 of "), "the first quotation is gone to")
        self.hand.shoot("6-quotations")
        for kind, chip in chips.items():
            if kind is not ChangeKind.QUOTE:
                self.hand.click(chip)

    def swap(self) -> None:
        """Ctrl+Shift+X turns the sides round: what was added is dropped."""
        before = self.compare.comparison()
        assert before is not None
        self.hand.key("ctrl+shift+x")
        self.hand.until(lambda: self.compare.comparison() is not before, "the sides are swapped")
        after = self.compare.comparison()
        assert after is not None
        assert (after.counts.added, after.counts.dropped) == (before.counts.dropped, before.counts.added)
        self.hand.shoot("7-swapped")


if __name__ == "__main__":
    sys.exit(main(__file__, EditorSession))
