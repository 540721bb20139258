"""Articles of the library read and compared, each once: caches around `reading` and `compare`.

For the window and the command line alike. Knows nothing of either, nor of how comparing works.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.core.cache import Cache
from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Claim, Comparison
from variorum.core.collate.options import AS_COLLATED, WordOptions
from variorum.core.handmade.model import Review
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.core.meaning.embedder import Embedder
from variorum.core.meaning.shipped import MOST_WORDS
from variorum.core.text.model import Article

if TYPE_CHECKING:
    from variorum.core.collate.changes import Change
    from variorum.core.collate.grounds import Grounds
    from variorum.core.collate.hand import HandLinks
    from variorum.core.collate.links import Linker
    from variorum.core.handmade.passages import Passages
    from variorum.core.meaning.model import Meaning

Version = tuple[int, str]
"""An article's id and the digest of its text."""

_Evidence = tuple[tuple[tuple[Version, bool, int], ...], "HandLinks"]
"""What a comparison rests on: the versions, whether the meaning of each was known, what of the two was linked by hand
(not what one of them shares with a third version)."""

_NEWEST = 1000
"""So many articles have their meaning known without being in a story: about 100 MB of them."""


class Workbench:
    """Reads and compares articles of one library. Usable from any thread."""

    def __init__(
        self, library: Library, articles: int = 256, comparisons: int = 64, embedder: Embedder | None = None
    ) -> None:
        """Keep so many articles and comparisons, those used last; `embedder` reads for meaning."""
        self._library = library
        self._embedder = embedder or Embedder()
        self._articles: Cache[Version, Article] = Cache(articles)
        self._comparisons: Cache[_Evidence, Comparison] = Cache(comparisons)
        self._views: Cache[tuple[_Evidence, WordOptions], Comparison] = Cache(comparisons)
        self._meanings: Cache[tuple[Version, int], Meaning | None] = Cache(articles)
        self._passages: Cache[Version, Passages] = Cache(articles)
        self._linker: Linker | None = None
        self._outdated: set[Version] = set()
        """Versions whose meaning was made of other passages than they are read as now."""
        self._embedded: Counter[int] = Counter()
        """How often each article was read for meaning: what was compared with an outdated one is compared anew."""

    @property
    def reads_meaning(self) -> bool:
        """Whether there is a model that can read for meaning."""
        return self._embedder.model is not None

    def article(self, article_id: int) -> Article:
        """The article, read. Raises `LibraryError` if it is not in the library."""
        return self._read(self._library.article(article_id))

    def compare(
        self,
        left_id: int,
        right_id: int,
        should_cancel: ShouldCancel = never,
        options: WordOptions = AS_COLLATED,
    ) -> Comparison:
        """Two articles held against each other; if they are versions of one story, the others of it are evidence.

        So is what they mean, as far as that is known now; links made and undone by hand hold. `options` say
        which words count as changed. Raises `LibraryError` if
        one is not in the library, `CanceledError` if told to stop.
        """
        rows = self._versions(left_id, right_id)
        known, hand = self._known(rows), self._hand_links(rows)
        versions = tuple(((row.id, row.digest), row.id in known, self._embedded[row.id]) for row in rows)
        key = versions, hand
        exact = self._comparisons.get(key, lambda: self._compare(rows, known, hand, should_cancel))
        if options == AS_COLLATED:
            return exact
        return self._views.get((key, options), lambda: _viewed(exact, options, should_cancel))

    def reviews(
        self, left_id: int, right_id: int, comparison: Comparison, changes: Sequence[Change]
    ) -> dict[int, Review]:
        """What was said of the changes of a comparison of these two, by their numbers."""
        from variorum.core.handmade.reviewing import Reviewed

        kept = self._library.reviews((left_id, right_id))
        return Reviewed(comparison, left_id, right_id).reviews(changes, kept)

    def grounds(self, left_id: int, right_id: int, comparison: Comparison, claim: Claim) -> Grounds:
        """What speaks for a linked claim of a comparison of these two. Raises `LibraryError` if one isn't there."""
        from variorum.core.collate.grounds import grounds
        from variorum.core.collate.version import Version as TakenApart

        rows = self._library.article(left_id), self._library.article(right_id)
        known = self._known(rows)
        sides = (
            TakenApart.of(article).known(self._meaning_of(row, article, known))
            for row, article in zip(rows, (comparison.left, comparison.right), strict=True)
        )
        return grounds(comparison, claim, *sides)

    def lacking(self, left_id: int, right_id: int) -> tuple[int, ...]:
        """The articles whose meaning would be evidence for this comparison and could be had: the two themselves first.

        Raises `LibraryError` if one of the two is not in the library.
        """
        if not self.reads_meaning:
            return ()
        rows = self._versions(left_id, right_id)
        known = self._known(rows)
        return tuple(row.id for row in rows if row.id not in known and row.words <= MOST_WORDS)

    def without_meaning(self) -> tuple[int, ...]:
        """Articles whose meaning is to be known before anybody asks for it and isn't yet, in the order of their use.

        Versions of stories, and of what is in no story the newest: any other is read when it is compared.
        """
        model = self._embedder.model
        return self._library.articles_without_meaning(model, MOST_WORDS, _NEWEST) if model else ()

    def embed(self, article_id: int, should_cancel: ShouldCancel = never) -> bool:
        """Read an article for meaning and keep that in the library; whether it was not known before.

        Takes about 0.3 s for 700 words, and half a second more where nothing was read
        before. Raises `LibraryError`, `CanceledError`, `EmbeddingError`.
        """
        row, model = self._library.article(article_id), self._embedder.model
        if model is None or row.words > MOST_WORDS or article_id in self._known((row,)):
            return False
        data = self._embedder.embed(self._library.text(article_id), should_cancel)
        self._library.set_meaning(article_id, model, data)
        self._embedded[row.id] += 1  # before it counts as known, or a comparison made without it would be found
        self._outdated.discard((row.id, row.digest))
        return True

    def rest(self) -> None:
        """Nothing is read for meaning for now: give back what that takes. Waits for the reading under way."""
        self._embedder.rest()

    def _versions(self, left_id: int, right_id: int) -> tuple[ArticleRow, ...]:
        """The two, and the other versions of their story."""
        left, right = self._library.article(left_id), self._library.article(right_id)
        if left.story_id is None or left.story_id != right.story_id:
            return left, right
        versions = self._library.story(left.story_id).versions
        return left, right, *(row for row in versions if row.id not in (left.id, right.id))

    def _known(self, rows: Sequence[ArticleRow]) -> frozenset[int]:
        """Which of these have a meaning that can be used."""
        model = self._embedder.model
        if model is None:
            return frozenset()
        outdated = {row.id for row in rows if (row.id, row.digest) in self._outdated}
        return self._library.with_meaning((row.id for row in rows), model) - outdated

    def _compare(
        self, rows: Sequence[ArticleRow], known: frozenset[int], hand: HandLinks, should_cancel: ShouldCancel
    ) -> Comparison:
        # Loads all of comparing, which a window that only shows the library does without.
        from variorum.core.collate.compare import compare
        from variorum.core.collate.links import Linker

        self._linker = self._linker or Linker()
        read = []
        for row in rows:
            check(should_cancel)
            read.append(self._read(row))
        rows_by_article = {id(article): row for article, row in zip(read, rows, strict=True)}

        def meaning_of(article: Article) -> Meaning | None:
            return self._meaning_of(rows_by_article[id(article)], article, known)

        left, right, *among = read
        return compare(left, right, among, should_cancel, self._linker, meaning_of=meaning_of, hand=hand)

    def _hand_links(self, rows: Sequence[ArticleRow]) -> HandLinks:
        """What was linked by hand, in terms of spans of the two that are compared, the first of `rows`."""
        from variorum.core.collate.hand import NO_HAND_LINKS
        from variorum.core.handmade.linking import Compared, hand_links

        kept = self._library.hand_links(row.id for row in rows[:2])
        if not kept:
            return NO_HAND_LINKS
        one, other = (Compared(row.id, self._passages_of(row)) for row in rows[:2])
        return hand_links(kept, one, other, frozenset(row.id for row in rows))

    def _passages_of(self, row: ArticleRow) -> Passages:
        from variorum.core.handmade.passages import Passages

        return self._passages.get((row.id, row.digest), lambda: Passages(self._read(row).text))

    def _meaning_of(self, row: ArticleRow, article: Article, known: frozenset[int]) -> Meaning | None:
        if row.id not in known:
            return None
        key = (row.id, row.digest), self._embedded[row.id]
        return self._meanings.get(key, lambda: self._meaning(row, article))

    def _meaning(self, row: ArticleRow, article: Article) -> Meaning | None:
        """What the library keeps of an article's meaning, if it is of these passages."""
        from variorum.core.meaning.packing import unpack

        model = self._embedder.model
        data = self._library.meaning(row.id, model) if model else None
        try:
            found = unpack(data) if data else None
        except ValueError:
            found = None
        if found is None or not found.fits(article):
            self._outdated.add((row.id, row.digest))
            return None
        return found

    def _read(self, row: ArticleRow) -> Article:
        from variorum.core.text.reading import read_article

        return self._articles.get((row.id, row.digest), lambda: read_article(self._library.text(row.id)))


def _viewed(comparison: Comparison, options: WordOptions, should_cancel: ShouldCancel) -> Comparison:
    from variorum.core.collate.viewing import viewed

    return viewed(comparison, options, should_cancel)
