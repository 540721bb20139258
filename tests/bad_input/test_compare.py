"""Bad input through `variorum compare`, as a shell runs it: one clear message, no half answer."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest


def only_complaint(done: Any) -> str:
    assert done.status == 1
    assert done.out == ""
    (complaint,) = done.errors
    assert complaint.endswith(".")
    return str(complaint)


@pytest.mark.parametrize("place", ["left", "right", "among"])
def test_what_is_no_article(program: Any, good: Path, bad: Any, place: str) -> None:
    arguments = {"left": [bad.path, good], "right": [good, bad.path], "among": [good, good, "--among", bad.path]}
    complaint = only_complaint(program("compare", *arguments[place]))
    assert bad.says in complaint
    assert bad.path.name in complaint


def test_a_folder(program: Any, good: Path, tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    assert "“versions” is a folder" in only_complaint(program("compare", good, tmp_path / "versions"))
    assert "“.” is a folder" in only_complaint(program("compare", ".", good))


def test_no_permission_to_read(program: Any, good: Path, tmp_path: Path, without_privileges: tuple[str, ...]) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_bytes(good.read_bytes())
    (secret := tmp_path / "secret.txt").write_bytes(good.read_bytes())
    secret.chmod(0)
    closed.chmod(0)
    try:
        for path in (secret, closed / "a.txt"):
            assert "permission" in only_complaint(program("compare", good, path, prefix=without_privileges))
    finally:
        closed.chmod(stat.S_IRWXU)


def test_a_name_that_would_steer_the_terminal(shell: Any, good: Path, oddly_named: Path) -> None:
    assert "is empty" in only_complaint(shell("compare", good, oddly_named))
    oddly_named.write_bytes(good.read_bytes())
    answer = json.loads(shell("compare", "--json", good, oddly_named).out)
    assert Path(answer["right"]["path"]) == oddly_named


HOSTILE = "Ferry\x1b[31m late\u202e again\n\n<img src=x onerror=alert(1)> & \x9b31m the ferry was late on Monday.\n"


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_text_that_would_steer_what_shows_it(program: Any, good: Path, tmp_path: Path, form: str) -> None:
    (hostile := tmp_path / "hostile.txt").write_text(HOSTILE * 3 + "Calm words. " * 200, encoding="utf-8")
    page = tmp_path / "page.html"
    done = program("compare", good, hostile, *(["--html", page] if form == "html" else ["--text"]))
    assert (done.status, done.errors) == (0, [])
    shown = page.read_text(encoding="utf-8") if form == "html" else done.out
    assert not any(sign in shown for sign in "\x1b\x9b\u202e")
    assert form == "text" or "<img" not in shown


@pytest.mark.parametrize(
    "content",
    [
        b"Ferry late again\n\nThe ferry \xff\xfe\x80 was late.\n",
        "العبارة تتأخر مرة أخرى\n\nتأخرت العبارة يوم الاثنين. اشتكى الركاب.\n".encode(),
        b"The ferry was late on Monday. " * 3_500,
        b"The ferry was late on Monday and " * 3_000,
        b"x" * 100_000,
    ],
    ids=[
        "invalid UTF-8",
        "right to left",
        "100,000 characters in a line",
        "one sentence of these",
        "one word of 100,000",
    ],
)
def test_odd_but_readable_is_compared(program: Any, good: Path, tmp_path: Path, content: bytes) -> None:
    (odd := tmp_path / "odd.txt").write_bytes(content)
    done = program("compare", "--json", good, odd, "--among", odd)
    assert (done.status, done.errors) == (0, [])
    text = content.decode("utf-8", "replace")
    assert json.loads(done.out)["right"]["sentences"][-1]["end"] <= len(text)


def test_characters_that_cannot_be_read_are_told_once(program: Any, good: Path, tmp_path: Path) -> None:
    (odd := tmp_path / "odd.txt").write_bytes(b"Ferry late again\n\nHalf a \xed\xa0\xbd face was seen.\n")
    done = program("compare", "--json", good, odd, "--among", odd)
    (line,) = done.errors
    assert (done.status, "could not be read" in line) == (0, True)
    assert "\ufffd" in done.out


def test_a_page_that_cannot_be_written(program: Any, good: Path, tmp_path: Path) -> None:
    complaint = only_complaint(program("compare", good, good, "--html", tmp_path / "gone" / "page.html"))
    assert "“page.html” can't be written" in complaint
