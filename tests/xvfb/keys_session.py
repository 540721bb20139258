"""The whole work of a comparison by keys alone: the pointer rests in a corner and is never moved.

Run by `tests/xvfb/test_editor_session.py`; by hand as `editor_session.py` is.
"""

from __future__ import annotations

import sys

from hands import KeysOnly
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from session import main, only
from whole_work import WholeWork

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.header import VersionHeader
from variorum.gui.compare.kinds import FACES
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.link_bar import LinkBar
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rail import Rail
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.dialogs.export import ExportDialog

NOTE = "Ask the agency who said this"
MODES = {Mode.SIDE_BY_SIDE: "ctrl+4", Mode.ALIGNED: "ctrl+5", Mode.CHANGES: "ctrl+6", Mode.CLEAN: "ctrl+7"}
_FAR = 60
"""So many times Tab may be pressed until something is reached."""


class Keys(WholeWork):
    """What each key does."""

    hand: KeysOnly
    hands = KeysOnly

    def seek(self) -> None:
        self.hand.key("ctrl+k")
        self.hand.type("5% GDP")

    def open_result(self) -> None:
        self.hand.key("Return")

    def hold_beside(self) -> None:
        self.hand.key("ctrl+d")

    def choose_version(self) -> None:
        button = only(self.window, VersionHeader).buttons[Side.RIGHT]
        self._tab_to(button)
        self.hand.in_menu(button.menu(), "space", *("Down",) * (1 + self.another()[0]), "Return")

    def go_on(self) -> str:
        return self.step("F8")

    def go_back(self) -> str:
        return self.step("shift+F8")

    def mark_reviewed(self) -> None:
        self._tab_to(only(self.window, Rail).list)
        self.hand.key("space")

    def note(self) -> None:
        rail = only(self.window, Rail)
        self.hand.key("n")
        self.hand.until(lambda: rail.list.findChild(QLineEdit), "the note can be written")
        self.hand.type(NOTE)
        self.hand.key("Return")
        self.hand.until(lambda: self.notes() == [NOTE] and not rail.writes, "the note is kept")

    def toggle(self, kind: ChangeKind) -> None:
        self.hand.key(f"alt+{1 + list(FACES).index(kind)}")

    def show_all_kinds(self) -> None:
        self.hand.key("alt+0")

    def show_as(self, mode: Mode) -> None:
        self.hand.key(MODES[mode])

    def open_fold(self, view: HandledRows, number: int) -> None:
        self._tab_to(view)
        self.hand.key("Home")
        while view.currentIndex().row() < number:
            self.hand.key("Down")
        self.hand.key("Return")

    def show_counterpart(self) -> None:
        self._tab_to(self.compare._texts.panes[Side.LEFT])
        self.go_on()
        while not self.claim().linked:
            self.go_on()
        self.hand.key("i")

    def ask_why(self, card: LensCard) -> None:
        self.hand.key("w")

    def leave_lens(self) -> None:
        self.hand.key("Escape")

    def link_dropped(self) -> None:
        while not self.linkable(self.claim()):
            self.go_on()
        self.hand.key("l")
        self.hand.until(only(self.window, LinkBar).isVisible, "the counterpart is proposed")
        self.hand.key("l")

    def unlink(self) -> None:
        self.hand.key("u")

    def undo(self) -> None:
        self.hand.key("ctrl+z")

    def redo(self) -> None:
        self.hand.key("ctrl+shift+z")

    def look_for(self, bar: FindBar) -> None:
        self.hand.key("ctrl+f")
        self.hand.until(bar.field.hasFocus, "one can type")
        self.hand.type("security")

    def find_next(self, bar: FindBar) -> None:
        self.hand.key("Return")

    def leave_bar(self, bar: FindBar) -> None:
        self.hand.key("Escape")

    def choose_sentences(self) -> None:
        self.hand.key("alt+v", "o", "s")

    def choose_red_and_green(self) -> None:
        self.hand.key("alt+v", "h", "r")

    def ask_export(self) -> None:
        self.hand.key("ctrl+e")

    def choose_form(self, dialog: ExportDialog) -> None:
        self.hand.until(dialog.forms.hasFocus, "a form can be chosen")
        for _ in range(_FAR):
            form = dialog.form()
            if form is not None and form.suffix == ".docx":
                break
            self.hand.key("Down")
        self.hand.key("Return")

    def accept_place(self, dialog: QFileDialog) -> None:
        self.hand.until(dialog.isActiveWindow, "the place can be accepted")
        self.hand.key("Return")

    def list_recent(self) -> None:
        self.hand.key("ctrl+h")

    def open_earlier(self) -> None:
        self.hand.until(self.window.frame.recent.list.hasFocus, "one can choose")
        self.hand.key("Down", "Return")

    def swap_sides(self) -> None:
        self.hand.key("ctrl+shift+x")

    def close(self) -> None:
        self.hand.key("ctrl+q")

    def _tab_to(self, widget: QWidget) -> None:
        """Go to a part of the window from wherever one is."""
        for _ in range(_FAR):
            if widget.hasFocus():
                return
            self.hand.key("Tab")
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}, it stops at {QApplication.focusWidget()}")


if __name__ == "__main__":
    sys.exit(main(__file__, Keys))
