"""Writes a file whole or not at all: beside its place first, then moved there. Knows nothing of what is in it."""

from __future__ import annotations

import os
from pathlib import Path

UNFINISHED = ".part"
"""How the names of files end that are still being written (or were, when the machine went down)."""


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`: after a crash the old file is there or the new one, never a part.

    Raises `OSError`; the old file is unharmed then and nothing is left beside it.
    """
    waiting = path.with_name(f".{os.urandom(8).hex()}{UNFINISHED}")
    try:
        with open(waiting, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(waiting, path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
