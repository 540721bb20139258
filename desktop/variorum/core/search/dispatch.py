"""Decides which search is asked, dropped or given up, so that the newest one is answered soonest.

Pure: it is told what happens and when, and tells an `Engine` what to do. One search is asked at a time; while it runs,
only the newest other one waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from variorum.core.search.model import SearchError, SearchResults

STALE_AFTER = 0.3
"""Seconds that a search may go on once a newer one waits; a process is stopped and started again then."""
GIVE_UP_AFTER = 5.0
"""Seconds that a search may take at all."""
_START_WITHIN = 30.0
"""Seconds that a process may take to get ready, on a machine under load."""
_ATTEMPTS = 2

OnResults = Callable[[SearchResults | Exception], None]


@dataclass(frozen=True, slots=True)
class Request:
    """A search asked for."""

    ticket: int
    query: str
    limit: int
    on_results: OnResults


class Engine(Protocol):
    """A process that searches."""

    def ask(self, request: Request) -> None:
        """Begin this search."""

    def restart(self) -> None:
        """End the process, whatever it is doing, and start another; `Dispatcher.ready` is called when it is."""


class Dispatcher:
    """The state of the searches. All times are seconds of one monotonic clock."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_ready = False
        self._is_down = False
        self._running: Request | None = None
        self._waiting: Request | None = None
        self._since = 0.0
        self._failures = 0

    def starting(self, now: float) -> None:
        """The process was started for the first time."""
        self._since = now

    def ready(self, now: float) -> None:
        """The process can be asked."""
        self._is_ready = True
        self._next(now)

    def asked(self, request: Request, now: float) -> None:
        """A search is wanted; those before it no longer are."""
        self._waiting = request
        if self._is_down:
            self._failures = 0
            self._restart(now)
        self._next(now)

    def answered(self, ticket: int, answer: SearchResults | Exception, now: float) -> None:
        """The process has finished a search."""
        done = self._running
        if done is None or done.ticket != ticket:
            return
        self._running = None
        self._failures = 0
        if self._waiting is None:
            done.on_results(answer)
        self._next(now)

    def ended(self, now: float) -> None:
        """The process has ended though nobody asked it to. It is started again once; then the search has failed."""
        self._failures += 1
        self._waiting = self._waiting or self._running
        self._running = None
        if self._failures < _ATTEMPTS:
            self._restart(now)
        else:
            self._fail()

    def tick(self, now: float) -> None:
        """Time has passed: give up what takes too long."""
        if now < self.deadline():
            return
        if not self._is_ready:
            self.ended(now)
            return
        late, self._running = self._running, None
        self._restart(now)
        if late is not None and self._waiting is None:
            note = f"Stopped after {GIVE_UP_AFTER:.0f} seconds: try a longer word, or fewer."
            late.on_results(SearchResults(late.query, (), 0, GIVE_UP_AFTER, note))

    def deadline(self) -> float:
        """When `tick` has something to do, unless something else happens before."""
        if self._is_down:
            return float("inf")
        if not self._is_ready:
            return self._since + _START_WITHIN
        if self._running is None:
            return float("inf")
        return self._since + (GIVE_UP_AFTER if self._waiting is None else STALE_AFTER)

    def _next(self, now: float) -> None:
        if self._is_ready and self._running is None and self._waiting is not None:
            self._running, self._waiting, self._since = self._waiting, None, now
            self._engine.ask(self._running)

    def _restart(self, now: float) -> None:
        self._is_ready, self._is_down, self._since = False, False, now
        self._engine.restart()

    def _fail(self) -> None:
        self._is_ready, self._is_down = False, True
        request, self._waiting = self._waiting, None
        if request is not None:
            request.on_results(SearchError("The search ended unexpectedly; please try again."))
