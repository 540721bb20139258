"""The recipe for `git difftool` of docs/difftool.md, run by git itself: as a report and as a window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RECIPE = Path(__file__).parents[2] / "docs" / "difftool.md"
BEFORE = "Ferry fares rise\n\nFerry fares will rise by 10 percent in May, the operator said.\n"
AFTER = "Ferry fares rise\n\nFerry fares will rise by 12 percent in May, the operator said.\n"
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from variorum.__main__ import open_window
from variorum.cli.main import run
from variorum.gui.window import MainWindow

application = QApplication([])

def look():
    windows = [w for w in application.topLevelWidgets() if isinstance(w, MainWindow)]
    if windows and windows[0].navigator.here is not None and windows[0].windowTitle() != "Variorum":
        timer.stop()
        print(windows[0].windowTitle(), "|", windows[0].frame.toast.text(), flush=True)
        windows[0].close()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(run(["--library", "LIBRARY", *sys.argv[1:]], open_window))
"""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def recipe() -> list[list[str]]:
    """The `git config` lines of the document, without the words `git config --global`."""
    lines = [line.strip() for line in RECIPE.read_text(encoding="utf-8").splitlines()]
    found = [line.removeprefix("git config --global ") for line in lines if line.startswith("git config --global ")]
    return [[part.strip("'") for part in line.split(" ", 1)] for line in found]


class Repository:
    """A repository with the recipe in its configuration; `variorum` is this one."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "news"
        self.folder.mkdir()
        programs = home / "bin"
        programs.mkdir()
        self._write_program(programs / "variorum", f'"{sys.executable}" -m variorum "$@"')
        (home / "window.py").write_text(WINDOW.replace("LIBRARY", str(home / "library")), encoding="utf-8")
        self._write_program(programs / "variorum-shown", f'"{sys.executable}" "{home / "window.py"}" "$@"')
        desktop = Path(__file__).parents[2] / "desktop"
        self._environment = {
            **os.environ,
            "HOME": str(home),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(desktop),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{
                f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }
        self.run("init", "-q")
        for name, value in recipe():
            self.run("config", "--global", name, value)

    @staticmethod
    def _write_program(path: Path, command: str) -> None:
        path.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def commit(self, **files: str | None) -> None:
        """Write files, or delete those that are None, and commit."""
        for name, text in files.items():
            path = self.folder / f"{name}.txt"
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        self.run("add", "-A")
        assert self.run("commit", "-qm", "desk").returncode == 0


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit(story=BEFORE)
    return made


def test_a_changed_file_is_reported(repository: Repository) -> None:
    repository.commit(story=AFTER)
    done = repository.run("difftool", "-t", "variorum-text", "HEAD~1")
    assert done.returncode == 0, done.stderr
    assert "10 percent" in done.stdout
    assert "12 percent" in done.stdout
    assert "Figures 1" in done.stdout


def test_new_and_deleted_files_say_so_and_are_told_whole(repository: Repository) -> None:
    repository.commit(story=None, other=AFTER.replace("Ferry", "Tram"))
    done = repository.run("difftool", "--no-renames", "-t", "variorum-text", "HEAD~1")
    assert done.returncode == 0, done.stderr
    assert "“other.txt” is new: there is no earlier version of it." in done.stdout
    assert "“story.txt” was deleted: there is no later version of it." in done.stdout
    assert "+ Tram fares will rise by 12 percent" in done.stdout
    assert "− Ferry fares will rise by 10 percent" in done.stdout


def test_what_cannot_be_read_stops_git_only_if_its_status_is_trusted(repository: Repository) -> None:
    (repository.folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    repository.commit(story=AFTER)
    for trust, stops in (("--no-trust-exit-code", False), ("--trust-exit-code", True)):
        done = repository.run("difftool", trust, "-t", "variorum-text", "HEAD~1")
        assert (done.returncode != 0) is stops
        assert "“picture.txt” is not a text file" in done.stderr


def test_folders_are_refused_in_one_line(repository: Repository) -> None:
    repository.commit(story=AFTER)
    done = repository.run("difftool", "--dir-diff", "-t", "variorum-text", "HEAD~1")
    assert "is a folder, not a file" in done.stderr


def test_the_window_opens_on_both_and_keeps_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit(story=AFTER, other="Trams late\n\nThe trams are late again, the operator said.\n")
    command = dict(recipe())["difftool.variorum.cmd"]
    repository.run("config", "difftool.variorum.cmd", command.replace("variorum", "variorum-shown"))
    done = repository.run("difftool", "HEAD~1")
    assert done.returncode == 0, done.stderr
    other, story = done.stdout.splitlines()
    assert other == "Trams late – Variorum | “other.txt” is new: there is no earlier version of it."
    assert story.startswith("Ferry fares rise ⇄ Ferry fares rise – Variorum | ")
    from variorum.core.library.library import Library

    library = Library(tmp_path / "library")
    assert not [row for row in library.articles() if "Ferry" in row.headline or "Tram" in row.headline]
    library.close()
