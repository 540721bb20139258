"""The rows of the list of results as frozen data, and their orders. Knows no Qt and not how a search works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.core.errors import LibraryError
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, StoryRow
from variorum.core.search.model import SearchResults, Snippet
from variorum.gui import telling

_OPENERS = "“‘\"'(«„—–"
_ENDERS = ".!?…”’\"')»"


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "Relevance"
    DATE = "Date"
    HEADLINE = "Headline"


@dataclass(frozen=True, slots=True)
class ResultRow:
    """An article found. `story` is its story's name, "" outside one or where it goes without saying."""

    article: ArticleRow
    snippets: tuple[Snippet, ...]
    story: str = ""
    distinction: str = ""
    """What tells it from other results with the same headline."""

    @property
    def headline(self) -> str:
        """The headline on one line."""
        return " ".join(self.article.headline.split())

    @property
    def facts(self) -> str:
        """Outlet, date, story and length, as far as they are known."""
        known = telling.facts(self.article, self.distinction)
        return f"{known} · {self.story}" if self.story else known

    @property
    def tip(self) -> str:
        """All that is known of it."""
        return "\n".join(part for part in (telling.described(self.article), self.story) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query, ready to be listed."""

    results: SearchResults
    rows: tuple[ResultRow, ...]

    @property
    def stories(self) -> int:
        """In how many stories the listed articles are."""
        return len({row.article.story_id for row in self.rows if row.article.story_id is not None})


def gather(library: Library, results: SearchResults) -> Found:
    """Look up what the library knows of the articles found; those it no longer has are left out."""
    articles = {row.id: row for row in library.articles([hit.article_id for hit in results.hits])}
    stories = _stories(library, {row.story_id for row in articles.values()})
    # Where all results are of one story, its name would only be repeated.
    names = {story_id: story.name for story_id, story in stories.items()} if len(stories) > 1 else {}
    apart = telling.distinctions(articles.values())
    rows = (
        ResultRow(row, hit.snippets, names.get(row.story_id, ""), apart.get(row.id, ""))
        for hit in results.hits
        if (row := articles.get(hit.article_id)) is not None
    )
    return Found(results, tuple(rows))


def _stories(library: Library, ids: set[int | None]) -> dict[int | None, StoryRow]:
    found: dict[int | None, StoryRow] = {}
    for story_id in ids - {None}:
        try:
            found[story_id] = library.story(story_id or 0)
        except LibraryError:
            continue  # it went while the search was under way; its articles stay
    return found


def ordered(rows: Sequence[ResultRow], order: Order) -> list[ResultRow]:
    """The rows in that order; the newest date first, undated ones last. Equals stay by relevance."""
    if order is Order.DATE:
        return sorted(rows, key=lambda row: row.article.date, reverse=True)
    if order is Order.HEADLINE:
        return sorted(rows, key=lambda row: row.headline.casefold().lstrip("“‘\"'"))
    return list(rows)


def with_dots(snippet: Snippet) -> tuple[str, list[tuple[int, int]]]:
    """A snippet's text with dots where it was cut out of a sentence, and its hits in there."""
    text = snippet.text
    before = "…" if text and not (text[0].isupper() or text[0].isdigit() or text[0] in _OPENERS) else ""
    after = "…" if text and text[-1] not in _ENDERS else ""
    hits = [(hit.start + len(before), hit.end + len(before)) for hit in snippet.hits]
    return before + text + after, hits
