"""Reports of errors: where they happened, and nothing of what an article says."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.core.reporting import LEFT_OUT, in_short, told, words_of
from variorum.core.text.reading import read_article

SECRET = "Lindqvist denies the ferry deal"


def _index() -> None:
    {"headline": 1}[SECRET]


def _number() -> None:
    int(SECRET)


def _encode() -> None:
    (SECRET + "\udc80").encode()


def _file() -> None:
    Path(f"/{SECRET}/x").read_bytes()


def _said() -> None:
    raise AssertionError(SECRET)


def _typed() -> None:
    raise TypeError(f"{SECRET!r} is no figure")


def _noted() -> None:
    error = ValueError("x")
    error.add_note(SECRET)
    raise error


def _caused() -> None:
    try:
        _index()
    except KeyError as error:
        raise OSError(SECRET) from error


def _sql() -> None:
    sqlite3.connect(":memory:").execute(f"SELECT '{SECRET}")


def caught(work: Callable[[], object]) -> Exception:
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("work", [_index, _number, _encode, _file, _said, _typed, _noted, _caused, _sql])
def test_no_word_of_a_text_gets_into_a_report(work: Callable[[], None]) -> None:
    error = caught(work)
    for report in (told(error), in_short(error)):
        for word in ("Lindqvist", "denies", "ferry", "deal"):
            assert word not in report
        assert type(error).__name__ in report
    assert f"in {work.__name__}" in told(error)


def test_what_python_says_of_names_is_told() -> None:
    nothing: object = None
    for work, words in (
        (lambda: nothing.headline, "'NoneType' object has no attribute 'headline'"),  # type: ignore[attr-defined]
        (lambda: [][1], "list index out of range"),
        (lambda: 1 + "x", "unsupported operand type(s) for +: 'int' and 'str'"),  # type: ignore[operator]
        (lambda: read_article(), "read_article() missing 1 required positional argument: 'text'"),  # type: ignore[call-arg]
        (lambda: 1 / 0, "division by zero"),
        (lambda: __import__("variorum.nothing"), "No module named 'variorum.nothing'"),
    ):
        assert words_of(caught(work)) == words
    assert words_of(PermissionError(13, SECRET, "/x")) == "Permission denied"
    assert words_of(KeyError("headline")) == LEFT_OUT


def test_files_are_named_without_the_folders_above_the_program() -> None:
    report = told(caught(lambda: read_article(7)))  # type: ignore[arg-type]
    assert 'File "variorum/core/text/reading.py", line ' in report
    assert str(Path(__file__).parents[2]) not in report
    assert 'File "test_reporting.py"' in report
    assert "caught(" not in report.replace("in caught", ""), "lines of other files are not shown"


def test_causes_are_told_the_first_one_first_and_circles_end() -> None:
    report = told(caught(_caused))
    assert report.index("KeyError") < report.index("which led to:") < report.index("OSError")
    error = caught(_index)
    other = caught(_number)
    error.__context__, other.__context__ = other, error
    assert told(error).count("KeyError") == 1


def test_a_recursion_is_short() -> None:
    def deeper() -> None:
        deeper()

    report = told(caught(deeper))
    assert len(report.splitlines()) < 100
    assert f"{'RecursionError'}: maximum recursion depth exceeded" in report
    assert sys.getrecursionlimit() > 100
