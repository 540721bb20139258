"""The program as a shell runs it and as this process does, and files that no article is in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from variorum.cli.main import run

ROOT = Path(__file__).parents[2] / "desktop"
GOOD = "Ferry runs late\n\nThe ferry to Eastport was late on Monday. Riders complained.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x02" + zlib.compress(bytes(range(256)) * 40)
_SECONDS = 20
"""More than any of this may take, on a machine that does other things as well."""
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Done(NamedTuple):
    """What the program did."""

    status: int
    out: str
    errors: list[str]
    """The lines on standard error."""


class Program(Protocol):
    """Runs the program with these arguments."""

    def __call__(self, *arguments: str | Path, prefix: tuple[str, ...] = ()) -> Done:
        """`prefix` is put before the command."""


class Bad(NamedTuple):
    """A path that can't be read as an article, and what has to be said of it."""

    path: Path
    says: str


@pytest.fixture
def shell(tmp_path: Path) -> Program:
    """The program as a shell runs it, with a library and a home of its own."""

    def in_shell(*arguments: str | Path, prefix: tuple[str, ...] = ()) -> Done:
        done = subprocess.run(
            [*prefix, sys.executable, "-m", "variorum", "--library", str(tmp_path / "library"), *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path / "home")},
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        return _done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return in_shell


@pytest.fixture
def program(tmp_path: Path, shell: Program, capsys: pytest.CaptureFixture[str]) -> Program:
    """The same in this process, unless something is put before it: starting it would take most of the time."""

    def here(*arguments: str | Path, prefix: tuple[str, ...] = ()) -> Done:
        if prefix:
            return shell(*arguments, prefix=prefix)
        capsys.readouterr()
        began = time.process_time()
        status = run(["--library", str(tmp_path / "library"), *map(str, arguments)], _no_window)
        assert time.process_time() - began < _SECONDS
        return _done(status, *capsys.readouterr())

    return here


def _no_window(*_given: object) -> int:
    raise AssertionError("a command opens no window")


def _done(status: int, out: str, error: str) -> Done:
    assert "Traceback" not in error
    assert not _STEERING.search(error)
    assert all(line.startswith("variorum: ") for line in error.splitlines())
    return Done(status, out, error.splitlines())


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file with an article in it."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def without_privileges() -> tuple[str, ...]:
    """What to put before a command so that permissions hold for it; root reads everything otherwise."""
    if os.name != "posix":
        pytest.skip("permissions as POSIX has them")
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may read everything, and there is no setpriv to be less")
    prefix = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("root may read everything, and setpriv may not drop that here")
    return prefix


def _packed(path: Path, member: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "The ferry was late. " * 20)


_MADE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("empty", lambda path: path.write_bytes(b"")),
    "blank": ("no words", lambda path: path.write_bytes(b" \n\t\r\n")),
    "png": ("binary", lambda path: path.write_bytes(PNG)),
    "noise": ("binary", lambda path: path.write_bytes(bytes(range(256)) * 50)),
    "zip": ("ZIP", lambda path: _packed(path, "article.txt")),
    "docx": ("DOCX", lambda path: _packed(path, "word/document.xml")),
    "html": ("web page", lambda path: path.write_bytes(b"<!DOCTYPE html><script>alert(1)</script><p>Ferry</p>")),
    "50MB": ("too large", lambda path: path.write_bytes((GOOD * 800_000).encode()[: 50 * 1024 * 1024])),
    "gone": ("can't be found", lambda path: None),
}
_MADE_ON_POSIX: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pipe": ("not an ordinary file", lambda path: os.mkfifo(path)),
    "endless": ("not an ordinary file", lambda path: path.symlink_to("/dev/zero")),
    "link to itself": ("can't be read", lambda path: path.symlink_to(path)),
}


@pytest.fixture(params=[*_MADE, *(_MADE_ON_POSIX if os.name == "posix" else ())])
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Bad:
    """Each thing that is no article."""
    says, make = (_MADE | _MADE_ON_POSIX)[request.param]
    path = tmp_path / f"{request.param}.txt"
    make(path)
    return Bad(path, says)


@pytest.fixture
def oddly_named(tmp_path: Path) -> Path:
    """A file that has a line feed, terminal commands and a byte that is no UTF-8 in its name, and no words in it."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff\n\x1b[31m\xc2\x9b31m\xe2\x80\xae.txt"))
    try:
        path.write_bytes(b"")
    except OSError:
        pytest.skip("files can't be named like this here")
    return path
