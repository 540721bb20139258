"""Reading rows of the database into frozen data. Only reads; knows the tables of `schema`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from variorum.core.library.model import ArticleRow, Changes, StoryRow
from variorum.core.library.shelf import CHOSEN, chosen
from variorum.core.library.sigla import siglum

_ARTICLES = """
    SELECT a.id, a.headline, a.outlet, a.date, a.language, a.path, a.added, a.words, a.digest, s.id, a.revision,
           v.ordinal
    FROM articles a
    LEFT JOIN stories s ON s.id = a.story_id AND s.removed IS NULL
    LEFT JOIN sigla v ON v.story_id = s.id AND v.article_id = a.id
    WHERE a.removed IS NULL
"""
"""The columns as `ArticleRow` has them, but for the ordinal, which stands last and makes the siglum."""
_NEWEST_FIRST = " ORDER BY a.added DESC, a.id"


def all_articles(connection: sqlite3.Connection) -> tuple[ArticleRow, ...]:
    """Every article, those added last first."""
    return _articles(connection, _ARTICLES + _NEWEST_FIRST)


def any_article(connection: sqlite3.Connection) -> bool:
    """Whether there is an article at all."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM articles WHERE removed IS NULL)").fetchone()[0])


def loose_articles(connection: sqlite3.Connection) -> tuple[ArticleRow, ...]:
    """The articles that are in no story, those added last first."""
    return _articles(connection, _ARTICLES + " AND s.id IS NULL" + _NEWEST_FIRST)


def articles(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[ArticleRow, ...]:
    """The articles with these ids, in this order; those that are not there are left out."""
    wanted = list(ids)
    found = _articles(connection, _ARTICLES + f" AND a.id IN {CHOSEN}", (chosen(wanted),))
    by_id = {row.id: row for row in found}
    return tuple(by_id[number] for number in wanted if number in by_id)


def stories(connection: sqlite3.Connection) -> tuple[StoryRow, ...]:
    """Every story with its versions, the newest story first."""
    versions: dict[int, list[ArticleRow]] = {}
    for row in _articles(connection, _ARTICLES + " AND s.id IS NOT NULL ORDER BY v.ordinal"):
        versions.setdefault(row.story_id or 0, []).append(row)
    found = connection.execute("SELECT id, name FROM stories WHERE removed IS NULL ORDER BY added DESC, id DESC")
    return tuple(StoryRow(row["id"], row["name"], tuple(versions.get(row["id"], ()))) for row in found)


def story(connection: sqlite3.Connection, story_id: int) -> StoryRow | None:
    """One story with its versions, None if it isn't there."""
    found = connection.execute("SELECT name FROM stories WHERE id = ? AND removed IS NULL", (story_id,)).fetchone()
    if found is None:
        return None
    return StoryRow(
        story_id, found["name"], _articles(connection, _ARTICLES + " AND s.id = ? ORDER BY v.ordinal", (story_id,))
    )


def revision(connection: sqlite3.Connection) -> int:
    """How often the library has changed."""
    number: int = connection.execute("SELECT revision FROM library").fetchone()[0]
    return number


def changes(connection: sqlite3.Connection, since: int) -> Changes:
    """What is different now from what it was at the revision `since`."""
    updated = "SELECT id FROM articles WHERE revision > ? AND removed IS NULL ORDER BY id"
    removed = """SELECT id FROM articles WHERE revision > :since AND removed IS NOT NULL
                 UNION SELECT article_id FROM purged WHERE revision > :since ORDER BY 1"""
    return Changes(
        updated=tuple(row[0] for row in connection.execute(updated, (since,))),
        removed=tuple(row[0] for row in connection.execute(removed, {"since": since})),
        revision=revision(connection),
    )


def _articles(connection: sqlite3.Connection, query: str, values: Sequence[object] = ()) -> tuple[ArticleRow, ...]:
    return tuple(_article(row) for row in connection.execute(query, values))


def _article(row: sqlite3.Row) -> ArticleRow:
    # By place, not by name: a library of ten thousand articles is read in two thirds of the time.
    number, headline, outlet, date, language, path, added, words, digest, story_id, revision, ordinal = row
    letter = siglum(ordinal) if ordinal is not None else ""
    return ArticleRow(number, headline, outlet, date, language, path, added, words, digest, story_id, letter, revision)
