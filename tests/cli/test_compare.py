"""`variorum compare`: the forms it writes, and one clear line where it can't."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from variorum.cli import compare, paper
from variorum.cli.main import run
from variorum.core.collate.compare import compare as comparison_of
from variorum.core.collate.model import Comparison
from variorum.core.errors import VariorumError
from variorum.core.meaning.model import Meaning, MeaningOf
from variorum.core.meaning.shipped import shipped
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

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


def no_window(_files: Sequence[Path], _library: Path | None, _new_window: bool) -> int:
    raise AssertionError("no window was asked for")


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


def test_the_two_are_no_evidence_for_themselves(
    versions: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "third.txt").write_text("Bridge closed\n\nThe harbor bridge is closed.\n")
    (tmp_path / "copy.txt").write_text(LEFT)
    among = list[str]()

    def note(left: Article, right: Article, others: Sequence[Article], **_given: object) -> Comparison:
        among.extend(article.text[:30] for article in others)
        return comparison_of(left, right)

    monkeypatch.setattr("variorum.core.collate.compare.compare", note)
    variorum(*versions, "--among", *map(str, [*tmp_path.glob("*.txt"), tmp_path / "third.txt"]))
    assert among == ["Bridge closed\n\nThe harbor brid"]


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


STARTS = {
    "--pdf out.pdf": b"%PDF-",
    "--docx out.docx": b"PK",
    "--markdown out.md": b"# Council closes bridge \xe2\x86\x92",
    "--csv out.csv": b"\xef\xbb\xbfnumber,needs a look",
    "--changes out.json": b'{\n "left"',
    "--memo out.pdf": b"%PDF-",
    "--memo out.docx": b"PK",
    "--memo out.html": b"<!DOCTYPE html>",
    "--memo out.txt": b"CHANGE MEMO",
}


@pytest.mark.parametrize("form", STARTS)
def test_every_form_is_written(form: str, versions: tuple[str, str], tmp_path: Path) -> None:
    option, name = form.split()
    assert variorum(*versions, option, str(tmp_path / name), "--paper", "letter") == 0
    assert (tmp_path / name).read_bytes().startswith(STARTS[form])


def test_a_memo_says_by_its_ending_what_it_is(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        variorum(*versions, "--memo", "memo.xyz")
    assert "“memo.xyz” must end in" in capsys.readouterr().err


def test_without_qt_a_pdf_is_one_clear_line(
    versions: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        paper, "default_command", lambda *_: [sys.executable, "-c", "import sys; sys.exit('no Qt here')"]
    )
    with pytest.raises(VariorumError, match=r"^The PDF could not be made: no Qt here$"):
        variorum(*versions, "--pdf", str(tmp_path / "out.pdf"))
    assert not (tmp_path / "out.pdf").exists()


def test_a_missing_file_is_one_clear_line(versions: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match=r"nothing\.txt"):
        variorum(versions[0], str(tmp_path / "nothing.txt"))


def test_a_version_may_come_through_standard_input(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    variorum(*versions)
    report = capsys.readouterr().out
    for place in (0, 1):
        come = io.TextIOWrapper(io.BytesIO(Path(versions[place]).read_bytes()))
        monkeypatch.setattr("sys.stdin", come)
        assert variorum(*("-" if number == place else file for number, file in enumerate(versions))) == 0
        assert capsys.readouterr().out == report


@pytest.mark.skipif(not Path("/dev/fd/0").exists(), reason="no names for what is open")
def test_a_version_may_come_through_a_pipe_of_the_shell(versions: tuple[str, str]) -> None:
    come, go = os.pipe()
    os.write(go, LEFT.encode())
    os.close(go)
    assert variorum(f"/dev/fd/{come}", versions[1]) == 0
    os.close(come)


def test_nothing_on_standard_input_is_one_clear_line(
    versions: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    with pytest.raises(VariorumError, match="“standard input” is empty"):
        variorum("-", versions[1])


def test_only_one_form_at_a_time(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        variorum(*versions, "--json", "--text")
    assert "not allowed with" in capsys.readouterr().err


def test_meaning_is_read_when_it_is_asked_for_and_once(
    versions: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[Meaning | None] = []

    def comparing(left: Article, right: Article, among: Sequence[Article], *, meaning_of: MeaningOf) -> Comparison:
        seen.extend(meaning_of(article) for article in (left, right, left))
        return real(left, right, among)

    real = comparison_of
    monkeypatch.setattr("variorum.core.collate.compare.compare", comparing)
    assert variorum(*versions) == 0
    first, second, again = seen
    assert first is again
    assert first is not None
    assert second is not None
    assert first.fits(read_article(LEFT))
    assert second.fits(read_article(RIGHT))


@pytest.mark.logs
def test_without_the_model_the_words_alone_are_compared(
    versions: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    shipped.cache_clear()
    try:
        assert run(["compare", *versions], no_window) == 0
    finally:
        shipped.cache_clear()
    shown = capsys.readouterr()
    assert "Ferries will run every ten minutes." in shown.out
    assert shown.err == "variorum: No evidence of meaning: missing onnxruntime\n"
