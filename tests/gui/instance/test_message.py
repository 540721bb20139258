"""What programs say to each other: whole and back, and nothing else is taken for it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.gui.instance.message import MOST_BYTES, Request, missing, packed, request_for, unpacked

NAMES = st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=30).filter(lambda name: name != "..")


@given(st.lists(NAMES, max_size=5), st.text(st.characters(blacklist_characters="\0"), max_size=20))
def test_a_request_comes_back_as_it_was(names: list[str], token: str) -> None:
    request = Request(tuple(Path("/news") / name for name in names), token)
    assert unpacked(packed(request)) == request


def test_a_name_that_is_no_text_comes_back_to_the_byte() -> None:
    name = os.fsdecode(b"/news/caf\xe9.txt")
    assert os.fsencode(unpacked(packed(Request((Path(name),)))).files[0]) == b"/news/caf\xe9.txt"


def test_files_are_those_of_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert request_for([Path("a.txt"), Path("../b.txt")], "").files == (tmp_path / "a.txt", tmp_path.parent / "b.txt")


def test_a_message_is_known_before_it_is_whole() -> None:
    message = packed(Request((Path("/news/a.txt"),)))
    assert [missing(message[:size]) > 0 for size in range(len(message))] == [True] * len(message)
    assert missing(message) == 0


def framed(body: bytes, length: int | None = None) -> bytes:
    return b"VARIORUM1" + (len(body) if length is None else length).to_bytes(4, "big") + body


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n",
        b"VARIORUM2",
        framed(b"", MOST_BYTES + 1),
        framed(b"", 2**32 - 1),
        framed(b"{}") + b"more",
    ],
)
def test_what_can_become_no_message_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"too long|no message"):
        missing(data)


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps({"files": [], "token": "", "run": "rm"}).encode(),
        json.dumps({"files": "/a", "token": ""}).encode(),
        json.dumps({"files": ["a.txt"], "token": ""}).encode(),
        json.dumps({"files": ["/a\0"], "token": ""}).encode(),
        json.dumps({"files": [7], "token": ""}).encode(),
        json.dumps({"files": [], "token": 7}).encode(),
        json.dumps({"files": [], "token": "x" * 2000}).encode(),
    ],
)
def test_what_is_no_request_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(framed(body))


def test_too_many_files_are_not_sent() -> None:
    with pytest.raises(ValueError, match="too many"):
        packed(Request((Path("/" + "x" * MOST_BYTES),)))
