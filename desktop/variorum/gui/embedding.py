"""Reads articles for meaning while nothing else is under way: first those of the open comparison, then others.

One article at a time, in the background. Knows no screens; they say what they want first and hear what has come.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.core.meaning.embedder import EmbeddingError
from variorum.core.meaning.shipped import missing
from variorum.core.reporting import in_short
from variorum.core.workbench import Workbench
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.words import tr

log = logging.getLogger(__name__)
_REST_MS = 20_000
"""How long there is nothing to read before what reading takes is given back."""
_SOON = 10.0
"""Seconds of reading that nobody needs to be told of."""
_FAILURES = 3
"""In a row, after which it is not the articles' fault."""


class Embedding(QObject):
    """The queue of articles whose meaning is not known yet."""

    settled = Signal(int)
    """The meaning of this article is known now, or can't be had."""
    progressed = Signal(str)
    """How far it is, in words; "" where there is nothing to say."""

    surprised = Signal(str)
    """The report of an error in the encoder's process that nobody expected."""

    def __init__(self, workbench: Workbench, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._jobs = jobs
        self._wanted: deque[int] = deque()
        self._queue: deque[int] = deque()
        self._given_up: set[int] = set()
        self._reading = False
        self._started = False
        self._failures = 0
        self._since: float | None = None
        self._awake = False
        """Whether something was read since what reading takes was given back."""
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._rest)
        jobs.busy_changed.connect(self._follow_jobs)

    def start(self) -> None:
        """Begin with all articles that lack a meaning. What the open comparison needs is read without this."""
        if not self._workbench.reads_meaning:
            log.warning("No evidence of meaning: missing %s", ", ".join(missing()))
            return
        self._started = True
        self.look()

    @Slot()
    def look(self) -> None:
        """The library has changed: see what lacks a meaning now."""
        if self._started:
            work = self._workbench.without_meaning
            self._jobs.run(lambda _: work(), self._fill, self._fail_to_look, lane=Lane.QUIET, view="meaning.look")

    @Slot(object)
    def want(self, ids: Iterable[int]) -> None:
        """Read these before all others, and no longer those that were wanted before."""
        wanted = tuple(ids)
        self._wanted = deque(number for number in wanted if number not in self._given_up)
        for number in self._given_up.intersection(wanted):
            self.settled.emit(number)
        self._go_on()

    def _fill(self, ids: tuple[int, ...]) -> None:
        self._queue = deque(number for number in ids if number not in self._given_up)
        self._go_on()

    def _fail_to_look(self, error: Exception) -> None:
        log.info("what lacks a meaning can't be looked up: %s", in_short(error))

    def _follow_jobs(self, running: int) -> None:
        """Whatever else is under way goes first."""
        if not running:
            self._go_on()

    def _go_on(self) -> None:
        if self._reading or self._jobs.running():
            return
        if self._failures >= _FAILURES or not (self._wanted or self._queue):
            self._pause()
            return
        number = self._wanted.popleft() if self._wanted else self._queue.popleft()
        self._reading = self._awake = True
        self._resting.stop()
        self._tell()
        embed = partial(self._workbench.embed, number)
        self._jobs.run(embed, partial(self._done, number), partial(self._fail, number), lane=Lane.QUIET)

    def _done(self, number: int, _new: bool) -> None:
        self._failures = 0
        self._settle(number)

    def _fail(self, number: int, error: Exception) -> None:
        log.info("article %s could not be read for meaning: %s", number, in_short(error))
        if isinstance(error, EmbeddingError):  # others, such as a locked library, pass
            self._given_up.add(number)
            if error.report:
                self.surprised.emit(error.report)
        self._failures += 1
        if self._failures == _FAILURES:
            log.warning("nothing more is read for meaning: %s", in_short(error))
        self._settle(number)

    def _settle(self, number: int) -> None:
        self._reading = False
        self.settled.emit(number)
        self._go_on()

    def _pause(self) -> None:
        """There is nothing to read."""
        for number in self._wanted:  # nobody is to wait for what will not come
            self.settled.emit(number)
        self._wanted.clear()
        self._since = None
        self.progressed.emit("")
        # Other jobs end here, too, more often than it takes to rest: the time is that since the last reading.
        if self._awake and not self._resting.isActive():
            self._resting.start()

    def _tell(self) -> None:
        now = time.monotonic()
        self._since = self._since or now
        if now - self._since >= _SOON:
            left = len(self._queue) + len(self._wanted) + 1
            self.progressed.emit(tr("Reading for meaning: {left} to go", left=f"{left:,}") if left > 1 else "")

    def _rest(self) -> None:
        self._awake = False
        self._jobs.run(lambda _: self._workbench.rest(), lambda _: None, lane=Lane.QUIET)
