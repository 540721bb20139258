"""The tables of the library and how an older library is brought up to date, one step per version.

The version is SQLite's `user_version`; it counts the steps taken. A step, once released, is never edited.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from variorum.core.errors import LibraryError
from variorum.core.words import word

_FIRST = (
    # One row. `revision` rises with every change that the search index must hear of.
    "CREATE TABLE library (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), revision INTEGER NOT NULL)",
    "INSERT INTO library VALUES (1, 0)",
    """CREATE TABLE stories (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        added TEXT NOT NULL,
        removed TEXT
    )""",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        headline TEXT NOT NULL,
        outlet TEXT NOT NULL,
        date TEXT NOT NULL,
        language TEXT NOT NULL,
        path TEXT NOT NULL,
        added TEXT NOT NULL,
        words INTEGER NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        story_id INTEGER REFERENCES stories (id) ON DELETE SET NULL,
        removed TEXT,
        revision INTEGER NOT NULL
    )""",
    "CREATE INDEX articles_by_story ON articles (story_id)",
    "CREATE INDEX articles_by_revision ON articles (revision)",
    # Apart from `articles`, so that listing the library never pages through the texts. `source` holds the file's
    # bytes (zlib) where the text as UTF-8 is not the same bytes; else NULL.
    """CREATE TABLE texts (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        source BLOB
    )""",
    # Who ever was in a story keeps its letter there: it comes back under it, and nobody else gets it.
    """CREATE TABLE sigla (
        story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        PRIMARY KEY (story_id, ordinal)
    )""",
    "CREATE UNIQUE INDEX sigla_by_article ON sigla (article_id, story_id)",
    # Articles deleted for good, so that an index that slept through it can forget them.
    "CREATE TABLE purged (article_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL)",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_MEANINGS = (
    # A meaning takes about as much as a hundred articles' rows, so it stands apart as the texts do. `data` is
    # `core.meaning.packing`'s; `model` says what made it.
    """CREATE TABLE meanings (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        model TEXT NOT NULL,
        data BLOB NOT NULL
    )""",
    # Which articles lack one is asked again and again, and must not page through the data.
    "CREATE INDEX meanings_by_model ON meanings (model, article_id)",
)

_HANDMADE = (
    # Links made by hand, and with `linked` 0 those undone by hand. Passages are named by their words, so that a version
    # that was read or edited anew has what still fits (`core.handmade`).
    """CREATE TABLE hand_links (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        linked INTEGER NOT NULL,
        one_article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        one_words TEXT NOT NULL,
        one_occurrence INTEGER NOT NULL,
        other_article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        other_words TEXT NOT NULL,
        other_occurrence INTEGER NOT NULL
    )""",
    "CREATE INDEX hand_links_by_one ON hand_links (one_article)",
    "CREATE INDEX hand_links_by_other ON hand_links (other_article)",
    # What was said of a change. What is told by one article only has no other one.
    """CREATE TABLE reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        one_article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        one_fingerprint TEXT NOT NULL,
        one_occurrence INTEGER NOT NULL,
        other_article INTEGER REFERENCES articles (id) ON DELETE CASCADE,
        other_fingerprint TEXT,
        other_occurrence INTEGER,
        reviewed INTEGER NOT NULL,
        note TEXT NOT NULL
    )""",
    "CREATE INDEX reviews_by_one ON reviews (one_article)",
    "CREATE INDEX reviews_by_other ON reviews (other_article)",
    # A new version of a file takes over what its last one has, so each import asks for that.
    "CREATE INDEX articles_by_path ON articles (path)",
)

_COMPARISONS = (
    # What was compared last. A side is an article, or the path of a file that is not in the library; headline and
    # outlet are for when the article is gone.
    """CREATE TABLE comparisons (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        compared TEXT NOT NULL,
        left_article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        left_path TEXT NOT NULL,
        left_headline TEXT NOT NULL,
        left_outlet TEXT NOT NULL,
        right_article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        right_path TEXT NOT NULL,
        right_headline TEXT NOT NULL,
        right_outlet TEXT NOT NULL
    )""",
)

_NEIGHBORS = (
    # Words next to a passage, which tell it from others of the same words; "" where they weren't kept.
    "ALTER TABLE hand_links ADD COLUMN one_around TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE hand_links ADD COLUMN other_around TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reviews ADD COLUMN one_around TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reviews ADD COLUMN other_around TEXT",
    "UPDATE reviews SET other_around = '' WHERE other_article IS NOT NULL",
)

_STEPS = (_FIRST, _MEANINGS, _HANDMADE, _COMPARISONS, _NEIGHBORS)
VERSION = len(_STEPS)

_ATTEMPTS, _PAUSE = 100, 0.05
"""How often to try, and seconds in between, where SQLite itself doesn't wait."""


def prepare(connection: sqlite3.Connection, file: Path) -> None:
    """Create the tables, or bring them up to date, all or nothing.

    Raises `LibraryError` without touching the file if it is from a newer Variorum or no library at all.
    """
    with _transaction(connection, "BEGIN"):
        version = _checked_version(connection, file)
    if version == VERSION:
        return
    if version == 0:
        _write_ahead(connection)
    with _transaction(connection, "BEGIN IMMEDIATE"):
        # Asked again: another process may have taken the steps while this one waited.
        for step in _STEPS[_checked_version(connection, file) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite may have ended it on its own, as when the disk is full
            connection.execute("ROLLBACK")
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side; the file remembers it. Can't be set inside a transaction.

    Here SQLite doesn't wait for others that make the same library at this moment, so this does.
    """
    for patience in range(_ATTEMPTS, 0, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or patience == 1:
                raise
            time.sleep(_PAUSE)


def _checked_version(connection: sqlite3.Connection, file: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise LibraryError(word("The library {file} was made by a newer Variorum; open it with that one."), file=file)
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise LibraryError(
            word("The file {file} is a database of another program, not a library of Variorum."), file=file
        )
    return version
