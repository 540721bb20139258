"""The query language: what is asked for, what is said about it, and that nothing anybody types hangs or fails."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.search.query import parse
from variorum.core.search.syntax import And, Dates, Field, Fuzzy, Not, Or, Pattern, Words

WAR, PEACE = Words(("war",)), Words(("peace",))


@pytest.mark.parametrize(
    ("query", "root"),
    [
        ("war peace", And((WAR, PEACE))),
        ("war AND peace", And((WAR, PEACE))),
        ("war OR peace", Or((WAR, PEACE))),
        ("war -peace", And((WAR, Not(PEACE)))),
        ("war NOT peace", And((WAR, Not(PEACE)))),
        ("NOT NOT war", WAR),
        ("war (peace OR talks)", And((WAR, Or((PEACE, Words(("talks",))))))),
        ('"war and peace"', Words(("war", "and", "peace"), exact=True)),
        ("“war and peace”", Words(("war", "and", "peace"), exact=True)),
        ("5%", Words(("5", "percent"))),
        ("five percent war", And((Words(("5", "percent")), WAR))),
        ("pre-2014", Words(("pre", "2014"))),
        ("$126 billion", And((Words(("$", "126")), Words(("billion",))))),
        ("outlet:Reuters", Words(("reuters",), Field.OUTLET)),
        ('headline:"war and peace"', Words(("war", "and", "peace"), Field.HEADLINE, exact=True)),
        ("story:(war OR peace)", Or((Words(("war",), Field.STORY), Words(("peace",), Field.STORY)))),
        ("headline: war", Words(("war",), Field.HEADLINE)),
        ("date:2025-02", Dates("2025-02-01", "2025-02-28")),
        ("ukrain*", Pattern("ukrain*")),
        ("ukr*ne", Pattern("ukr*ne")),
        ("outlet:r*", Pattern("r*", Field.OUTLET)),
        ("hegset~", Fuzzy("hegset", 1)),
        ("hegset~2", Fuzzy("hegset", 2)),
        ("the war in the peace", And((WAR, PEACE))),
        ("the", Words(("the",))),
        ("and or not", And((Words(("not",)),)).parts[0]),
        ("10:30", Words(("10", "30"))),
        ("", None),
    ],
)
def test_the_language(query: str, root: object) -> None:
    assert parse(query).root == root
    assert parse(query).note == ""


def test_only_the_last_word_is_open_and_only_while_typing() -> None:
    assert parse("war pea", typing=True).root == And((WAR, Words(("pea",), open_end=True)))
    assert parse("war peace ", typing=True).root == And((WAR, PEACE))
    assert parse("war peace").root == And((WAR, PEACE))
    assert parse("5%", typing=True).root == Words(("5", "percent"))
    assert parse("war -pea", typing=True).root == And((WAR, Not(Words(("pea",)))))
    assert parse("war p", typing=True).root == WAR


@pytest.mark.parametrize(
    ("query", "root", "said"),
    [
        ('war "peace', And((WAR, PEACE)), "Searched as plain words: a quotation mark is not closed."),
        ("(war peace", And((WAR, PEACE)), "Searched as plain words: a parenthesis is not closed."),
        ("war) peace", And((WAR, PEACE)), "Searched as plain words: a parenthesis was closed that was not opened."),
        ("war AND", WAR, "“AND” needs a word on both sides."),
        ("OR war", WAR, "“OR” needs a word on both sides."),
        ("war NOT", WAR, "“NOT” needs a word after it."),
        ("author:war", And((Words(("author",)), WAR)), "“author:” is no field"),
        ("date:soon war", WAR, "“soon” is no date"),
        ("wa*", Words(("wa",)), "needs 3 letters before the *"),
        ("*war", WAR, "needs 3 letters before the *"),
        ("war~", WAR, "~1 from 4 letters"),
        ("peace~2", Fuzzy("peace", 1), "searched with 1 letters wrong"),
        ("war^3", WAR, "Weights (^) are not used."),
        ("— …", None, "There is no word to search for."),
    ],
)
def test_what_is_not_taken_as_meant_is_said(query: str, root: object, said: str) -> None:
    parsed = parse(query)
    assert parsed.root == root
    assert said in parsed.note


def test_an_address_is_a_phrase() -> None:
    parsed = parse("https://example.org/a?b=c:d")
    assert isinstance(parsed.root, Words)
    assert parsed.root.words == ("https", "example", "org", "a", "b", "c", "d")
    assert parsed.note == ""


EVIL = [
    "*",
    "a*",
    "*a*",
    "[a TO z]",
    "a~2",
    '"' + "word " * 500 + '"',
    "x" * 100_000,
    "(" * 1_000 + "a" + ")" * 1_000,
    "a OR " * 300 + "b",
    "NOT " * 300 + "b",
    "(a AND " * 100 + "b" + ")" * 100,
    "outlet:" * 100,
    "date:" * 100,
    "\x00\ud800\u2028 war",
    "a^99999999 b~99999999999999999999",
    "- -- --- -(",
    '"""""',
    ":::",
    "~ ~2 * ** a**b*c",
    "headline:(outlet:(date:(",
]


@pytest.mark.parametrize("query", EVIL, ids=range(len(EVIL)))
@pytest.mark.parametrize("typing", [False, True])
def test_no_query_hangs_or_fails(query: str, typing: bool) -> None:
    began = time.process_time()
    parse(query, typing=typing)
    assert time.process_time() - began < 0.5


def test_the_limits_are_kept_and_said() -> None:
    many = parse(" ".join(f"word{number}" for number in range(40)))
    assert isinstance(many.root, And)
    assert len(many.root.parts) == 32
    assert "first 32 words" in many.note
    long = parse('"' + " ".join("abcdefghijklmnop") + '"')
    assert isinstance(long.root, Words)
    assert len(long.root.words) == 12
    assert "first 12 words" in long.note
    assert "first 500 characters" in parse("war " * 200).note
    assert "nested deeper than 20" in parse("(" * 21 + "war" + ")" * 21).note
    assert parse("(" * 20 + "war" + ")" * 20).note == ""


@given(st.text(alphabet='ab *~"()-:ANDORT^“2.', max_size=80), st.booleans())
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    parse(text, typing=typing)
