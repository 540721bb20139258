"""Process start to a usable window, against a bare PySide6 window, in turn on the same screen.

"Usable" is: painted, and a letter typed into the search field stands there. The bare window only has to be painted.

python tests/benchmarks/startup.py [--json] [--rounds N]        (without a screen: QT_QPA_PLATFORM=offscreen)
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import report

COMMON = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from PySide6.QtTest import QTest

class Watch(QObject):
    painted = False
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and not self.painted and isinstance(seen.window(), QMainWindow):
            self.painted = True
            QTimer.singleShot(0, lambda: finish(seen.window()))
        return False

def finish(window):
    use(window)
    seconds = (time.time_ns() - int(os.environ["BEGAN"])) / 1e9
    children = open(f"/proc/self/task/{os.getpid()}/children").read().split() if sys.platform == "linux" else []
    print(seconds, len(children), flush=True)
    QApplication.instance().quit()
"""
BARE = (
    COMMON
    + """
def use(window): pass
application = QApplication([])
watch = Watch()
application.installEventFilter(watch)
window = QMainWindow()
window.setCentralWidget(QLabel("A bare window"))
window.resize(1280, 800)
window.show()
application.exec()
"""
)
OURS = (
    COMMON
    + """
from pathlib import Path
from variorum.gui import starting
def use(window):
    field = window.search_box
    QTest.keyClicks(field, "x")
    assert field.text() == "x", field.text()
run = QApplication.exec
def run_watched(*arguments):
    watch = Watch(QApplication.instance())
    QApplication.instance().installEventFilter(watch)
    return run()
QApplication.exec = run_watched
starting.run([], Path(os.environ["LIBRARY"]))
"""
)


def main() -> None:
    """Start both by turns (default 7 rounds after one that is not counted) and print medians and their ratio."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--rounds", type=int, default=7)
    rounds = options.parse_args().rounds
    times: dict[str, list[float]] = {"a bare PySide6 window": [], "Variorum, usable": []}
    children = 0
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            for name, code in zip(times, (BARE, OURS), strict=True):
                seconds, started = start(code, Path(home))
                children = max(children, started)
                if number:
                    times[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    bare, ours = medians.values()
    report(
        f"Process start to window (search processes started by then: {children})",
        {name: value * 1000 for name, value in medians.items()},
        "ms",
        {"Variorum / bare": ours / bare},
    )


def start(code: str, home: Path) -> tuple[float, int]:
    """Seconds until the window is there, and how many child processes the program had by then."""
    environment = {**os.environ, "HOME": str(home), "LIBRARY": str(home / "library")}
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    # Installed programs have their compiled files; the round that is not counted writes them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["XDG_RUNTIME_DIR"] = str(home)
    environment["BEGAN"] = str(time.time_ns())
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        sys.exit(f"the window did not come up:\n{done.stderr[-2000:]}")
    seconds, children = done.stdout.split()
    return float(seconds), int(children)


if __name__ == "__main__":
    main()
