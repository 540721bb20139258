"""Which files an import of files and folders means. Reads folders, not files; knows nothing of the library.

A file that is named is always meant. In folders: text files by their suffix, and files without one that look like
text; nothing hidden. Folders are walked in the order of names, through links too, each folder once.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from variorum.core.cancel import ShouldCancel, check
from variorum.core.library.model import ImportFailure

SUFFIXES = frozenset({".txt", ".text", ".md"})
_SNIFFED = 4096
"""Bytes that are looked at to tell whether a file without a suffix is text."""


def find_files(paths: Sequence[Path], should_cancel: ShouldCancel) -> tuple[list[Path], list[ImportFailure]]:
    """The files meant by `paths` (absolute, each once), and the folders that could not be read.

    Raises `CanceledError`.
    """
    found: dict[Path, None] = {}
    failed: list[ImportFailure] = []
    for path in map(_absolute, paths):
        if not os.path.isdir(path):  # which, unlike `Path.is_dir`, never raises
            found[path] = None
            continue
        for outcome in _walk(path):
            check(should_cancel)
            if isinstance(outcome, ImportFailure):
                failed.append(outcome)
            else:
                found[outcome] = None
    return list(found), failed


def _walk(top: Path) -> Iterator[Path | ImportFailure]:
    waiting, seen = [top], set[tuple[int, int]]()
    while waiting:
        folder = waiting.pop()
        try:
            identity = folder.stat()
            if (identity.st_dev, identity.st_ino) in seen:
                continue  # a link to a folder that had its turn, perhaps to one around itself
            seen.add((identity.st_dev, identity.st_ino))
            with os.scandir(folder) as entries:
                ordered = sorted(
                    (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
                )
        except OSError as error:
            yield ImportFailure(folder, f"The folder “{folder.name}” can't be read: {error.strerror or error}.")
            continue
        yield from _meant(Path(entry.path) for entry in ordered if not _is_folder(entry))
        waiting.extend(Path(entry.path) for entry in reversed(ordered) if _is_folder(entry))


def _meant(files: Iterable[Path]) -> Iterator[Path]:
    return (file for file in files if file.suffix.lower() in SUFFIXES or (not file.suffix and _looks_like_text(file)))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself
        return False


def _looks_like_text(file: Path) -> bool:
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            beginning = stream.read(_SNIFFED)
    except OSError:
        return False
    return bool(beginning) and (
        b"\0" not in beginning or beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    )


def _absolute(path: Path) -> Path:
    """The path from the root, without `.` and `..`; links are kept, so that people see the name they know."""
    return Path(os.path.abspath(path))
