"""The program's front: what is meant, exit status, one line for an error, UTF-8 under any locale."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from variorum import __version__
from variorum.cli import importing
from variorum.cli.main import run
from variorum.core.errors import VariorumError

ROOT = Path(__file__).parents[2] / "desktop"


class Window:
    """Stands for the window, and notes how it was opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[list[str], Path | None]] = []
        self.alone: list[bool] = []

    def __call__(self, files: Sequence[Path], library_folder: Path | None, new_window: bool) -> int:
        self.opened.append(([str(file) for file in files], library_folder))
        self.alone.append(new_window)
        return 0


def program(
    *arguments: str, environment: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m variorum` as a shell would."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], env=settings, cwd=cwd, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], []),
        (["a.txt"], ["a.txt"]),
        (["a.txt", "import"], ["a.txt", "import"]),
        (["./import"], ["import"]),
        (["--", "import"], ["import"]),
    ],
)
def test_files_open_the_window(arguments: list[str], files: list[str]) -> None:
    window = Window()
    assert run(arguments, window) == 0
    assert (window.opened, window.alone) == ([(files, None)], [False])


def test_a_window_of_its_own_can_be_asked_for() -> None:
    window = Window()
    assert run(["--new-window", "a.txt", "b.txt"], window) == 0
    assert (window.opened, window.alone) == ([(["a.txt", "b.txt"], None)], [True])


@pytest.mark.parametrize("arguments", [["--library", "import", "a.txt"], ["a.txt", "--library=import"]])
def test_the_value_of_an_option_is_no_command(arguments: list[str]) -> None:
    window = Window()
    assert run(arguments, window) == 0
    assert window.opened == [(["a.txt"], Path("import"))]


@pytest.mark.parametrize("arguments", [["--library", "lib", "import", "a"], ["import", "--library", "lib", "a"]])
def test_the_library_may_stand_before_or_behind_the_command(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[Path]()

    def note(args: argparse.Namespace) -> int:
        seen.append(args.library)
        return 0

    monkeypatch.setattr(importing, "run", note)
    assert run(arguments, Window()) == 0
    assert seen == [Path("lib")]


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["import"], ["import", "--nonsense", "x"], ["--library"], ["--library", "", "import", "x"]],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(arguments, Window())
    assert caught.value.code == 2
    assert "usage: variorum" in capsys.readouterr().err


def test_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["--help"], Window())
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"  {command} " in shown for command in ("compare", "search", "import"))
    assert "--library DIR" in shown


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (VariorumError("The thing is broken."), "variorum: The thing is broken.\n"),
        (PermissionError(13, "Permission denied", "/x"), "variorum: Permission denied: /x\n"),
        (OSError("odd"), "variorum: odd\n"),
    ],
)
def test_an_error_is_one_line(error: Exception, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_files: Sequence[Path], _library: Path | None, _new_window: bool) -> int:
        raise error

    assert run([], fail) == 1
    assert capsys.readouterr().err == line


def test_an_interrupt_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_files: Sequence[Path], _library: Path | None, _new_window: bool) -> int:
        raise KeyboardInterrupt

    assert run([], interrupt) == 128 + signal.SIGINT
    assert capsys.readouterr().err == ""


def test_the_module_runs_and_says_its_version() -> None:
    done = program("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"Variorum {__version__}")


def test_saying_the_version_loads_next_to_nothing() -> None:
    code = "import sys, variorum.cli.main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    loaded = done.stdout.decode().split()
    assert {"sqlite3", "platformdirs", "whoosh", "regex"}.isdisjoint(loaded)
    assert not any(name.startswith(("variorum.core.text", "variorum.core.library.")) for name in loaded)


@pytest.mark.skipif(os.name != "posix", reason="pipes that break")
@pytest.mark.parametrize("files", [1, 500], ids=["little to say", "more than a buffer holds"])
def test_nobody_reading_is_quiet(tmp_path: Path, files: int) -> None:
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text(f"Bridge {number} closed\n\nThe bridge is closed.\n")
    assert shell("variorum import --json . | true", tmp_path).stderr == b""
    assert shell("variorum --help | true", tmp_path).stderr == b""


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of a command with `variorum` in it."""
    command = command.replace("variorum", f"{sys.executable} -m variorum --library lib")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["--help", "import ."])
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, command: str) -> None:
    (tmp_path / "one.txt").write_text("Bridge closed\n\nThe bridge is closed.\n")
    done = shell(f"variorum {command} > /dev/full", tmp_path)
    assert (done.returncode, done.stderr) == (1, b"variorum: No space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="streams closed by a shell")
def test_closed_streams_are_no_failure(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Bridge closed\n\nThe bridge is closed.\n")
    done = shell("variorum import one.txt --json >&- && variorum search bridge 2>&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Bridge closed")
    done = shell("variorum import gone.txt 2>&-", tmp_path)
    assert (done.returncode, done.stdout) == (1, b"0 articles added, 1 failed.\n")


def test_a_system_without_the_windows_libraries_is_told_which(tmp_path: Path) -> None:
    fake = tmp_path / "PySide6"
    fake.mkdir()
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (fake / "__init__.py").write_text(f"raise ImportError({reason!r})")
    done = program(environment={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "variorum: The window needs the system library libEGL.so.1, which is not installed: "
        "on Debian and Ubuntu run “sudo apt install libegl1”."
    ]
