"""What programs started later hand over is opened, and the window comes forward: the window's side of it."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from variorum.gui.instance.arrivals import Arrivals
from variorum.gui.instance.claim import Claim
from variorum.gui.instance.message import Request

_TOKEN = "XDG_ACTIVATION_TOKEN"
"""Where Qt looks for what a Wayland desktop wants to see before a window may come forward."""


class Hearing:
    """Hears others from `start` to `stop`, if this process has the claim on its library."""

    def __init__(self, claim: Claim | None, window: QWidget, arrivals: Arrivals) -> None:
        self._claim = claim
        self._window = window
        self._arrivals = arrivals
        self._stop: Callable[[], None] | None = None

    def start(self) -> None:
        """Begin to hear: who was started meanwhile has waited for it."""
        if self._claim is None:
            return
        # Five milliseconds that the start of the window need not wait for.
        from variorum.gui.instance.server import Server

        server = Server(self._claim.server, self._window)
        server.asked.connect(self._heed)
        server.listen()
        self._stop = server.close

    def stop(self) -> None:
        """Hear nobody any more, and let another process have the library's window."""
        if self._stop is not None:
            self._stop()
        if self._claim is not None:
            self._claim.release()

    def _heed(self, request: Request) -> None:
        bring_forward(self._window, request.token)
        self._arrivals.add(request.files)


def bring_forward(window: QWidget, token: str = "") -> None:
    """Put the window, or the dialog that it waits for, before all others and give it the keys."""
    if token:
        os.environ[_TOKEN] = token
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    front = QApplication.activeModalWidget() or window
    for each in dict.fromkeys((window, front)):
        each.raise_()
    front.activateWindow()
