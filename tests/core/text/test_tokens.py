"""Words keep together what belongs together, and typographic variants fold to the same."""

from __future__ import annotations

import pytest

from variorum.core.text.folding import bare, fold
from variorum.core.text.model import Span
from variorum.core.text.tokens import words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("over $126 billion in aid", ["over", "$126 billion", "in", "aid"]),
        ("5%, 3.5 percent", ["5%", "3.5 percent"]),
        ("the U.S.’ own", ["the", "U.S.", "own"]),
        ("pre-2014 borders", ["pre-2014", "borders"]),
        ("don’t can't", ["don’t", "can't"]),
        ("Kyiv-based well-known", ["Kyiv-based", "well-known"]),
        ("1,000 men; 10:30", ["1,000", "men", "10:30"]),
        ("said.“The end”", ["said", "The", "end"]),
        ("at -5 degrees", ["at", "-5", "degrees"]),
        ("Ukraine—something", ["Ukraine", "something"]),
        ("— … “ ”", []),
    ],
)
def test_words(text: str, parts: list[str]) -> None:
    assert [word.text for word in words(text)] == parts


def test_words_of_a_passage_point_into_the_whole_text() -> None:
    text = "One two. Three four."
    found = list(words(text, Span(9, 20)))
    assert [word.text for word in found] == ["Three", "four"]
    assert all(word.span.of(text) == word.text for word in found)


def test_typographic_variants_are_equal() -> None:
    assert fold("“Don’t”\u00a0– …") == fold('"Don\'t" - ...')
    assert fold("cafe\u0301") == fold("café")
    assert [word.folded for word in words("DON’T")] == [word.folded for word in words("don't")]
    assert bare("The U.S.’ “End”!") == bare("the us end")
