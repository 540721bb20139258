"""Work in the background: plain data in, frozen data out, answers in the window's thread, late ones dropped.

Work gets a `should_cancel` to ask now and then. Knows nothing of what the work is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from variorum.core.cancel import CanceledError, ShouldCancel
from variorum.core.errors import VariorumError
from variorum.core.reporting import in_short

T = TypeVar("T")
log = logging.getLogger(__name__)


class Lane(Enum):
    """Where work runs: WRITE is one thread, in order (the library's writer); READ is a pool; QUIET is one thread for
    what nobody waits for."""

    WRITE = "write"
    READ = "read"
    QUIET = "quiet"


class Job:
    """A piece of work under way."""

    def __init__(self, number: int, view: str | None, *, must: bool = False) -> None:
        self.number = number
        self.view = view
        self.must = must
        """Whether it is done even where the program closes before."""
        self._canceled = False

    def cancel(self) -> None:
        """Ask the work to stop and drop its answer."""
        self._canceled = True

    def canceled(self) -> bool:
        """Whether the work is to stop: the `should_cancel` it is given."""
        return self._canceled


class Jobs(QObject):
    """Runs work off the window's thread and hands its answers back in it."""

    _finished = Signal(object)  # a callable of no arguments, to be called in the window's thread
    busy_changed = Signal(int)
    """How many jobs are under way."""
    surprised = Signal(object)
    """The error of a job that nobody expected; whoever asked for the job is told as well."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.WRITE: ThreadPoolExecutor(1, thread_name_prefix="write"),
            Lane.READ: ThreadPoolExecutor(2, thread_name_prefix="read"),
            Lane.QUIET: ThreadPoolExecutor(1, thread_name_prefix="quiet"),
        }
        self._numbers = count(1)
        self._running: dict[int, Job] = {}
        self._views: dict[str, Job] = {}
        self._futures: set[Future[None]] = set()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[ShouldCancel], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = Lane.READ,
        view: str | None = None,
        must: bool = False,
    ) -> Job:
        """Start `work` and return at once; exactly one of `done` and `failed` is called unless the job is canceled.

        A newer job of the same `view` cancels the older one. What `must` be done is short, is written, and is done even
        if the program closes meanwhile.
        """
        job = Job(next(self._numbers), view, must=must)
        if view is not None:
            older = self._views.get(view)
            if older is not None:
                older.cancel()
            self._views[view] = job
        self._running[job.number] = job
        self.busy_changed.emit(len(self._running))
        future = self._lanes[lane].submit(self._work, job, work, done, failed)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        return job

    def running(self) -> int:
        """How many jobs are under way."""
        return len(self._running)

    def cancel_view(self, view: str) -> None:
        """Cancel what is under way for `view`, if anything."""
        job = self._views.pop(view, None)
        if job is not None:
            job.cancel()

    def close(self, patience: float = 30.0) -> bool:
        """Cancel everything that need not be done and wait for the work to end, at most `patience` seconds; whether it
        did."""
        for job in list(self._running.values()):
            if not job.must:
                job.cancel()
        for name, lane in self._lanes.items():
            lane.shutdown(wait=False, cancel_futures=name is not Lane.WRITE)  # there what is canceled ends at once
        return not wait(self._futures, patience).not_done

    def _work(
        self,
        job: Job,
        work: Callable[[ShouldCancel], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        try:
            if job.canceled():
                raise CanceledError
            result = work(job.canceled)
            answer: Callable[[], None] | None = lambda: done(result)  # noqa: E731
        except CanceledError:
            answer = None
        except Exception as error:
            # Files that can't be read or written are no mistake of the program, where somebody says so.
            if isinstance(error, VariorumError):
                log.info("a job failed: %s", in_short(error))
            elif failed is None or not isinstance(error, OSError):
                self.surprised.emit(error)
            problem = error
            answer = (lambda: failed(problem)) if failed is not None else None
        self._finished.emit((job, answer))

    @Slot(object)
    def _deliver(self, outcome: tuple[Job, Callable[[], None] | None]) -> None:
        job, answer = outcome
        self._running.pop(job.number, None)
        if job.view is not None and self._views.get(job.view) is job:
            del self._views[job.view]
        self.busy_changed.emit(len(self._running))
        if answer is not None and not job.canceled():
            answer()


class InlineJobs(Jobs):
    """Does the work at once, in the caller's thread: for tests that are about something else than threads."""

    def run(
        self,
        work: Callable[[ShouldCancel], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = Lane.READ,
        view: str | None = None,
        must: bool = False,
    ) -> Job:
        job = Job(0, view)
        try:
            result = work(job.canceled)
        except CanceledError:
            return job
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        return job
