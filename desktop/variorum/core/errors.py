"""Errors that are shown to people: one clear sentence each, never a traceback."""

from __future__ import annotations


class VariorumError(Exception):
    """Base of all errors meant for the user; `str(error)` is one complete sentence that says what to do.

    It is made of an English `sentence` and `values` for the names in braces in it, from which the window makes the same
    in the user's language."""

    def __init__(self, sentence: str = "", /, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence, self.values = sentence, values


class UnreadableFileError(VariorumError):
    """A file that can't be read as an article (missing, no permission, binary, empty, too large)."""


class LibraryError(VariorumError):
    """The library can't be opened or written (locked, damaged, from a newer Variorum, disk full)."""


class LibraryBusyError(LibraryError):
    """Another program is changing the library just now."""
