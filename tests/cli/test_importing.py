"""`variorum import`: what it says, in words and as JSON, and its exit status."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from variorum.cli.main import run
from variorum.core.errors import LibraryError
from variorum.core.library.library import Library

Run = Callable[..., int]


def no_window(_files: Sequence[Path], _library: Path | None, _new_window: bool) -> int:
    raise AssertionError("no window was asked for")


@pytest.fixture
def do_import(tmp_path: Path) -> Run:
    return lambda *arguments: run(["--library", str(tmp_path / "lib"), "import", *map(str, arguments)], no_window)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "lib")
    yield library
    library.close()


def write(path: Path) -> Path:
    path.write_text(f"Ferry {path.stem} runs late\n\nThe ferry was late on Monday.\n\nSource: Eastport Gazette\n")
    return path


def as_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_json_tells_everything(do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, gone = write(tmp_path / "one.txt"), tmp_path / "gone.txt"
    do_import(one)
    capsys.readouterr()
    assert do_import(one, write(tmp_path / "two.txt"), gone, "--story", "Ferries", "--json") == 1
    answer = as_json(capsys)
    assert set(answer) == {"added", "known", "failed", "damaged"}
    assert answer["added"] == [
        {
            "id": 2,
            "headline": "Ferry two runs late",
            "outlet": "Eastport Gazette",
            "date": "",
            "path": str(tmp_path / "two.txt"),
            "siglum": answer["added"][0]["siglum"],
            "story": "Ferries",
        }
    ]
    assert [row["id"] for row in answer["known"]] == [1]
    assert {answer["added"][0]["siglum"], answer["known"][0]["siglum"]} == {"A", "B"}
    assert [failure["path"] for failure in answer["failed"]] == [str(gone)]


def test_words_for_people(do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do_import(write(tmp_path / "one.txt")) == 0
    assert capsys.readouterr().out == "1 article added.\n"
    (tmp_path / "empty.txt").touch()
    assert (
        do_import(tmp_path / "one.txt", write(tmp_path / "two.txt"), write(tmp_path / "3.txt"), tmp_path / "empty.txt")
        == 1
    )
    shown = capsys.readouterr()
    assert shown.out == "2 articles added, 1 known already, 1 failed.\n"
    assert shown.err.count("\n") == 1
    assert shown.err.startswith(f"variorum: {tmp_path / 'empty.txt'}: ")


def test_a_folder_without_texts_is_said_to_have_none(
    do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    assert do_import(tmp_path / "in") == 0
    assert capsys.readouterr().out == "No text files found there.\n"


def test_an_empty_story_name_is_refused(
    do_import: Run, tmp_path: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do_import(write(tmp_path / "one.txt"), "--story", " ") == 1
    assert capsys.readouterr().err == "variorum: A story needs a name.\n"
    assert library.articles() == ()


def test_a_library_that_is_none_is_one_line(do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lib").write_text("a file, not a folder")
    assert do_import(write(tmp_path / "one.txt")) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)


def test_progress_is_shown_on_a_terminal_only(
    do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    do_import(write(tmp_path / "one.txt"))
    assert capsys.readouterr().err == ""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    do_import(write(tmp_path / "two.txt"), write(tmp_path / "ev\x1bil.txt"))
    shown = terminal.getvalue()
    assert "1 of 2: two.txt" in shown
    assert "2 of 2: ev il.txt" in shown
    assert shown.endswith("\r\x1b[K"), "the line is wiped at the end"


def test_what_is_said_has_a_line_of_its_own(do_import: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def fail(*_given: object) -> None:
        raise LibraryError("The disk is full.")

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(Library, "add_all", fail)
    assert do_import(write(tmp_path / "one.txt")) == 1
    assert terminal.getvalue().endswith("\r\x1b[Kvariorum: The disk is full.\n")


@pytest.mark.logs
def test_a_text_that_trips_the_reader_is_one_line(
    do_import: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_given: object) -> None:
        raise IndexError("odd")

    monkeypatch.setattr("variorum.core.library.importing.draft", trip)
    assert do_import(write(tmp_path / "one.txt")) == 1
    errors = capsys.readouterr().err
    assert errors.count("\n") == 1
    assert "“one.txt” could not be understood" in errors


def test_a_name_of_a_story_that_is_no_text(do_import: Run, tmp_path: Path, library: Library) -> None:
    assert do_import(write(tmp_path / "one.txt"), "--story", os.fsdecode(b"caf\xe9")) == 0
    assert [story.name for story in library.stories()] == ["caf\ufffd"]
    assert do_import(write(tmp_path / "two.txt"), "--story", os.fsdecode(b"caf\xe9")) == 0
    assert [len(story.versions) for story in library.stories()] == [2]


def test_an_interrupt_keeps_what_was_imported(
    do_import: Run,
    tmp_path: Path,
    library: Library,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from variorum.core.library import importing

    read = importing.read_draft

    def interrupted(file: Path) -> Any:
        if file.name == "two.txt":
            os.kill(os.getpid(), signal.SIGINT)
        return read(file)

    monkeypatch.setattr(importing, "read_draft", interrupted)
    before = signal.getsignal(signal.SIGINT)
    status = do_import(write(tmp_path / "one.txt"), write(tmp_path / "two.txt"), write(tmp_path / "three.txt"))
    assert status == 128 + signal.SIGINT
    assert capsys.readouterr().out == "2 articles added (interrupted).\n"
    assert len(library.articles()) == 2
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.skipif(os.name != "posix", reason="file names that are no text")
def test_a_file_name_that_is_no_text(do_import: Run, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Ferry runs late\n\nThe ferry was late on Monday.\n")
    (folder / os.fsdecode(b"leer\xe9.txt")).touch()
    assert do_import(folder, "--json") == 1
    answer = json.loads(capfdbinary.readouterr().out)
    assert answer["added"][0]["path"].endswith("caf?.txt")
