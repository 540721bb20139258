"""The guard of the user's own folders notices what would touch them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guard import HomeGuard

XDG = ("DATA", "CONFIG", "CACHE", "STATE")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="folders as platformdirs has them on POSIX")


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> HomeGuard:
    """Of a user whose own folders are in `tmp_path`; it isn't put to work."""
    for name in XDG:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return HomeGuard()


@needs_posix
def test_a_file_of_the_user_is_noticed_and_another_one_is_not(guard: HomeGuard, tmp_path: Path) -> None:
    theirs, other = tmp_path / "config" / "Variorum" / "settings.toml", tmp_path / "config" / "else.toml"
    for place in (theirs, other):
        guard._hear("open", (str(place), "w", 0))
    guard._hear("sqlite3.connect", (str(tmp_path / "data" / "Variorum" / "library.sqlite"),))
    assert [line.partition(" ")[0] for line in guard.touched()] == ["open", "sqlite3.connect"]
    assert guard.touched() == []


@needs_posix
def test_a_program_needs_a_home_of_its_own(guard: HomeGuard, tmp_path: Path) -> None:
    elsewhere = {f"XDG_{name}_HOME": str(tmp_path / "test" / name) for name in XDG}
    assert guard.leads_home({"PATH": "/bin"})
    assert guard.leads_home({"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")})
    assert not guard.leads_home({"HOME": str(tmp_path)})
    assert not guard.leads_home(elsewhere)
    assert guard.leads_home({**elsewhere, "XDG_STATE_HOME": str(tmp_path / "state")})
