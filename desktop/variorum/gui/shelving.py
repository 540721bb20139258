"""Opens the library at the start, and waits for it where it is slow or in use. Knows nothing of what is in it."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from variorum.core.errors import LibraryBusyError, VariorumError
from variorum.core.library.library import Library
from variorum.gui.stage import Stage
from variorum.gui.words import tr

PATIENCE = 0.6
"""Seconds until people are told that the library is waited for."""


class NotWaitedError(VariorumError):
    """The user didn't want to wait for the library."""


def open_library(folder: Path, stage: Stage) -> Library:
    """The library in that folder; if it does not come soon, a dialog says so and goes on until it does.

    Raises `VariorumError`, which was shown by then.
    """
    attempts = _Attempts(folder)
    try:
        library = attempts.look(PATIENCE)
        return library if library is not None else _wait(attempts, folder, stage)
    except NotWaitedError:
        raise
    except VariorumError as error:
        from variorum.gui.before import tell

        tell(tr("The library can't be opened"), error, stage)
        raise


def _wait(attempts: _Attempts, folder: Path, stage: Stage) -> Library:
    from variorum.gui.before import wait_for
    from variorum.gui.dialogs.waiting import Words

    def words() -> Words:
        why = tr("Another program is changing it.") if attempts.busy else tr("It is slow, or another program uses it.")
        return Words(
            tr("Waiting for the library…"),
            tr("{folder}\n\n{why} Variorum opens as soon as it can be used.", folder=folder, why=why),
        )

    library = wait_for(attempts.look, words, stage)
    if library is None:
        raise NotWaitedError(
            tr("The library in {folder} is in use by another program, and was not waited for.", folder=folder)
        )
    return library


class _Attempts:
    """Opens the library on a thread of its own, again and again while another program has it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.busy = False
        """Whether another program was seen to have it."""
        self._begin()

    def look(self, patience: float = 0.0) -> Library | None:
        """The library, if it is there after `patience` seconds at most. Raises `LibraryError`."""
        try:
            return self._coming.result(patience)
        except TimeoutError:
            return None
        except LibraryBusyError:
            self.busy = True
            self._begin()
            return None

    def _begin(self) -> None:
        self._coming: Future[Library] = Future()
        # A daemon: one who doesn't want to wait is not to wait for the end of a try.
        Thread(target=_open, args=(self._folder, self._coming), name="library", daemon=True).start()


def _open(folder: Path, coming: Future[Library]) -> None:
    try:
        coming.set_result(Library(folder))
    except BaseException as error:
        coming.set_exception(error)
