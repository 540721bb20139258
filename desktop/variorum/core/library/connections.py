"""A connection to the library's database for each thread; writes one after the other, whole or not at all.

Knows nothing of the tables. SQLite's errors leave here as `LibraryError`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from variorum.core.errors import LibraryError
from variorum.core.library.faults import explain
from variorum.core.words import word

_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""


class Connections:
    """The connections of one library. Usable from any thread."""

    def __init__(self, file: Path, prepare: Callable[[sqlite3.Connection, Path], None]) -> None:
        """Open `file`, creating it if need be, and call `prepare` once with the first connection."""
        self._file = file
        self._open: dict[threading.Thread, tuple[sqlite3.Connection, threading.RLock]] = {}
        self._register = threading.Lock()
        self._writer = threading.RLock()
        self._is_writing = False
        """Whether whoever holds `_writer` is in a transaction."""
        self._closed = False
        self._is_made = False
        try:
            with self._own() as connection:
                prepare(connection, file)
            self._is_made = True
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection in a read transaction: every query in the block sees the same state.

        Inside a transaction of the same thread it is a part of that.
        """
        with self._own() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _finish(connection, "ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection in a write transaction: committed at the end of the block, undone if it raises.

        Inside another one of the same thread it is a part of that, and kept or undone with it.
        """
        with self._writer, self._own() as connection:
            if self._is_writing:
                yield connection
                return
            self._check_there()
            connection.execute("BEGIN IMMEDIATE")
            self._is_writing = True
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                _finish(connection, "ROLLBACK")
                raise
            finally:
                self._is_writing = False

    def close(self) -> None:
        """Close the connections of all threads, each after what it is doing. Later use raises `LibraryError`."""
        with self._register:
            self._closed = True
            open_ones, self._open = list(self._open.values()), {}
        for connection, busy in open_ones:
            with busy:
                connection.close()

    @contextmanager
    def _own(self) -> Iterator[sqlite3.Connection]:
        try:
            connection, busy = self._of_this_thread()
            with busy:
                yield connection
        except sqlite3.ProgrammingError as error:
            if self._closed:
                raise _closed_error(self._file) from error
            raise
        except sqlite3.Error as error:
            raise explain(error, self._file) from error

    def _of_this_thread(self) -> tuple[sqlite3.Connection, threading.RLock]:
        thread = threading.current_thread()
        with self._register:
            if self._closed:
                raise _closed_error(self._file)
            if thread not in self._open:
                self._drop_dead_threads()
                self._check_there()
                self._open[thread] = (_connect(self._file), threading.RLock())
            return self._open[thread]

    def _check_there(self) -> None:
        """SQLite would go on writing into a file that was deleted, where nobody ever reads it, or make an empty one."""
        if self._is_made and not os.path.exists(self._file):  # which, unlike `Path.exists`, never raises
            raise LibraryError(
                word("The library {file} is no longer there; put it back, or start Variorum again."),
                file=str(self._file),
            )

    def _drop_dead_threads(self) -> None:
        for thread in [thread for thread in self._open if not thread.is_alive()]:
            self._open.pop(thread)[0].close()


def _connect(file: Path) -> sqlite3.Connection:
    # Only its own thread uses a connection, except that `close` ends it from another one.
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        # Safe with a write-ahead log: after a power cut the last change may be gone, the file is never damaged.
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _finish(connection: sqlite3.Connection, statement: str) -> None:
    """End the transaction, unless SQLite has ended it on its own (it does when the disk is full)."""
    if connection.in_transaction:
        connection.execute(statement)


def _closed_error(file: Path) -> LibraryError:
    return LibraryError(word("The library {file} is closed."), file=file)
