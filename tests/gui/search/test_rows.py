"""Rows and their model: orders, what is left out, and that selections survive sorting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.core.search.model import Hit, SearchResults, Snippet
from variorum.core.text.model import Span
from variorum.gui.search.header import count_text, detail_text
from variorum.gui.search.model import ResultsModel, Role
from variorum.gui.search.rows import Found, Order, ResultRow, gather, ordered, with_dots


def row(number: int, headline: str, date: str = "") -> ResultRow:
    article = ArticleRow(number, headline, "Tribune", date, "en", "", "", 1200, "", None, "", 1)
    return ResultRow(article, ())


ROWS = [row(1, "zebra"), row(2, "“Apple", "2025-01-03"), row(3, "Mango\nsplit", "2025-02-01")]


def numbers(rows: list[ResultRow]) -> list[int]:
    return [row.article.id for row in rows]


def results(*ids: int, total: int | None = None, **more: str | int) -> SearchResults:
    hits = tuple(Hit(number, 1.0, ()) for number in ids)
    return SearchResults("q", hits, len(ids) if total is None else total, 0.012, **more)  # type: ignore[arg-type]


def test_orders() -> None:
    assert numbers(ordered(ROWS, Order.RELEVANCE)) == [1, 2, 3]
    assert numbers(ordered(ROWS, Order.DATE)) == [3, 2, 1]
    assert numbers(ordered(ROWS, Order.HEADLINE)) == [2, 3, 1]


def test_a_row_in_words() -> None:
    assert ROWS[2].headline == "Mango split"
    assert ROWS[2].facts == "Tribune · 2025-02-01 · 1,200 words"


def test_articles_that_went_are_left_out(library: Library, ids: list[int]) -> None:
    library.remove([ids[1]])
    found = gather(library, results(ids[1], ids[2], ids[0]))
    assert numbers(list(found.rows)) == [ids[2], ids[0]]


def test_a_story_is_named_only_where_results_are_of_several(library: Library, ids: list[int]) -> None:
    assert {row.story for row in gather(library, results(*ids)).rows} == {""}
    library.new_story("The ferry", [ids[2]])
    assert [row.story for row in gather(library, results(*ids)).rows] == ["The quay", "The quay", "The ferry"]


def test_counts_and_notes(library: Library, ids: list[int]) -> None:
    found = gather(library, results(*ids))
    assert count_text(found.results) == "3 articles"
    assert detail_text(found) == "in 1 story · 12 ms"
    assert detail_text(Found(results(1, total=90), (ROWS[0],))) == "best 1 listed · 12 ms"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the end of it", "…the end of it…"),
        ("A sentence.", "A sentence."),
        ("", ""),
        ("“Said so,” he", "“Said so,” he…"),
    ],
)
def test_a_snippet_has_dots_where_it_was_cut(text: str, shown: str) -> None:
    assert with_dots(Snippet(text, ()))[0] == shown


def test_hits_of_a_snippet_move_with_the_dots() -> None:
    text, hits = with_dots(Snippet("cut here", (Span(4, 8),)))
    assert [text[start:end] for start, end in hits] == ["here"]


def test_the_model_keeps_the_rules_and_what_is_selected(qapp: QApplication) -> None:
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    assert model.index(2).data() == "Mango split"
    assert "Tribune" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    kept = QPersistentModelIndex(model.index(0))
    model.set_order(Order.DATE)
    assert model.row_at(kept).article.id == 1
    assert kept.row() == 2
    model.set_rows(ROWS[:1])
    assert model.rowCount() == 1
    assert model.index(0).data(Role.ROW) == ROWS[0]
    assert model.order is Order.DATE
    del tester
