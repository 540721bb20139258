"""Sentences end where they end, also where news texts do their worst."""

from __future__ import annotations

import time

import pytest

from variorum.core.text.model import Span
from variorum.core.text.sentences import cut


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in cut(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The U.S. Defense Secretary spoke.", "He left."],
        ["They secured the U.S.’ own borders.", "Allies agreed."],
        ["The plan came from the U.S.", "But nobody liked it."],
        ["Mr. Smith met Sen. Jones, Gen. Brown and Gov. White Jr. on Jan. 5.", "They talked."],
        ["It rose 3.5 percent to 1.25 million.", "Prices fell."],
        ["It was No. 5 of 7.", "No one knew."],
        ["John F. Kennedy flew at 10 a.m. to Berlin.", "He spoke."],
        ["“Is it over?” Smith asked.", "Nobody knew."],
        ["“It is over!” the mayor of Lyon shouted.", "People cheered."],
        ["“It is over.”", "Nobody answered."],
        ["“We came.", "We saw.", "We won,” he said."],
        ["Well … it depends.", "Maybe."],
        ["PALM BEACH, Fla. — The mayor spoke on Monday.", "He was tired."],
        ["DELTA CITY, La. (AP) — The mayor spoke on Monday.", "He was tired."],
        ["He came; she left.", "They met."],
        ["См. ниже: он пришёл.", "Она ушла."],
        ["Das kostet z.B. 5 Euro.", "Das ist viel."],
    ],
)
def test_sentences_are_cut_where_they_end(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("War with China.In remarks he said so.", ["War with China.", "In remarks he said so."]),
        ("It is so, he added.“The United States agrees.”", ["It is so, he added.", "“The United States agrees.”"]),
        ("They left.”“We stay.”", ["They left.”", "“We stay.”"]),
        ("See example.Com for more.", ["See example.Com for more."]),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
    ],
)
def test_sentences_run_together_are_parted(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_right_to_left_text_is_cut() -> None:
    assert len(sentences("قال الوزير إنه سيغادر. هل يعود؟ لا أحد يعرف.")) == 3


@pytest.mark.parametrize("text", ["word " * 20_000, "a" * 100_000, "“" * 100_000, "Mr. " * 25_000, "end.The " * 12_000])
def test_very_long_lines_take_no_time(text: str) -> None:
    started = time.process_time()
    found = sentences(text)
    assert time.process_time() - started < 2
    assert "".join("".join(found).split()) == "".join(text.split())
