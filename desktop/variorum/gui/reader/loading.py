"""What the reader needs of an article, gathered off the window's thread. Knows no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, StoryRow
from variorum.core.text.model import Article
from variorum.core.workbench import Workbench
from variorum.gui.reader.hits import HitWalk, walk


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be shown. `story` is None for one that is in no story."""

    row: ArticleRow
    article: Article
    story: StoryRow | None
    query: str
    hits: HitWalk

    @property
    def others(self) -> tuple[ArticleRow, ...]:
        """The other versions of its story."""
        versions = self.story.versions if self.story else ()
        return tuple(row for row in versions if row.id != self.row.id)


def load(library: Library, workbench: Workbench, article_id: int, query: str, should_cancel: ShouldCancel) -> Opened:
    """Read the article and find `query` in it. Raises `LibraryError` if it is not in the library."""
    row = library.article(article_id)
    story = library.story(row.story_id) if row.story_id is not None else None
    check(should_cancel)
    article = workbench.article(article_id)
    check(should_cancel)
    return Opened(row, article, story, query, find(article, query))


def find(article: Article, query: str) -> HitWalk:
    """The way through the places of `query` in the article."""
    if not query.strip():
        return HitWalk()
    # Loads the query language, which reading without a search does without.
    from variorum.core.search.marking import hits_in

    return walk(article, hits_in(article.text, query))
