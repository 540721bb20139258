"""What SQLite's errors mean for a person: one sentence each that says what to do. Knows nothing of what is stored."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from variorum.core.errors import LibraryBusyError, LibraryError
from variorum.core.words import word

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_MEANINGS = (
    (
        ("SQLITE_NOTADB", "SQLITE_CORRUPT"),
        "The library {file} is damaged and can't be read; move the file away or put back a copy of it.",
    ),
    (("SQLITE_FULL",), "The disk is full, so the library {file} could not be changed; make room and try again."),
    (("SQLITE_READONLY",), "The library {file} can't be written; check the permissions of the file and its folder."),
    (
        ("SQLITE_CANTOPEN", "SQLITE_PERM"),
        "The library {file} can't be opened; check the permissions of the file and its folder.",
    ),
    (("SQLITE_IOERR",), "The disk failed while the library {file} was used; check the disk and its free space."),
)


def explain(error: sqlite3.Error, file: Path) -> LibraryError:
    """The error to show for `error`, which the library at `file` met."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_BUSY):
        return LibraryBusyError(
            word("The library {file} is being changed by another program; try again in a moment."), file=file
        )
    for prefixes, sentence in _MEANINGS:
        if name.startswith(prefixes):
            return LibraryError(sentence.format(file=file))
    return LibraryError(word("The library {file} could not be used ({error})."), file=file, error=str(error))


def explain_folder(error: OSError, folder: Path) -> LibraryError:
    """The error to show where the library's folder can't be made."""
    return LibraryError(
        f"The library's folder {folder} can't be used: {error.strerror or error}. Mend that, or name another folder "
        "with --library DIR."
    )
