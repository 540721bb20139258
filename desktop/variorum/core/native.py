"""Crashes below Python: where each thread stood goes into a file, of this process and of those it starts.

What is written are names of functions and files of the program, never values.
"""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path

_VARIABLE = "VARIORUM_CRASH_FILE"
"""How the processes that are started learn of the file."""
_MOST_BYTES = 60_000


def write_crashes_to(file: Path) -> str:
    """Have crashes of this process and of those it starts written into `file`; returns what stood there of earlier
    runs, which is taken out. Where that is impossible crashes leave no word."""
    before = _taken(file)
    os.environ[_VARIABLE] = str(file)
    write_crashes()
    return before


def write_crashes() -> None:
    """In a process that was started: write where the one that started it said."""
    file = os.environ.get(_VARIABLE)
    if not file:
        return
    try:
        # Open as long as the process lives: once it has crashed nothing can be opened any more.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        return
    faulthandler.enable(descriptor)


def _taken(file: Path) -> str:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("r+b") as kept:
            text = kept.read(_MOST_BYTES).decode("utf-8", "replace")
            kept.truncate(0)
    except OSError:
        return ""
    return text.strip()
