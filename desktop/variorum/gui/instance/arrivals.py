"""Files that come one by one though they were chosen together: brought together again.

The Explorer starts a program once for each chosen file, and the Finder sends an event for each. Knows no windows.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent

PAUSE_MS = 400 if sys.platform in ("win32", "darwin") else 0
"""How long after a single file the next one still belongs to it; file managers of other systems name all at once."""


class Arrivals(QObject):
    """Files to be opened, in order."""

    came = Signal(object)
    """Paths that are to be opened together."""

    def __init__(self, pause_ms: int = PAUSE_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._pass_on)

    def add(self, files: Sequence[Path]) -> None:
        """These are to be opened: at once, or a single one when no other follows."""
        if len(files) == 1 and self._pause.interval():
            self._waiting += [file for file in files if file not in self._waiting]
            self._pause.start()
        else:
            self._pass_on()
            if files:
                self.came.emit(tuple(files))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the application: the Finder asks for a file to be opened."""
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self.add([Path(event.url().toLocalFile())])
            return True
        return super().eventFilter(watched, event)

    def _pass_on(self) -> None:
        self._pause.stop()
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.came.emit(tuple(waiting))
