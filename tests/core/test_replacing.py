"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from variorum.core.replacing import replace_file


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    replace_file(tmp_path / "page.html", b"one")
    replace_file(tmp_path / "page.html", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_bytes() == b"two"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"new")
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_others_may_read_it_as_any_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    replace_file(tmp_path / "page.html", b"one")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_who_may_read_the_old_file_may_read_the_new_one_and_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"one")
    file.chmod(0o640)
    replace_file(file, b"two")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links that anybody may make")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "real.toml").write_bytes(b"one")
    (tmp_path / "settings.toml").symlink_to("folder/real.toml")
    replace_file(tmp_path / "settings.toml", b"two")
    assert (tmp_path / "settings.toml").is_symlink()
    assert (tmp_path / "folder" / "real.toml").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["real.toml"]


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="Not an ordinary file"):
        replace_file(tmp_path / "pipe", b"one")
    assert (tmp_path / "pipe").is_fifo()
