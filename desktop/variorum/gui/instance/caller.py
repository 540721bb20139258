"""Hands the files of a program that was started to the one that has the window. Shows nothing, needs no event loop."""

from __future__ import annotations

from enum import Enum

from PySide6.QtNetwork import QLocalSocket

from variorum.gui.instance.claim import Claim
from variorum.gui.instance.message import HEARD

_STEP_MS = 40


class Step(Enum):
    """How far a `Caller` is: nobody had the window, so this process has it now; it was told; neither yet."""

    FIRST = "first"
    TOLD = "told"
    WAITING = "waiting"


class Caller:
    """Tries until the message is heard, or the window is ours because the other program has ended."""

    def __init__(self, claim: Claim, message: bytes) -> None:
        self._claim = claim
        self._message = message
        self._socket: QLocalSocket | None = None

    def step(self) -> Step:
        """Go on for 40 ms at most. Raises `OSError` where it can't be asked who has the window."""
        if self._socket is None:
            if self._claim.take():
                return Step.FIRST
            self._connect()
            return Step.WAITING
        # One connection, however long it takes: a program that hung and goes on opens the files once.
        self._socket.waitForReadyRead(_STEP_MS)
        if bytes(self._socket.peek(len(HEARD)).data()) == HEARD:
            self.close()
            return Step.TOLD
        if self._socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            self.close()
        return Step.WAITING

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.abort()
            self._socket = None

    def _connect(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._claim.server)
        if socket.waitForConnected(_STEP_MS):
            socket.write(self._message)
            socket.flush()
            self._socket = socket
