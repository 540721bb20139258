"""Text is cut into the pieces that the model was trained on, each with its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.assets import resource_text
from variorum.core.meaning.pieces import PieceCutter
from variorum.core.text.model import Span

VOCABULARY = resource_text("meaning/vocabulary.txt").split("\n")
CUTTER = PieceCutter(VOCABULARY)


def pieces(text: str) -> list[str]:
    return [VOCABULARY[number] for number in CUTTER.cut(text, Span(0, len(text)), 10_000).ids]


def test_words_are_lower_case_without_accents_and_punctuation_stands_alone() -> None:
    assert pieces("Zürich’s café (U.S.) 3.5%") == [
        "zurich",
        "’",
        "s",
        "cafe",
        "(",
        "u",
        ".",
        "s",
        ".",
        ")",
        "3",
        ".",
        "5",
        "%",
    ]


def test_rare_words_are_cut_into_the_longest_known_pieces() -> None:
    assert pieces("uncollated ferrymen") == ["un", "##coll", "##ated", "ferry", "##men"]


def test_chinese_characters_stand_alone_and_unknown_signs_are_one_piece() -> None:
    assert pieces("東京 \U0001f9ff" + "a" * 101) == ["東", "京", "[UNK]"]
    assert pieces("a b\U0001f9ff c") == ["a", "[UNK]", "c"]


def test_control_characters_and_lone_surrogates_are_skipped() -> None:
    assert pieces("har\u00adbor\ud800 \x00\ufffd tax\u200b") == ["harbor", "tax"]


def test_only_as_much_is_read_as_is_wanted() -> None:
    cut = CUTTER.cut("one two three four", Span(4, 18), 2)
    assert [VOCABULARY[number] for number in cut.ids] == ["two", "three"]
    assert cut.read == Span(4, 13)
    assert CUTTER.cut("one two", Span(0, 7), 2).read == Span(0, 7)


@given(st.text(max_size=200), st.integers(1, 20))
def test_places_lie_in_order_inside_what_was_read(text: str, most: int) -> None:
    cut = CUTTER.cut(text, Span(0, len(text)), most)
    assert len(cut.ids) == len(cut.starts) == len(cut.ends) <= most
    assert list(cut.starts) == sorted(cut.starts)
    assert all(start < end <= cut.read.end for start, end in zip(cut.starts, cut.ends, strict=True))
