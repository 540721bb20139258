"""What happens right after the window is shown: seeds into a new library, files of the command line, or what was open.

All of it in the background; the window can be used meanwhile. Knows no widgets' insides.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from variorum.assets import seeds
from variorum.core.cancel import ShouldCancel
from variorum.core.library.importing import import_paths
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, ImportFailure, StoryRow
from variorum.core.library.seeding import add_seeds
from variorum.core.text.files import is_nothing, why_nothing
from variorum.gui.frame import Screens
from variorum.gui.instance.arrivals import Arrivals
from variorum.gui.jobs import Lane
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.pairing.holding import hold_files
from variorum.gui.remembering import reopen
from variorum.gui.services import Services
from variorum.gui.session import Session
from variorum.gui.trouble import sentence
from variorum.gui.window import MainWindow
from variorum.gui.words import tr

_INDEX_AFTER_MS = 1500
"""How long after the start the index is brought up to date."""
TWO_FOLDERS = tr("Two folders can't be compared; name two files, or add folders to the library with Ctrl+Shift+O.")
_KEEP_REMOVED = timedelta(days=30)
"""How long removed articles stay in the library, for those who want them back."""


@dataclass(frozen=True, slots=True)
class Named:
    """The articles of the files that were named on the command line, the files that could not be read, and what else
    is to be said."""

    rows: tuple[ArticleRow, ...] = ()
    failed: tuple[ImportFailure, ...] = ()
    note: str = ""


class Opening(QObject):
    """The steps of a start, in order."""

    def __init__(
        self, services: Services, screens: Screens, window: MainWindow, before: Session, files: Sequence[Path]
    ) -> None:
        super().__init__(window)
        self._services = services
        self._screens = screens
        self._window = window
        self._before = before
        self._files = [Path(file) for file in files]
        self.arrivals = Arrivals(parent=self)
        """What else is to be opened, as long as the window lives."""
        self.arrivals.came.connect(self._open)

    def start(self) -> None:
        """Do what is to be done; returns at once."""
        services = self._services
        services.search.start()
        if services.library.revision() == 0:
            services.jobs.run(
                lambda _: add_seeds(services.library, seeds()), self._welcome, self._fail, lane=Lane.WRITE
            )
        else:
            self._screens.sidebar.refresh()
            services.jobs.run(lambda _: services.library.purge(_KEEP_REMOVED), lambda _: None, lane=Lane.WRITE)
            # What the command line brought in meanwhile is to be found, too; when the window has drawn what was open.
            QTimer.singleShot(_INDEX_AFTER_MS, self, services.search.refresh)
            if not self._files and not reopen(self._window, self._screens, self._before, services.library):
                self._screens.sidebar.refreshed.connect(self._open_first)
        self.arrivals.add(self._files)

    def _open(self, files: Sequence[Path]) -> None:
        """Open these files: one is read, two are compared, more imported."""
        library = self._services.library
        self._services.jobs.run(
            lambda should_cancel: bring_in(library, files, should_cancel),
            partial(self._open_files, self._window.navigator.wish().then(self._go_to)),
            self._fail,
            lane=Lane.WRITE,
        )

    def _welcome(self, story: StoryRow | None) -> None:
        """The library is new: show the first article of what it starts with."""
        self._window.library.refresh()
        here = self._window.navigator.here
        if story is not None and story.versions and here is None and not self._files:
            self._window.navigator.go(Reading(story.versions[0].id))

    def _open_first(self) -> None:
        """Nothing was open: read the first version of the newest story."""
        self._screens.sidebar.refreshed.disconnect(self._open_first)
        story = self._screens.sidebar.stories.current()
        if story is not None and story.versions and self._window.navigator.here is None:
            self._window.navigator.go(Reading(story.versions[0].id))

    def _open_files(self, go_to: Callable[[Sequence[ArticleRow]], None], named: Named) -> None:
        self._window.library.refresh()
        go_to(named.rows)
        if named.failed:
            self._window.library.report_failures(named.failed)
        elif named.note:
            self._window.frame.toast.say(named.note)

    def _go_to(self, rows: Sequence[ArticleRow]) -> None:
        if len(rows) == 2:
            self._window.navigator.go(Comparing(rows[0].id, rows[1].id))
        elif rows:
            self._window.navigator.go(Reading(rows[0].id))
        self._window.frame.focus_content()  # who opens files has not come to search

    def _fail(self, error: Exception) -> None:
        self._window.frame.toast.say(sentence(error, tr("Not everything could be opened")))


def bring_in(library: Library, files: Sequence[Path], should_cancel: ShouldCancel) -> Named:
    """The articles of these files, in their order.

    One or two are only held: who reads or compares files has not asked to have them in the library. Folders and more
    than two are imported, and become a story as far as they are in none yet.
    """
    folders = [os.path.isdir(file) for file in files]
    if folders == [True, True]:
        return Named(note=TWO_FOLDERS)
    if len(files) <= 2 and not any(folders):
        held = hold_files(library, [file for file in files if not is_nothing(file)], should_cancel)
        return Named(held.rows, held.failed, why_nothing(files[0], files[-1]) or " ".join(held.known))
    return _import(library, files, should_cancel)


def _import(library: Library, files: Sequence[Path], should_cancel: ShouldCancel) -> Named:
    reports = [import_paths(library, [file], should_cancel=should_cancel) for file in files]
    found = {row.id: row for report in reports for row in (*report.added, *report.known)}
    loose = [row for row in found.values() if row.story_id is None]
    if len(found) > 2 and len(loose) > 1:
        library.new_story(min((row.headline for row in loose), key=len), [row.id for row in loose])
    return Named(tuple(found.values()), tuple(failure for report in reports for failure in report.failed))
