"""Notices what another program does to the library (`variorum import`) while the window is in use. Knows no screens."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from variorum.core.library.library import Library
from variorum.core.reporting import in_short
from variorum.gui.jobs import Jobs

log = logging.getLogger(__name__)
EVERY_MS = 3000
"""How often to look while the window is active; at once when it becomes so."""
_VIEW = "library-watch"


class LibraryWatch(QObject):
    """Compares the library's revision with the one that `shown` tells."""

    changed = Signal()
    """The library holds something else than what is shown."""

    def __init__(self, library: Library, jobs: Jobs, shown: Callable[[], int | None], window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._shown = shown
        self._window = window
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self.look()
            self._timer.start()
        elif event.type() is QEvent.Type.WindowDeactivate:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Look now, in the background."""
        self._jobs.run(lambda _: self._library.revision(), self._compare, self._fail, view=_VIEW)

    def _compare(self, revision: int) -> None:
        # Until something is shown at all, whoever shows it reads the newest anyway.
        if self._shown() not in (None, revision):
            self.changed.emit()

    @staticmethod
    def _fail(error: Exception) -> None:
        log.info("the library's revision can't be read: %s", in_short(error))
