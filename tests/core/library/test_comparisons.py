"""The last comparisons: twenty pairs, the last first, with what is left of articles that are gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from variorum.core.library.comparisons import MOST
from variorum.core.library.drafts import draft
from variorum.core.library.library import Library

Add = Callable[..., int]
Later = Callable[[int], None]


def pairs(library: Library) -> list[tuple[int | str | None, int | str | None]]:
    return [
        (one.left.path or one.left.article_id, one.right.path or one.right.article_id) for one in library.comparisons()
    ]


def test_the_last_is_first_and_a_pair_stands_once(library: Library, add: Add, later: Later) -> None:
    a, b, c = add("a"), add("b"), add("c")
    for left, right in ((a, b), (b, c), (b, a)):
        library.note_comparison(left, right)
        later(1)
    assert pairs(library) == [(b, a), (b, c)]
    first = library.comparisons()[0]
    assert (first.left.headline, first.compared[:10]) == ("Harbor news: b", "2026-03-03")
    assert library.revision() == 3, "to compare is no change of the library"


def test_twenty_are_remembered(library: Library, add: Add, later: Later) -> None:
    ids = [add(f"number {number}") for number in range(MOST + 3)]
    for left, right in pairwise(ids):
        library.note_comparison(left, right)
        later(1)
    assert len(pairs(library)) == MOST
    assert pairs(library)[0] == (ids[-2], ids[-1])


def test_a_clock_that_was_ahead_takes_no_later_comparison_away(library: Library, add: Add, later: Later) -> None:
    ids = [add(f"number {number}") for number in range(MOST + 3)]
    later(400)
    for left, right in pairwise(ids[:-1]):
        library.note_comparison(left, right)
    later(-400)
    library.note_comparison(ids[-2], ids[-1])
    assert pairs(library)[:2] == [(ids[-2], ids[-1]), (ids[-3], ids[-2])]


def test_what_was_removed_says_so_and_what_is_purged_has_its_headline(library: Library, add: Add, later: Later) -> None:
    a, b = add("a"), add("b")
    library.note_comparison(a, b)
    library.remove([a])
    assert library.comparisons()[0].left.removed
    assert not library.comparisons()[0].right.removed
    library.restore([a])
    assert not library.comparisons()[0].left.removed
    library.remove([a])
    later(40)
    library.purge(timedelta(days=30))
    left = library.comparisons()[0].left
    assert (left.removed, left.article_id, left.headline) == (True, None, "Harbor news: a")


def test_files_are_remembered_by_path_also_when_they_are_kept_and_clipboards_are_not(
    library: Library, add: Add
) -> None:
    a = add("a")
    file = library.hold(draft("Fares rise\n\nFares rise in May.\n", "/desk/fares.txt"))
    clipboard = library.hold(draft("Fares fall\n\nFares fall in May.\n"), "Clipboard, 14:02")
    library.note_comparison(a, file.id)
    library.note_comparison(a, clipboard.id)
    assert pairs(library) == [(a, "/desk/fares.txt")]
    kept = library.keep(file.id).row
    library.note_comparison(kept.id, a)
    assert pairs(library) == [(kept.id, a)]


def test_two_texts_of_one_file_are_two(library: Library, add: Add) -> None:
    a = add("a")
    one, other = (library.add(f"Fares {n}\n\nFares rise by {n}.\n", "/desk/fares.txt").id for n in (1, 2))
    library.note_comparison(a, one)
    library.note_comparison(a, other)
    assert len(pairs(library)) == 2


def test_forgetting_one_can_be_taken_back(library: Library, add: Add, later: Later) -> None:
    a, b, c = add("a"), add("b"), add("c")
    library.note_comparison(a, b)
    later(1)
    library.note_comparison(b, c)
    before = library.comparisons()
    library.forget_comparisons(before[1:])
    assert pairs(library) == [(b, c)]
    library.restore_comparisons(before[1:])
    assert library.comparisons() == before
