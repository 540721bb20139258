"""The whole reading: any text can be read, spans hold, and the seeds come out as an editor would mark them."""

from __future__ import annotations

import time
from dataclasses import asdict
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from variorum import assets
from variorum.core.text.model import Article, Kind
from variorum.core.text.reading import read_article, read_head

SEEDS = {
    path.name[:3]: path.read_text(encoding="utf-8") for path in assets.seeds().iterdir() if path.name.endswith(".txt")
}

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        ". ",
        ".",
        "? ",
        "\n",
        "\n\n",
        " ",
        ", ",
        "Mr. ",
        "U.S. ",
        "Smith ",
        "said ",
        "he ",
        "5% ",
        "$3 ",
        "billion ",
        "two ",
        "July 4 ",
        "2014 ",
        "Share this\n",
        "Related:\n",
        "Leave a Reply\n",
        "(",
        ")",
        "—",
        "The end",
        "#tag ",
        "\u200f",
        "שלום ",
        "他说。",
        "\r\n",
        "e\u0301",
        "😀",
        "\ufeff",
        "\u2028",
        "of ",
        "and ",
        "a ",
        "in ",
        "By ",
        "Source: ",
        "http://x.y ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


def of_kind(article: Article, kind: Kind) -> list[str]:
    return [sentence.span.of(article.text) for sentence in article.sentences if sentence.kind is kind]


def check_spans(article: Article) -> None:
    text = article.text
    spans = (
        [p.span for p in article.paragraphs],
        [s.span for s in article.sentences],
        [f.span for f in article.figures],
    )
    for group in spans:
        assert all(left.end <= right.start for left, right in pairwise(group))
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.span.contains(sentence.span)
        assert paragraph.kind is sentence.kind
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""
    covered = {i for sentence in article.sentences for i in range(sentence.span.start, sentence.span.end)}
    assert not [text[i] for i in range(len(text)) if text[i].isalnum() and i not in covered]
    for figure in article.figures:
        assert figure.span.of(text) == figure.text
    for quotation in article.quotations:
        assert quotation.span.of(text) == quotation.text
    assert "\n" not in article.headline


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example(f"SOURCE:{'0' * 50}. 0")
def test_any_text_can_be_read(text: str) -> None:
    article = read_article(text)
    assert len(article.text) == len(text)
    check_spans(article)
    head = read_head(text)
    assert (head.headline, head.language) == (article.headline, article.language)


def test_lone_surrogates_and_nuls_leave_the_offsets_alone() -> None:
    article = read_article("A \ud800 word\x00 and “more\udfff,” he said.")
    assert article.text == "A \ufffd word\ufffd and “more\ufffd,” he said."
    article.text.encode()


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_spans_of_the_seeds_hold(name: str) -> None:
    article = read_article(SEEDS[name])
    check_spans(article)
    head = asdict(read_head(SEEDS[name]))
    assert head == {key: getattr(article, key) for key in head}


def test_seed_000_has_a_headline_and_subheads() -> None:
    article = read_article(SEEDS["000"])
    assert article.headline == "Hegseth suggests Ukraine NATO membership 'unrealistic' in policy shift"
    assert len(of_kind(article, Kind.SUBHEAD)) == 4
    assert not of_kind(article, Kind.FURNITURE)


@pytest.mark.parametrize("name", ["001", "002", "003"])
def test_seeds_without_a_headline(name: str) -> None:
    article = read_article(SEEDS[name])
    assert article.headline_span is None
    assert article.sentences[0].kind is Kind.SENTENCE
    first = " ".join(article.sentences[0].span.of(article.text).split())
    assert article.headline == first.removeprefix("BRUSSELS — ")
    assert read_head(SEEDS[name]).headline == article.headline


@pytest.mark.parametrize("dateline", ["BERN (Reuters) - ", "PORT ADA, Maine — ", "(AP) — "])
def test_a_dateline_is_no_part_of_the_title(dateline: str) -> None:
    article = read_article(f"{dateline}The harbor bridge was closed on Monday.\n\nFerries carry commuters for now.")
    assert article.headline_span is None
    assert article.headline == "The harbor bridge was closed on Monday."
    assert article.sentences[0].span.of(article.text).startswith(dateline)


def test_seed_002_names_its_outlet_and_place() -> None:
    article = read_article(SEEDS["002"])
    assert (article.outlet, article.dateline) == ("Militarytimes", "BRUSSELS")
    assert len(of_kind(article, Kind.SUBHEAD)) == 3
    assert of_kind(article, Kind.FURNITURE) == ["Source: Militarytimes"]


def test_seed_003_has_a_teaser_in_the_middle() -> None:
    article = read_article(SEEDS["003"])
    assert of_kind(article, Kind.FURNITURE) == ["Also Read; Leaders Urged to Collaborate on", "DRC Crisis"]
    assert {quotation.speaker for quotation in article.quotations if "concerns" in quotation.text} == {"Pete Hegseth"}


def test_seed_004_is_read_once() -> None:
    article = read_article(SEEDS["004"])
    assert len(of_kind(article, Kind.HEADLINE)) == 1
    assert of_kind(article, Kind.REPEATED)[:2] == [article.headline] * 2
    told = of_kind(article, Kind.SENTENCE)
    assert len(told) == len(set(told)) == 21
    assert [line.split()[0] for line in of_kind(article, Kind.FURNITURE)] == ["#Hegseth", "Leave", "Your"]
    assert {quotation.speaker for quotation in article.quotations if "concerns" in quotation.text} == {"John Healey"}


def test_values_of_the_seeds_agree() -> None:
    values = {
        name: {figure.value for figure in read_article(text).figures if figure.unit == "USD"}
        for name, text in SEEDS.items()
    }
    assert values["000"] == {"126000000000"}
    assert values["002"] == {"126000000000", "66500000000"}


def test_time_grows_with_length_only() -> None:
    article = SEEDS["000"] + "\n"
    small, large = (
        _seconds("\n".join(article.replace("Hegseth", f"Name{i}") for i in range(count))) for count in (5, 40)
    )
    assert large < 24 * small


def _seconds(text: str) -> float:
    started = time.process_time()
    read_article(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "text",
    [
        "“a " * 20_000,
        "'a " * 20_000,
        "(" * 50_000,
        "1 " * 20_000,
        "1," * 30_000,
        "A.B." * 15_000,
        "hundreds of " * 6_000,
        "Ab " * 20_000,
        "a\n" * 10_000,
        "share, " * 10_000,
        "#a " * 20_000,
        "- " * 20_000,
        "By " * 20_000,
        "“x,” he said. " * 3_000,
    ],
)
def test_no_text_runs_away(text: str) -> None:
    assert _seconds(text) < 6


def test_the_head_of_a_very_long_text_is_read_at_once() -> None:
    text = SEEDS["000"] + "\n" + "More of the same was said on Monday. " * 500_000
    started = time.process_time()
    head = read_head(text)
    assert time.process_time() - started < 1
    assert head.headline.startswith("Hegseth suggests")
    assert head.words > 3_000_000
