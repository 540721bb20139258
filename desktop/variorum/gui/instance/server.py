"""Hears what programs started later want opened. Only this user's programs reach it; all that comes is mistrusted."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from variorum.gui.instance.message import HEARD, MOST_BYTES, missing, unpacked

log = logging.getLogger(__name__)
_MOST_CALLERS = 64
"""At once. Who is turned away tries again."""
_PATIENCE_MS = 5_000
"""How long a message may take to be said."""


class Server(QObject):
    """The local server of the process that has the window."""

    asked = Signal(object)
    """A `Request`, after its sender was told that it is heard."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        self._callers: set[_Caller] = set()

    def listen(self) -> bool:
        """Begin; whether that was possible. What another program left under this name is taken away: the caller has
        made sure that it has ended."""
        QLocalServer.removeServer(self._name)
        if self._server.listen(self._name):
            return True
        log.warning("programs started later won't be heard: %s", self._server.errorString())
        return False

    def close(self) -> None:
        """Hear nobody any more; who is just speaking is cut off, and knows so."""
        self._server.close()
        for caller in list(self._callers):
            caller.leave()

    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self._callers) >= _MOST_CALLERS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket, self)
            self._callers.add(caller)
            caller.asked.connect(self.asked)
            caller.left.connect(self._forget)
            caller.listen()

    def _forget(self, caller: _Caller) -> None:
        self._callers.discard(caller)


class _Caller(QObject):
    """One connection: a single message, then it is over."""

    asked = Signal(object)
    left = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._data = b""
        self._left = False
        socket.setParent(self)
        socket.setReadBufferSize(MOST_BYTES // 4)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.leave)
        QTimer.singleShot(_PATIENCE_MS, self, self.leave)

    def listen(self) -> None:
        """Take what was said before anybody listened."""
        self._read()
        if self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self.leave()

    def leave(self) -> None:
        """Cut the connection, if it is there."""
        if not self._left:
            self._left = True
            self._socket.close()
            self.left.emit(self)
            self.deleteLater()

    def _read(self) -> None:
        if self._left:
            return
        self._data += bytes(self._socket.readAll().data())
        try:
            if missing(self._data):
                return
            request = unpacked(self._data)
        except ValueError as error:
            log.info("a message that is none of ours was not heeded: %s", error)
            self.leave()
            return
        self._socket.write(HEARD)
        self._socket.flush()
        self.leave()
        self.asked.emit(request)
