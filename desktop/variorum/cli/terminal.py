"""What people at a terminal see: complaints, one line each, and progress, on standard error; whether in color."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from variorum.core.export.printable import on_one_line

_REWRITE = "\r\x1b[K"
"""To the beginning of the line and clear it."""


def in_color() -> bool:
    """Whether what is printed may have colors: on a terminal, unless `NO_COLOR` is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def complain(sentence: str) -> None:
    """Say on one line what went wrong, or what was not taken as meant."""
    print(f"variorum: {on_one_line(sentence)}", file=sys.stderr)


class _Complaints(logging.Handler):
    """Warnings as complaints. What has a traceback is for a log; people are told of it by whoever caught it."""

    def emit(self, record: logging.LogRecord) -> None:
        if not record.exc_info:
            complain(record.getMessage())


@contextmanager
def complaining_of_warnings() -> Iterator[None]:
    """Warnings of the program are said on one line each, where Python would print them as they are."""
    handler = _Complaints(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Shows how far the work is in place of what was shown before, only on a terminal; gone however it ends."""
    on_terminal = sys.stderr.isatty()

    def show(line: str) -> None:
        if on_terminal:
            print(f"{_REWRITE}{on_one_line(line)}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        show("")
