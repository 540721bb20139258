"""Sentences are cut where a clause begins, and the clauses join to the sentence."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.clauses import borders, clauses
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


@given(st.text(alphabet="ab ,;—\n”", max_size=80).map(lambda text: text.replace("b", " and ")))
def test_clauses_join_to_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


def test_endless_white_space_takes_no_time() -> None:
    text = "a" + " " * 200_000 + "b"
    began = time.process_time()
    assert list(borders(text, Span(0, len(text)))) == []
    assert time.process_time() - began < 1
