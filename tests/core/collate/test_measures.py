"""Values of one measure are equal, rounded or different; dates are too, or nobody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.measures import AGE, PERSON, SHARE, SPAN, TIMES, Relation, measure_of, relation
from variorum.core.collate.moments import date_relation
from variorum.core.text.figures import figures
from variorum.core.text.model import Figure, Span


def read(phrase: str) -> Figure:
    """The first figure of a sentence that tells `phrase`."""
    text = f"It was {phrase} here."
    return next(figures(text, Span(0, len(text)), english=True))


@pytest.mark.parametrize(
    ("phrase", "measure"),
    [
        ("5%", SHARE), ("one-third", SHARE), ("$3 million", "USD"), ("three weeks", SPAN), ("a 61-year-old", AGE),
        ("40 protesters", PERSON), ("six times", TIMES), ("48 ships", "boat"), ("48 boats", "boat"), ("48,000", ""),
    ],
)  # fmt: skip
def test_what_a_figure_measures(phrase: str, measure: str) -> None:
    assert measure_of(read(phrase)) == measure


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("three percent", "3%", Relation.EQUAL),
        ("two weeks", "14 days", Relation.EQUAL),
        ("a dozen ships", "12 ships", Relation.EQUAL),
        ("nearly 50 ships", "48 ships", Relation.ROUNDED),
        ("nearly 50 ships", "52 ships", Relation.DIFFERENT),
        ("about 3,000 ships", "2,912 ships", Relation.ROUNDED),
        ("more than 100 ships", "126 ships", Relation.ROUNDED),
        ("more than 100 ships", "260 ships", Relation.DIFFERENT),
        ("at least 12 ships", "14 ships", Relation.DIFFERENT),
        ("$1.7 billion", "$1.68 billion", Relation.ROUNDED),
        ("$1.7 billion", "$1.8 billion", Relation.DIFFERENT),
        ("one-third", "33%", Relation.ROUNDED),
        ("one-third", "40%", Relation.DIFFERENT),
        ("dozens of ships", "48 ships", Relation.ROUNDED),
        ("dozens of ships", "480 ships", Relation.DIFFERENT),
        ("tens of thousands of files", "hundreds of thousands of files", Relation.DIFFERENT),
        ("tens of thousands of files", "100,000 files", Relation.DIFFERENT),
        ("10 to 12 ships", "11 ships", Relation.ROUNDED),
        ("10 to 12 ships", "14 ships", Relation.DIFFERENT),
    ],
)
def test_how_quantities_relate(one: str, other: str, found: Relation) -> None:
    assert relation(read(one), read(other)) is found
    assert relation(read(other), read(one)) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("July 13, 2018", "13 July 2018", Relation.EQUAL),
        ("July", "July 13", Relation.ROUNDED),
        ("early June", "June", Relation.ROUNDED),
        ("May or early June", "early June", Relation.ROUNDED),
        ("July 11-12", "July", Relation.ROUNDED),
        ("July 13", "July 14", Relation.DIFFERENT),
        ("early June", "late June", Relation.DIFFERENT),
        ("2003", "early 2004", Relation.DIFFERENT),
        ("2003", "the 1990s", Relation.DIFFERENT),
        ("2003", "early 2000s", Relation.UNKNOWN),
        ("2018", "July 13", Relation.UNKNOWN),
        ("Friday", "Friday evening", Relation.ROUNDED),
        ("Friday", "Monday", Relation.DIFFERENT),
        ("Friday", "last week", Relation.UNKNOWN),
        ("last month", "March 13", Relation.UNKNOWN),
        ("last week", "last month", Relation.UNKNOWN),
        ("last week", "this week", Relation.DIFFERENT),
        ("last week", "next week", Relation.UNKNOWN),
        ("Easter weekend", "Easter", Relation.EQUAL),
        ("Easter weekend", "last week", Relation.DIFFERENT),
        ("Easter weekend", "in recent weeks", Relation.DIFFERENT),
        ("Easter weekend", "in the coming weeks", Relation.UNKNOWN),
        ("in the coming months", "early June", Relation.DIFFERENT),
        ("in the coming months", "later this year", Relation.DIFFERENT),
        ("in recent months", "2016", Relation.UNKNOWN),
        ("10 p.m.", "22:00", Relation.EQUAL),
        ("10 p.m.", "9 p.m.", Relation.DIFFERENT),
    ],
)
def test_how_dates_relate(one: str, other: str, found: Relation) -> None:
    assert date_relation(read(one), read(other)) is found
    assert date_relation(read(other), read(one)) is found


QUALIFIERS = st.sampled_from(["", "about", "over", "under", "nearly", "up to", "at least", "exactly"])
VALUES = st.one_of(st.integers(0, 10**9).map(str), st.sampled_from(["dozens", "hundreds", "several", "10-12"]))


@given(VALUES, QUALIFIERS, VALUES, QUALIFIERS)
def test_relations_are_mutual(one: str, qualifier: str, other: str, other_qualifier: str) -> None:
    first = Figure(Span(0, 1), one, one, "ship", qualifier)
    second = Figure(Span(0, 1), other, other, "ship", other_qualifier)
    assert relation(first, second) is relation(second, first)
    assert relation(first, first) is Relation.EQUAL
    if one != other:
        assert relation(first, second) is not Relation.EQUAL
