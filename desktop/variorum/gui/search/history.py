"""The queries asked last, kept with the library. Knows no widgets and not what a query means."""

from __future__ import annotations

import json
from collections.abc import Sequence

from variorum.core.library.library import Library

MOST = 20
_KEY = "search-history"


def remembered(queries: Sequence[str], query: str) -> tuple[str, ...]:
    """The queries with `query` as the newest, each once, the oldest dropped."""
    query = " ".join(query.split())
    if not query:
        return tuple(queries)
    return (query, *(other for other in queries if other != query))[:MOST]


def load(library: Library) -> tuple[str, ...]:
    """The queries asked last, newest first; none if what is kept can't be read. Raises `LibraryError`."""
    kept = library.get_state(_KEY)
    try:
        queries = json.loads(kept) if kept else []
    except ValueError:
        return ()
    if not isinstance(queries, list):
        return ()
    return tuple(query for query in queries if isinstance(query, str) and query.strip())[:MOST]


def save(library: Library, queries: Sequence[str]) -> None:
    """Keep the queries. Raises `LibraryError`."""
    library.set_state(_KEY, json.dumps(list(queries), ensure_ascii=False))
