"""Changes of the library that can be taken back: each function does one and returns what undoes it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable

from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.core.library.seeding import add_sample

Undo = Callable[[], object]
Operation = Callable[[Library], Undo]


def removing(ids: Sequence[int]) -> Operation:
    """Take articles out of the library."""

    def operate(library: Library) -> Undo:
        library.remove(ids)
        return lambda: library.restore(ids)

    return operate


def renaming(story_id: int, name: str) -> Operation:
    """Give a story another name."""

    def operate(library: Library) -> Undo:
        before = library.rename_story(story_id, name)
        return lambda: library.rename_story(story_id, before)

    return operate


def moving(ids: Sequence[int], story_id: int | None) -> Operation:
    """Put articles into another story, or into none."""

    def operate(library: Library) -> Undo:
        before = library.move_to_story(ids, story_id)
        return lambda: _put_back(library, before)

    return operate


def founding(name: str, ids: Sequence[int]) -> Operation:
    """Make a story of articles."""

    def operate(library: Library) -> Undo:
        before = library.articles(ids)
        story = library.new_story(name, ids)

        def undo() -> None:
            _put_back(library, before)
            library.delete_story(story.id)

        return undo

    return operate


def dissolving(story_id: int) -> Operation:
    """Take a story away; its articles stay."""

    def operate(library: Library) -> Undo:
        library.delete_story(story_id)
        return lambda: library.restore_story(story_id)

    return operate


def adding_sample(folder: Traversable) -> Operation:
    """Put the sample story in, as far as it isn't there."""

    def operate(library: Library) -> Undo:
        added = [row.id for row in add_sample(library, folder)]
        return lambda: library.remove(added)

    return operate


def _put_back(library: Library, before: Sequence[ArticleRow]) -> None:
    for story_id in dict.fromkeys(row.story_id for row in before):
        library.move_to_story([row.id for row in before if row.story_id == story_id], story_id)
