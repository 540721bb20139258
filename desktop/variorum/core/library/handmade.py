"""What editors made by hand, in the database: links, and what they said of changes. Plain functions in a transaction.

A row goes with each article it is of: while one of them is removed it says nothing. Keeping one is no change of an
article.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from variorum.core.handmade.model import End, HandLink, KeptReview, Passage, PassageOf, Review
from variorum.core.library.shelf import CHOSEN, chosen

_LINK = (
    "linked",
    "one_article",
    "one_words",
    "one_occurrence",
    "one_around",
    "other_article",
    "other_words",
    "other_occurrence",
    "other_around",
)
_REVIEW = (
    "kind",
    "one_article",
    "one_fingerprint",
    "one_occurrence",
    "one_around",
    "other_article",
    "other_fingerprint",
    "other_occurrence",
    "other_around",
    "reviewed",
    "note",
)


def links(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[HandLink, ...]:
    """The links that any of these articles has, in the order they were made."""
    return tuple(_link(row) for row in _of(connection, "hand_links", _LINK, ids))


def exchange_links(connection: sqlite3.Connection, gone: Sequence[HandLink], new: Sequence[HandLink]) -> None:
    """Forget the links `gone` and keep `new` ones. What is not there is not missed."""
    _exchange(connection, "hand_links", _LINK, map(_link_values, gone), map(_link_values, new))


def reviews(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[KeptReview, ...]:
    """The reviews of changes that any of these articles tells, in the order they were made."""
    return tuple(_review(row) for row in _of(connection, "reviews", _REVIEW, ids))


def exchange_reviews(connection: sqlite3.Connection, gone: Sequence[KeptReview], new: Sequence[KeptReview]) -> None:
    """Forget the reviews `gone` and keep `new` ones. What is not there is not missed."""
    _exchange(connection, "reviews", _REVIEW, map(_review_values, gone), map(_review_values, new))


def inherit(connection: sqlite3.Connection, article_id: int, path: str) -> None:
    """Give a new article of the file `path` what the last one of that file has: passages that stayed keep theirs."""
    query = "SELECT id FROM articles WHERE path = ? AND id <> ? AND removed IS NULL ORDER BY id DESC LIMIT 1"
    before = connection.execute(query, (path, article_id)).fetchone() if path else None
    if before is None:
        return
    for table, columns in (("hand_links", _LINK), ("reviews", _REVIEW)):
        kept = ", ".join(f"CASE {c} WHEN :old THEN :new ELSE {c} END" if c.endswith("_article") else c for c in columns)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {kept} FROM {table} "
            "WHERE one_article = :old OR other_article = :old ORDER BY id",
            {"old": before["id"], "new": article_id},
        )


def _of(connection: sqlite3.Connection, table: str, columns: Sequence[str], ids: Iterable[int]) -> sqlite3.Cursor:
    wanted = chosen(ids)
    return connection.execute(
        f"""
        SELECT {", ".join(f"t.{column}" for column in columns)} FROM {table} t
        JOIN articles a ON a.id = t.one_article
        LEFT JOIN articles b ON b.id = t.other_article
        WHERE t.id IN (
            SELECT id FROM {table} WHERE one_article IN {CHOSEN}
            UNION SELECT id FROM {table} WHERE other_article IN {CHOSEN}
        )
        AND a.removed IS NULL AND b.removed IS NULL
        ORDER BY t.id
        """,
        (wanted, wanted),
    )


def _exchange(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    gone: Iterable[tuple[object, ...]],
    new: Iterable[tuple[object, ...]],
) -> None:
    for values in gone:
        same = " AND ".join(f"{column} IS ?" for column in columns)
        connection.execute(f"DELETE FROM {table} WHERE {same}", values)
    # An article may have gone for good while this waited.
    articles = (number for number, column in enumerate(columns, 1) if column.endswith("_article"))
    there = " AND ".join(f"(?{n} IS NULL OR EXISTS (SELECT 1 FROM articles WHERE id = ?{n}))" for n in articles)
    numbered = ", ".join(f"?{n}" for n in range(1, len(columns) + 1))
    for values in new:
        connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {numbered} WHERE {there}", values)


def _link(row: sqlite3.Row) -> HandLink:
    linked, one, *named, other, other_words, other_occurrence, other_around = row
    told = Passage(other_words, other_occurrence, other_around)
    return HandLink(PassageOf(one, Passage(*named)), PassageOf(other, told), bool(linked))


def _link_values(link: HandLink) -> tuple[object, ...]:
    named = ((end.article, end.passage) for end in (link.one, link.other))
    return (link.linked, *(v for article, p in named for v in (article, p.words, p.occurrence, p.around)))


def _review(row: sqlite3.Row) -> KeptReview:
    kind, *told, reviewed, note = row
    one, other = told[:4], told[4:]
    ends = [End(*one)] if other[0] is None else [End(*one), End(*other)]
    return KeptReview(kind, tuple(ends), Review(bool(reviewed), note))


def _review_values(kept: KeptReview) -> tuple[object, ...]:
    ends = [value for end in kept.ends for value in (end.article, end.fingerprint, end.occurrence, end.around)]
    return (kept.kind, *ends, *[None] * (8 - len(ends)), kept.review.reviewed, kept.review.note)
