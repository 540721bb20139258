"""The articles that a new library starts with, as one story. Knows nothing of what they are about.

The window adds them when it opens a library for the first time. The command line does not: who searches or imports from
a script asks about their own articles, and a query must not write into the library it asks.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from variorum.core.library.drafts import draft
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, NewArticle, StoryRow
from variorum.core.text.decoding import decode


def add_seeds(library: Library, folder: Traversable) -> StoryRow | None:
    """Put the text files of `folder` into a library that nothing was ever put into, in the order of their names.

    Any other library is left alone, so whoever removes the seeds doesn't get them back. Returns the story, if made.
    """
    if library.revision() > 0:
        return None
    drafts = _drafts(folder)
    if not drafts:
        return None
    added = library.add_all(drafts, name_for(drafts))
    story_id = added[0].row.story_id
    return None if story_id is None else library.story(story_id)


def add_sample(library: Library, folder: Traversable) -> tuple[ArticleRow, ...]:
    """Put those texts of `folder` that it hasn't got into any library, and return them, as they were added.

    Those removed before come back to their story; new ones join the story of the others, or make one.
    """
    drafts = _drafts(folder)
    additions = library.add_all(drafts)
    loose = [addition.row.id for addition in additions if not addition.known and addition.row.story_id is None]
    if loose:
        story_id = next((a.row.story_id for a in additions if a.row.story_id is not None), None)
        if story_id is None:
            library.new_story(name_for(drafts), loose)
        else:
            library.move_to_story(loose, story_id)
    return tuple(addition.row for addition in additions if not addition.known)


def name_for(versions: list[NewArticle]) -> str:
    """A name for a story of these versions: the shortest headline, or the shortest first sentence if none has one."""
    # Loads the sentence splitter, which every start after the first does without.
    from variorum.core.text.reading import read_article

    read = [read_article(new.text) for new in versions]
    real = [article.headline for article in read if article.headline_span is not None]
    return min(real or [article.headline for article in read], key=len)


def _drafts(folder: Traversable) -> list[NewArticle]:
    files = (file for file in folder.iterdir() if file.name.endswith(".txt"))
    return [_draft(file) for file in sorted(files, key=lambda file: file.name)]


def _draft(file: Traversable) -> NewArticle:
    data = file.read_bytes()
    return draft(decode(data, file.name), file.name, data)
