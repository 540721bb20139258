"""Errors that are shown to people: one clear sentence each, never a traceback."""

from __future__ import annotations


class VariorumError(Exception):
    """Base of all errors meant for the user; `str(error)` is one complete sentence that says what to do."""


class UnreadableFileError(VariorumError):
    """A file that can't be read as an article (missing, no permission, binary, empty, too large)."""


class LibraryError(VariorumError):
    """The library can't be opened or written (locked, damaged, from a newer Variorum, disk full)."""


class LibraryBusyError(LibraryError):
    """Another program is changing the library just now."""
