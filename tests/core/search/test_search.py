"""Searching a library from end to end: what is found, in which order, with what said about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.core.library.library import Library
from variorum.core.search.folder import IndexFolder
from variorum.core.search.model import SearchResults
from variorum.core.search.searcher import Searcher
from variorum.core.search.writer import update

Search = Callable[[str], list[int]]
Ask = Callable[[str], SearchResults]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bridge", [1, 2]),
        ("bridge repair", [1, 2]),
        ("bridge -delayed", [1]),
        ("-bridge", [3, 4]),
        ("rovers OR naive", [3, 4]),
        ("(rovers OR delayed) NOT tickets", [2]),
        ('"hear your concerns"', [1]),
        ('"u.s. transport secretary"', [1]),
        ("us", [1, 3]),
        ("5%", [1, 2]),
        ("5 percent", [1, 2]),
        ("five percent", [1, 2]),
        ("$126 billion", [1]),
        ("pre-2014", [3]),
        ("naive lodz", [4]),
        ("cafe", [2]),
        ("war", [2, 3]),
        ('"war"', [3]),
        ("repair*", [1, 2]),
        ("lindqvist", [1, 2]),
        ("lindqvist~", [1, 2, 4]),
        ("outlet:reuters", [2, 3]),
        ('outlet:"daily quay"', [1]),
        ("reuters bridge", [2]),
        ("headline:bridge", [1, 2]),
        ("headline:lindqvist", []),
        ("story:bridge", [1, 2]),
        ("date:2025", [1, 2]),
        ("date:2025-02", [1]),
        ("date:2024-12..2025-02", [1, 3]),
        ("date:>2025-02", [2]),
        ("date:<2025 reuters", [3]),
        ("-date:2025", [3, 4]),
        ('"repairs delayed"', []),
        ('"again the"', [2]),
        ("zzz", []),
        ("", []),
    ],
)
def test_found(find: Search, query: str, found: list[int]) -> None:
    assert find(query) == found


def test_a_phrase_does_not_run_from_the_headline_into_the_text(find: Search) -> None:
    assert find('"repairs the us"') == [1]  # It does in the text itself, where the one follows the other.
    assert find('"repairs quay"') == []


def test_headlines_count_more(ask: Ask) -> None:
    assert ask("lodz OR war").hits[0].article_id == 4


def test_any_of_the_words_where_none_has_all(ask: Ask) -> None:
    results = ask("rovers lodz")
    assert {hit.article_id for hit in results.hits} == {3, 4}
    assert results.note == "No article has all of the words; these have some of them."
    assert ask("rovers lodz date:2024").total == 1


def test_results_are_counted_whole_and_cut_to_the_limit(
    library: Library, index_folder: Path, searcher: Searcher
) -> None:
    update(library, IndexFolder(index_folder))
    results = searcher.search("the", limit=2)
    assert len(results.hits) == 2
    assert results.total == 4
    assert results.seconds > 0
    assert results.pending == 0


def test_snippets_show_the_hits(ask: Ask) -> None:
    (hit,) = ask('"hear your concerns" lindqvist').hits
    assert [[span.of(s.text) for span in s.hits] for s in hit.snippets] == [["hear your concerns", "Lindqvist"]]


def test_typing_completes_the_last_word(library: Library, index_folder: Path, searcher: Searcher) -> None:
    update(library, IndexFolder(index_folder))

    def typed(query: str) -> list[int]:
        return sorted(hit.article_id for hit in searcher.search(query, typing=True).hits)

    assert typed("lind") == [1, 2, 4]
    assert typed("lindqv") == [1, 2]
    assert typed("br") == [1, 2]
    assert typed("li") == []
    assert typed("bridge li") == [1, 2]
    assert typed("bridge l") == [1, 2]
    assert typed("lind ") == []
    assert typed("outlet:r") == [2, 3]
    assert typed("pre-20") == [3]


WORDS = ["bridge", "war", "us", "hear", "concerns", "lindqvist", "5%", "repairs", "reuters", "the", "lodz"]
TERMS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([f"{word}*" for word in WORDS if len(word) > 2] + ["lindq*", "con*"]),
    st.sampled_from(
        ["lindqvist~2", "bridgs~", '"hear your"', '"the bridge"', '"of the"', "headline:repairs", "outlet:r*"]
    ),
    st.sampled_from(["date:2025", "date:<2025", "story:bridge", '"war"']),
)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} AND {pair[1]})"),
        inner.map(lambda query: f"NOT {query}"),
    ),
    max_leaves=5,
)


@given(QUERIES)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_index_finds_what_reading_every_article_finds(
    library: Library, index_folder: Path, searcher: Searcher, tmp_path: Path, query: str
) -> None:
    update(library, IndexFolder(index_folder))
    indexed = searcher.search(query)
    read = Searcher(library, tmp_path / "no index").search(query)
    assert read.pending == 4
    assert {hit.article_id for hit in indexed.hits} == {hit.article_id for hit in read.hits}
    assert indexed.total == read.total
    assert indexed.note == read.note
