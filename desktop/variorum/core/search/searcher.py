"""Answers queries: ranked articles with snippets, from the index and, for what came since, from the library itself.

The index may be missing, damaged, old or being rewritten at this moment; a search answers all the same and says what
it lacks.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from variorum.core.errors import LibraryError
from variorum.core.search import freshness, matching, scanning
from variorum.core.search.folder import DamagedIndexError, IndexFolder
from variorum.core.search.freshness import Freshness
from variorum.core.search.marking import Marker
from variorum.core.search.model import Hit, SearchResults
from variorum.core.search.postings import Postings
from variorum.core.search.query import parse
from variorum.core.search.recent import RecentArticles
from variorum.core.search.snippets import snippets
from variorum.core.search.source import LibraryReader
from variorum.core.search.syntax import Node, loosened, settled

_MOST_MARKED = 100_000
"""Characters of a text in which hits are looked for to show them."""
_MOST_SCANNED = 200
_ATTEMPTS = 3
_PAUSE = 0.02


class _Found(NamedTuple):
    """An article found; sorts by fit, then later in the index first."""

    score: float
    document: int
    article_id: int


class _Answer(NamedTuple):
    """What a query found: scores and ids of the best articles, how many there are, and a line on it."""

    root: Node | None
    """The query that found them: perhaps a looser one than was asked."""
    best: Sequence[tuple[float, int]] = ()
    total: int = 0
    note: str = ""


class Searcher:
    """Searches one library. Not for several threads at once."""

    def __init__(self, library: LibraryReader, index_folder: Path) -> None:
        self._library = library
        self._folder = IndexFolder(index_folder)
        self._postings: Postings | None = None
        self._compared: tuple[int, int] | None = None
        self._freshness = Freshness()
        self._recent = RecentArticles(library)
        self.is_damaged = False
        """Whether the last search found the index unusable, or gone: it has to be built anew."""

    def search(self, query: str, limit: int = 50, *, typing: bool = False) -> SearchResults:
        """The best `limit` articles for a query. Raises `LibraryError` if the library can't be read."""
        started = time.perf_counter()
        parsed = parse(query, typing=typing)
        notes = [parsed.note] if parsed.note else []
        self._refresh()
        found = _Answer(parsed.root)
        if parsed.root is not None:
            found = self._answer(parsed.root, limit)
            notes += [found.note] if found.note else []
        hits, missing = self._hits(found)
        pending = len(self._freshness.pending)
        if pending > self._recent.count():
            notes.append(f"Not all was searched: {pending:,} articles are not in the index yet.")
        seconds = time.perf_counter() - started
        return SearchResults(query, hits, found.total - missing, seconds, " ".join(notes), pending)

    def prepare(self) -> None:
        """Open the index, so that the first search need not."""
        self._refresh()

    def close(self) -> None:
        """Let go of the index's files."""
        if self._postings is not None:
            self._postings.close()
            self._postings = None

    def _refresh(self) -> None:
        """Open the index as it is now. Whatever goes wrong, the search goes on without it."""
        self.is_damaged = False
        try:
            self._reopen()
            said = self._folder.manifest()
            indexed = said.revision if said else 0
            state = (self._library.revision(), indexed)
            if state != self._compared:
                self._freshness = freshness.compare(self._library, self._postings, indexed)
                self._compared = state
        except LibraryError:
            raise
        except Exception:  # Whoosh has no error of its own for damage.
            self._give_up()

    def _reopen(self) -> None:
        if self._postings is not None and self._postings.is_current():
            return
        was_there = self._postings is not None
        self.close()
        self._compared = None
        if not self._folder.exists():
            self.is_damaged = was_there  # Somebody has deleted it: nobody is building it anew yet.
            return
        for attempt in range(_ATTEMPTS):
            try:
                self._postings = Postings(self._folder.open())
                return
            except FileNotFoundError as error:  # A commit took a file away between its listing and its opening.
                if attempt + 1 == _ATTEMPTS:
                    raise DamagedIndexError(str(error)) from error
                time.sleep(_PAUSE)

    def _give_up(self) -> None:
        """Go on without the index."""
        self.is_damaged = True
        self.close()
        self._compared = None
        self._freshness = freshness.compare(self._library, None, 0)

    def _answer(self, root: Node, limit: int) -> _Answer:
        try:
            return self._best(root, limit)
        except LibraryError:
            raise
        except Exception:  # As in _refresh: damage may show only when a posting or a number is read.
            self._give_up()
            return self._best(root, limit)

    def _best(self, root: Node, limit: int) -> _Answer:
        found, root, note = self._find_some(root)
        best = [(one.score, self._article_id(one)) for one in heapq.nlargest(limit, found)]
        return _Answer(root, best, len(found), note)

    def _article_id(self, found: _Found) -> int:
        if self._postings is None or found.document < 0:
            return found.article_id
        return self._postings.article_id(found.document)

    def _find_some(self, root: Node) -> tuple[list[_Found], Node, str]:
        """What the query finds, or else a looser one: with that one, and a line on it."""
        found = self._find(root)
        if not found and (shorter := settled(root)) is not None:
            found, root = self._find(shorter), shorter
        if not found and (looser := loosened(root)) is not None and (found := self._find(looser)):
            return found, looser, "No article has all of the words; these have some of them."
        return found, root, ""

    def _find(self, root: Node) -> list[_Found]:
        indexed = self._indexed(root, self._postings) if self._postings is not None else []
        return indexed + self._scanned(root)

    def _indexed(self, root: Node, postings: Postings) -> list[_Found]:
        scores = matching.find(root, postings)
        stale = self._freshness.stale
        return [_Found(score, number, 0) for number, score in scores.items() if number not in stale]

    def _scanned(self, root: Node) -> list[_Found]:
        """What is found in the articles that the index does not hold yet, as far as time allows."""
        self._recent.load(self._freshness.pending[:_MOST_SCANNED])
        scores = ((article_id, scanning.score(root, document)) for article_id, document in self._recent.documents())
        return [_Found(score, -1, article_id) for article_id, score in scores if score is not None]

    def _hits(self, found: _Answer) -> tuple[tuple[Hit, ...], int]:
        """The hits with their snippets, and how many articles were gone when asked for."""
        hits = []
        marker = Marker(found.root)
        for score, article_id in found.best:
            text = self._text(article_id)
            if text is not None:
                hits.append(Hit(article_id, round(score, 3), snippets(text, marker.marks(text[:_MOST_MARKED]))))
        return tuple(hits), len(found.best) - len(hits)

    def _text(self, article_id: int) -> str | None:
        try:
            return self._library.text(article_id)
        except LibraryError:
            return None
