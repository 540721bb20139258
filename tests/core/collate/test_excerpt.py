"""Excerpts: the whole short sentence, the middle of a long one, never half a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.excerpt import around
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article

SENTENCE = "The council closed the harbor bridge for $36 million on Monday."


def test_a_short_sentence_stands_whole() -> None:
    article = read_article(f"Ferries carry commuters.\n\n{SENTENCE} Nobody was hurt.")
    at = article.text.index("$36 million")
    assert around(article, Span(at, at + 11)) == SENTENCE


def test_a_long_one_is_cut_at_words_around_the_place() -> None:
    before, behind = "many long hours of talk and " * 8, " and more hours of talk" * 8
    long = f"After {before}the council paid $36 million{behind} at last."
    article = read_article(long)
    at = long.index("$36 million")
    excerpt = around(article, Span(at, at + 11))
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert "$36 million" in excerpt
    assert len(excerpt) <= 146
    assert excerpt.strip("… ") in long


@given(st.text(alphabet="ab .\n", min_size=1, max_size=400), st.integers(0, 399), st.integers(1, 40))
def test_any_place_of_any_text(text: str, start: int, size: int) -> None:
    article = read_article(text)
    place = Span(min(start, len(text) - 1), min(start + size, len(text)))
    assert len(around(article, place)) <= 190
