"""The program as a process: the first start, the next one, and its quick end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from variorum.core.library.library import Library

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from variorum.gui import app
from variorum.gui.window import MainWindow

application = QApplication([])

def look():
    windows = [w for w in application.topLevelWidgets() if isinstance(w, MainWindow)]
    if windows and windows[0].navigator.here is not None and windows[0].windowTitle() != "Variorum":
        timer.stop()  # on a busy machine it may be due again before the program has ended
        print(windows[0].navigator.here)
        windows[0].close()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(app.run([], Path(sys.argv[1])))
"""


STUCK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from variorum.gui import app
from variorum.gui.jobs import Lane
from variorum.gui.window import MainWindow

application = QApplication([])

def leave():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
    for lane in Lane:
        window._services.jobs.run(lambda _: time.sleep(30), print, lane=lane)
    window.actions_by_id["quit"].trigger()
    print(time.time(), flush=True)

QTimer.singleShot(int(sys.argv[2]), leave)
sys.exit(app.run([], Path(sys.argv[1])))
"""


def start(home: Path, library: Path, code: str = START, *arguments: str) -> subprocess.CompletedProcess[str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    environment = {**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", code, str(library), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_first_start_shows_a_seed_and_the_next_one_the_same_again(tmp_path: Path, seeds: list[Path]) -> None:
    folder = tmp_path / "library"
    first = start(tmp_path, folder)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Reading(")
    library = Library(folder)
    assert len(library.articles()) == len(seeds)
    library.close()
    session = next(tmp_path.rglob("session.json"))
    assert json.loads(session.read_text(encoding="utf-8"))["session"]["article"] > 0
    again = start(tmp_path, folder)
    assert (again.returncode, again.stdout) == (0, first.stdout), again.stderr


@pytest.mark.parametrize("after", [0, 300], ids=["while it starts", "soon after"])
def test_quitting_is_quick_whatever_is_under_way(tmp_path: Path, after: int) -> None:
    done = start(tmp_path, tmp_path / "library", STUCK, str(after))
    ended = time.time()
    assert done.returncode == 0, done.stderr
    assert ended - float(done.stdout) < 8, "half a second, more on a busy machine, not the thirty of the work"
