"""An editor's session in the real window, by real key and mouse events, step by step, with a screenshot of each.

Starts on an empty home: search, read the first hit, compare two versions, walk through the changes, filter to
quotations, swap. Run by `tests/xvfb/test_editor_session.py`; by hand, on a virtual screen of its own:

python tests/xvfb/editor_session.py [--dark] [--size 1280x800] [--shots docs/screenshots/light]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TypeVar

from display import virtual_screen
from hand import Hand
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from variorum import places, settings
from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import SpeakerVerdict
from variorum.gui import app
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.wording import READING
from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.library.story_model import Role
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.widgets.status_line import StatusLine
from variorum.gui.window import MainWindow

Found = TypeVar("Found", bound=QWidget)


class Session:
    """The steps, in order. Each leaves the window as the next one needs it."""

    def __init__(self, window: MainWindow, hand: Hand) -> None:
        self.window, self.hand = window, hand
        self.sidebar = _only(window, Sidebar)
        self.results = _only(window, SearchPanel)
        self.reader = _only(window, ReaderPanel)
        self.compare = _only(window, ComparePanel)

    def run(self) -> None:
        """All steps."""
        for step in (self.start, self.search, self.read, self.hold, self.walk, self.filter, self.swap):
            step()

    def start(self) -> None:
        """The window opens on the seeds, the first of them ready to be read."""
        self.hand.until(lambda: self.reader.article_id() is not None, "an article is open")
        self.hand.until(lambda: self._versions() == ["A", "B", "C", "D", "E"], "the story's five versions are listed")
        self.hand.shoot("1-start")

    def search(self) -> None:
        """Ctrl+K, and type."""
        self.hand.key("ctrl+k")
        self.hand.type("5% GDP")
        self.hand.until(lambda: self.results.list.model().rowCount() >= 4, "articles with 5% of GDP are found")
        self.hand.shoot("2-search")

    def read(self) -> None:
        """Enter opens the best article at its first hit, F3 goes on."""
        self.hand.key("Return")
        self.hand.until(lambda: "hit" in self._hit_count(), "the article is open at a hit")
        self.hand.key("F3")
        self.hand.shoot("3-read")

    def hold(self) -> None:
        """Seeds 003 and 004 side by side: click one, Ctrl+click the other, Ctrl+D."""
        self.hand.key("ctrl+k", "Escape", "Escape")
        self._click_version("D")
        self._click_version("E", modifier="ctrl")
        self.hand.key("ctrl+d")
        self.hand.until(lambda: self.compare.comparison() is not None, "the comparison is there")
        facts = _only(self.window, StatusLine).facts
        self.hand.until(lambda: READING not in facts(), "the comparison rests on meaning", 60)
        comparison = self.compare.comparison()
        assert comparison is not None
        assert any(pair.speaker is SpeakerVerdict.DIFFERS for pair in comparison.quotes), "the speaker changed"
        self.hand.shoot("4-compare")

    def walk(self) -> None:
        """F8 through the changes, back with Shift+F8."""
        seen = set()
        for number in range(6):
            self.hand.key("F8")
            self.hand.rest(0.25)
            seen.add(self._position())
            if number == 2:
                self.hand.shoot("5-change")
        assert len(seen) == 6, f"six changes were passed, not {sorted(seen)}"
        self.hand.key("shift+F8")
        assert self._position() in seen

    def filter(self) -> None:
        """Clicks on the chips leave only quotations to step through."""
        chips = _only(self.window, ChipBar).chips
        for kind, chip in chips.items():
            if kind is not ChangeKind.QUOTE:
                self.hand.click(chip)
        self.hand.key("F8")
        self.hand.rest(0.4)
        assert self._position().startswith("change 1 of "), self._position()
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

    def _rows(self) -> list[Row]:
        model = self.sidebar.story_list.model()
        return [model.index(number, 0).data(Role.ROW) for number in range(model.rowCount())]

    def _versions(self) -> list[str]:
        return [row.badge for row in self._rows() if row.kind is RowKind.VERSION]

    def _click_version(self, siglum: str, modifier: str = "") -> None:
        rows = self.sidebar.story_list
        badges = [row.badge if row.kind is RowKind.VERSION else "" for row in self._rows()]
        place = rows.visualRect(rows.model().index(badges.index(siglum), 0)).center()
        self.hand.click(rows.viewport(), place, modifier=modifier)

    def _hit_count(self) -> str:
        return _label(self.reader, "hit ")

    def _position(self) -> str:
        return _label(_only(self.window, ChipBar), "change ")


def _only(window: MainWindow, kind: type[Found]) -> Found:
    found = window.findChildren(kind)
    assert len(found) == 1, f"{len(found)} widgets of kind {kind.__name__}"
    return found[0]


def _label(parent: QWidget, beginning: str) -> str:
    """The text that stands in a visible label and begins so; "" where there is none."""
    texts = (label.text() for label in parent.findChildren(QLabel) if label.isVisible())
    return next((text for text in texts if text.startswith(beginning)), "")


def _in_this_process(shots: Path | None, dark: bool, steps: type[Session]) -> int:
    """The program as it always starts, but with a hand that uses it; the exit status tells whether all went well."""
    failures: list[str] = []

    def use() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        window.showMaximized()
        hand = Hand(window, shots)
        try:
            steps(window, hand).run()
        except Exception:
            failures.append(traceback.format_exc())
            hand.shoot("failed")
        wait, turn = round(hand.longest_wait * 1000), round(hand.longest_turn * 1000)
        print(f"longest wait {wait} ms, longest turn of the event loop {turn} ms")
        window.close()

    if dark:
        settings.save(places.settings_file(), settings.Settings(theme_mode=settings.ThemeMode.DARK))
    QTimer.singleShot(0, use)
    status = app.run([], places.library_folder())
    print("\n".join(failures), file=sys.stderr)
    return status or len(failures)


def main(script: str, steps: type[Session]) -> int:
    """Run the session `steps` of `script` on a virtual screen, in a process and a home of its own."""
    options = argparse.ArgumentParser()
    options.add_argument("--shots", type=Path)
    options.add_argument("--dark", action="store_true")
    options.add_argument("--size", default="1280x800")
    options.add_argument("--here", action="store_true", help="on the display that is there")
    args = options.parse_args()
    if args.here:
        return _in_this_process(args.shots, args.dark, steps)
    width, height = map(int, args.size.split("x"))
    with tempfile.TemporaryDirectory() as home, virtual_screen(width, height) as environment:
        environment |= {"HOME": home} | {
            f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CACHE", "CONFIG", "STATE")
        }
        return subprocess.run(
            [sys.executable, script, "--here", *sys.argv[1:]], env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(__file__, Session))
