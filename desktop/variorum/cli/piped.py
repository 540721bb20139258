"""Versions that come through a pipe: standard input as `-`, and what a shell makes of `<(COMMAND)`."""

from __future__ import annotations

import sys
from pathlib import Path

_STANDARD_INPUT = "-"
_OPEN_ALREADY = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""How the names begin of pipes that somebody writes into: reading from any other one might wait for ever."""


def is_piped(path: Path) -> bool:
    """Whether this is no file but what another program writes to this one."""
    name = str(path)
    return name == _STANDARD_INPUT or (name.startswith(_OPEN_ALREADY) and path.is_fifo())


def read_piped(path: Path) -> str:
    """The text that comes, once all of it has. Raises `UnreadableFileError`, or `OSError`."""
    from variorum.core.text.decoding import LIMIT, decode

    if str(path) == _STANDARD_INPUT:
        return decode(sys.stdin.buffer.read(LIMIT + 1), "standard input")
    with open(path, "rb") as stream:
        return decode(stream.read(LIMIT + 1), str(path))
