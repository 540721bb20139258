"""Importing from the window: in the background, with progress and cancel; a summary in words. Knows no dialogs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from variorum.core.cancel import ShouldCancel
from variorum.core.library.importing import import_paths
from variorum.core.library.library import Library
from variorum.core.library.model import ImportProgress, ImportReport
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.trouble import sentence
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.words import plural, tr

TEXT_FILES = tr("Text files (*.txt *.text *.md);;All files (*)")
"""What dialogs that ask for files offer."""
_EVERY = 0.05
"""Seconds between two steps of the bar."""


class ImportFlow(QObject):
    """Imports, one after the other; `line` shows how far the one under way is."""

    finished = Signal(object, object)
    """The `ImportReport` and the paths that were asked for, where nobody else is told."""
    failed = Signal(str)
    """The library itself failed, and why."""
    _advanced = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, line: ProgressLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._line = line
        # Not `Job.cancel`: that drops the answer, and what was imported until then is to be reported.
        self._stops: list[Event] = []
        self._advanced.connect(self._show)
        line.canceled.connect(self.cancel)

    def start(self, paths: Sequence[Path], told: Callable[[ImportReport], None] | None = None) -> None:
        """Import files and folders; `told` is called with the report in the place of `finished`."""
        if not paths:
            return
        wanted, stop, library, progress = tuple(paths), Event(), self._library, self._every_so_often()

        def work(should_cancel: ShouldCancel) -> ImportReport:
            return import_paths(
                library, wanted, progress=progress, should_cancel=lambda: stop.is_set() or should_cancel()
            )

        def done(report: ImportReport) -> None:
            self._end(stop)
            if told is not None:
                told(report)
            else:
                self.finished.emit(report, wanted)

        def failed(error: Exception) -> None:
            self._end(stop)
            self.failed.emit(sentence(error, tr("Nothing more could be imported")))

        self._stops.append(stop)
        self._line.start(tr("Looking for files…"))
        self._jobs.run(work, done, failed, lane=Lane.WRITE)

    def cancel(self) -> None:
        """Stop after the file that is being read; what was imported stays."""
        for stop in self._stops:
            stop.set()

    def _end(self, stop: Event) -> None:
        self._stops.remove(stop)
        if not self._stops:
            self._line.hide()

    def _every_so_often(self) -> Callable[[ImportProgress], None]:
        """Hands progress to the window's thread, but not more often than one can see."""
        last = 0.0

        def report(progress: ImportProgress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _EVERY:
                last = now
                self._advanced.emit(progress)

        return report

    def _show(self, progress: ImportProgress) -> None:
        name = progress.current.name if progress.current else ""
        text = plural(
            "Importing {place} of %n file: {name}",
            "Importing {place} of %n files: {name}",
            progress.total,
            place=f"{progress.done + 1:,}",
            name=name,
        )
        if self._stops and not any(stop.is_set() for stop in self._stops):
            self._line.advance(text, progress.done, progress.total)


def summary(report: ImportReport) -> str:
    """ "12 imported, 3 already in the library, 2 could not be read." """
    parts = (
        [tr("{number} imported", number=f"{len(report.added):,}")]
        if report.added or not (report.known or report.failed)
        else []
    )
    if report.damaged:
        parts.append(tr("{number} of them with characters that could not be read", number=f"{len(report.damaged):,}"))
    if report.known:
        parts.append(tr("{number} already in the library", number=f"{len(report.known):,}"))
    if report.failed:
        parts.append(tr("{number} could not be read", number=f"{len(report.failed):,}"))
    text = ", ".join(parts)
    return tr("Import stopped: {text}.", text=text) if report.canceled else f"{text}."
