"""Reads the index: which articles hold a word, how much it says about them, where in them it stands.

The one reader of Whoosh's postings. Everything it gives is by document number, an article's place in this state of the
index. What was read is kept for a while: when a person types, only the last word changes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from whoosh.reading import TermNotFound
from whoosh.scoring import BM25F

from variorum.core.search.schema import STARTS

Scores = dict[int, float]
"""Documents found with how well they fit."""

_KEPT_POSTINGS = 1_000_000
_T = TypeVar("_T", Scores, frozenset[int])


class Postings:
    """An index as of one commit."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._searcher = index.searcher(weighting=BM25F())
        self._kept: OrderedDict[tuple[str, str, str], Any] = OrderedDict()
        self._size = 0

    def is_current(self) -> bool:
        """Whether the index has had no commit since."""
        return bool(self._index.latest_generation() == self._searcher.reader().generation())

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()

    def parts(self) -> int:
        """How many parts (Whoosh's segments) the index has; a search visits all of them."""
        return len(self._searcher.leaf_searchers())

    def every(self) -> frozenset[int]:
        """All documents."""
        return frozenset(self._searcher.reader().all_doc_ids())

    def article_id(self, document: int) -> int:
        """The article's id in the library."""
        return int(self._searcher.stored_fields(document)["id"])

    def revision_of(self, document: int) -> int:
        """The revision of the article that was indexed."""
        return int(self._searcher.stored_fields(document)["revision"])

    def document_of(self, article_id: int) -> int | None:
        """The document of an article, None if it is not in the index."""
        found: int | None = self._searcher.document_number(id=str(article_id))
        return found

    def scored(self, field: str, word: str) -> Scores:
        """The documents with this word in this field, scored by BM25."""
        return self._remember(("scored", field, word), lambda: self._score(field, word))

    def holding(self, field: str, words: Iterable[str]) -> frozenset[int]:
        """The documents with at least one of these words in this field."""
        return frozenset().union(*(self._documents(field, word) for word in words))

    def beginning(self, field: str, start: str) -> frozenset[int]:
        """The documents with a word that begins like this."""
        prepared = STARTS.get((field, len(start)))
        if prepared is not None:
            return self._remember(("holding", prepared, start), lambda: self.holding(prepared, [start]))
        return self._remember(("beginning", field, start), lambda: self._beginning(field, start))

    def expand(self, field: str, start: str) -> list[str]:
        """The words of a field that begin like this."""
        return [term.decode("utf-8") for term in self._searcher.reader().expand_prefix(field, start)]

    def dated(self, first: str, last: str) -> frozenset[int]:
        """The documents dated from the first to the last of these days."""
        terms = (term.decode("utf-8") for term in self._searcher.reader().lexicon("date"))
        return self.holding("date", [day for day in terms if day and first <= day <= last])

    def adjacent(self, field: str, words: Sequence[str], among: Iterable[int]) -> list[int]:
        """Those of the documents `among`, all of which hold all the words, where they stand side by side."""
        found = []
        wanted = sorted(among)
        for searcher, offset in self._searcher.leaf_searchers():
            size = searcher.doc_count_all()
            here = [document - offset for document in wanted if offset <= document < offset + size]
            found += [number + offset for number in _side_by_side(searcher, field, words, here)]
        return found

    def _score(self, field: str, word: str) -> Scores:
        found: Scores = {}
        for matcher, offset in self._matchers(field, word):
            while matcher.is_active():
                found[matcher.id() + offset] = matcher.score()
                matcher.next()
        return found

    def _beginning(self, field: str, start: str) -> frozenset[int]:
        found: set[int] = set()
        for reader, offset in self._searcher.reader().leaf_readers():
            for term in reader.expand_prefix(field, start):
                found.update(_numbers(reader, field, term, offset))
        return frozenset(found)

    def _documents(self, field: str, word: str) -> frozenset[int]:
        found: set[int] = set()
        for reader, offset in self._searcher.reader().leaf_readers():
            with suppress(TermNotFound):
                found.update(_numbers(reader, field, word, offset))
        return frozenset(found)

    def _matchers(self, field: str, word: str) -> Iterator[tuple[Any, int]]:
        for searcher, offset in self._searcher.leaf_searchers():
            try:
                yield searcher.postings(field, word), offset
            except TermNotFound:
                continue

    def _remember(self, key: tuple[str, str, str], make: Callable[[], _T]) -> _T:
        if key in self._kept:
            self._kept.move_to_end(key)
            kept: _T = self._kept[key]
            return kept
        made = make()
        self._kept[key] = made
        self._size += len(made)
        while self._size > _KEPT_POSTINGS and len(self._kept) > 1:
            self._size -= len(self._kept.popitem(last=False)[1])
        return made


def _numbers(reader: Any, field: str, term: str | bytes, offset: int) -> Iterable[int]:
    """The documents of one part of the index that hold a word. Raises `TermNotFound`."""
    numbers: Iterable[int] = reader.postings(field, term).all_ids()
    return (number + offset for number in numbers) if offset else numbers


def _side_by_side(searcher: Any, field: str, words: Sequence[str], documents: Sequence[int]) -> Iterator[int]:
    """The documents of one part of the index where the words are neighbors, in this order."""
    if not documents:
        return
    matchers = [searcher.postings(field, word) for word in words]
    for number in documents:
        starts: set[int] | None = None
        for place, matcher in enumerate(matchers):
            matcher.skip_to(number)
            positions = {position - place for position in matcher.value_as("positions")}
            starts = positions if starts is None else starts & positions
            if not starts:
                break
        if starts:
            yield number
