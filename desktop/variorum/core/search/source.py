"""What the search needs of a library, as a protocol: `core.library` fulfills it, and so does a fake in a test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from variorum.core.library.model import ArticleRow, Changes, StoryRow


class LibraryReader(Protocol):
    """A library, read only."""

    def articles(self, ids: Iterable[int] | None = None) -> tuple[ArticleRow, ...]:
        """All articles, or those with these ids."""

    def text(self, article_id: int) -> str:
        """An article's text. Raises `LibraryError` if it is gone."""

    def stories(self) -> tuple[StoryRow, ...]:
        """All stories."""

    def revision(self) -> int:
        """Rises with every change."""

    def changed_since(self, revision: int) -> Changes:
        """What changed after a revision; 0 asks for everything."""
