"""A review comes back with its change, also against a third version, and not where anything of the change differs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.handmade.model import KeptReview, Review
from variorum.core.handmade.reviewing import Reviewed
from variorum.core.text.reading import read_article

OPENING = "Bridge to close\n\n"
SHARED = (
    "The city council voted on Monday to close the harbor bridge for repairs. "
    "Engineers found cracks in four of its pillars last autumn. "
    "Mayor Anna Lind said the work would take 18 months. "
    "Ferries will carry commuters across the bay every ten minutes. "
)
ONLY_RIGHT = "A new tunnel was rejected by voters two years ago. "
LEFT = OPENING + SHARED + "The state is to pay half of the cost of $36 million.\n"
LATER = SHARED.replace("18 months", "24 months").replace("carry commuters", "take passengers")
RIGHT = OPENING + LATER + ONLY_RIGHT + (
    "The state is to pay half of the cost of $36 million.\n"
)  # fmt: skip
A, B, C = 1, 2, 3
DONE = Review(reviewed=True, note="checked with the city")
OTHER_END = RIGHT + "Traffic on the northern ring road is expected to double.\n"


def compared(left: str, right: str) -> tuple[Comparison, tuple[Change, ...]]:
    """Two texts compared, with their changes."""
    found = compare(read_article(left), read_article(right))
    return found, changes(found)


def kept_of(left: str, right: str, kind: ChangeKind, ids: tuple[int, int] = (A, B)) -> KeptReview:
    """What is kept when the first change of `kind` is reviewed."""
    comparison, listed = compared(left, right)
    change = next(change for change in listed if kind in change.kinds)
    (new,) = Reviewed(comparison, *ids).exchange(change, (), lambda _: DONE).new
    return new


def reviewed_kinds(left: str, right: str, kept: KeptReview, ids: tuple[int, int]) -> list[tuple[ChangeKind, ...]]:
    """The kinds of the changes that count as reviewed."""
    comparison, listed = compared(left, right)
    return [listed[number].kinds for number in Reviewed(comparison, *ids).reviews(listed, (kept,))]


@pytest.mark.parametrize("kind", [ChangeKind.ADDED, ChangeKind.REWORDED, ChangeKind.FIGURE])
def test_a_review_comes_back_to_its_change_alone(kind: ChangeKind) -> None:
    (found,) = reviewed_kinds(LEFT, RIGHT, kept_of(LEFT, RIGHT, kind), (A, B))
    assert kind in found


def test_it_comes_back_with_the_sides_swapped() -> None:
    added, figure = kept_of(LEFT, RIGHT, ChangeKind.ADDED), kept_of(LEFT, RIGHT, ChangeKind.FIGURE)
    assert reviewed_kinds(RIGHT, LEFT, added, (B, A)) == [(ChangeKind.DROPPED,)]
    assert reviewed_kinds(RIGHT, LEFT, figure, (B, A)) == [(ChangeKind.FIGURE,)]


def test_what_only_one_version_tells_is_known_again_against_a_third() -> None:
    kept = kept_of(LEFT, RIGHT, ChangeKind.ADDED)
    third = LEFT.replace("Ferries", "Boats")
    assert reviewed_kinds(third, RIGHT, kept, (C, B)) == [(ChangeKind.ADDED,)]


def test_what_stood_against_other_words_is_open_against_a_third() -> None:
    kept = kept_of(LEFT, RIGHT, ChangeKind.FIGURE)
    assert reviewed_kinds(LEFT.replace("18 months", "20 months"), RIGHT, kept, (C, B)) == []
    assert reviewed_kinds(LEFT + "Traffic is to double.\n", RIGHT, kept, (C, B)) == [(ChangeKind.FIGURE,)]


def test_between_two_other_versions_nothing_is_known() -> None:
    assert reviewed_kinds(LEFT, RIGHT, kept_of(LEFT, RIGHT, ChangeKind.ADDED), (C, 4)) == []
    # A tells nothing of it, so that A beside another version that tells it isn't the same either.
    assert reviewed_kinds(LEFT, RIGHT, kept_of(LEFT, RIGHT, ChangeKind.ADDED), (A, C)) == []


@pytest.mark.parametrize("kind", [ChangeKind.ADDED, ChangeKind.REWORDED, ChangeKind.FIGURE])
def test_elsewhere_in_the_text_may_change_what_will(kind: ChangeKind) -> None:
    assert len(reviewed_kinds(LEFT, OTHER_END, kept_of(LEFT, RIGHT, kind), (A, B))) == 1


def test_altered_words_on_either_side_open_it_again() -> None:
    added, figure = kept_of(LEFT, RIGHT, ChangeKind.ADDED), kept_of(LEFT, RIGHT, ChangeKind.FIGURE)
    assert reviewed_kinds(LEFT, RIGHT.replace("two years ago", "three years ago"), added, (A, B)) == []
    assert reviewed_kinds(LEFT, RIGHT.replace("24 months", "30 months"), figure, (A, B)) == []
    assert reviewed_kinds(LEFT.replace("18 months", "12 months"), RIGHT, figure, (A, B)) == []
    # The sentence around a figure is part of what was looked at.
    assert reviewed_kinds(LEFT, RIGHT.replace("Mayor Anna Lind", "Deputy Mayor Anna Lind"), figure, (A, B)) == []


def test_another_kind_opens_it_again() -> None:
    kept = kept_of(LEFT, RIGHT, ChangeKind.ADDED)
    assert reviewed_kinds(LEFT, RIGHT, replace(kept, kind="reworded"), (A, B)) == []
    # Now the left tells it, too, in other words: it is no longer only here.
    told = LEFT + "Voters rejected a new tunnel two years ago.\n"
    assert (ChangeKind.ADDED,) not in reviewed_kinds(told, RIGHT, kept, (A, B))


def test_typography_opens_nothing() -> None:
    kept = kept_of(LEFT, RIGHT, ChangeKind.ADDED)
    assert reviewed_kinds(LEFT, RIGHT.replace("two years ago", "two\u00a0years  ago"), kept, (A, B)) != []


def test_the_same_words_twice_are_two_changes() -> None:
    comment = "He declined to comment. "
    right = LEFT.replace("Mayor", comment + "Mayor").replace("Ferries", comment + "Ferries")
    comparison, listed = compared(LEFT, right)
    twice = [n for n, change in enumerate(listed) if "declined" in change.detail]
    assert len(twice) == 2
    reviewed = Reviewed(comparison, A, B)
    (second,) = reviewed.exchange(listed[twice[1]], (), lambda _: DONE).new
    assert reviewed.reviews(listed, (second,)) == {twice[1]: DONE}


def test_the_same_sentence_put_in_elsewhere_takes_no_review_over() -> None:
    comment = "He declined to comment. "
    right = LEFT.replace("Ferries", comment + "Ferries")
    comparison, listed = compared(LEFT, right)
    added = next(change for change in listed if "declined" in change.detail)
    (kept,) = Reviewed(comparison, A, B).exchange(added, (), lambda _: DONE).new
    later = right.replace("Engineers", comment + "Engineers")
    comparison, listed = compared(LEFT, later)
    found = Reviewed(comparison, A, B).reviews(listed, (kept,))
    assert [listed[number].right[0].start for number in found] == [later.index(comment + "Ferries")]
    before = replace(kept, ends=tuple(replace(end, around="") for end in kept.ends))
    found = Reviewed(comparison, A, B).reviews(listed, (before,))
    assert [listed[number].right[0].start for number in found] == [later.index(comment + "Engineers")], "by number"


def test_both_ends_of_one_passage_are_told_apart() -> None:
    twice = "Ferries will carry commuters across the bay every ten minutes. "
    left, right = LEFT.replace(twice, "") + twice + "\n", twice + LEFT.replace(twice, "")
    comparison, listed = compared(left, right)
    moved = [number for number, change in enumerate(listed) if ChangeKind.MOVED in change.kinds]
    for number in moved:
        (kept,) = Reviewed(comparison, A, B).exchange(listed[number], (), lambda _: DONE).new
        assert Reviewed(comparison, A, B).reviews(listed, (kept,)) == {number: DONE}
    assert moved


def test_a_new_review_takes_the_place_of_all_that_fit() -> None:
    comparison, listed = compared(LEFT, RIGHT)
    change = next(change for change in listed if ONLY_RIGHT.strip() in change.detail)
    first = kept_of(LEFT, RIGHT, ChangeKind.ADDED)
    from_third = replace(first, review=Review(note="later"))
    exchange = Reviewed(comparison, A, B).exchange(change, (first, from_third), lambda was: replace(was, reviewed=True))
    assert exchange.gone == (first, from_third)
    assert [kept.review for kept in exchange.new] == [Review(reviewed=True, note="later")]
    nothing = Reviewed(comparison, A, B).exchange(change, (first,), lambda _: Review())
    assert (nothing.gone, nothing.new) == ((first,), ())
