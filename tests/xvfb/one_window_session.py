"""A second start on a real screen: the window comes before another program's, and back from the task bar, with the
files that were named.

python tests/xvfb/one_window_session.py [--dark] [--size 1280x800] [--shots FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from session import Session, main

from variorum.gui.dialogs.about import AboutDialog
from variorum.gui.navigator import Comparing, Reading

OTHER = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
window = QLabel("Another program's window, before all others")
window.showMaximized()
application.exec()
"""
TEXT = "Ferry {}\n\nThe harbor ferry {} on Monday, the operator said.\n"


class OneWindowSession(Session):
    """The steps, in order."""

    def run(self) -> None:
        self.files = [Path.home() / f"ferry-{word}.txt" for word in ("stops", "sails")]
        for file in self.files:
            file.write_text(TEXT.format(*[file.stem.removeprefix("ferry-")] * 2), encoding="utf-8")
        for step in (self.start, self.from_behind, self.from_the_task_bar, self.with_a_dialog, self.at_the_same_time):
            step()

    def from_behind(self) -> None:
        """Another program's window lies over this one; two files are named."""
        other = subprocess.Popen([sys.executable, "-c", OTHER])
        try:
            self.hand.until(lambda: not self.window.isActiveWindow(), "the other window is before this one")
            self.hand.rest(0.5)
            self.hand.shoot("1-behind")
            self._second(*self.files)
            self.hand.until(self.window.isActiveWindow, "the window has come forward")
            self.hand.until(lambda: isinstance(self.window.navigator.here, Comparing), "the two are compared")
            self.compared()
            self.hand.shoot("2-before")
        finally:
            other.kill()
            other.wait()

    def from_the_task_bar(self) -> None:
        """It is minimized; one file is named, which is read."""
        self.window.showMinimized()
        self.hand.until(lambda: not self.window.isActiveWindow(), "the window is minimized")
        self._second(self.files[0])
        self.hand.until(lambda: self.window.isActiveWindow() and not self.window.isMinimized(), "it is back")
        self.hand.until(lambda: isinstance(self.window.navigator.here, Reading), "the file is read")
        assert self.window.isMaximized(), "as large as it was"
        self.hand.shoot("3-back")

    def with_a_dialog(self) -> None:
        """A dialog waits for an answer: it keeps the keys."""
        self.window.actions_by_id["about"].trigger()
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), AboutDialog), "the dialog is there")
        self._second()
        self.hand.rest(0.3)
        assert isinstance(QApplication.activeWindow(), AboutDialog)
        self.hand.key("Escape")
        self.hand.until(self.window.isActiveWindow, "the dialog is gone")

    def at_the_same_time(self) -> None:
        """Five at once, with nothing to open."""
        started = [self._start() for _ in range(5)]
        self.hand.until(lambda: all(one.poll() is not None for one in started), "all have handed over")
        assert [one.returncode for one in started] == [0] * 5
        windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert windows == [self.window]

    def _start(self, *files: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "variorum", *map(str, files)])

    def _second(self, *files: Path) -> None:
        began = time.monotonic()
        started = self._start(*files)
        self.hand.until(lambda: started.poll() is not None, "the second start has ended")
        print(f"handed over in {time.monotonic() - began:.2f} s")
        assert started.returncode == 0


if __name__ == "__main__":
    sys.exit(main(__file__, OneWindowSession))
