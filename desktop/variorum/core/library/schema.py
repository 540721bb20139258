"""The tables of the library and how an older library is brought up to date, one step per version.

The version is SQLite's `user_version`; it counts the steps taken. A step, once released, is never edited.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from variorum.core.errors import LibraryError

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

_STEPS = (_FIRST,)
VERSION = len(_STEPS)


def prepare(connection: sqlite3.Connection, file: Path) -> None:
    """Create the tables, or bring them up to date, all or nothing.

    Raises `LibraryError` without touching the file if it is from a newer Variorum or no library at all.
    """
    version = _checked_version(connection, file)
    if version == VERSION:
        return
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")  # kept in the file; can't be set inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another process may have taken the steps while this one waited.
        for step in _STEPS[_checked_version(connection, file) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _checked_version(connection: sqlite3.Connection, file: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise LibraryError(f"The library {file} was made by a newer Variorum; open it with that one.")
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise LibraryError(f"The file {file} is a database of another program, not a library of Variorum.")
    return version
