"""`variorum export`: what the window shows of two articles of the library, in a file."""

from __future__ import annotations

import argparse
import csv
import os
from pathlib import Path

import pytest

from variorum.cli import export
from variorum.cli.export import _FORMS
from variorum.core.collate.changes import changes
from variorum.core.errors import VariorumError
from variorum.core.export.formats import BY_ID
from variorum.core.handmade.model import Review
from variorum.core.handmade.reviewing import Reviewed
from variorum.core.library.library import Library
from variorum.core.workbench import Workbench

TEXTS = (
    "Council closes bridge\n\nThe council closed the harbor bridge on Monday after 14 hours of talks.\n",
    "Bridge closed\n\nThe council closed the harbor bridge on Monday after 12 hours of talks.\n\nShops fear it.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a story of two versions, one change of which is noted."""
    library = Library(tmp_path / "library")
    left, right = (library.add(text).id for text in TEXTS)
    library.new_story("The bridge", [left, right])
    comparison = Workbench(library).compare(left, right)
    found = changes(comparison)
    figure = next(change for change in found if change.title == "14 hours → 12 hours")
    exchange = Reviewed(comparison, left, right).exchange(figure, [], lambda _: Review(True, "ask the council"))
    library.exchange_reviews(exchange.gone, exchange.new)
    library.close()
    return tmp_path / "library"


def variorum(folder: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    export.register(parser.add_subparsers())
    args = parser.parse_args(["export", *arguments])
    args.library = folder
    status: int = args.run(args)
    return status


def test_notes_of_the_library_are_in_the_file(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "changes.csv"
    assert variorum(folder, "1", "2", str(table)) == 0
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    (figure,) = [row for row in rows if row["change"] == "14 hours → 12 hours"]
    assert (figure["reviewed"], figure["note"]) == ("yes", "ask the council")


def test_versions_have_their_letters_and_the_form_can_be_another_one(folder: Path, tmp_path: Path) -> None:
    memo = tmp_path / "memo.html"
    assert variorum(folder, "2", "1", str(memo), "--form", "memo-html") == 0
    page = memo.read_text(encoding="utf-8")
    assert "Change memo" in page
    assert "From · B" in page
    assert "To · A" in page


def test_a_letter_that_one_version_alone_has_is_not_told(folder: Path, tmp_path: Path) -> None:
    library = Library(folder)
    alone = library.add("Ferries\n\nThe council closed the harbor bridge on Friday after 9 hours of talks.\n").id
    library.close()
    memo = tmp_path / "memo.html"
    assert variorum(folder, "2", str(alone), str(memo), "--form", "memo-html") == 0
    assert "From · B" not in memo.read_text(encoding="utf-8")


def test_what_did_not_change_can_be_left_out(folder: Path, tmp_path: Path) -> None:
    for options in ((), ("--changed-only",)):
        page = tmp_path / "page.md"
        assert variorum(folder, "1", "1", str(page), *options) == 0
        assert ("harbor bridge on Monday" in page.read_text(encoding="utf-8")) is not bool(options)


def test_an_article_that_is_not_there_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match=r"\S"):
        variorum(folder, "1", "99", str(tmp_path / "x.pdf"))
    assert not (tmp_path / "x.pdf").exists()


def test_an_ending_that_says_nothing_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        variorum(folder, "1", "2", "file.xyz")
    assert "“file.xyz” must end in .pdf" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name")
def test_any_name_will_do_where_the_form_is_said(folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert variorum(folder, "1", "2", str(pipe), "--form", "csv") == 0
    assert os.read(reader, 100).startswith(b"\xef\xbb\xbfnumber,")
    os.close(reader)


def test_every_form_of_the_table_can_be_asked_for() -> None:
    assert set(_FORMS) == set(BY_ID)
