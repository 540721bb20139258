"""Hostile queries and hostile articles through `variorum search`: an answer soon, in one piece."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from variorum.core.library.library import Library
from variorum.core.library.model import NewArticle

HOSTILE = "<script>alert(1)</script>\x1b[31mFerry\x9b31m late\u202e"


@pytest.fixture
def library(tmp_path: Path) -> None:
    """A library with a good article and one with terminal commands and tags wherever it has words."""
    with closing(Library(tmp_path / "library")) as opened:
        opened.add("Ferry runs late\n\nThe ferry to Eastport was late on Monday.")
        added = opened.add_all([NewArticle(f"{HOSTILE}\n\nThe ferry {HOSTILE}.", HOSTILE, HOSTILE, path=HOSTILE)])
        opened.new_story(HOSTILE, [added[0].row.id])


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "query",
    [
        "ferry " * 1_700,
        "f" * 10_000,
        "(" * 5_000 + "ferry" + ")" * 5_000,
        '"' * 9_999,
        "ferry OR " * 1_100,
        "NOT " * 2_500 + "ferry",
        "*",
        "a* b* *c* d*e*f*",
        "[a TO z] ferry~99999999999999999999",
        "date:99999999999 outlet: headline:( story:)",
        "<script>alert('ferry')</script>",
        "\x1b]0;ferry\x07\x1b[2J",
        "عبارة \u202e ferry",
        "   ",
    ],
    ids=lambda query: query[:12].encode("ascii", "backslashreplace").decode().replace("\x1b", "ESC"),
)
def test_any_query_is_answered(program: Any, query: str) -> None:
    done = program("search", "--", query)
    assert (done.status, done.errors) == (0, [])
    assert "found in" in done.out
    assert "\x1b" not in done.out
    json.loads(program("search", "--json", "--", query).out)


@pytest.mark.usefixtures("library")
def test_a_query_of_bytes_that_are_no_text_is_answered_in_a_shell(shell: Any) -> None:
    done = shell("search", "--", "ferry\udcff")
    assert (done.status, done.errors) == (0, [])
    assert "found in" in done.out
    json.loads(shell("search", "--json", "--", "ferry\udcff").out)


@pytest.mark.usefixtures("library")
def test_articles_do_not_steer_the_terminal(program: Any) -> None:
    out = program("search", "ferry").out
    assert "2 articles found" in out
    assert not any(sign in out for sign in "\x1b\x9b\u202e")
    assert {one["id"] for one in json.loads(program("search", "--json", "ferry").out)} == {1, 2}


def test_a_text_without_end_or_space(program: Any, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("the ferry was late and " * 4_000)
    (tmp_path / "word.txt").write_text("f" * 100_000)
    program("import", tmp_path / "line.txt", tmp_path / "word.txt")
    for query in ("ferry", "f" * 100_000):
        done = program("search", query)
        assert (done.status, done.errors) == (0, [])
        assert len(done.out) < 2_000


def test_a_library_that_is_none(program: Any, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite").write_bytes(b"\x89PNG\r\n" * 500)
    done = program("search", "ferry")
    assert (done.status, done.out) == (1, "")
    (complaint,) = done.errors
    assert "is damaged" in complaint


@pytest.mark.usefixtures("library")
def test_a_library_that_may_not_be_read(program: Any, tmp_path: Path, without_privileges: tuple[str, ...]) -> None:
    file = tmp_path / "library" / "library.sqlite"
    file.chmod(0)
    done = program("search", "ferry", prefix=without_privileges)
    assert done.status == 1
    (complaint,) = done.errors
    assert "check the permissions" in complaint
