"""The composition root: builds every service and every screen once, hands them out, and takes them down again.

The one place that knows everyone. Nothing here decides how anything works.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from variorum import places
from variorum.core.errors import VariorumError
from variorum.core.library.library import Library
from variorum.core.reporting import in_short
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui import session
from variorum.gui.appearance import Appearance
from variorum.gui.catching import Catching
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.embedding import Embedding
from variorum.gui.frame import Screens
from variorum.gui.garbage import GarbageKeeper
from variorum.gui.instance.claim import Claim
from variorum.gui.instance.hearing import Hearing
from variorum.gui.jobs import Jobs
from variorum.gui.keeping import SessionKeeper
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.opening import Opening
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.remembering import restore_layout, session_of
from variorum.gui.scale import start_again
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.shelving import open_library
from variorum.gui.stage import Stage, make_stage
from variorum.gui.window import MainWindow

log = logging.getLogger(__name__)
_SESSION = "session.json"
_IDLE_MS = 400
"""When after the start the window has time to build what isn't seen yet."""
_EMBED_MS = 2500
"""When after the start articles begin to be read for meaning, if the open comparison doesn't need it before."""
_PATIENCE = 0.25
"""Seconds that work under way has to end when the window is closed."""


def run(files: Sequence[Path], library_folder: Path, claim: Claim | None = None, stage: Stage | None = None) -> int:
    """Open the window on the library in that folder, and these files in it; returns the exit status.

    With a `claim` the window also opens what programs started later hand over, and gives the claim up in the end.
    Raises `VariorumError` where no window can be opened at all.
    """
    stage = stage or make_stage()
    catching = Catching(stage.theme, places.log_folder())
    library = open_library(library_folder, stage)
    try:
        return _run_window(stage, library, files, claim, catching)
    except VariorumError:
        raise
    except Exception as error:
        stage.theme.put_style_sheet()
        catching.end(error)
        return 1
    finally:
        library.close()


class _IndexNews(QObject):
    """Brings what the search service tells on its own thread to the window's."""

    came = Signal(object)


def _run_window(stage: Stage, library: Library, files: Sequence[Path], claim: Claim | None, catching: Catching) -> int:
    theme, kept, catcher = stage.theme, stage.kept, catching.catcher
    jobs = Jobs()
    jobs.surprised.connect(catcher.catch_error, Qt.ConnectionType.DirectConnection)
    news = _IndexNews()
    index = places.index_folder(library.folder)
    search = SearchService(library.folder, index, on_indexed=news.came.emit, on_trouble=catcher.take)
    services = Services(library, Workbench(library), search, jobs, theme, kept)
    screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), ComparePanel(services))
    appearance = Appearance(theme, jobs, kept, places.settings_file())
    window = MainWindow(services, screens, appearance)
    theme.put_style_sheet()
    session_file = places.settings_file().with_name(_SESSION)
    before = session.load(session_file, library.folder)
    restore_layout(window, screens, before)
    keeper = SessionKeeper(lambda: session_of(window, screens, before), jobs, session_file, library.folder, window)
    _connect_keeper(keeper, window, screens)
    news.came.connect(window.searching.follow_index, Qt.ConnectionType.QueuedConnection)
    embedding = Embedding(services.workbench, jobs, window)
    embedding.surprised.connect(catcher.take)
    _connect_embedding(embedding, window, screens)
    opening = Opening(services, screens, window, before, files)
    window.show()
    GarbageKeeper(stage.application)
    # After the first painting: the window is there before anything is searched, added or opened.
    QTimer.singleShot(0, lambda: catching.start(window.frame.toast.say, stage.note))
    QTimer.singleShot(0, opening.start)
    if sys.platform == "darwin":  # every event of the program goes through: only where files come as events
        stage.application.installEventFilter(opening.arrivals)
    hearing = Hearing(claim, window, opening.arrivals)
    QTimer.singleShot(0, hearing.start)
    QTimer.singleShot(_IDLE_MS, screens.compare.prepare_idly)
    QTimer.singleShot(_EMBED_MS, embedding.start)
    status = stage.application.exec()
    hearing.stop()
    return _end(services, appearance, stage, status)


def _end(services: Services, appearance: Appearance, stage: Stage, status: int) -> int:
    """Take down what runs, and start again if that is wanted."""
    services.search.close()
    ended = services.jobs.close(_PATIENCE)
    if appearance.starts_again:
        _start_again(services.library.folder, stage.factor)
    if not ended:
        # Work that can't be stopped would hold the process. The library survives it: SQLite undoes what is half done.
        log.info("closed in the middle of a job")
        logging.shutdown()
        os._exit(status)
    services.workbench.rest()
    return status


def _start_again(library_folder: Path, factor: float) -> None:
    try:
        start_again(library_folder, factor)
    except OSError as error:
        log.warning("the program could not be started again: %s", in_short(error))


def _connect_embedding(embedding: Embedding, window: MainWindow, screens: Screens) -> None:
    """What is compared is read for meaning first; what has come into the library, later."""
    screens.compare.refining.wanted.connect(embedding.want)
    embedding.settled.connect(screens.compare.refining.settle)
    embedding.progressed.connect(window.frame.status.set_aside)
    screens.sidebar.refreshed.connect(embedding.look)


def _connect_keeper(keeper: SessionKeeper, window: MainWindow, screens: Screens) -> None:
    """What is open, and where in it one is, is kept as it changes; how the window stands, with it and at the end."""
    for going in (window.navigator.changed, screens.reader.place_changed, screens.compare.place_changed):
        going.connect(keeper.touch)
    for showing in (screens.reader.article_shown, screens.compare.comparison_shown, screens.compare.filtering.changed):
        showing.connect(keeper.touch)
    window.closed.connect(keeper.keep_now)
    window.closed.connect(screens.compare.reviewing.leaving)  # a note that is being written isn't lost
