"""Joins all that tells of unexpected errors (this process, its jobs, its other processes, its last run) to one dialog.

Also opens the log. Knows where it is kept, and nothing of what goes wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.core.native import write_crashes_to
from variorum.core.reporting import told
from variorum.gui.crash import CRASH_NAME, LOG_NAME, CrashCatcher, log_to, report_of
from variorum.gui.theme.service import ThemeService

if TYPE_CHECKING:
    from variorum.gui.dialogs.crash import CrashReports

log = logging.getLogger(__name__)


class Catching:
    """From its construction on nothing goes wrong without a word."""

    def __init__(self, theme: ThemeService, folder: Path) -> None:
        self._theme = theme
        self._folder = folder
        self._say: Callable[[str], object] = lambda sentence: log.error("%s", sentence)
        self._crashed = write_crashes_to(folder / CRASH_NAME)
        self.catcher = CrashCatcher(self._show, lambda sentence: self._say(sentence))
        self._kept: CrashReports | None = None
        self.catcher.install()

    def start(self, say: Callable[[str], object], note: str) -> None:
        """The window is there: log from now on, and tell how the last run ended. `say` says a sentence in the window,
        as the `note`, if there is one."""
        self._say = say
        log_to(self._folder)
        if note:
            say(note)
        if self._crashed:
            log.error("the last run ended below Python\n%s", self._crashed)
            self._reports().show_ended(report_of(f"The last run ended below Python.\n\n{self._crashed}\n"))

    def end(self, error: Exception) -> None:
        """There will be no window for this error: show it, and wait until it is read."""
        log_to(self._folder)
        log.error("unexpected error\n%s", told(error))
        self._reports().wait(report_of(told(error)))

    def _show(self, report: str) -> None:
        self._reports().show(report)

    def _reports(self) -> CrashReports:
        if self._kept is None:
            from variorum.gui.dialogs.crash import CrashReports

            self._kept = CrashReports(self._folder / LOG_NAME, self._theme)
        return self._kept
