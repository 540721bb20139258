"""Takes every picture of the user guide anew, from the real window with real keys, light and dark, always the same.

python tests/xvfb/guide_session.py [FOLDER]        into docs/guide/pictures, unless another folder is named

Needs pngquant beside what all sessions need. Run it after every change that can be seen.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hand import Hand
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from session import Session, main, only

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.marking import is_doubtful
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.link_bar import LinkBar
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.rail import Rail

PICTURES = Path(__file__).parents[2] / "docs" / "guide" / "pictures"
SIZE = "1060x720"
NOTE = "Ask the desk: who said this?"


class Photographer(Hand):
    """Keeps a part of the window, not the whole screen."""

    def frame(self, name: str, part: QWidget, *, above: int = 0, height: int = 0) -> None:
        """Keep a part of the window as NAME.png, from `above` pixels over it, so many pixels high."""
        if self._shots is None:
            return
        self.shoot(name)
        box = QRect(part.mapToGlobal(QPoint(0, -above)), part.size())
        box.setHeight(height or part.height() + above)
        box &= self._window.screen().geometry()
        file = self._shots / f"{name}.png"
        crop = f"{box.width()}x{box.height()}+{box.x()}+{box.y()}"
        subprocess.run(["convert", str(file), "-crop", crop, "+repage", str(file)], check=True)
        shrink = ["pngquant", "--force", "--strip", "--speed", "1", "--output", str(file), "96", str(file)]
        subprocess.run(shrink, check=True)


class GuideSession(Session):
    """From the first start to an export."""

    hands = Photographer
    hand: Photographer

    def start(self) -> None:
        """As in every session, without its picture; a cursor that blinks would look different each time."""
        QApplication.setCursorFlashTime(0)
        shots, self.hand._shots = self.hand._shots, None
        super().start()
        self.hand._shots = shots

    def run(self) -> None:
        steps = (self.start, self.help, self.first, self.search, self.read, self.compare_two, self.walk, self.ask)
        for step in (*steps, self.doubt, self.link, self.modes, self.others, self.looks):
            step()

    def help(self) -> None:
        """F1 opens the guide at the chapter for where one is; it is searched by keys, and Esc closes it."""
        self.reader.view.setFocus()
        self.hand.key("F1")
        self.hand.until(
            lambda: self.window.help.guide is not None and self.window.help.guide.isActiveWindow(), "it opens"
        )
        guide = self.window.help.guide
        assert guide is not None
        assert guide.chapter() == "reading"
        self.hand.key("ctrl+f")
        self.hand.type("siglum")
        self.hand.until(lambda: guide.chapter() == "library", "what is sought is gone to")
        self.hand.key("Escape", "alt+Left")
        self.hand.until(lambda: guide.chapter() == "reading", "one goes back")
        self.hand.key("Escape")
        self.hand.until(lambda: not guide.isVisible() and self.window.isActiveWindow(), "it is closed")
        self.hand.key("ctrl+k")

    def first(self) -> None:
        """The window as it opens, and its sidebar with all articles."""
        self.hand.frame("window", self.window)
        self.hand.click(self.sidebar.articles.heading)
        self._park()
        self.hand.frame("sidebar", self.sidebar)
        self.hand.click(self.sidebar.articles.heading)

    def search(self) -> None:
        """A query, its results, and an article at a hit."""
        self.hand.key("ctrl+k")
        self.hand.type("5% GDP")
        self.answered("5% GDP")
        self.hand.key("Return")
        self.hand.until(lambda: "hit" in self._hit_count(), "the article is open at a hit")
        self.hand.key("F3")
        self._park()
        took = next(label for label in self.results.findChildren(QLabel) if label.text().endswith(" ms"))
        took.setText(took.text().rpartition(" · ")[0])  # it never takes equally long
        self.hand.frame("search", self.window)

    def read(self) -> None:
        """An article with its hits, without the list."""
        self.hand.key("F9")
        self.results.hide()
        self._park()
        self.hand.frame("read", self.reader, height=480)
        self.results.show()
        self.hand.key("F9")

    def compare_two(self) -> None:
        """Two versions at what needs a look."""
        shots, self.hand._shots = self.hand._shots, None
        self.hold()
        self.hand._shots = shots
        self.hand.key("F9")  # leaves room for the list of changes
        self.hand.key("F8", "F8", "F8")
        self._park()
        self.hand.frame("compare", self.window)
        self.hand.frame("chips", only(self.window, ChipBar))

    def walk(self) -> None:
        """A change reviewed, another one noted."""
        rail = only(self.window, Rail)
        self._stand_on(next(n for n in self.presented().order if not self._is(n, ChangeKind.QUOTE)))
        self.hand.key("space")
        self.hand.until(lambda: self.count().startswith("1 of "), "a change is reviewed")
        self._stand_on(next(n for n in self.presented().order if self._is(n, ChangeKind.QUOTE)))
        self.hand.key("n")
        self.hand.until(lambda: rail.writes, "the note can be written")
        self.hand.type(NOTE)
        self.hand.key("Return")
        self.hand.until(lambda: self.notes() == [NOTE], "the note is kept")
        self._park()
        self.hand.frame("rail", rail, height=470)

    def ask(self) -> None:
        """What comes closest to an added passage, and who else tells it."""
        self._stand_on(next(n for n in self.presented().order if self._is(n, ChangeKind.ADDED)))
        self.hand.key("i")
        card = only(self.window, LensCard)
        self.hand.until(card.isVisible, "the lens is there")
        self.hand.until(lambda: len(card.others()) == 3, "it tells of the other versions")
        self.hand.frame("lens", only(self.window, Modes))
        self.hand.key("Escape")

    def doubt(self) -> None:
        """A doubtful link, and why."""
        card = only(self.window, LensCard)
        while not card.isVisible():  # beside some passages there is no room for it
            self.hand.key("d")
            self.hand.until(lambda: is_doubtful(self.claim()), "a doubtful link is gone to")
            self._still()
            self.hand.key("w")
            self.hand.rest(0.6)
        self.hand.frame("why", only(self.window, Modes))
        self.hand.key("Escape")

    def link(self) -> None:
        """A link begun."""
        shown = self.presented()
        dropped = (n for n in shown.order if self._is(n, ChangeKind.DROPPED))
        self._stand_on(next(n for n in dropped if shown.nearest(shown.changes[n])))
        self.hand.key("l")
        self.hand.until(only(self.window, LinkBar).isVisible, "the counterpart can be chosen")
        self._still()
        self.hand.frame("linking", only(self.window, Modes))
        self.hand.key("Escape")

    def modes(self) -> None:
        """The table, and the clean text."""
        for key, name in (("ctrl+5", "aligned"), ("ctrl+7", "clean")):
            self.hand.key(key)
            self.hand.key("F8", "F8")
            self._park()
            self.hand.frame(name, self.compare, height=520)
        self.hand.key("ctrl+4")

    def others(self) -> None:
        """Dialogs: any article, the forms of an export; a menu: the options."""
        self.hand.key("ctrl+shift+d")
        self._frame_popup("picker")
        self.hand.key("Escape")
        self.hand.key("ctrl+e")
        self._frame_dialog("export")
        self.hand.key("alt+v", "o")
        self._frame_popup("options")
        self.hand.key("Escape", "Escape", "Escape")

    def looks(self) -> None:
        """The dark theme, in the light pictures."""
        if not self.window._services.theme.theme.dark:
            self.hand.key("alt+v", "t", "d")  # D is a command as well
            self.hand.until(lambda: self.window._services.theme.theme.dark, "the theme is dark")
            self._park()
            self.hand.frame("dark", self.window)

    def _frame_popup(self, name: str) -> None:
        self.hand.until(QApplication.activePopupWidget, "it is there")
        self._park()
        shown = QApplication.activePopupWidget()
        assert shown is not None
        self.hand.frame(name, shown)

    def _frame_dialog(self, name: str) -> None:
        def dialog() -> QWidget | None:
            found = QApplication.activeModalWidget()
            return found if isinstance(found, QDialog) and found.isVisible() else None

        self.hand.until(dialog, "the dialog is there")
        self._park()
        shown = dialog()
        assert shown is not None
        self.hand.frame(name, shown)
        self.hand.key("Escape")
        self.hand.until(lambda: not dialog(), "the dialog is gone")

    def _stand_on(self, change: int) -> None:
        self.compare._state.set_current(change)
        only(self.window, Rail).list.setFocus()
        self._still()

    def _is(self, change: int, kind: ChangeKind) -> bool:
        return kind in self.presented().changes[change].kinds

    def _still(self) -> None:
        """Wait until neither text glides."""
        for view in self.compare._texts.panes.values():
            self.hand.steady(view.viewport())

    def _park(self) -> None:
        """The pointer out of the way: what it is over looks otherwise."""
        self.hand._xdotool("mousemove", "1", "1")
        self.hand.rest(1.0)


def take(folder: Path) -> int:
    """All pictures, light ones into `folder` and dark ones beside them; the exit status tells whether all came out."""
    failed = 0
    for look, target in ([], folder), (["--dark"], folder / "dark"):
        command = [sys.executable, __file__, "--size", SIZE, "--shots", str(target.resolve()), *look]
        failed |= subprocess.run(command, check=False).returncode
    return failed


if __name__ == "__main__":
    if any(argument.startswith("--") for argument in sys.argv):
        sys.exit(main(__file__, GuideSession))
    sys.exit(take(Path(sys.argv[1]) if sys.argv[1:] else PICTURES))
