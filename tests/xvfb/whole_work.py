"""The whole work of a comparison, from a search to the closing of the window, whoever's hands do it.

Here stands what is to come of each step; `keys_session.py` and `mouse_session.py` say how hands that have nothing else
than keys or a mouse take it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from deeds import Deeds
from PySide6.QtWidgets import QApplication, QFileDialog
from session import Found, only

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Claim, ClaimKind
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.header import VersionHeader
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.dialogs.export import ExportDialog
from variorum.gui.navigator import Comparing
from variorum.gui.widgets.toast import Toast

MODES = (Mode.ALIGNED, Mode.CHANGES, Mode.CLEAN, Mode.SIDE_BY_SIDE)


class WholeWork(Deeds):
    """The steps, in order. What is not here is done by the hands."""

    def run(self) -> None:
        steps = (
            *(self.start, self.search, self.compare_it, self.other_version, self.walk, self.review, self.filter),
            *(self.every_mode, self.lens, self.link, self.find, self.options, self.export, self.recent, self.swap),
        )
        for step in steps:
            step()
        self.close()
        self.hand.until(lambda: not self.window.isVisible(), "the window is closed")

    def search(self) -> None:
        """An article is found and read."""
        self.seek()
        self.hand.until(lambda: self.results.list.model().rowCount() >= 1, "articles are found")
        self.shoot("1-found")
        self.open_result()
        self.hand.until(lambda: "hit" in self._hit_count(), "the article is open at a hit")

    def compare_it(self) -> None:
        """It is compared with the next version."""
        self.hold_beside()
        self.compared()
        self.rested()

    def other_version(self) -> None:
        """Another version is chosen on the right."""
        before = self._pair()
        self.choose_version()
        self.hand.until(lambda: self._pair() != before, "the other version is compared")
        assert self._pair()[0] == before[0]
        self.rested()
        self.shoot("2-compared")

    def walk(self) -> None:
        """From change to change, and back."""
        seen = [self.go_on() for _ in range(4)]
        assert len(set(seen)) == 4, seen
        assert self.go_back() == seen[-2]

    def review(self) -> None:
        """Two changes are marked reviewed, one has a note."""
        self.mark_reviewed()
        self.hand.until(lambda: self.count().startswith("1 of "), "a change is reviewed")
        self.mark_reviewed()
        self.hand.until(lambda: self.count().startswith("2 of "), "two changes are reviewed")
        self.note()
        self.shoot("3-reviewed")

    def filter(self) -> None:
        """What was added is hidden."""
        self.toggle(ChangeKind.ADDED)
        self.hand.until(lambda: ChangeKind.ADDED not in self.compare.filtering.visible, "a kind is hidden")

    def every_mode(self) -> None:
        """All ways to show it; what is hidden is a fold that can be opened; then all kinds are shown again."""
        for mode in MODES:
            self.show_as(mode)
            self.hand.until(partial(self._shows, mode), f"the comparison is shown {mode}")
            if mode is Mode.CHANGES:
                self._open_a_fold()
            self.shoot(f"4-{mode}")
        self.show_all_kinds()
        self.hand.until(lambda: ChangeKind.ADDED in self.compare.filtering.visible, "all kinds are shown again")

    def _open_a_fold(self) -> None:
        shown = self._modes().shown
        assert isinstance(shown, RowsMode)
        view = shown.view
        self.hand.until(lambda: any(row.fold for row in view.rows), "what is hidden is folded")
        before = len(view.rows)
        self.open_fold(view, next(number for number, row in enumerate(view.rows) if row.fold))
        self.hand.until(lambda: len(view.rows) > before, "the fold is open")

    def lens(self) -> None:
        """The counterpart of a linked passage, and why it is one."""
        card = only(self.window, LensCard)
        self.show_counterpart()
        self.hand.until(card.isVisible, "the lens is there")
        self.ask_why(card)
        self.hand.until(card._summary.isVisible, "it is told why they are linked")
        self.shoot("5-why")
        self.leave_lens()
        self.hand.until(lambda: not card.isVisible(), "the lens is gone")

    def link(self) -> None:
        """A dropped passage is linked; that is undone, done again, and the link taken away."""
        begun = self.links()
        self.link_dropped()
        self.hand.until(lambda: self.links() > begun, "passages are linked")
        made = self.links()
        self.undo()
        self.hand.until(lambda: self.links() == begun, "the link is undone")
        self.redo()
        self.hand.until(lambda: self.links() == made, "the link is made again")
        self.shoot("6-linked")
        self.unlink()
        self.hand.until(lambda: self.links() < made, "the link is taken away")

    def find(self) -> None:
        """Words are found, one goes on to the next, and leaves."""
        bar = only(self.window, FindBar)
        self.look_for(bar)
        self.hand.until(lambda: " of " in bar.count(), "they are found")
        before = bar.count()
        self.find_next(bar)
        self.hand.until(lambda: " of " in bar.count() and bar.count() != before, "the next one is gone to")
        self.shoot("7-find")
        self.leave_bar(bar)
        self.hand.until(lambda: not bar.isVisible(), "the bar is gone")

    def options(self) -> None:
        """Whole sentences are marked, in other colors."""
        self.choose_sentences()
        self.hand.until(lambda: any(c.whole for c in self.presented().comparison.claims), "sentences are told whole")
        self.choose_red_and_green()
        self.hand.until(lambda: self.window._services.theme.theme.scheme == "red-green", "the colors are others")
        self.shoot("8-options")

    def export(self) -> None:
        """The comparison is saved as a Word document where the dialog proposes it."""
        self.ask_export()
        self.choose_form(self.dialog(ExportDialog))
        self.accept_place(self.dialog(QFileDialog))
        toast = only(self.window, Toast)
        self.hand.until(lambda: toast.isVisible() and toast.text().startswith("Saved as"), "it is saved")
        (file,) = Path.home().glob("*.docx")
        assert file.read_bytes().startswith(b"PK")
        self.shoot("9-saved")

    def recent(self) -> None:
        """The comparison of before is opened from the list."""
        now, page = self._pair(), self.window.frame.recent
        self.list_recent()
        self.hand.until(lambda: page.list.isVisible() and page.model.rowCount() >= 2, "the last ones are listed")
        self.shoot("10-recent")
        self.open_earlier()
        self.hand.until(lambda: self._pair() != now and self.window.frame.compares(), "an earlier one is open")
        self.rested()

    def swap(self) -> None:
        """The sides are turned round."""
        left, right = self._pair()
        counts = self.rested().counts
        self.swap_sides()
        self.hand.until(lambda: self._pair() == (right, left), "the sides are swapped")
        after = self.rested().counts
        assert (after.added, after.dropped) == (counts.dropped, counts.added)
        self.shoot("11-swapped")

    # Where things are

    def dialog(self, kind: type[Found]) -> Found:
        """The dialog of a kind, once it has the keys: one pressed before that goes elsewhere."""
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), kind), f"a {kind.__name__} is there")
        found = QApplication.activeWindow()
        assert isinstance(found, kind)
        return found

    def another(self) -> tuple[int, str]:
        """A version of the story that is compared neither left nor right: its place in the list, and its siglum."""
        choice = only(self.window, VersionHeader).buttons[Side.RIGHT]._choice
        assert choice is not None
        rows = enumerate(choice.versions)
        return next((number, row.siglum) for number, row in rows if row.id not in self._pair())

    def chips(self) -> ChipBar:
        """The row of kinds, with what stands at its end."""
        return only(self.window, ChipBar)

    def linkable(self, claim: Claim) -> bool:
        """Whether it is dropped, and something on the right comes close."""
        return claim.kind is ClaimKind.DROPPED and claim.nearest is not None

    def shoot(self, name: str) -> None:
        """Keep a screenshot."""
        self.hand.shoot(f"{type(self).__name__.lower()}-{name}")

    def _modes(self) -> Modes:
        return only(self.window, Modes)

    def _shows(self, mode: Mode) -> bool:
        return self._modes().mode is mode

    def _pair(self) -> tuple[int, int]:
        here = self.window.navigator.here
        assert isinstance(here, Comparing)
        return here.left, here.right
