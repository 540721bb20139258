"""An article made ready for comparing: its passages taken apart. Knows one article, no other version."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.terms import Passage, passages_of
from variorum.core.meaning.model import Meaning
from variorum.core.text.model import Article, Span


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """One witness of a story."""

    article: Article
    """Set plainly."""
    source: Article
    """The same as it is set in the file."""
    passages: tuple[Passage, ...]
    meaning: Meaning | None = None
    """What is known of the article's meaning."""

    @classmethod
    def of(cls, article: Article, should_cancel: ShouldCancel = never) -> Version:
        """`article` taken apart. Raises CanceledError."""
        return cls(article.plain, article, passages_of(article.plain, should_cancel))

    def known(self, meaning: Meaning | None) -> Version:
        """This version with what is known of its meaning; one made of other passages than it has is left out."""
        return replace(self, meaning=meaning if meaning is not None and meaning.fits(self.article) else None)

    def only(self, indexes: Sequence[int]) -> Version:
        """This version as if it told these passages alone."""
        size = max(1, len(indexes) - 1)
        rows = (replace(self.passages[index], place=at / size) for at, index in enumerate(indexes))
        return replace(self, passages=tuple(rows))

    def shares_meaning(self, other: Version) -> bool:
        """Whether the meaning of both versions is known, by one model."""
        return self.meaning is not None and other.meaning is not None and self.meaning.model == other.meaning.model

    def touched(self, span: Span) -> range:
        """The indexes of the passages that `span` touches; passages don't overlap."""
        first = bisect_right(self.passages, span.start, key=lambda passage: passage.span.end)
        return range(first, bisect_left(self.passages, span.end, key=lambda passage: passage.span.start))

    def text(self, index: int) -> str:
        """The characters of passage `index`."""
        return self.passages[index].span.of(self.article.text)
