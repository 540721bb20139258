"""What the search index is told: everything that changed, once, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from variorum.core.library.library import Library

Add = Callable[..., int]
Later = Callable[[int], None]


def test_a_new_library_is_at_nought(library: Library) -> None:
    assert library.revision() == 0
    assert library.changed_since(0) == library.changed_since(0)
    assert library.changed_since(0).updated == ()


def test_what_was_added_since_is_told(library: Library, add: Add) -> None:
    first = add("dredging")
    seen = library.revision()
    second = add("cranes")
    changes = library.changed_since(seen)
    assert (changes.updated, changes.removed, changes.revision) == ((second,), (), library.revision())
    assert library.changed_since(0).updated == (first, second)
    assert library.changed_since(changes.revision).updated == ()


def test_removing_restoring_and_purging_are_told(library: Library, later: Later, add: Add) -> None:
    a, b = add("dredging"), add("cranes")
    seen = library.revision()
    library.remove([a])
    assert library.changed_since(seen).removed == (a,)
    library.restore([a])
    assert library.changed_since(seen).updated == (a,)
    library.remove([b])
    later(1)
    library.purge(timedelta())
    assert library.changed_since(seen).removed == (b,)
    assert library.changed_since(seen).updated == (a,)


def test_a_storys_name_is_part_of_its_articles(library: Library, add: Add) -> None:
    a, b = add("dredging"), add("cranes")
    story = library.new_story("Harbor", [a])
    for change in (
        lambda: library.rename_story(story.id, "Port"),
        lambda: library.delete_story(story.id),
        lambda: library.restore_story(story.id),
        lambda: library.move_to_story([a], None),
    ):
        seen = library.revision()
        change()
        assert library.changed_since(seen).updated == (a,)
    assert b in library.changed_since(0).updated


def test_another_process_sees_the_change(library: Library, add: Add) -> None:
    other = Library(library.folder)
    try:
        number = add("dredging")
        assert other.changed_since(0).updated == (number,)
        assert other.text(number) == library.text(number)
    finally:
        other.close()
