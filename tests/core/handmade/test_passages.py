"""Passages are named by their words and found again, whatever the typography around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.handmade.model import Passage
from variorum.core.handmade.passages import Passages
from variorum.core.text.model import Span

TEXT = "“We’ll  build,”\nLind said. He declined to comment. Ray, too. He declined to comment."


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def test_typography_and_white_space_make_no_other_passage() -> None:
    plain = '"We\'ll build," Lind said.'
    quoted = span(TEXT, "“We’ll  build,”\nLind said.")
    assert Passages(TEXT).passage(quoted).words == Passages(plain).passage(Span(0, len(plain))).words == plain
    assert Passages(TEXT).find(Passage(plain)) == quoted


def test_the_same_words_are_told_apart_by_number() -> None:
    passages, words = Passages(TEXT), "He declined to comment."
    second = span(TEXT, words, TEXT.index("too"))
    assert (passages.passage(second).words, passages.passage(second).occurrence) == (words, 1)
    assert passages.find(Passage(words, 1)) == second
    assert passages.find(Passage(words, 2)) is None


def test_the_only_one_left_is_found_whatever_its_number_was() -> None:
    assert Passages("Ray came. He declined to comment.").find(Passage("He declined to comment.", 1)) is not None


def test_words_that_are_gone_or_empty_are_not_found() -> None:
    assert Passages(TEXT).find(Passage("Nobody came.")) is None
    assert Passages(TEXT).find(Passage("")) is None
    assert Passages(TEXT).passage(Span(6, 8)) == Passage("")


@pytest.mark.parametrize("text", ["Ea\u0301 naïve\u200bté — 𝒜 e\u0301 end", "Привет,\u00a0мир… Привет,\u00a0мир…"])
def test_every_word_is_found_where_it_was_named(text: str) -> None:
    passages = Passages(text)
    at = 0
    for word in text.split():
        place = span(text, word, at)
        at = place.end
        assert passages.find(passages.passage(place)) == place


@given(st.text(alphabet="ab “”’…\u00a0\n\u0301é𝒜.", max_size=40), st.data())
def test_a_named_passage_has_its_words_wherever_it_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    passages = Passages(text)
    named = passages.passage(place)
    found = passages.find(named)
    if named.words.strip() and passages.folded.count(named.words) == 1:
        assert found is not None
        assert passages.words(found) == named.words
