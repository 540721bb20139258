"""What one sees while a comparison is under way: at first nothing, then what was there steps back, then a line says so.

Knows no jobs of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.gui.compare.comparing import Comparing
from variorum.gui.compare.notice import Veil
from variorum.gui.compare.wording import COMPARING
from variorum.gui.widgets.progress_line import ProgressLine

DIM_MS = 120
"""How long a comparison may take before the one of before steps back; most are quicker, and nothing flickers."""
PATIENCE_MS = 500
"""How long a comparison may take before the window says that it is under way."""


class Patience(QObject):
    """From the beginning of a comparison to its end."""

    waited = Signal()
    """It takes long enough to be seen, or there is nothing else to see."""

    def __init__(self, progress: ProgressLine, veil: Veil, covers: Callable[[], bool], parent: QObject) -> None:
        """`covers` tells whether there is anything that can step back."""
        super().__init__(parent)
        self._progress, self._veil, self._covers = progress, veil, covers
        self._waiting = QTimer(self, singleShot=True, interval=DIM_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(lambda: veil.set_drawn(covers()))
        self._waiting.timeout.connect(self.waited)
        self._patience.timeout.connect(lambda: progress.start(COMPARING))

    def follow(self, comparing: Comparing) -> None:
        """Wait for what is compared there; who loses patience cancels it."""
        comparing.began.connect(self.begin)
        comparing.ended.connect(self.end)
        self._progress.canceled.connect(comparing.cancel)

    @Slot()
    def begin(self) -> None:
        """Something is under way."""
        if not self._covers():
            self.waited.emit()
        self._waiting.start()
        self._patience.start()

    @Slot()
    def end(self) -> None:
        """Nothing is under way any more."""
        self._waiting.stop()
        self._patience.stop()
        self._progress.hide()
        self._veil.set_drawn(False)
