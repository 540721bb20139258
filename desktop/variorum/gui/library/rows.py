"""What the sidebar's list of stories shows, row by row, as plain data. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from variorum.core.library.model import ArticleRow, StoryRow


class RowKind(Enum):
    """How a row looks and what it can do."""

    HEADING = "heading"
    STORY = "story"
    """The story whose versions are listed."""
    VERSION = "version"
    OTHER = "other"
    """A story that is folded up."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `badge` is a siglum or a count, `facts` the small line below."""

    kind: RowKind
    text: str
    facts: str = ""
    badge: str = ""
    article_id: int = 0
    story_id: int = 0


def story_rows(stories: Sequence[StoryRow], current: int | None) -> tuple[Row, ...]:
    """The rows for these stories, the one with the id `current` unfolded on top."""
    story = next((story for story in stories if story.id == current), None)
    rows: list[Row] = []
    if story is not None:
        rows += [Row(RowKind.HEADING, "Story"), Row(RowKind.STORY, story.name, story_facts(story), story_id=story.id)]
        if story.versions:
            rows.append(Row(RowKind.HEADING, "Versions"))
            rows += [_version(version) for version in story.versions]
    others = [other for other in stories if other is not story]
    if others:
        rows.append(Row(RowKind.HEADING, "Other stories" if story else "Stories"))
        rows += [_other(other) for other in others]
    return tuple(rows)


def story_facts(story: StoryRow) -> str:
    """ "5 versions · 2,901 words"."""
    words = sum(version.words for version in story.versions)
    return f"{count(len(story.versions), 'version')} · {count(words, 'word')}"


def article_facts(article: ArticleRow) -> str:
    """ "Militarytimes · 2025-02-12 · 677 words", as far as it is known."""
    parts = (article.outlet, article.date, count(article.words, "word"))
    return " · ".join(part for part in parts if part)


def count(number: int, noun: str) -> str:
    """ "1 version", "1,024 versions"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _version(article: ArticleRow) -> Row:
    return Row(
        RowKind.VERSION, article.headline, article_facts(article), article.siglum, article.id, article.story_id or 0
    )


def _other(story: StoryRow) -> Row:
    return Row(RowKind.OTHER, story.name, badge=str(len(story.versions)), story_id=story.id)
