"""`variorum compare`: the forms it writes, and one clear line where it can't."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from variorum.cli import compare
from variorum.core.errors import VariorumError

LEFT = (
    "Council closes bridge\n\nThe council closed the harbor bridge on Monday.\n\nFerries will run every ten minutes.\n"
)
RIGHT = "Bridge closed\n\nThe council has closed the harbor bridge on Monday.\n\nShops fear for their customers.\n"


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return str(left), str(right)


def variorum(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    compare.register(parser.add_subparsers())
    args = parser.parse_args(["compare", *arguments])
    status: int = args.run(args)
    return status


def test_a_report_is_the_default(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert variorum(*versions) == 0
    report = capsys.readouterr().out
    assert "Ferries will run every ten minutes." in report
    assert "\x1b" not in report
    assert variorum(*versions, "--text") == 0
    assert capsys.readouterr().out == report


def test_json_names_the_files(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert variorum("--json", *versions, "--among", versions[0]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["left"]["path"], data["right"]["path"]) == versions
    assert sum(data["counts"][kind] for kind in ("added", "dropped", "reworded", "unchanged")) == len(data["claims"])


def test_a_page_is_written_whole(versions: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    page.write_text("what was there before", encoding="utf-8")
    assert variorum(*versions, "--html", str(page)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_page_that_cannot_be_written_is_one_clear_line(versions: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match=r"^“out\.html” can't be written: .*\.$"):
        variorum(*versions, "--html", str(tmp_path / "missing" / "out.html"))
    with pytest.raises(VariorumError, match="is a folder"):
        variorum(*versions, "--html", str(tmp_path))


def test_a_missing_file_is_one_clear_line(versions: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match=r"nothing\.txt"):
        variorum(versions[0], str(tmp_path / "nothing.txt"))


def test_only_one_form_at_a_time(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        variorum(*versions, "--json", "--text")
    assert "not allowed with" in capsys.readouterr().err
