"""Agencies named where a text says where it is from: alone on a line, in a byline, at the end, without a dash."""

from __future__ import annotations

import pytest

from variorum.core.text.model import Kind
from variorum.core.text.reading import read_article, read_head

TITLE = "Port talks end without agreement"
LEAD = "Negotiators met for a third day on Tuesday, but left the hall without an agreement, officials said."
MORE = "The talks will go on tomorrow, according to a spokeswoman of the port authority."
END = "Nobody expects a result before Friday."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Reuters", "Reuters"),
        ("AP", "Associated Press"),
        ("(AFP)", "AFP"),
        ("By Reuters", "Reuters"),
        ("By The Associated Press", "Associated Press"),
        ("BY ASSOCIATED PRESS", "Associated Press"),
        ("Reuters Staff", "Reuters"),
        ("via Reuters", "Reuters"),
        ("Ada Lund, Associated Press", "Associated Press"),
        ("By Ada Lund and Ole Berg of Reuters", "Reuters"),
        ("By AP | March 3, 2026", "Associated Press"),
        ("By The Norwick Times", "The Norwick Times"),
    ],
)
def test_a_credit_below_the_headline(line: str, outlet: str) -> None:
    text = f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}"
    article = read_article(text)
    assert (article.headline, article.outlet) == (TITLE, outlet)
    assert read_head(text).outlet == outlet
    assert [s.span.of(text) for s in article.sentences if s.kind is Kind.FURNITURE] == [line]


@pytest.mark.parametrize(
    ("beginning", "outlet", "dateline"),
    [
        ("(Reuters) ", "Reuters", "(Reuters)"),
        ("Washington (CNN) ", "CNN", "Washington (CNN)"),
        ("PARIS, Feb 3 (AFP) ", "AFP", "PARIS, Feb 3 (AFP)"),
        ("WASHINGTON (AP) — ", "Associated Press", "WASHINGTON (AP)"),
        ("AP — ", "Associated Press", "AP"),
        ("The port of Norwick (NWX) ", "", ""),
    ],
)
def test_a_dateline_with_an_agency(beginning: str, outlet: str, dateline: str) -> None:
    article = read_article(f"{TITLE}\n\n{beginning}{LEAD}\n\n{MORE}")
    assert (article.outlet, article.dateline) == (outlet, dateline)


def test_a_credit_above_the_headline() -> None:
    article = read_article(f"Reuters\n\n{TITLE}\n\n{LEAD}\n\n{MORE}")
    assert (article.headline, article.outlet) == (TITLE, "Reuters")


@pytest.mark.parametrize(
    "end",
    [f"{END} (Reuters)", f"{END} — Reuters", f"{END}\n\nReuters", f"{END}\n\n-- Reuters", f"{END}\n(Reuters)\nShare"],
)
def test_a_credit_at_the_end(end: str) -> None:
    assert read_article(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{end}").outlet == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{LEAD}\n\nReuters\n\n{MORE}\n\n{END}",
        f"Bad News for Fox News\n\n{LEAD}\n\n{MORE}",
        f"{TITLE}\n\n{LEAD}\n\n“It failed,” she told Reuters.",
        f"{TITLE}\n\n{LEAD}\n\nShe has worked for the Associated Press (AP).",
        f"{TITLE}\n\nBy Ada Lund\n\n{LEAD}",
        f"{TITLE}\n\nA hall in Norwick.\n\nReuters\n\n{LEAD}\n\n{MORE}",
    ],
)
def test_what_credits_something_else_names_no_outlet(text: str) -> None:
    assert read_article(text).outlet == ""
