"""Reads the bytes of a file that a person named, whatever is there: never blocks, never takes more than the limit.

Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from variorum.core.errors import UnreadableFileError
from variorum.core.text.decoding import LIMIT, too_large
from variorum.core.words import word

_NOTHING = frozenset({os.devnull, "/dev/null"})


def is_nothing(path: Path) -> bool:
    """Whether this is the name by which programs such as git hand over a file that isn't there."""
    return str(path) in _NOTHING


def why_nothing(left: Path, right: Path) -> str:
    """What it means that one of two files is nothing, in one sentence; "" where neither is."""
    if is_nothing(left) and is_nothing(right):
        return "There is nothing to compare: neither version has a file."
    if is_nothing(left):
        return f"“{right.name}” is new: there is no earlier version of it."
    return f"“{left.name}” was deleted: there is no later version of it." if is_nothing(right) else ""


def read_bytes(path: Path) -> bytes:
    """The content of a file, refused by its size before it is read.

    Raises `UnreadableFileError` with one sentence where it is missing, may not be read, isn't an ordinary file or is
    too large.
    """
    name = path.name or str(path)
    try:
        with open(path, "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableFileError(word("“{name}” is not an ordinary file."), name=name)
            if status.st_size > LIMIT:
                raise UnreadableFileError(too_large(name, status.st_size))
            return stream.read(LIMIT + 1) or b""  # None where a file of the system has nothing to say yet
    except (OSError, ValueError) as error:
        raise UnreadableFileError(_why(error, path, name)) from error


def _open_at_once(path: str, flags: int) -> int:
    """Opening a named pipe would wait for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _why(error: OSError | ValueError, path: Path, name: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"“{name}” can't be found; it may have been moved or deleted."
    if os.path.isdir(path):
        return f"“{name}” is a folder, not a file."
    if isinstance(error, PermissionError):
        return f"“{name}” can't be read: you don't have permission to open it."
    reason = getattr(error, "strerror", None) or "its name isn't valid"
    return f"“{name}” can't be read: {reason}."
