"""What the sidebar's list of stories shows, row by row, as plain data. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from variorum.core.library.model import ArticleRow, StoryRow
from variorum.gui.telling import described, distinctions, facts, file_name
from variorum.gui.words import plural, tr

MOST_VERSIONS = 40
"""More articles that come together aren't one story."""


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
    """One row. `badge` is a siglum or a count, `icon` stands where there is none, `facts` is the small line below,
    `tip` all that is known."""

    kind: RowKind
    text: str
    facts: str = ""
    badge: str = ""
    article_id: int = 0
    story_id: int = 0
    tip: str = ""
    icon: str = ""


def story_rows(
    stories: Sequence[StoryRow], current: int | None, apart: Sequence[ArticleRow], folded: Mapping[int, Row]
) -> tuple[Row, ...]:
    """The rows for these stories, the one with the id `current` unfolded on top, below articles that are in none.

    `folded` are the stories' rows while they are folded up, by id: the same for whatever is unfolded.
    """
    story = next((story for story in stories if story.id == current), None)
    rows: list[Row] = []
    told = distinctions(apart)
    for heading, unsaved in ((tr("Not in the library"), True), (tr("Open"), False)):
        found = [_apart(row, told.get(row.id, "")) for row in apart if row.is_unsaved is unsaved]
        rows += [Row(RowKind.HEADING, heading), *found] if found else []
    if story is not None:
        rows += [Row(RowKind.HEADING, tr("Story")), _unfolded(story)]
        if story.versions:
            rows.append(Row(RowKind.HEADING, tr("Versions")))
            told = distinctions(story.versions)
            rows += [article_row(version, told.get(version.id, "")) for version in story.versions]
    others = [other for other in stories if other is not story]
    if others:
        rows.append(Row(RowKind.HEADING, tr("Other stories") if story else tr("Stories")))
        rows += [folded[other.id] for other in others]
    return tuple(rows)


def story_facts(story: StoryRow) -> str:
    """ "5 versions · 2,901 words"."""
    words = sum(version.words for version in story.versions)
    return f"{plural('%n version', '%n versions', len(story.versions))} · {plural('%n word', '%n words', words)}"


def article_row(article: ArticleRow, distinction: str = "") -> Row:
    """The row of an article; `distinction` tells it from others with its headline."""
    return Row(
        RowKind.VERSION,
        article.headline,
        facts(article, distinction),
        article.siglum,
        article.id,
        article.story_id or 0,
        described(article),
    )


def _apart(article: ArticleRow, distinction: str) -> Row:
    """The row of an article that is in no story."""
    icon = "article" if article.path or not article.is_unsaved else "clipboard"
    return replace(article_row(article, distinction or (file_name(article) if article.is_unsaved else "")), icon=icon)


def _unfolded(story: StoryRow) -> Row:
    return Row(RowKind.STORY, story.name, story_facts(story), story_id=story.id, tip=_tip(story))


def folded_row(story: StoryRow) -> Row:
    """The row of a story whose versions aren't listed."""
    return Row(RowKind.OTHER, story.name, badge=str(len(story.versions)), story_id=story.id, tip=_tip(story))


def _tip(story: StoryRow) -> str:
    return f"{story.name[:400]}\n{story_facts(story)}"
