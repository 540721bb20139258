"""Finding words as people type them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.finding import Sought, find


def found(text: str, words: str, **how: bool) -> list[str]:
    return [span.of(text) for span in find(text, Sought(words, **how))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The city’s “plan” – at last", 'city\'s "plan" -', ["city’s “plan” –"]),
        ('The city\'s "plan"', "city’s “plan”", ['city\'s "plan"']),
        ("a harbor\nbridge, a harbor\u00a0bridge", "harbor  bridge", ["harbor\nbridge", "harbor\u00a0bridge"]),
        ("So it went…", "went...", ["went…"]),
        ("Erdoğan and Erdogan, ERDOĞAN", "erdogan", ["Erdoğan", "Erdogan", "ERDOĞAN"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("👍 “yes” 👍", "👍", ["👍", "👍"]),
        ("1.5 or 1x5", "1.5", ["1.5"]),
        ("anything", "  ", []),
        ("", "word", []),
    ],
)
def test_typography_spaces_and_accents_do_not_matter(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_capitals_matter_where_that_is_asked_for() -> None:
    assert found("May may “May”", "May") == ["May", "may", "May"]
    assert found("May may “May”", "May", case=True) == ["May", "May"]


def test_whole_words_are_no_parts_of_words() -> None:
    assert found("aid paid aids aid-worker", "aid", whole_words=True) == ["aid", "aid"]
    assert found("it’s $5, not $50", "$5", whole_words=True) == ["$5"]


@given(st.text(alphabet="aA é’'\"“…- \n\u0301👍", max_size=40), st.text(alphabet="aé' .👍", min_size=1, max_size=4))
def test_what_is_found_stands_in_the_text_in_order_and_apart(text: str, words: str) -> None:
    spans = find(text, Sought(words))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(alphabet="abc éü’“…", min_size=1, max_size=12), st.text(max_size=10))
def test_a_piece_of_a_text_is_found_in_it(piece: str, before: str) -> None:
    if piece.strip():
        assert find(f"{before} {piece}", Sought(piece))
