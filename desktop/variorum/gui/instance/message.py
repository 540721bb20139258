"""What a program that is started says to the one that runs: which files to open. Bytes to frozen data and back.

Whatever comes is mistrusted: of a limited size, of known fields, each of its type. Knows no sockets and no Qt.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BEGINNING = b"VARIORUM1"
_LENGTH = 4
_HEAD = len(_BEGINNING) + _LENGTH
MOST_BYTES = 8_000_000
"""Of a message: three times as many as a command line has, for other letters take more room in it."""
_LONGEST_TOKEN = 1_000
HEARD = b"VARIORUM1 heard\n"
"""The answer to a message that is heeded."""


@dataclass(frozen=True, slots=True)
class Request:
    """Files to open, by absolute paths, or none: then the window is only to come forward."""

    files: tuple[Path, ...] = ()
    token: str = ""
    """What the desktop gave the started program, with which a window may come forward."""


def request_for(files: Sequence[Path], token: str) -> Request:
    """Ask for these files of the current folder."""
    return Request(tuple(Path(os.path.abspath(file)) for file in files), token[:_LONGEST_TOKEN])


def packed(request: Request) -> bytes:
    """The message. Raises `ValueError` if it gets too long."""
    body = json.dumps({"files": [str(file) for file in request.files], "token": request.token}).encode("ascii")
    if len(body) > MOST_BYTES:
        raise ValueError("too many files")
    return _BEGINNING + len(body).to_bytes(_LENGTH, "big") + body


def missing(data: bytes) -> int:
    """How many bytes a message that begins with `data` still lacks, as far as can be told by now.

    Raises `ValueError` if it can't become one.
    """
    if not _BEGINNING.startswith(data[: len(_BEGINNING)]):
        raise ValueError("no message of Variorum")
    if len(data) < _HEAD:
        return _HEAD - len(data)
    length = int.from_bytes(data[len(_BEGINNING) : _HEAD], "big")
    if length > MOST_BYTES or len(data) > _HEAD + length:
        raise ValueError("too long")
    return _HEAD + length - len(data)


def unpacked(data: bytes) -> Request:
    """The request of a whole message. Raises `ValueError`."""
    try:
        told = json.loads(data[_HEAD:])
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(told, dict) or set(told) != {"files", "token"}:
        raise ValueError("other fields")
    files, token = told["files"], told["token"]
    if not isinstance(token, str) or len(token) > _LONGEST_TOKEN or "\0" in token:
        raise ValueError("no token")
    if not isinstance(files, list) or not all(isinstance(file, str) and _is_path(file) for file in files):
        raise ValueError("no paths")
    return Request(tuple(map(Path, files)), token)


def _is_path(text: str) -> bool:
    return os.path.isabs(text) and "\0" not in text
