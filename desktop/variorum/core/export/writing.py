"""Writes a file whole or not at all: beside its place first, then moved there."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from variorum.core.errors import VariorumError


class UnwritableFileError(VariorumError):
    """A file that can't be written (missing folder, no permission, disk full)."""


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`, replacing what is there only once all is written.

    Raises `UnwritableFileError` with one sentence that names the file.
    """
    temporary: str | None = None
    try:
        if path.is_dir():
            raise UnwritableFileError(f"“{path.name}” is a folder, so no file can be written there.")
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # A temporary file is private; what is written for others to read follows the usual mask.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except (OSError, ValueError) as error:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableFileError(f"“{path.name}” can't be written: {reason}.") from None
