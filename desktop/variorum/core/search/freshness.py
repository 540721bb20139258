"""What of the library the index does not know yet: articles to search without it, documents of it to leave out."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.search.postings import Postings
from variorum.core.search.source import LibraryReader


@dataclass(frozen=True, slots=True)
class Freshness:
    """The difference between the library and one state of the index."""

    pending: tuple[int, ...] = ()
    """Articles whose present state is not in the index."""
    stale: frozenset[int] = frozenset()
    """Documents of the index that no longer hold."""


def compare(library: LibraryReader, postings: Postings | None, indexed: int) -> Freshness:
    """What changed since the library's revision `indexed`. An update under way has indexed part of it already."""
    changes = library.changed_since(indexed)
    if postings is None:
        return Freshness(changes.updated)
    pending, stale = [], set()
    for article_id in changes.removed:
        document = postings.document_of(article_id)
        if document is not None:
            stale.add(document)
    for article_id in changes.updated:
        document = postings.document_of(article_id)
        if document is not None and postings.revision_of(document) > indexed:
            continue
        pending.append(article_id)
        if document is not None:
            stale.add(document)
    return Freshness(tuple(pending), frozenset(stale))
