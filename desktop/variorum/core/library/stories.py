"""Stories and who is in them: plain functions inside a write transaction.

A letter, once given, stays: an article that leaves a story and comes back has its old one, and no other article
ever gets it while the story lives. A deleted story stays in the database until it is purged, to be restored.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from variorum.core.errors import LibraryError
from variorum.core.library.shelf import CHOSEN, chosen, next_revision
from variorum.core.text.decoding import without_unfit
from variorum.core.words import word


def create(connection: sqlite3.Connection, name: str, now: str) -> int:
    """Add an empty story and return its id."""
    found = connection.execute(
        "INSERT INTO stories (name, added) VALUES (?, ?) RETURNING id", (_checked(name), now)
    ).fetchone()
    return int(found[0])


def find_or_create(connection: sqlite3.Connection, name: str, now: str) -> int:
    """The id of the story of this name (upper and lower case are one), made if there is none."""
    wanted = _checked(name).casefold()
    for row in connection.execute("SELECT id, name FROM stories WHERE removed IS NULL ORDER BY id"):
        if row["name"].casefold() == wanted:
            return int(row["id"])
    return create(connection, name, now)


def rename(connection: sqlite3.Connection, story_id: int, name: str) -> str:
    """Give a story another name and return the one it had."""
    row = connection.execute("SELECT name FROM stories WHERE id = ? AND removed IS NULL", (story_id,)).fetchone()
    if row is None:
        raise missing()
    connection.execute("UPDATE stories SET name = ? WHERE id = ?", (_checked(name), story_id))
    _touch_versions(connection, story_id)
    return str(row["name"])


def move(connection: sqlite3.Connection, ids: Iterable[int], story_id: int | None) -> None:
    """Put articles into a story in this order, or into none. Each gets the next letter, or the one it had there."""
    if story_id is not None and not _is_there(connection, story_id):
        raise missing()
    wanted = list(ids)
    connection.execute(
        f"UPDATE articles SET story_id = ?, revision = ? WHERE removed IS NULL AND id IN {CHOSEN}",
        (story_id, next_revision(connection), chosen(wanted)),
    )
    if story_id is None:
        return
    for article_id in wanted:
        connection.execute(
            "INSERT INTO sigla (story_id, ordinal, article_id) "
            "SELECT :story, (SELECT COALESCE(MAX(ordinal) + 1, 0) FROM sigla WHERE story_id = :story), id "
            "FROM articles WHERE id = :article AND story_id = :story "
            "ON CONFLICT (article_id, story_id) DO NOTHING",
            {"story": story_id, "article": article_id},
        )


def delete(connection: sqlite3.Connection, story_id: int, now: str) -> None:
    """Take a story away; its articles stay and are loose."""
    if not _is_there(connection, story_id):
        raise missing()
    connection.execute("UPDATE stories SET removed = ? WHERE id = ?", (now, story_id))
    _touch_versions(connection, story_id)


def restore(connection: sqlite3.Connection, story_id: int) -> None:
    """Bring a deleted story back with those of its articles that have not gone elsewhere since."""
    if not connection.execute("UPDATE stories SET removed = NULL WHERE id = ?", (story_id,)).rowcount:
        raise missing()
    _touch_versions(connection, story_id)


def is_loose(connection: sqlite3.Connection, article_id: int) -> bool:
    """Whether an article is in no story (or in a deleted one)."""
    query = "SELECT 1 FROM articles a JOIN stories s ON s.id = a.story_id AND s.removed IS NULL WHERE a.id = ?"
    return connection.execute(query, (article_id,)).fetchone() is None


def missing() -> LibraryError:
    """The error where a story is asked for that is not there."""
    return LibraryError(word("This story is no longer in the library."))


def _touch_versions(connection: sqlite3.Connection, story_id: int) -> None:
    """Tell the index to read the story's articles again: it knows them by the story's name, too."""
    connection.execute("UPDATE articles SET revision = ? WHERE story_id = ?", (next_revision(connection), story_id))


def _is_there(connection: sqlite3.Connection, story_id: int) -> bool:
    return (
        connection.execute("SELECT 1 FROM stories WHERE id = ? AND removed IS NULL", (story_id,)).fetchone() is not None
    )


def _checked(name: str) -> str:
    """The name on one line, without spaces around it and without what no text may hold (a shell takes any bytes)."""
    tidy = " ".join(without_unfit(name).split())
    if not tidy:
        raise LibraryError(word("A story needs a name."))
    return tidy
