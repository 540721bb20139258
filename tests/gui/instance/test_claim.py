"""Who has the window of a library, and where programs meet: nobody else of the machine can come in between."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from variorum import places
from variorum.gui.instance.claim import Claim, claim_on
from variorum.gui.instance.lock import FileLock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders of Unix")


def test_one_process_has_it_until_it_gives_it_up(tmp_path: Path) -> None:
    mine, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert mine.take()
    assert mine.take(), "what one has one may take again"
    assert not other.take()
    assert other.holder() == os.getpid()
    mine.release()
    assert not (tmp_path / "lock").exists()
    assert other.take()
    other.release()


def test_a_process_that_was_killed_has_nothing_any_more(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from variorum.gui.instance.lock import FileLock;"
        "lock = FileLock(Path(sys.argv[1])); print(lock.take(), flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(places.__file__).parents[1])}
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], env=environment, stdout=-1)
    assert process.stdout is not None
    assert process.stdout.readline() == b"True\n"
    lock = FileLock(tmp_path / "lock")
    assert not lock.take()
    assert lock.holder() == process.pid
    process.kill()
    process.communicate()
    assert lock.take()
    lock.release()


def test_libraries_are_told_apart_by_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "library")
    here = Claim(tmp_path / "library", tmp_path).server
    assert Claim(tmp_path / "link", tmp_path).server == here
    assert Claim(tmp_path / "x" / ".." / "library", tmp_path).server == here
    assert Claim(tmp_path / "other", tmp_path).server != here


def test_without_a_folder_to_meet_in_or_with_too_long_a_name_there_is_no_claim(tmp_path: Path) -> None:
    assert claim_on(tmp_path, None) is None
    assert claim_on(tmp_path, Path("/" + "x" * 90)) is None


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs may meet, with nowhere else to go."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    (tmp_path / "run").mkdir()
    return tmp_path / "run"


def test_only_its_user_can_enter_the_meeting_folder(runtime: Path) -> None:
    folder = places.meeting_folder()
    assert folder == runtime / "variorum"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_enter_is_not_used(runtime: Path) -> None:
    (runtime / "variorum").mkdir()
    (runtime / "variorum").chmod(0o755)
    assert places.meeting_folder() is None


def test_a_link_is_not_followed(runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (runtime / "variorum").symlink_to(tmp_path / "elsewhere")
    assert places.meeting_folder() is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_folder_of_another_user_is_not_used(runtime: Path) -> None:
    (runtime / "variorum").mkdir(mode=0o700)
    os.chown(runtime / "variorum", 65534, 65534)
    assert places.meeting_folder() is None


def test_without_a_folder_for_what_runs_programs_meet_in_the_one_for_what_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert places.meeting_folder() == tmp_path / f"variorum-{os.getuid()}"
