"""What articles mean, as bytes that nobody here can read: one meaning an article, by the model that made it.

Plain functions inside a transaction; the library calls them. Keeping a meaning is no change of an article.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from variorum.core.library.shelf import CHOSEN, chosen


def meaning(connection: sqlite3.Connection, article_id: int, model: str) -> bytes | None:
    """The meaning of an article by `model`."""
    query = "SELECT data FROM meanings WHERE article_id = ? AND model = ?"
    row = connection.execute(query, (article_id, model)).fetchone()
    return None if row is None else bytes(row["data"])


def keep(connection: sqlite3.Connection, article_id: int, model: str, data: bytes) -> None:
    """Keep a meaning in the place of any other; nothing happens if the article is gone."""
    connection.execute(
        "INSERT OR REPLACE INTO meanings (article_id, model, data) SELECT id, ?, ? FROM articles WHERE id = ?",
        (model, data, article_id),
    )


def with_meaning(connection: sqlite3.Connection, ids: Iterable[int], model: str) -> frozenset[int]:
    """Which of these articles have a meaning by `model`."""
    query = f"SELECT article_id FROM meanings WHERE model = ? AND article_id IN {CHOSEN}"
    return frozenset(row[0] for row in connection.execute(query, (model, chosen(ids))))


def without(connection: sqlite3.Connection, model: str, most_words: int, loose: int) -> tuple[int, ...]:
    """Articles of at most so many words that have no meaning by `model`: versions of stories first, newest first.

    Of those in no story only such as are among the newest `loose` articles.
    """
    query = """
        SELECT a.id FROM articles a
        LEFT JOIN stories s ON s.id = a.story_id AND s.removed IS NULL
        WHERE a.removed IS NULL AND a.words <= ?
        AND NOT EXISTS (SELECT 1 FROM meanings m WHERE m.article_id = a.id AND m.model = ?)
        AND (s.id IS NOT NULL OR a.id IN (
            SELECT id FROM articles WHERE removed IS NULL ORDER BY added DESC, id LIMIT ?
        ))
        ORDER BY s.id IS NULL, a.added DESC, a.id
    """
    return tuple(row[0] for row in connection.execute(query, (most_words, model, loose)))
