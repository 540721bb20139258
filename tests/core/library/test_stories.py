"""Stories and their letters: stable while the story lives, whatever comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from variorum.core.errors import LibraryError
from variorum.core.library.library import Library
from variorum.core.library.sigla import siglum

Add = Callable[..., int]
Later = Callable[[int], None]


def letters(library: Library, story_id: int) -> dict[int, str]:
    return {row.id: row.siglum for row in library.story(story_id).versions}


@pytest.mark.parametrize(
    ("ordinal", "letter"),
    [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_sigla_count_like_columns(ordinal: int, letter: str) -> None:
    assert siglum(ordinal) == letter


def test_a_story_letters_its_versions_in_the_order_given(library: Library, add: Add) -> None:
    a, b, c = add("dredging"), add("cranes"), add("customs")
    story = library.new_story("  Harbor\n works ", [c, a])
    assert story.name == "Harbor works"
    assert [(row.id, row.siglum, row.story_id) for row in story.versions] == [(c, "A", story.id), (a, "B", story.id)]
    assert [row.id for row in library.loose_articles()] == [b]
    assert library.stories() == (story,)


def test_a_letter_is_never_given_twice(library: Library, later: Later, add: Add) -> None:
    a, b = add("dredging"), add("cranes")
    story = library.new_story("Harbor", [a, b])
    library.remove([b])
    later(90)
    library.purge(timedelta(days=30))
    c = add("customs", story.id)
    assert letters(library, story.id) == {a: "A", c: "C"}


def test_moving_back_gives_the_old_letter(library: Library, add: Add) -> None:
    a, b, c = add("dredging"), add("cranes"), add("customs")
    harbor, other = library.new_story("Harbor", [a, b]), library.new_story("Other", [c])
    before = library.move_to_story([a], other.id)
    assert [(row.id, row.story_id) for row in before] == [(a, harbor.id)]
    assert letters(library, other.id) == {c: "A", a: "B"}
    library.move_to_story([a], harbor.id)
    assert letters(library, harbor.id) == {a: "A", b: "B"}
    library.move_to_story([a], None)
    assert [row.id for row in library.loose_articles()] == [a]


def test_renaming_returns_the_old_name(library: Library, add: Add) -> None:
    story = library.new_story("Harbor", [add("dredging")])
    assert library.rename_story(story.id, "Port") == "Harbor"
    assert library.story(story.id).name == "Port"


def test_deleting_a_story_keeps_its_articles_and_can_be_undone(library: Library, add: Add) -> None:
    a, b, c = add("dredging"), add("cranes"), add("customs")
    story = library.new_story("Harbor", [a, b, c])
    assert library.delete_story(story.id) == story
    assert library.stories() == ()
    assert {row.id for row in library.loose_articles()} == {a, b, c}
    elsewhere = library.new_story("Cranes", [b])
    assert [row.id for row in library.restore_story(story.id).versions] == [a, c]
    assert letters(library, elsewhere.id) == {b: "A"}
    assert letters(library, story.id) == {a: "A", c: "C"}


def test_a_deleted_story_is_purged_and_its_articles_stay(library: Library, later: Later, add: Add) -> None:
    a = add("dredging")
    story = library.new_story("Harbor", [a])
    library.delete_story(story.id)
    later(90)
    library.purge(timedelta(days=30))
    assert [row.id for row in library.articles()] == [a]
    with pytest.raises(LibraryError, match="no longer"):
        library.restore_story(story.id)


def test_stories_that_are_not_there_are_said_to_be_gone(library: Library, add: Add) -> None:
    a = add("dredging")
    for attempt in (
        lambda: library.story(9),
        lambda: library.rename_story(9, "x"),
        lambda: library.delete_story(9),
        lambda: library.restore_story(9),
        lambda: library.move_to_story([a], 9),
    ):
        with pytest.raises(LibraryError, match="no longer in the library"):
            attempt()


@pytest.mark.parametrize("name", ["", "  \n"])
def test_a_story_needs_a_name(library: Library, add: Add, name: str) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.new_story(name, [add("dredging")])
    assert library.stories() == ()
