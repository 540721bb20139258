"""Programs as real processes without a screen, all of one user whose files are in a folder of the test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

CODE = """
import os, sys, time
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication
from variorum.gui import starting

starting.QUIET, starting.LONG = 1.0, 2.0
application = QApplication([])
told = set()

def tell(line):
    if line not in told:
        told.add(line)
        print(line, flush=True)

def look():
    said = next((w for w in application.allWidgets() if type(w).__name__ == "Toast" and w.isVisible()), None)
    if said is not None:
        tell(f"said {said.text()}")
    # Windows by name: a program that hands over its files loads none of them.
    for widget in application.topLevelWidgets():
        if type(widget).__name__ == "MainWindow":
            tell("open")
            for row in widget._services.library.held():
                tell(f"held {row.headline}")
            for row in widget._services.library.articles():
                tell(f"kept {row.headline}")
            here = widget.navigator.here
            if here is not None and widget.windowTitle() != "Variorum":
                tell(f"{type(here).__name__} {widget.windowTitle()}")
        elif type(widget).__name__ == "CrashDialog" and widget.isVisible():
            tell("CrashDialog " + widget.report.toPlainText().replace("\\n", " / "))
        elif type(widget).__name__ in ("WaitingDialog", "TroubleDialog") and widget.isVisible():
            if not any(line.startswith("shown ") for line in told):
                tell(f"shown {time.time() - float(os.environ['BEGAN']):.2f}")
            label = widget.text if type(widget).__name__ == "WaitingDialog" else widget.sentence
            tell(f"{type(widget).__name__} {widget.heading.text()} | {label.text()}".replace("\\n", " "))

broken = []

def break_something():
    windows = [w for w in application.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    if windows and windows[0].windowTitle() != "Variorum" and not broken:
        broken.append(True)
        exec(os.environ["BROKEN"], {"window": windows[0], "QTimer": QTimer})
    dialogs = [w for w in application.topLevelWidgets() if type(w).__name__ == "CrashDialog" and w.isVisible()]
    if dialogs and "IndexError" in dialogs[0].report.toPlainText():
        tell(f"two {len(dialogs)} {dialogs[0].heading.text()}")

def leave(*_):
    ends.setEnabled(False)
    for widget in application.topLevelWidgets():
        widget.close()

timer = QTimer(interval=20)
timer.timeout.connect(look)
if os.environ["BROKEN"]:
    timer.timeout.connect(break_something)
exec(os.environ["EARLY"])
timer.start()
ends = QSocketNotifier(0, QSocketNotifier.Type.Read)
ends.activated.connect(leave)

from variorum.__main__ import open_window
from variorum.cli.main import run
sys.exit(run(sys.argv[1:], open_window))
"""
"""The program as it always starts. It prints what its window shows, and closes that when its standard input ends."""

PATIENCE = float(os.environ.get("PATIENCE", "60"))


class Program:
    """A program that was started."""

    def __init__(self, process: subprocess.Popen[str], out: Path, err: Path) -> None:
        self.process, self._out, self._err = process, out, err

    def lines(self) -> list[str]:
        """What it has said by now."""
        return self._out.read_text(encoding="utf-8").splitlines()

    def errors(self) -> str:
        """What it complained of. (A window without a screen can't be raised, of which Qt complains.)"""
        lines = self._err.read_text(encoding="utf-8").splitlines()
        return "\n".join(line for line in lines if not line.startswith("This plugin does not support"))

    def until(self, beginning: str) -> str:
        """Wait for a line that begins so."""
        return wait(
            lambda: next((line for line in self.lines() if line.startswith(beginning)), ""),
            lambda: (
                f"no line {beginning}, ended: {self.process.poll()}, {self.lines()} {self.errors()} {self._crashes()}"
            ),
        )

    def _crashes(self) -> str:
        """Where it died below Python, if it did."""
        return "\n".join(file.read_text(errors="replace") for file in self._out.parent.rglob("crashes.log"))

    def close(self) -> int:
        """Close its window; returns its exit status."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE)


def wait(holds: Callable[[], str], why: Callable[[], str]) -> str:
    """Until it holds; returns what it says."""
    began = time.monotonic()
    while not (found := holds()):
        assert time.monotonic() - began < PATIENCE, why()
        time.sleep(0.02)
    return found


class Desk:
    """One user's machine: a home, a library, and programs on it."""

    def __init__(self, home: Path, runtime: Path) -> None:
        self.home, self.runtime = home, runtime
        self.library = home / "library"
        self.broken = ""
        """Python that breaks something once the window shows an article."""
        self.early = ""
        """The same before there is a window."""
        self.before: list[str] = []
        """What the command that starts a program begins with."""
        self._programs: list[Program] = []
        self.environment = {
            **os.environ,
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")},
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[1] / "desktop"),
        }

    def article(self, name: str, headline: str) -> Path:
        """A file with an article."""
        file = self.home / name
        file.write_text(f"{headline}\n\nThe {headline.lower()} was seen on Monday, the city said.\n", encoding="utf-8")
        return file

    def start(
        self, *arguments: str | Path, library: Path | None = None, cwd: Path | None = None, own: bool = False
    ) -> Program:
        """Start the program with these arguments, on the desk's library, another one, or the user's `own`."""
        number = len(self._programs)
        out, err = self.home / f"out{number}", self.home / f"err{number}"
        place = [] if own else ["--library", str(library or self.library)]
        with out.open("w") as said, err.open("w") as complained:
            process = subprocess.Popen(
                [*self.before, sys.executable, "-c", CODE, *place, *map(str, arguments)],
                env={**self.environment, "BEGAN": str(time.time()), "BROKEN": self.broken, "EARLY": self.early},
                cwd=cwd or self.home,
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=complained,
                text=True,
            )
        self._programs.append(Program(process, out, err))
        return self._programs[-1]

    def end(self) -> None:
        """Whatever still runs is killed."""
        for program in self._programs:
            program.process.kill()
            program.process.wait()
            if program.process.stdin is not None:
                program.process.stdin.close()
