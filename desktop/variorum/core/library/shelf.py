"""Putting articles into the database, taking them out and back: plain functions inside a write transaction.

Knows neither connections nor threads; the library calls it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable

from variorum.core.library.model import NewArticle

CHOSEN = "(SELECT value FROM json_each(?))"
"""Stands for a list of ids, given as one JSON value: SQLite limits how many values a query may have."""


def chosen(ids: Iterable[int]) -> str:
    """The value for `CHOSEN`."""
    return json.dumps(list(ids))


def next_revision(connection: sqlite3.Connection) -> int:
    """Count one more change of the library."""
    number: int = connection.execute("UPDATE library SET revision = revision + 1 RETURNING revision").fetchone()[0]
    return number


def digest_of(text: str) -> str:
    """How a text is recognized: the SHA-256 of its UTF-8. Raises `UnicodeEncodeError` for lone surrogates."""
    return hashlib.sha256(text.encode()).hexdigest()


def find(connection: sqlite3.Connection, digest: str) -> tuple[int, bool] | None:
    """The id of the article with this text and whether it is removed; None if there is none."""
    row = connection.execute("SELECT id, removed FROM articles WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else (row["id"], row["removed"] is not None)


def find_present(connection: sqlite3.Connection, digest: str) -> int | None:
    """The id of the article with this text, unless it is removed."""
    found = find(connection, digest)
    return None if found is None or found[1] else found[0]


def insert(connection: sqlite3.Connection, new: NewArticle, digest: str, now: str, revision: int) -> int:
    """Add an article that is not there yet and return its id."""
    values = (new.headline, new.outlet, new.date, new.language, new.path, now, new.words, digest, revision)
    number = connection.execute(
        "INSERT INTO articles (headline, outlet, date, language, path, added, words, digest, revision) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values,
    ).fetchone()[0]
    source = _packed(new)
    connection.execute("INSERT INTO texts (article_id, text, source) VALUES (?, ?, ?)", (number, new.text, source))
    return int(number)


def text(connection: sqlite3.Connection, article_id: int) -> str | None:
    """The text of an article that is not removed."""
    query = "SELECT text FROM texts JOIN articles a ON a.id = article_id WHERE article_id = ? AND a.removed IS NULL"
    row = connection.execute(query, (article_id,)).fetchone()
    return None if row is None else str(row["text"])


def source(connection: sqlite3.Connection, article_id: int) -> bytes | None:
    """The bytes of the file that an article was imported from."""
    query = (
        "SELECT text, source FROM texts JOIN articles a ON a.id = article_id WHERE article_id = ? AND a.removed IS NULL"
    )
    row = connection.execute(query, (article_id,)).fetchone()
    if row is None:
        return None
    return row["text"].encode() if row["source"] is None else zlib.decompress(row["source"])


def remove(connection: sqlite3.Connection, ids: Iterable[int], now: str) -> None:
    """Take articles out so that they can come back: nothing lists them any more, nothing of them is lost."""
    connection.execute(
        f"UPDATE articles SET removed = ?, revision = ? WHERE removed IS NULL AND id IN {CHOSEN}",
        (now, next_revision(connection), chosen(ids)),
    )


def restore(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Bring removed articles back where they were."""
    connection.execute(
        f"UPDATE articles SET removed = NULL, revision = ? WHERE removed IS NOT NULL AND id IN {CHOSEN}",
        (next_revision(connection), chosen(ids)),
    )


def purge(connection: sqlite3.Connection, before: str) -> int:
    """Delete for good what was removed before the time `before` (ISO 8601); return how many articles that were."""
    connection.execute("DELETE FROM stories WHERE removed < ?", (before,))
    gone = connection.execute("DELETE FROM articles WHERE removed < ? RETURNING id", (before,)).fetchall()
    if gone:  # With nothing gone the library has not changed: a new one is still to get its seeds.
        revision = next_revision(connection)
        connection.executemany("INSERT INTO purged VALUES (?, ?)", ((row["id"], revision) for row in gone))
    return len(gone)


def _packed(new: NewArticle) -> bytes | None:
    """The file's bytes compressed, or None where they are the text's own UTF-8 and kept with it anyway."""
    if new.source is None or new.source == new.text.encode():
        return None
    return zlib.compress(new.source)
