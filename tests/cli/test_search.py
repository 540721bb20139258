"""`variorum search`: what it shows, in words and as JSON, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from variorum.cli.main import run
from variorum.core.library.library import Library
from variorum.core.library.model import NewArticle

Run = Callable[..., int]


def no_window(_files: Sequence[Path], _library: Path | None, _new_window: bool) -> int:
    raise AssertionError("no window was asked for")


@pytest.fixture
def search(tmp_path: Path) -> Run:
    """Search a library of three articles."""
    with closing(Library(tmp_path / "lib")) as library:
        ferry = NewArticle(
            "Ferry runs late\n\nThe ferry was \x1b[31mlate on Monday.", "Ferry runs late", "Gazette", "2025-02-12"
        )
        added = library.add_all(
            [ferry, NewArticle("No ferry today\n\nNone at all.", "No ferry today", path="/a/b.txt")]
        )
        library.new_story("Ferries", [added[0].row.id])
        library.add("Rovers win\n\nAt last.")
    return lambda *arguments: run(["--library", str(tmp_path / "lib"), "search", *arguments], no_window)


def test_results_in_words(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("late", "ferry") == 0
    shown = capsys.readouterr()
    assert "Ferry runs late\n  Gazette · 2025-02-12 · Ferries\n" in shown.out
    assert "1 article found" in shown.out
    assert "\x1b" not in shown.out
    assert shown.err == ""


def test_color_is_for_terminals_and_those_who_want_it(
    search: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for setting, colored in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", setting)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        search("late", "ferry")
        assert ("\x1b[1mFerry runs late\x1b[0m" in capsys.readouterr().out) is colored


def test_results_as_json(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("ferry", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [sorted(one) for one in found] == [
        ["date", "headline", "id", "outlet", "path", "score", "snippets", "story"]
    ] * 2
    by_id = {one["id"]: one for one in found}
    assert by_id[1]["story"] == "Ferries"
    assert by_id[2]["path"] == "/a/b.txt"
    for one in found:
        for snippet in one["snippets"]:
            assert all(snippet["text"][start:end].lower() == "ferry" for start, end in snippet["hits"])
            assert snippet["hits"]


def test_only_so_many(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("ferry", "--limit", "1", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert search("ferry", "--limit", "1") == 0
    assert "2 articles found" in (out := capsys.readouterr().out)
    assert "the best 1 shown" in out


def test_whole_words_only(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("ferr", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_nothing_found_is_no_failure(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("zeppelin") == 0
    assert capsys.readouterr().out.startswith("No articles found")


def test_what_was_changed_in_the_query_is_said(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("(ferry") == 0
    assert "Searched as plain words: a parenthesis is not closed." in capsys.readouterr().out
    assert search("(ferry", "--json") == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)) == 2
    assert shown.err == "variorum: Searched as plain words: a parenthesis is not closed.\n"


def test_a_query_that_begins_with_a_dash(search: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert search("--json", "--", "-ferry") == 0
    assert [one["headline"] for one in json.loads(capsys.readouterr().out)] == ["Rovers win"]


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_none_is_wrong_usage(search: Run, limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        search("ferry", "--limit", limit)
    assert ended.value.code == 2
    assert "a number above 0 is needed" in capsys.readouterr().err


def test_where_no_library_is_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["search", "ferry"], ["export", "1", "2", str(tmp_path / "page.html")]):
        assert run(["--library", str(tmp_path / "misspelled"), *command], no_window) == 1
        assert capsys.readouterr().err.startswith("variorum: There is no library in ")
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("no library", encoding="utf-8")
    assert run(["--library", str(tmp_path / "file"), "search", "ferry"], no_window) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
