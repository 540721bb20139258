"""Errors that nobody expected: into a log file and one dialog, and the program goes on. Knows no screens.

Neither the log nor the dialog has anything of the user's texts (`core.reporting`).
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from variorum import __version__
from variorum.core.errors import VariorumError
from variorum.core.reporting import told
from variorum.gui.trouble import said

log = logging.getLogger(__name__)
LOG_NAME = "variorum.log"
CRASH_NAME = "crashes.log"
_BYTES = 500_000
_OLDER = 3


class SafeFormatter(logging.Formatter):
    """Writes where errors happened, not the words of theirs that may be from a text."""

    def format(self, record: logging.LogRecord) -> str:
        """A line of the log, and an error's lines below it."""
        # A copy: what another handler has made of the error is not to be used, nor this by another one.
        copy = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        error = record.exc_info[1] if record.exc_info else None
        return super().format(copy) + (f"\n{told(error)}" if error is not None else "")


def log_to(folder: Path) -> Path:
    """Log into `folder`, a few files of limited size; returns the file. Where that is impossible, nothing is logged."""
    # It brings sockets and pickle along, which the start of the program need not wait for.
    from logging.handlers import RotatingFileHandler

    class Handler(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            """A full disk is no reason to say anything on standard error."""

    file = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = Handler(file, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True)
    except OSError:
        return file
    handler.setFormatter(SafeFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("variorum")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return file


def report_of(what: str) -> str:
    """What to send to whoever is to find the mistake: versions, and what happened as `core.reporting` tells it."""
    import platform

    versions = f"Variorum {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{versions}\n\n{what}"


class CrashCatcher(QObject):
    """Takes unexpected errors of all threads, logs them and shows each once: one mistake may come a hundred times.

    What is meant for people (`VariorumError`) and was caught by nobody is said, not reported.
    """

    _caught = Signal(str)
    _said = Signal(str)

    def __init__(
        self, show: Callable[[str], object], say: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._seen: set[str] = set()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._said.connect(say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take all errors from now on."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and show it soon, in the window's thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, VariorumError):
            self._said.emit(said(error))
        else:
            self.take(told(error.with_traceback(trace)))

    @Slot(object)
    def catch_error(self, error: Exception) -> None:
        """The same for an error that was handed on, as those of jobs are."""
        self.catch(type(error), error, error.__traceback__)

    @Slot(str)
    def take(self, what: str) -> None:
        """The same for an error that another process told of."""
        log.error("unexpected error\n%s", what)
        self._caught.emit(what)

    def _tell(self, what: str) -> None:
        if what not in self._seen:
            self._seen.add(what)
            self._show(report_of(what))
