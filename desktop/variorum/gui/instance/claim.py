"""Which process shows the window of a library: where it is found, and that it is this one. Knows no Qt."""

from __future__ import annotations

import logging
import os
import sys
from hashlib import sha256
from pathlib import Path

from variorum.gui.instance.lock import FileLock

log = logging.getLogger(__name__)
_LONGEST_ADDRESS = 100
"""Bytes that the path of a local socket may have on every system."""


class Claim:
    """On the window of the library in `folder`; `meeting` is a folder of this user's alone."""

    def __init__(self, folder: Path, meeting: Path) -> None:
        user = f"{os.environ.get('USERDOMAIN')} {os.environ.get('USERNAME')} " if sys.platform == "win32" else ""
        place = os.path.normcase(os.path.realpath(folder))
        name = sha256(os.fsencode(user + place)).hexdigest()[:20]
        self.server = f"variorum-{name}" if sys.platform == "win32" else str(meeting / f"{name}.socket")
        """What the local server of that process is called."""
        self._lock = FileLock(meeting / f"{name}.lock")

    def take(self) -> bool:
        """Claim it for this process; whether that is done, or was before. Raises `OSError` where it can't be asked."""
        return self._lock.take()

    def holder(self) -> int | None:
        """The number of the process that has it, if that can be told."""
        return self._lock.holder()

    def release(self) -> None:
        """Give it up."""
        self._lock.release()


def claim_on(folder: Path, meeting: Path | None) -> Claim | None:
    """The claim on the window of the library in `folder`; None where programs can't find each other."""
    if meeting is None:
        return None
    claim = Claim(folder, meeting)
    return claim if len(os.fsencode(claim.server)) <= _LONGEST_ADDRESS else None
