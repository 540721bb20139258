"""Where a query's words stand in a text."""

from __future__ import annotations

import pytest

from variorum.core.search.marking import hits_in

TEXT = (
    "The U.S. allies met. “We hear your concerns,” said Healey’s ally; 5% (five percent) of Café Zürich’s wars."
    " 😀 US war."
)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ally", ["allies", "ally"]),
        ("us", ["U.S.", "US"]),
        ('"hear your concerns"', ["hear your concerns"]),
        ("5%", ["5%", "five percent"]),
        ("heal*", ["Healey’s"]),
        ("healy~", ["Healey’s"]),
        ("cafe zurich", ["Café", "Zürich’s"]),
        ("con", ["concerns"]),
        ("co", []),
        ("war ", ["wars", "war"]),
        ('"war"', ["war"]),
        ("war -ally outlet:said", ["wars", "war"]),
        ("headline:met", ["met"]),
        ('"hear your" "your concerns"', ["hear your concerns"]),
        ("", []),
        ("the ", ["The"]),
    ],
)
def test_hits(query: str, marked: list[str]) -> None:
    assert [span.of(TEXT) for span in hits_in(TEXT, query)] == marked


def test_only_whole_words_when_not_typing() -> None:
    assert hits_in(TEXT, "con", typing=False) == ()


def test_a_phrase_at_the_end_that_is_cut_off_is_none() -> None:
    assert hits_in("to war", '"to war again"') == ()
