"""Articles of the library read and compared, each once: caches around `reading` and `compare`.

For the window and the command line alike. Knows nothing of either, nor of how comparing works.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Comparison
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.core.text.model import Article

Key = TypeVar("Key")
Value = TypeVar("Value")


class Workbench:
    """Reads and compares articles of one library. Usable from any thread."""

    def __init__(self, library: Library, articles: int = 256, comparisons: int = 64) -> None:
        """Keep so many articles and comparisons, those used last."""
        self._library = library
        self._articles: _Cache[tuple[int, str], Article] = _Cache(articles)
        self._comparisons: _Cache[tuple[tuple[int, str], ...], Comparison] = _Cache(comparisons)

    def article(self, article_id: int) -> Article:
        """The article, read. Raises `LibraryError` if it is not in the library."""
        return self._read(self._library.article(article_id))

    def compare(self, left_id: int, right_id: int, should_cancel: ShouldCancel = never) -> Comparison:
        """Two articles held against each other; if they are versions of one story, the others of it are evidence.

        Raises `LibraryError` if one is not in the library, `CanceledError` if told to stop.
        """
        left, right = self._library.article(left_id), self._library.article(right_id)
        others = self._others(left, right)
        key = tuple((row.id, row.digest) for row in (left, right, *others))
        return self._comparisons.get(key, lambda: self._compare(left, right, others, should_cancel))

    def _others(self, left: ArticleRow, right: ArticleRow) -> tuple[ArticleRow, ...]:
        if left.story_id is None or left.story_id != right.story_id:
            return ()
        versions = self._library.story(left.story_id).versions
        return tuple(row for row in versions if row.id not in (left.id, right.id))

    def _compare(
        self, left: ArticleRow, right: ArticleRow, others: tuple[ArticleRow, ...], should_cancel: ShouldCancel
    ) -> Comparison:
        # Loads all of comparing, which a window that only shows the library does without.
        from variorum.core.collate.compare import compare

        read = []
        for row in (left, right, *others):
            check(should_cancel)
            read.append(self._read(row))
        return compare(read[0], read[1], read[2:], should_cancel)

    def _read(self, row: ArticleRow) -> Article:
        from variorum.core.text.reading import read_article

        return self._articles.get((row.id, row.digest), lambda: read_article(self._library.text(row.id)))


class _Cache(Generic[Key, Value]):
    """Values by key, those used last kept.

    Two threads that miss the same key at once both make the value: that is rare, and neither waits for the other.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value kept under `key`, or else the one `make` makes, kept from now on."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._room:
                self._kept.popitem(last=False)
        return value
