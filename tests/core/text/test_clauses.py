"""Sentences are cut where a clause begins, and the clauses join to the sentence."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.clauses import borders, clauses, cuts
from variorum.core.text.model import Span


def cut(text: str) -> list[str]:
    words = [match.start() for match in re.finditer(r"\w+", text)]
    return [span.of(text) for span in clauses(text, Span(0, len(text)), words)]


def test_punctuation_and_openers_begin_a_clause() -> None:
    assert cut("The ferry left at noon, the mayor said on Monday, while the pilots waited for pay.") == [
        "The ferry left at noon, ",
        "the mayor said on Monday, ",
        "while the pilots waited for pay.",
    ]


def test_short_clauses_stay_with_their_neighbor() -> None:
    assert cut("The ferry, he said, left the harbor at noon and sank.") == [
        "The ferry, he said, ",
        "left the harbor at noon and sank.",
    ]
    assert cut("It left, at noon.") == ["It left, at noon."]


def parts(text: str, *, leaning: bool) -> list[str]:
    return [text[at:] for at in cuts(text, Span(0, len(text)), leaning=leaning)]


def test_a_sentence_is_cut_first_where_both_parts_can_be_read_by_themselves() -> None:
    text = "NORTHPORT, Me. — Mayor Holm, Ada Lund and Jon Dahl said that they want to go to the harbor, but it rained."
    assert parts(text, leaning=False) == ["but it rained."]
    assert [part.split()[0] for part in parts(text, leaning=True)] == ["that", "to"]
    text = "It rained on the mayor, Ada Lund, and Jon Dahl."
    assert [part[:3] for part in parts(text, leaning=True)] == ["Ada", "and"]


def test_scripts_without_capitals_are_cut_at_their_commas() -> None:
    assert parts("רוח באה, והים סער", leaning=False) == ["והים סער"]


@given(st.text(alphabet="ab ,;—\n”", max_size=80).map(lambda text: text.replace("b", " and ")))
def test_clauses_join_to_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


def test_endless_white_space_takes_no_time() -> None:
    text = "a" + " " * 200_000 + "b"
    began = time.process_time()
    assert list(borders(text, Span(0, len(text)))) == []
    assert time.process_time() - began < 1
