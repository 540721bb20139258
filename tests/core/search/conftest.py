"""A small library to search, made of texts written for these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from variorum.core.library.library import Library
from variorum.core.library.model import NewArticle
from variorum.core.search import recent
from variorum.core.search.model import SearchResults
from variorum.core.search.offline import search_now
from variorum.core.search.searcher import Searcher

Search = Callable[[str], list[int]]

ARTICLES = [
    NewArticle(
        "Harbor bridge closes for repairs\n\nThe U.S. Transport Secretary said on Monday that 5% of the budget, or "
        "$126 billion, goes to bridges. “We hear your concerns,” Ana Lindqvist told reporters.",
        "Harbor bridge closes for repairs",
        "The Daily Quay",
        "2025-02-12",
    ),
    NewArticle(
        "Repairs to the bridge were delayed again. The city’s café owners wars of words; five percent fewer came. "
        "Lindqvist’s office did not answer. We hear of many concerns.",
        "Repairs to the bridge were delayed again.",
        "Reuters",
        "2025-03-01",
    ),
    NewArticle(
        "Football: Rovers win at last\n\nThe pre-2014 stadium was full. The war over tickets goes on, US fans said.",
        "Football: Rovers win at last",
        "Reuters",
        "2024-12-31",
    ),
    NewArticle("Naïve art in Łódź\n\nA show of naïve painters opened. Lindquist was the curator.", "Naïve art in Łódź"),
]
"""In the library they have the ids 1 to 4."""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What isn't in the index yet is read to the end, however slow the machine is just then."""
    monkeypatch.setattr(recent, "_READ_SECONDS", 60.0)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The articles, the first two of them a story."""
    opened = Library(tmp_path / "library")
    added = [addition.row.id for addition in opened.add_all(ARTICLES)]
    opened.new_story("The bridge", added[:2])
    yield opened
    opened.close()


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    """Where the index goes."""
    return tmp_path / "index"


@pytest.fixture
def searcher(library: Library, index_folder: Path) -> Iterator[Searcher]:
    """Searches the library with the index as it is, if there is one."""
    with closing(Searcher(library, index_folder)) as opened:
        yield opened


@pytest.fixture
def ask(library: Library, index_folder: Path) -> Callable[[str], SearchResults]:
    """Search the library as the command line does."""
    return lambda query: search_now(library, index_folder, query)


@pytest.fixture
def find(ask: Callable[[str], SearchResults]) -> Search:
    """The ids found, in ascending order."""
    return lambda query: sorted(hit.article_id for hit in ask(query).hits)
