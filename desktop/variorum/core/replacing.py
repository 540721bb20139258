"""Writes a file whole or not at all: beside its place first, then moved there. Knows nothing of what is in it."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

UNFINISHED = ".part"
"""How the names of files end that are still being written (or were, when the machine went down)."""


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`: after a crash the old file is there or the new one, never a part.

    A link stays, and what it leads to is replaced; who may read the old file may read the new one.
    Raises `OSError`, also for what is no file (root could put even a device out of the way); the old file is unharmed
    then and nothing is left beside it.
    """
    file = Path(os.path.realpath(path))
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, "Not an ordinary file", str(path))
    waiting = file.with_name(f".{os.urandom(8).hex()}{UNFINISHED}")
    try:
        with open(waiting, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            with suppress(OSError):  # some file systems know no permissions
                waiting.chmod(stat.S_IMODE(file.stat().st_mode))
        os.replace(waiting, file)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
