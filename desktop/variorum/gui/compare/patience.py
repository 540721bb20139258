"""What one sees while a comparison is under way: at first nothing, then what was there steps back, then a line says so.

Knows no jobs of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.gui.compare.comparing import Comparing
from variorum.gui.compare.notice import Veil
from variorum.gui.compare.refining import Refining
from variorum.gui.widgets.progress_line import ProgressLine

DIM_MS = 120
"""How long a comparison may take before the one of before steps back; most are quicker, and nothing flickers."""
PATIENCE_MS = 500
"""How long a comparison may take before the window says that it is under way."""


class Patience(QObject):
    """From the beginning of a comparison to its end. Who loses patience cancels it."""

    waited = Signal()
    """It takes long enough to be seen, or there is nothing else to see."""

    def __init__(self, slow: Comparing | Refining, progress: ProgressLine, words: str, parent: QObject) -> None:
        """Wait for what `slow` does, and say so in `words`; others may use the same `progress`."""
        super().__init__(parent)
        self._slow, self._progress = slow, progress
        self._under_way = False
        self._waiting = QTimer(self, singleShot=True, interval=DIM_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self.waited)
        self._patience.timeout.connect(lambda: progress.start(words))
        slow.began.connect(self.begin)
        slow.ended.connect(self.end)
        progress.canceled.connect(self._cancel)

    def draw(self, veil: Veil, covers: Callable[[], bool]) -> None:
        """Let what lies under `veil` step back meanwhile; `covers` tells whether there is anything that can."""
        self.waited.connect(lambda: veil.set_drawn(covers()))
        self._slow.began.connect(lambda: None if covers() else self.waited.emit())
        self._slow.ended.connect(lambda: veil.set_drawn(False))

    @Slot()
    def begin(self) -> None:
        """Something is under way."""
        self._under_way = True
        self._waiting.start()
        self._patience.start()

    @Slot()
    def end(self) -> None:
        """Nothing is under way any more, or nothing that one should wait for."""
        if self._under_way:
            self._under_way = False
            self._waiting.stop()
            self._patience.stop()
            self._progress.hide()

    def _cancel(self) -> None:
        if self._under_way:
            self._slow.cancel()
