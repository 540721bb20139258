"""The session is kept while the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.gui import keeping
from variorum.gui.jobs import InlineJobs
from variorum.gui.keeping import SessionKeeper
from variorum.gui.session import Session, load

LIBRARY = Path("/somewhere/library")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "AFTER_MS", 20)


def make(file: Path, state: list[Session]) -> SessionKeeper:
    return SessionKeeper(lambda: state[-1], InlineJobs(), file, LIBRARY)


def test_a_change_is_kept_after_a_while_without_a_clean_end(qtbot: QtBot, file: Path) -> None:
    state = [Session(article=1)]
    keeper = make(file, state)
    keeper.touch()
    assert not file.exists()
    state.append(Session(article=2))
    keeper.touch()
    qtbot.waitUntil(lambda: load(file, LIBRARY) == Session(article=2))
    written = file.stat().st_mtime_ns
    keeper.touch()
    qtbot.wait(60)
    assert file.stat().st_mtime_ns == written, "the same is not written again"


def test_an_older_state_never_replaces_a_later_one(file: Path) -> None:
    keeper = make(file, [Session(article=7)])
    keeper.keep_now()
    keeper._write(0, Session(article=3))
    assert load(file, LIBRARY) == Session(article=7)


def test_a_folder_that_cannot_be_written_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    make(tmp_path / "file" / "session.json", [Session()]).keep_now()
