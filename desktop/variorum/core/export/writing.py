"""Writes what is exported where a person asked for it; what can't be written is said in one sentence."""

from __future__ import annotations

from pathlib import Path

from variorum.core.errors import VariorumError
from variorum.core.replacing import replace_file


class UnwritableFileError(VariorumError):
    """A file that can't be written (missing folder, no permission, disk full)."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what is there only once all is written.

    Raises `UnwritableFileError` with one sentence that names the file.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnwritableFileError(f"“{name}” is a folder, so no file can be written there.")
        replace_file(path, content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableFileError(f"“{name}” can't be written: {reason}.") from None
