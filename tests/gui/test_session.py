"""What is kept from one start to the next, and that a broken file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.gui.session import Session, load, save

LIBRARY = Path("/somewhere/library")
FULL = Session("Z2VvbQ==", "c3Bs", "cmVz", False, "compare", 3, 3, 4, 60, 120, 240, "added moved", True)


def test_a_session_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "session.json"
    save(file, LIBRARY, FULL)
    assert load(file, LIBRARY) == FULL
    assert [path.name for path in file.parent.iterdir()] == ["session.json"]


def test_the_session_of_another_library_is_not_used(tmp_path: Path) -> None:
    save(tmp_path / "s.json", LIBRARY, FULL)
    assert load(tmp_path / "s.json", Path("/elsewhere")) == Session()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 99}',
        '{"version": 1, "library": "/somewhere/library", "session": {"article": "three"}}',
        '{"version": 1, "library": "/somewhere/library", "session": 5}',
        "\x00\xff",
    ],
)
def test_a_broken_file_is_a_fresh_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "s.json").write_text(text, encoding="utf-8")
    assert load(tmp_path / "s.json", LIBRARY) == Session()


def test_what_a_later_version_added_is_left_out(tmp_path: Path) -> None:
    text = '{"version": 1, "library": "/somewhere/library", "session": {"article": 7, "new": true}}'
    (tmp_path / "s.json").write_text(text, encoding="utf-8")
    assert load(tmp_path / "s.json", LIBRARY) == Session(article=7)


def test_no_file_is_a_fresh_start(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json", LIBRARY) == Session()
