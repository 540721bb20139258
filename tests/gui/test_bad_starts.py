"""Starts that go wrong: one clear message that says what to do, nothing touched, exit status 1, never a traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import PATIENCE, Desk, Program
from variorum.core.library.drafts import draft
from variorum.core.library.library import Library

pytestmark = [pytest.mark.timeout(180), pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")]
AS_ROOT = os.geteuid() == 0


def ends_with(program: Program, *words: str) -> None:
    """The program says so in a dialog and, once that is closed, in one line on standard error."""
    said = program.until("TroubleDialog")
    assert program.close() == 1
    assert program.errors().count("\n") == 0
    for word in words:
        assert word in said
        assert word in program.errors()
    assert "Traceback" not in said + program.errors()
    assert "open" not in program.lines()


def contents(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def library(desk: Desk) -> Path:
    """A library with an article, which nobody has open; its file."""
    made = Library(desk.library)
    made.add("Ferry stops\n\nThe harbor ferry stopped on Monday.")
    made.close()
    return desk.library / "library.sqlite"


@pytest.fixture
def as_user(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose programs may not write everywhere, as root's may."""
    if AS_ROOT:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere")
        desk.before = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    yield desk
    for folder in tmp_path.rglob("*"):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)


def test_a_file_that_is_no_library(desk: Desk) -> None:
    desk.library.mkdir()
    file = desk.library / "library.sqlite"
    file.write_text("this is no database, whatever its name says", encoding="utf-8")
    ends_with(desk.start(), str(file), "is damaged", "put back a copy")
    assert file.read_text(encoding="utf-8").startswith("this is no database")
    assert list(desk.library.iterdir()) == [file]


def test_a_database_of_another_program(desk: Desk) -> None:
    desk.library.mkdir()
    with sqlite3.connect(desk.library / "library.sqlite") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = contents(desk.library)
    ends_with(desk.start(), "database of another program")
    assert contents(desk.library) == before


def test_a_library_of_a_newer_version(desk: Desk, library: Path) -> None:
    with sqlite3.connect(library) as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = contents(desk.library)
    ends_with(desk.start(), "newer Variorum", "open it with that one")
    assert contents(desk.library) == before


def damage(library: Path, whole: float) -> bytes:
    """Overwrite all of the file behind such a part of it."""
    data = bytearray(library.read_bytes())
    begin = max(round(len(data) * whole), int.from_bytes(data[16:18], "big"))
    data[begin:] = b"\xa5" * (len(data) - begin)
    library.write_bytes(data)
    return bytes(data)


def test_a_library_that_is_damaged_from_its_beginning(desk: Desk, library: Path) -> None:
    data = damage(library, 0)
    ends_with(desk.start(), str(library), "is damaged", "put back a copy")
    assert library.read_bytes() == data


def test_a_library_that_is_damaged_inside(desk: Desk, library: Path) -> None:
    """The window opens, shows what is whole, and says so."""
    made = Library(desk.library)
    made.add_all([draft(f"Ferry {number}\n\n" + f"The ferry {number} sailed. " * 200) for number in range(60)])
    made.close()
    data = damage(library, 0.5)
    program = desk.start()
    said = program.until("said ")
    assert "is damaged" in said
    assert "put back a copy" in said
    assert program.close() == 0
    assert "Traceback" not in program.errors()
    assert not [line for line in program.lines() if line.startswith("CrashDialog")]
    assert library.read_bytes() == data


def test_a_locked_library_is_waited_for_within_a_second_and_opens_when_it_is_free(desk: Desk, library: Path) -> None:
    before = library.read_bytes()  # not while it is locked: to close a file lets go of all locks on it
    locking = sqlite3.connect(library, isolation_level=None)
    locking.execute("PRAGMA locking_mode = EXCLUSIVE")
    locking.execute("BEGIN EXCLUSIVE")
    desk.early = (
        "from variorum.gui import shelving; begin = shelving._Attempts._begin\n"
        "def begin_now(self): os.environ['BEGAN'] = str(time.time()); begin(self)\n"
        "shelving._Attempts._begin = begin_now"
    )
    given_up, patient = desk.start(), desk.start("--new-window")
    waiting = given_up.until("WaitingDialog Waiting for the library…")
    assert str(desk.library) in waiting
    patient.until("WaitingDialog Waiting for the library…")
    shown = [float(program.until("shown ").split()[1]) for program in (given_up, patient)]
    assert given_up.close() == 1
    assert "in use by another program" in given_up.errors()
    locking.execute("ROLLBACK")
    locking.close()
    assert library.read_bytes() == before
    patient.until("kept Ferry stops")
    assert patient.close() == 0
    assert "Traceback" not in given_up.errors() + patient.errors()
    assert min(shown) < 2.0, "0.6 s, more on a busy machine"


def test_a_library_locked_for_long_is_said_to_be_in_use(desk: Desk, library: Path) -> None:
    locking = sqlite3.connect(library, isolation_level=None)
    locking.execute("PRAGMA locking_mode = EXCLUSIVE")
    locking.execute("BEGIN EXCLUSIVE")
    program = desk.start()
    program.until("WaitingDialog Waiting for the library… | " + f"{desk.library}  Another program is changing it.")
    assert program.close() == 1
    locking.close()


def test_a_folder_that_can_not_be_written(as_user: Desk, library: Path) -> None:
    library.chmod(0o444)
    library.parent.chmod(0o555)
    before = contents(library.parent)
    ends_with(as_user.start(), str(library), "check the permissions")
    assert contents(library.parent) == before


def test_a_library_that_may_not_be_read(as_user: Desk, library: Path) -> None:
    library.chmod(0o000)
    ends_with(as_user.start(), str(library), "check the permissions")


def test_from_a_read_only_folder_with_spaces_and_other_letters(as_user: Desk) -> None:
    here = as_user.home / "Новости à lire  今日"
    here.mkdir()
    file = as_user.article(f"{here.name}/паром.txt", "Ferry stops")
    library = as_user.home / "моя library"
    library.mkdir()
    library.chmod(0o777)
    file.chmod(0o444)
    here.chmod(0o555)
    program = as_user.start("паром.txt", library=library, cwd=here)
    program.until("Reading Ferry stops")
    assert program.close() == 0
    assert program.errors() == ""
    assert [path.name for path in here.iterdir()] == ["паром.txt"]


def test_a_user_without_a_home(as_user: Desk) -> None:
    as_user.environment = {key: value for key, value in as_user.environment.items() if not key.endswith("_HOME")}
    as_user.environment["HOME"] = "/nonexistent"
    ends_with(as_user.start(own=True), "--library DIR")
    assert not Path("/nonexistent").exists()
    named = as_user.home / "named"
    named.mkdir()
    named.chmod(0o777)
    program = as_user.start(as_user.article("a.txt", "Ferry stops"), library=named)
    program.until("Reading Ferry stops")
    assert program.close() == 0
    assert "Traceback" not in program.errors()


def test_a_home_that_can_not_be_written(as_user: Desk) -> None:
    home = as_user.home / "closed"
    home.mkdir(mode=0o555)
    as_user.environment = {key: value for key, value in as_user.environment.items() if not key.endswith("_HOME")}
    as_user.environment["HOME"] = str(home)
    ends_with(as_user.start(own=True), str(home), "--library DIR")
    assert not list(home.iterdir())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = AS_ROOT and shutil.which("mount") is not None
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if not mounted or subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no byte free."""
    with (disk / "filling").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass


def test_a_full_disk_has_no_room_for_a_new_library(desk: Desk, small_disk: Path) -> None:
    fill(small_disk)
    ends_with(desk.start(library=small_disk / "library"), "disk is full", "make room", "library.sqlite")


def test_a_full_disk_with_a_library_on_it(desk: Desk, small_disk: Path) -> None:
    made = Library(small_disk / "library")
    made.add("Ferry stops\n\nThe harbor ferry stopped on Monday.")
    made.close()
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        desk.environment[f"XDG_{name}_HOME"] = str(small_disk)
    fill(small_disk)
    before = (small_disk / "library" / "library.sqlite").read_bytes()
    program = desk.start(library=small_disk / "library")
    ends_with(program, "disk")
    assert (small_disk / "library" / "library.sqlite").read_bytes() == before
    (small_disk / "filling").unlink()
    Library(small_disk / "library").close()


def test_a_disk_that_gets_full_while_the_window_is_open(desk: Desk, small_disk: Path) -> None:
    """The window goes on, whatever can't be kept: settings, log, session."""
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        desk.environment[f"XDG_{name}_HOME"] = str(small_disk)
    program = desk.start()
    program.until("Reading")
    fill(small_disk)
    file = desk.article("a.txt", "Ferry stops")
    assert desk.start(file).process.wait(PATIENCE) == 0
    program.until("Reading Ferry stops")
    assert program.close() == 0
    assert program.errors() == ""


@pytest.mark.parametrize("broken", [b"theme_mode = ", b"\xff\xfe\x00", b"[[[["])
def test_settings_that_are_broken(desk: Desk, library: Path, broken: bytes) -> None:
    file = desk.home / "config" / "Variorum" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(broken)
    program = desk.start()
    said = program.until("said ")
    assert str(file) in said
    assert "can't be read" in said
    program.until("kept Ferry stops")
    assert program.close() == 0
    assert file.read_bytes() == broken
    assert "Traceback" not in program.errors()
