"""Writes what is exported where a person asked for it; what can't be written is said in one sentence."""

from __future__ import annotations

from pathlib import Path

from variorum.core.errors import VariorumError
from variorum.core.replacing import replace_file
from variorum.core.words import word

_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")
"""How the names begin of what is open already, even where it is an ordinary file."""


class UnwritableFileError(VariorumError):
    """A file that can't be written (missing folder, no permission, disk full)."""


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what is there only once all is written.

    What is no file that could be replaced (a pipe, a device, the program's own output) is written to. Raises
    `UnwritableFileError` with one sentence that names the file, `BrokenPipeError` where nobody reads.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnwritableFileError(word("“{name}” is a folder, so no file can be written there."), name=name)
        if _is_stream(path):
            with open(path, "ab") as stream:
                stream.write(content)
        else:
            replace_file(path, content)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnwritableFileError(word("“{name}” can't be written: {reason}."), name=name, reason=reason) from None


def _is_stream(path: Path) -> bool:
    return path.absolute().as_posix().startswith(_STREAMS) or (path.exists() and not path.is_file())
