"""Words that an edit puts into quotation marks are a changed quotation, whichever way; names and titles are none."""

from __future__ import annotations

import pytest

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison, PairKind, Wording
from variorum.core.text.reading import read_article

PLAN = "Critics called the reckless plan a waste of money."
STORY = (
    "Council backs bridge plan\n\nThe city council voted on Monday to close the harbor bridge for repairs. {} "
    "Engineers found cracks in four of its pillars last autumn.\n\n"
    "The mayor said the work would take 18 months and cost $36 million.\n"
)


def compared(before: str, after: str) -> Comparison:
    one, other = (read_article(STORY.format(sentence)) for sentence in (before, after))
    return compare(one, other)


def listed(before: str, after: str) -> list[Change]:
    return list(changes(compared(before, after)))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("reckless", "“reckless”"),
        ("reckless plan", '"reckless plan"'),
        ("a waste of money.", "“a waste of money.”"),
        ("a waste of money.", "“a waste of money”."),
    ],
)
def test_marks_put_on_and_taken_off_are_one_change_each(words: str, marked: str) -> None:
    for before, after, title in (
        (PLAN, PLAN.replace(words, marked), "Put in quotation marks"),
        (PLAN.replace(words, marked), PLAN, "Quotation marks taken off"),
    ):
        (change,) = listed(before, after)
        assert (change.kinds, change.title, change.look) == ((ChangeKind.QUOTE,), title, True)
        one, other = STORY.format(before), STORY.format(after)
        assert change.left[0].of(one).rstrip(".") == change.right[0].of(other).rstrip(".") == words.rstrip(".")


def test_what_changed_is_told_with_its_marks() -> None:
    (change,) = listed(PLAN, PLAN.replace("reckless", "“reckless”"))
    assert (change.before, change.after) == ("reckless", "“reckless”")


def test_what_else_was_reworded_is_listed_too() -> None:
    found = listed(PLAN, PLAN.replace("reckless", "“reckless”").replace("Critics", "Many"))
    assert [change.kinds for change in found] == [(ChangeKind.REWORDED,), (ChangeKind.QUOTE,)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The film Red Bridge opens on Friday in town.", "The film “Red Bridge” opens on Friday in town."),
        (PLAN, PLAN.replace("the reckless plan", "the old “reckless” scheme")),
        ("The so-called “peace plan” was rejected by voters.", "The peace plan was rejected by voters."),
        ("Critics called it a “reckless” plan.", "Critics called it a 'reckless' plan."),
        (PLAN, "Nobody on the council had a good word for the “reckless” idea of the mayor."),
    ],
    ids=["a title", "other words around", "so-called", "other marks", "another sentence"],
)
def test_precision_comes_first(before: str, after: str) -> None:
    for one, other in ((before, after), (after, before)):
        assert not any(ChangeKind.QUOTE in change.kinds for change in listed(one, other))


def test_in_terms_of_quotations_one_side_has_no_marks() -> None:
    marked = PLAN.replace("reckless", "“reckless”")
    pairs = [
        [(pair.kind, pair.wording) for pair in compared(*sides).quotes] for sides in ((PLAN, marked), (marked, PLAN))
    ]
    assert pairs == [[(PairKind.CHANGED, Wording.PARAPHRASED)]] * 2
