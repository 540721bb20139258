"""Search for the window: searching and indexing in processes of their own, answers on a thread of the service.

A process can be stopped in the middle of a search and never holds the window's interpreter lock. Knows nothing of Qt.
"""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from variorum.core.process import WorkerProcess, default_command
from variorum.core.search.dispatch import Dispatcher, OnResults, Request
from variorum.core.search.model import IndexProgress, SearchError, SearchResults
from variorum.core.search.wire import from_wire

OnIndexed = Callable[[IndexProgress], None]

_log = logging.getLogger(__name__)
_TIME_TO_CLOSE = 3.0
_MOST_REBUILDS = 3
"""How often a broken index is built anew in the life of a service."""


class SearchService:
    """Searches and indexes one library. All methods return at once and may be called from any thread."""

    def __init__(
        self,
        library_folder: Path,
        index_folder: Path,
        *,
        on_indexed: OnIndexed = lambda progress: None,
        on_trouble: Callable[[str], None] = lambda report: None,
        command: Sequence[str] | None = None,
    ) -> None:
        """`on_indexed` is told how indexing goes on, `on_trouble` gets reports of errors that nobody expected, both on
        the service's thread; `command` starts a search process."""
        base = list(command) if command is not None else default_command("search")
        folders = [str(library_folder), str(index_folder)]
        self._events: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._engine = _SearchEngine([*base, "search", *folders], self._events, self._reindex, on_trouble)
        self._indexer = _Indexer([*base, "index", *folders], self._events, on_indexed, on_trouble)
        self._tickets = itertools.count(1)
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the search process. Searches asked for before are answered after."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="search-service", daemon=True)
            self._thread.start()

    def search(self, query: str, on_results: OnResults, limit: int = 50) -> int:
        """Search while typing: the last word may be the beginning of one. Returns the search's number.

        `on_results` gets the results, or the error, on the service's thread; not if a newer search was asked for before
        the answer came.
        """
        ticket = next(self._tickets)
        request = Request(ticket, query, limit, _safely(on_results))
        self._events.put(lambda: self._engine.dispatcher.asked(request, time.monotonic()))
        return ticket

    def refresh(self) -> None:
        """Index what has changed in the library."""
        self._events.put(self._indexer.refresh)

    def close(self) -> None:
        """End both processes. No callback comes after."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._events.put(None)
            if thread is not threading.current_thread():
                thread.join(_TIME_TO_CLOSE)

    def _reindex(self) -> None:
        self._indexer.rebuild()

    def _run(self) -> None:
        dispatcher = self._engine.dispatcher
        self._engine.restart()
        dispatcher.starting(time.monotonic())
        while True:
            wait = dispatcher.deadline() - time.monotonic()
            try:
                event = self._events.get(timeout=None if wait == float("inf") else max(wait, 0.0))
            except Empty:
                dispatcher.tick(time.monotonic())
                continue
            if event is None:
                break
            event()
            dispatcher.tick(time.monotonic())
        self._engine.end()
        self._indexer.end()


class _SearchEngine:
    """The process that searches, on the service's thread."""

    def __init__(
        self,
        command: list[str],
        events: SimpleQueue[Callable[[], None] | None],
        reindex: Callable[[], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        self.dispatcher = Dispatcher(self)
        self._on_trouble = _safely(on_trouble)
        self._command = command
        self._events = events
        self._reindex = reindex
        self._process: WorkerProcess | None = None
        self._number = 0

    def ask(self, request: Request) -> None:
        if self._process is not None:
            self._process.say({"ticket": request.ticket, "query": request.query, "limit": request.limit})

    def restart(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._number += 1
        number = self._number
        try:
            self._process = WorkerProcess(
                self._command, lambda message: self._events.put(lambda: self._heard(number, message))
            )
        except OSError:
            self._process = None
            self._events.put(lambda: self._heard(number, None))

    def end(self) -> None:
        self._number += 1
        if self._process is not None:
            self._process.kill()  # it only reads: nothing is lost, and nobody waits

    def _heard(self, number: int, message: dict[str, Any] | None) -> None:
        """Pass on what the process said; what an earlier process said comes too late."""
        now = time.monotonic()
        if number != self._number:
            return
        if message is not None and "report" in message:
            self._on_trouble(message["report"])
        if message is None:
            self.dispatcher.ended(now)
        elif "ready" in message:
            self.dispatcher.ready(now)
        elif "ticket" in message:
            self.dispatcher.answered(message["ticket"], _answer(message), now)
            if message.get("damaged"):
                self._reindex()


class _Indexer:
    """The process that indexes: one at a time, one more after it if something changed meanwhile."""

    def __init__(
        self,
        command: list[str],
        events: SimpleQueue[Callable[[], None] | None],
        on_indexed: OnIndexed,
        on_trouble: Callable[[str], None],
    ) -> None:
        self._on_trouble = _safely(on_trouble)
        self._command = command
        self._events = events
        self._on_indexed = _safely(on_indexed)
        self._process: WorkerProcess | None = None
        self._again = False
        self._rebuilt = 0
        self._progress = IndexProgress(0, 0)

    def rebuild(self) -> None:
        """Build a broken index anew. What rebuilding does not mend is not tried for ever."""
        if self._process is None and self._rebuilt < _MOST_REBUILDS:
            self._rebuilt += 1
            self._start([*self._command, "--anew"])

    def refresh(self) -> None:
        """Index what changed, now or after what is being indexed."""
        if self._process is None:
            self._start(self._command)
        else:
            self._again = True

    def _start(self, command: list[str]) -> None:
        self._again, self._progress = False, IndexProgress(0, 0)
        try:
            self._process = WorkerProcess(command, lambda message: self._events.put(lambda: self._heard(message)))
        except OSError as error:
            self._on_indexed(IndexProgress(0, 0, True, f"The search index can't be brought up to date: {error}."))

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _heard(self, message: dict[str, Any] | None) -> None:
        if message is not None and "report" in message:
            self._on_trouble(message["report"])
        if message is None:
            self._ended()
        elif "total" in message:
            self._progress = IndexProgress(message["done"], message["total"])
            self._on_indexed(self._progress)
        elif "error" in message or "indexed" in message:
            self._progress = IndexProgress(self._progress.done, self._progress.total, True, message.get("error", ""))

    def _ended(self) -> None:
        if self._process is not None:
            self._process.end()
        self._process = None
        done = self._progress
        if not done.finished:
            error = "The search index could not be brought up to date; it is tried again with the next change."
            done = IndexProgress(done.done, done.total, True, error)
        self._on_indexed(done)
        if self._again:
            self.refresh()


def _answer(message: dict[str, Any]) -> SearchResults | Exception:
    if "error" in message:
        return SearchError(message["error"])
    return from_wire(message["results"])


def _safely(callback: Callable[[Any], None]) -> Callable[[Any], None]:
    """The callback, but what it raises is logged and does not end the service."""

    def called(value: Any) -> None:
        try:
            callback(value)
        except Exception:
            _log.exception("A search callback failed")

    return called
