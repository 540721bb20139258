"""The last comparisons, in the database: plain functions inside a transaction, which the library calls.

A pair is remembered once, whichever way round. Their order is that of their numbers: clocks go backward. Remembering
one is no change of the library's content.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from variorum.core.library.model import ArticleRow, RecentComparison, RecentSide
from variorum.core.library.shelf import CHOSEN, chosen

MOST = 20
"""So many are remembered."""

_Name = tuple[int | None, str]
"""What a side is known by: its article, and the path that it has or came from."""

_SIDE = ("article", "path", "headline", "outlet")
_COLUMNS = ", ".join(f"{side}_{column}" for side in ("left", "right") for column in _SIDE)
_RECENT = """
    SELECT c.*, l.headline AS left_now, l.outlet AS left_outlet_now, l.path AS left_from, l.removed AS left_removed,
           r.headline AS right_now, r.outlet AS right_outlet_now, r.path AS right_from, r.removed AS right_removed
    FROM comparisons c
    LEFT JOIN articles l ON l.id = c.left_article
    LEFT JOIN articles r ON r.id = c.right_article
    ORDER BY c.id DESC
"""


def recent(connection: sqlite3.Connection) -> tuple[RecentComparison, ...]:
    """What was compared, the last first."""
    found = connection.execute(_RECENT).fetchall()
    return tuple(RecentComparison(row["id"], _side(row, "left"), _side(row, "right"), row["compared"]) for row in found)


def note(connection: sqlite3.Connection, left: ArticleRow, right: ArticleRow, now: str) -> None:
    """Remember that these two were compared, in the place of an earlier time; the oldest beyond `MOST` goes."""
    one, other = _name(left), _name(right)
    forget(connection, [row["id"] for row in connection.execute(_RECENT) if _is_pair(row, one, other)])
    connection.execute(
        f"INSERT INTO comparisons (compared, {_COLUMNS}) VALUES ({', '.join('?' * 9)})",
        (now, *_values(left), *_values(right)),
    )
    newest = f"SELECT id FROM comparisons ORDER BY id DESC LIMIT {MOST}"
    connection.execute(f"DELETE FROM comparisons WHERE id NOT IN ({newest})")


def forget(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Forget these."""
    connection.execute(f"DELETE FROM comparisons WHERE id IN {CHOSEN}", (chosen(ids),))


def forget_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Forget that this article was compared with anything."""
    connection.execute("DELETE FROM comparisons WHERE ? IN (left_article, right_article)", (article_id,))


def restore(connection: sqlite3.Connection, forgotten: Iterable[RecentComparison]) -> None:
    """Remember again what was forgotten, with its time and under its number."""
    for one in forgotten:
        sides = tuple(
            value
            for side in (one.left, one.right)
            for value in (_existing(connection, side.article_id), side.path, side.headline, side.outlet)
        )
        connection.execute(
            f"INSERT OR REPLACE INTO comparisons (id, compared, {_COLUMNS}) VALUES ({', '.join('?' * 10)})",
            (one.id, one.compared, *sides),
        )


def _values(row: ArticleRow) -> tuple[object, ...]:
    article, path = (None, row.path) if row.is_unsaved else (row.id, "")
    return article, path, row.headline, row.outlet


def _existing(connection: sqlite3.Connection, article_id: int | None) -> int | None:
    there = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone()
    return article_id if there else None


def _side(row: sqlite3.Row, side: str) -> RecentSide:
    path, article = row[f"{side}_path"], row[f"{side}_article"]
    removed = not path and (article is None or row[f"{side}_removed"] is not None)
    now, outlet = row[f"{side}_now"], row[f"{side}_outlet_now"]
    if now is None:
        now, outlet = row[f"{side}_headline"], row[f"{side}_outlet"]
    return RecentSide(now, outlet, article, path, removed)


def _name(row: ArticleRow) -> _Name:
    return (None if row.is_unsaved else row.id), row.path


def _named(row: sqlite3.Row, side: str) -> _Name:
    return row[f"{side}_article"], row[f"{side}_path"] or row[f"{side}_from"] or ""


def _is_same(one: _Name, other: _Name) -> bool:
    """Whether two sides are the same; a file that was kept since still is."""
    if one[0] is not None and other[0] is not None:
        return one[0] == other[0]
    return bool(one[1]) and one[1] == other[1]


def _is_pair(row: sqlite3.Row, one: _Name, other: _Name) -> bool:
    left, right = _named(row, "left"), _named(row, "right")
    return (_is_same(left, one) and _is_same(right, other)) or (_is_same(left, other) and _is_same(right, one))
