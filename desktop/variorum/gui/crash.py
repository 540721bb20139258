"""Errors that nobody expected: into a log file and one dialog, and the program goes on. Knows no screens."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from variorum import __version__

log = logging.getLogger(__name__)
LOG_NAME = "variorum.log"
_BYTES = 500_000
_OLDER = 3


def log_to(folder: Path) -> Path:
    """Log into `folder`, a few files of limited size; returns the file. Where that is impossible, nothing is logged."""
    # It brings sockets and pickle along, which the start of the program need not wait for.
    from logging.handlers import RotatingFileHandler

    file = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True)
    except OSError:
        return file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("variorum")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return file


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What to send to whoever is to find the mistake: versions and traceback, no texts of the library."""
    import platform

    versions = f"Variorum {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{versions}\n\n{''.join(traceback.format_exception(kind, error, trace))}"


class CrashCatcher(QObject):
    """Takes unexpected errors of all threads, logs them and shows each once: one mistake may come a hundred times."""

    _caught = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._seen: set[str] = set()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

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
            return
        report = report_of(kind, error, trace)
        log.error("unexpected error\n%s", report)
        self._caught.emit(report)

    def _tell(self, report: str) -> None:
        if report not in self._seen:
            self._seen.add(report)
            self._show(report)
