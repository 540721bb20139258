"""What to type and what to try: every example is of the language, every suggestion is looser than what was typed."""

from __future__ import annotations

import pytest

from variorum.core.search.query import parse
from variorum.gui.search.advice import EXAMPLES, Advice, advice


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_every_example_is_understood_as_it_stands(example: Advice) -> None:
    query = parse(example.query)
    assert query.root is not None
    assert query.note == ""


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ('"peace talks"', "peace talks"),
        ("“peace talks”", "peace talks"),
        ("outlet:times strike", "times strike"),
        ("date:2025 strike", "strike"),
        ("strike NOT walkout", "strike"),
        ("strike -walkout", "strike"),
        ("long strike", "long OR strike"),
        ("(long AND strike) % (", "long OR strike"),
        ("negotiations", "negot*"),
        ("negotiations", "negotiations~"),
    ],
)
def test_a_query_that_finds_nothing_is_loosened(query: str, suggested: str) -> None:
    assert suggested in [entry.query for entry in advice(query)]


@pytest.mark.parametrize("query", ['"a b"', "outlet:times", "x", "a AND b", "NOT a", "headline:“a b” c", "-", "5%", ""])
def test_suggestions_are_other_queries_that_are_understood(query: str) -> None:
    for entry in advice(query):
        assert entry.query != query
        assert parse(entry.query).root is not None
