"""Runs the page of tricky texts: what it says we do is what we do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from variorum.core.text.model import Article, Kind
from variorum.core.text.reading import read_article

PAGE = (Path(__file__).parent / "tricky.md").read_text(encoding="utf-8")
CASES = re.findall(r"^## (.+?)\n.*?^```text\n(.*?)\n```\n```result\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
KINDS = tuple(f"{kind}: " for kind in Kind)


def rendered(article: Article) -> list[str]:
    sentences = [f"{sentence.kind}: {sentence.span.of(article.text)}" for sentence in article.sentences]
    figures = [" ".join(f"figure: {f.value} {f.unit} {f.qualifier}".split()) for f in article.figures]
    quotes = [f"quote: {quotation.speaker}: {quotation.text}" for quotation in article.quotations]
    return [*sentences, *figures, *quotes]


def test_the_page_has_cases() -> None:
    assert len(CASES) == PAGE.count("\n## ")


@pytest.mark.parametrize(("text", "result"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_tricky_text_is_read_as_the_page_says(text: str, result: str) -> None:
    got, wanted = rendered(read_article(text)), result.split("\n")
    if any(line.startswith(KINDS) for line in wanted):
        assert [line for line in got if line.startswith(KINDS)] == [line for line in wanted if line.startswith(KINDS)]
    for line in wanted:
        assert got.count(line) >= wanted.count(line)
    figures = [line for line in wanted if line.startswith("figure: ")]
    assert not figures or [line for line in got if line.startswith("figure: ")] == figures
