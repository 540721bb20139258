"""The words of articles that came since the last update of the index, read once and kept while they are searched.

Knows the library and what is indexed of an article, not the index.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from variorum.core.errors import LibraryError
from variorum.core.library.model import ArticleRow
from variorum.core.search.schema import Document, document
from variorum.core.search.source import LibraryReader

_READ_SECONDS = 0.1
"""How long a search may be held up by reading; the rest is read with the next one."""


class RecentArticles:
    """Articles to be searched without an index."""

    def __init__(self, library: LibraryReader) -> None:
        self._library = library
        self._documents: dict[tuple[int, int], Document] = {}

    def load(self, ids: Sequence[int]) -> None:
        """Hold these articles as they are now and no others; as many as there is time to read."""
        rows = self._library.articles(ids) if ids else ()
        states = {(row.id, row.revision): row for row in rows}
        self._documents = {state: kept for state, kept in self._documents.items() if state in states}
        self._read(row for state, row in states.items() if state not in self._documents)

    def count(self) -> int:
        """How many articles are held."""
        return len(self._documents)

    def documents(self) -> Iterator[tuple[int, Document]]:
        """The articles held, by id."""
        return ((article_id, kept) for (article_id, _), kept in self._documents.items())

    def _read(self, rows: Iterable[ArticleRow]) -> None:
        until = time.monotonic() + _READ_SECONDS
        stories: dict[int, str] | None = None
        for row in rows:
            if time.monotonic() > until:
                return
            if stories is None:
                stories = {story.id: story.name for story in self._library.stories()}
            try:
                text = self._library.text(row.id)
            except LibraryError:  # It was removed just now.
                continue
            self._documents[row.id, row.revision] = document(row, text, stories.get(row.story_id or 0, ""))
