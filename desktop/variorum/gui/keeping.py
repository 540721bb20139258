"""Keeps the session while the program runs, so that a crash loses a few seconds at most. Knows no screens' insides."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from variorum.core.reporting import in_short
from variorum.gui import session
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.session import Session

log = logging.getLogger(__name__)
AFTER_MS = 2000
"""How long after a change of place it is kept; further changes meanwhile are kept with it."""


class SessionKeeper(QObject):
    """Writes what `state` tells into `file`: soon after `touch`, at once with `keep_now`."""

    def __init__(
        self, state: Callable[[], Session], jobs: Jobs, file: Path, library: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._jobs = jobs
        self._file = file
        self._library = library
        self._kept: Session | None = None
        self._numbers = count(1)
        self._written = 0
        self._lock = Lock()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._keep)

    def touch(self) -> None:
        """Something about the session has changed."""
        # Not started anew each time: one who scrolls on and on is to be remembered, too.
        if not self._soon.isActive():
            self._soon.start()

    def keep_now(self) -> None:
        """Write it before going on: the window closes."""
        self._soon.stop()
        self._write(next(self._numbers), self._state())

    def _keep(self) -> None:
        state, number = self._state(), next(self._numbers)
        if state != self._kept:
            self._kept = state
            self._jobs.run(lambda _: self._write(number, state), lambda _: None, lane=Lane.WRITE)

    def _write(self, number: int, state: Session) -> None:
        """Write the state of that number, unless a later one is there already."""
        with self._lock:
            if number < self._written:
                return
            self._written = number
            try:
                session.save(self._file, self._library, state)
            except OSError as error:
                log.info("the session could not be kept: %s", in_short(error))
