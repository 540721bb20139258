"""Errors that nobody expected, in the real program: one dialog, no text of the user in it or in the log."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from desk import Desk, Program

pytestmark = [pytest.mark.timeout(180), pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")]
SECRET = "Lindqvist"
"""Stands in the headline, the text, the query and the file's name; it must not get anywhere."""


def log_of(desk: Desk) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in desk.home.rglob("*.log*"))


def whole(desk: Desk) -> bool:
    connection = sqlite3.connect(desk.library / "library.sqlite")
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        connection.close()


def broken(desk: Desk, code: str) -> Program:
    """The program with an article open and something broken in it; it shows its dialog."""
    desk.broken = code
    program = desk.start(desk.article(f"{SECRET}.txt", f"{SECRET} denies the deal"))
    program.until("CrashDialog ")
    return program


def dialogs(program: Program) -> list[str]:
    return [line for line in program.lines() if line.startswith("CrashDialog ")]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        # In the window's thread, in a job with and without somebody to tell, in a thread, while painting.
        ("QTimer.singleShot(1500, lambda: {}[window.windowTitle()])", "KeyError"),
        ("window._services.jobs.run(lambda _: int('SECRET'), print, print)", "ValueError"),
        ("window._services.jobs.run(lambda _: int('SECRET'), print)", "ValueError"),
        ("import threading; threading.Thread(target=lambda: int('SECRET')).start()", "ValueError"),
        (
            "from PySide6.QtWidgets import QWidget;"
            "Broken = type('Broken', (QWidget,), {'paintEvent': lambda self, event: {}['SECRET']});"
            "Broken(window).show()",
            "KeyError",
        ),
    ],
)
def test_one_dialog_tells_of_an_error_wherever_it_happens(desk: Desk, code: str, kind: str) -> None:
    program = broken(desk, code.replace("SECRET", SECRET))
    said = dialogs(program)[0]
    assert kind in said
    assert "words are left out" in said
    assert program.close() == 0
    log = log_of(desk)
    assert kind in log
    assert SECRET not in said + log
    assert "Traceback" not in program.errors()
    assert whole(desk)


def test_a_second_error_is_added_to_the_dialog_that_is_open(desk: Desk) -> None:
    program = broken(
        desk,
        "for after in (900, 1300): QTimer.singleShot(after, lambda: {}[1])\nQTimer.singleShot(1700, lambda: [][1])",
    )
    both = program.until("two ")
    assert both == "two 1 2 things went wrong"
    assert "IndexError" in dialogs(program)[-1]
    assert dialogs(program)[-1].count("KeyError") == 1, "the same one again says nothing new"
    assert program.close() == 0


@pytest.mark.parametrize(
    ("module", "name", "act"),
    [
        ("variorum.core.search.searcher", "Searcher.search", f"window.search_box.setText('{SECRET}')"),
        ("variorum.core.meaning.encoder", "Encoder.encode", "pass"),
    ],
)
def test_errors_of_other_processes_come_there_too(desk: Desk, tmp_path: Path, module: str, name: str, act: str) -> None:
    patch = tmp_path / "patched"
    patch.mkdir()
    (patch / "sitecustomize.py").write_text(
        f"import sys\nif 'worker' in ' '.join(sys.orig_argv):\n    import {module} as module\n"
        f"    def fail(self, *arguments, **options):\n        raise ValueError(str(arguments))\n"
        f"    module.{name} = fail\n",
        encoding="utf-8",
    )
    desk.environment["PYTHONPATH"] = os.pathsep.join((str(patch), desk.environment["PYTHONPATH"]))
    program = broken(desk, act)
    said = dialogs(program)[0]
    assert "ValueError" in said
    assert program.close() == 0
    assert SECRET not in said + log_of(desk)


def test_a_crash_below_python_is_told_at_the_next_start(desk: Desk) -> None:
    desk.broken = "import faulthandler; QTimer.singleShot(800, faulthandler._sigsegv)"
    first = desk.start(desk.article(f"{SECRET}.txt", f"{SECRET} denies the deal"))
    assert first.process.wait(60) < 0
    desk.broken = ""
    second = desk.start()
    said = second.until("CrashDialog ")
    assert "Segmentation fault" in said
    assert "app.py" in said
    assert second.close() == 0
    assert SECRET not in said + log_of(desk)
    assert whole(desk)
    third = desk.start()
    third.until("Reading")
    assert third.close() == 0
    assert not dialogs(third), "once"


def test_an_error_before_the_window_is_shown_and_ends_the_program(desk: Desk) -> None:
    desk.early = "from variorum.gui import app; app.MainWindow = lambda *_: {}['Lindqvist']"
    program = desk.start()
    said = program.until("CrashDialog ")
    assert "KeyError" in said
    assert program.close() == 1
    assert SECRET not in said + log_of(desk)
    assert "Traceback" not in program.errors()
