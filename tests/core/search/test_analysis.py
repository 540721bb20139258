"""What counts as the same word, and where words stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.core.search.analysis import LONGEST_WORD, Tokens, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. troops", "US troops"),
        ("the U.K.’s plan", "the UK's plan"),
        ("5%", "5 percent"),
        ("5%", "five percent"),
        ("five per cent", "5 PERCENT"),
        ("$66.5bn", "$66.5 billion"),
        ("1,000 people", "1000 people"),
        ("café", "cafe\u0301"),
        ("CAFÉ", "cafe"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ukraine’s", "Ukraine"),
        ("O’Neill", "ONeill"),
        ("infor\u00admation", "information"),
        ("pre-2014", "pre–2014"),
        ("ﬁnance", "finance"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("5%", "2%"), ("3.3", "33"), ("$5", "5"), ("1,000", "1.000"), ("May 5", "5 May"), ("five", "5")]
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_sentences_run_together_are_still_words() -> None:
    assert words("war with China.In remarks,“The end.”He") == [
        "war",
        "with",
        "china",
        "in",
        "remarks",
        "the",
        "end",
        "he",
    ]


def test_scripts_without_spaces_are_cut_into_letters() -> None:
    assert words("NATO加盟") == ["nato", "加", "盟"]


def test_stems_join_forms_and_leave_out_common_words() -> None:
    assert stems("the allies' allied wars") == stems("ally ally of war") != []
    assert stems("the of and") == []


def test_a_broken_text_gives_no_endless_word() -> None:
    assert max(map(len, words("x" * 100_000 + " \ud800 \x00 end"))) == LONGEST_WORD
    assert words("x" * 100_000 + " \ud800 \x00 end")[-1] == "end"


@example("加S'S")
@given(st.text(alphabet="aé’'.5%, \n\u0301US$percent-加ـ", max_size=60))
def test_places_are_those_of_the_words(text: str) -> None:
    found = Tokens(text)
    spans = [found.span(place, place) for place in range(len(found.words))]
    assert found.words == words(text)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for (start, end), word in zip(spans, found.words, strict=True):
        if "per" not in word and not word.isdecimal():
            assert "".join(words(text[start:end])) == word
