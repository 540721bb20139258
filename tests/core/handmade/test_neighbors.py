"""Of several passages with the same words the one with its neighbors is meant, whatever was put in or taken out."""

from __future__ import annotations

import pytest

from variorum.core.handmade.passages import Passages
from variorum.core.text.model import Span

NO_COMMENT = "She declined to comment."
BRIDGE = "The harbor bridge is to close in May, the mayor told the council on Monday night. "
SCHOOL = "A school on the hill will open a year late because its roof leaks in three places. "
FERRY = "The ferry company has ordered two boats that run on batteries for the short crossing. "
MARKET = "Traders at the fish market expect to lose a fifth of their customers by the summer. "
TEXT = f"{BRIDGE}{NO_COMMENT} {SCHOOL}{FERRY}{NO_COMMENT} {MARKET}"


def places(text: str) -> list[Span]:
    """Where the sentence stands."""
    found, at = [], text.find(NO_COMMENT)
    while at >= 0:
        found.append(Span(at, at + len(NO_COMMENT)))
        at = text.find(NO_COMMENT, at + 1)
    return found


FIRST, SECOND = (Passages(TEXT).passage(place) for place in places(TEXT))


def test_nothing_moves_where_nothing_was_changed() -> None:
    assert [Passages(TEXT).find(passage) for passage in (FIRST, SECOND)] == places(TEXT)


def test_the_same_sentence_put_in_before_takes_nothing_away() -> None:
    text = f"{MARKET}{NO_COMMENT} {FERRY}{TEXT}"
    assert [Passages(text).find(passage) for passage in (FIRST, SECOND)] == places(text)[1:]


def test_the_same_sentence_taken_out_before_takes_nothing_along() -> None:
    text = TEXT.replace(f"{NO_COMMENT} ", "", 1)
    (left,) = places(text)
    assert Passages(text).find(SECOND) == left
    assert Passages(text).is_at(SECOND, left)


def test_a_passage_whose_surroundings_are_gone_is_not_the_other_one() -> None:
    text = f"{BRIDGE}{NO_COMMENT} {SCHOOL}"
    assert Passages(text).find(FIRST) == places(text)[0]
    assert Passages(text).find(SECOND) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [(FERRY, "Two boats were ordered. "), (MARKET, ""), ("on batteries", "on hydrogen"), (SCHOOL, f"{SCHOOL}" * 2)],
)
def test_one_side_may_be_edited(old: str, new: str) -> None:
    text = f"{NO_COMMENT} {TEXT.replace(old, new)}"
    assert Passages(text).find(SECOND) == places(text)[-1]


def test_the_first_of_all_is_known_by_its_neighbors_alone_where_there_are_several() -> None:
    text = f"{FERRY}{NO_COMMENT} {MARKET}Now all is told anew. {NO_COMMENT} Nobody came."
    assert Passages(text).find(FIRST) is None
    assert Passages(f"Now all is told anew. {NO_COMMENT} Nobody came.").find(FIRST) is not None
