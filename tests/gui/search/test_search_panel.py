"""The panel of results with a search that answers when told to."""

from __future__ import annotations

import threading
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from variorum.core.errors import LibraryError
from variorum.core.library.library import Library
from variorum.core.search.model import Hit, SearchResults, Snippet
from variorum.core.text.model import Span
from variorum.gui.search import history
from variorum.gui.search.panel import SearchPanel
from variorum.gui.search.rows import Order
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService

Answer = SearchResults | Exception
SNIPPET = Snippet("the northern quay, where boats moor", (Span(13, 17),))


class Search(Protocol):
    asked: list[tuple[str, object]]

    def answer(self, answer: Answer, number: int = -1) -> None: ...


def results(*ids: int, note: str = "") -> SearchResults:
    return SearchResults("q", tuple(Hit(number, 1.0, (SNIPPET,)) for number in ids), len(ids), 0.012, note)


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> SearchPanel:
    panel = SearchPanel(services)
    qtbot.addWidget(panel)
    panel.resize(360, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def ask(panel: SearchPanel, search: Search, qtbot: QtBot, query: str) -> None:
    count = len(search.asked)
    panel.search(query)
    qtbot.waitUntil(lambda: len(search.asked) > count)


def find(panel: SearchPanel, search: Search, qtbot: QtBot, query: str, *ids: int) -> None:
    """Search, and be answered."""
    ask(panel, search, qtbot, query)
    with qtbot.waitSignal(panel.status_changed):
        search.answer(results(*ids))


def visible_texts(panel: SearchPanel) -> str:
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(b.text() for b in panel.findChildren(QAbstractButton) if b.isVisible())])


def test_typing_is_searched_once_after_a_pause(panel: SearchPanel, search: Search, qtbot: QtBot) -> None:
    for query in ("q", "qu", "qua", "quay"):
        panel.search(query)
    qtbot.waitUntil(lambda: bool(search.asked))
    assert [query for query, _ in search.asked] == ["quay"]


def test_results_are_listed_with_count_and_time(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    with qtbot.waitSignal(panel.status_changed) as said:
        find(panel, search, qtbot, "quay", ids[0], ids[1])
    assert panel.list.model().rowCount() == 2
    assert "2 articles" in visible_texts(panel)
    assert said.args == ["2 articles in 1 story · 12 ms"]


def test_an_answer_from_another_thread_is_taken_in_the_windows_thread(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    ask(panel, search, qtbot, "quay")
    threads: list[threading.Thread] = []
    panel.results_changed.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(panel.results_changed):
        threading.Thread(target=lambda: search.answer(results(*ids))).start()
    assert set(threads) == {threading.main_thread()}


def test_a_late_answer_is_dropped(panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]) -> None:
    ask(panel, search, qtbot, "quay")
    ask(panel, search, qtbot, "ferry")
    search.answer(results(ids[0]), number=0)
    qtbot.wait(10)
    assert panel.list.model().rowCount() == 0
    search.answer(results(ids[2]), number=1)
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 1)
    panel.search("")
    search.answer(results(*ids), number=1)
    qtbot.wait(10)
    assert panel.list.model().rowCount() == 0


def test_a_slow_search_says_so_and_a_quick_one_does_not(panel: SearchPanel, search: Search, qtbot: QtBot) -> None:
    busy = panel.findChildren(QProgressBar)[0]
    ask(panel, search, qtbot, "quay")
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    search.answer(results())
    qtbot.waitUntil(lambda: not busy.isVisible())


def test_return_opens_the_first_result_as_soon_as_it_is_there(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    panel.search("quay")
    panel.open_current()
    qtbot.waitUntil(lambda: bool(search.asked))
    with qtbot.waitSignal(panel.article_opened) as opened:
        search.answer(results(ids[1], ids[0]))
    assert opened.args == [ids[1], "quay"]


def test_return_opens_nothing_by_itself_once_something_else_was_opened(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    ask(panel, search, qtbot, "quay")
    panel.open_current()
    panel.open_none()
    with qtbot.assertNotEmitted(panel.article_opened), qtbot.waitSignal(panel.results_changed):
        search.answer(results(ids[1], ids[0]))


def test_return_opens_the_current_result_though_the_same_is_searched_again(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    find(panel, search, qtbot, "quay", ids[0], ids[1])
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    panel.refresh()
    with qtbot.waitSignal(panel.article_opened) as opened:
        panel.open_current()
    assert opened.args == [ids[1], "quay"]


def test_arrows_move_in_the_list_and_return_opens(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    find(panel, search, qtbot, "quay", *ids)
    panel.focus_results()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.article_opened) as opened:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == [ids[1], "quay"]
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.left_upward):
        QTest.keyClick(panel.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.list, Qt.Key.Key_Escape)


def click(panel: SearchPanel, row: int, control: bool = False) -> None:
    point = panel.list.visualRect(panel.list.model().index(row, 0)).center()
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def test_a_click_opens_and_ctrl_selects_a_second_to_compare(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    find(panel, search, qtbot, "quay", *ids)
    with qtbot.waitSignal(panel.article_opened) as opened:
        click(panel, 2)
    assert opened.args == [ids[2], "quay"]
    with qtbot.assertNotEmitted(panel.article_opened):
        click(panel, 0, control=True)
    assert panel.selected_ids() == [ids[0], ids[2]]
    button = next(b for b in panel.findChildren(QAbstractButton) if b.text() == "Compare these two")
    assert button.isVisible()
    with qtbot.waitSignal(panel.comparison_asked) as asked:
        button.click()
    assert asked.args == [ids[0], ids[2]]
    click(panel, 1, control=True)
    assert not button.isVisible()
    with qtbot.assertNotEmitted(panel.comparison_asked):
        panel.compare_selected()


def test_what_is_selected_stays_so_when_the_same_is_searched_again(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    find(panel, search, qtbot, "quay", *ids)
    click(panel, 0)
    click(panel, 2, control=True)
    panel.refresh()
    qtbot.waitUntil(lambda: len(search.asked) == 2)
    search.answer(results(ids[2], ids[1], ids[0]))
    qtbot.waitUntil(lambda: panel.selected_ids() == [ids[2], ids[0]])


def test_the_same_answer_again_leaves_the_list_where_it_is(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    panel.resize(300, 260)
    find(panel, search, qtbot, "quay", *ids)
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.refresh()
    qtbot.waitUntil(lambda: len(search.asked) == 2)
    with qtbot.waitSignal(panel.status_changed):
        search.answer(results(*ids))
    assert bar.value() == bar.maximum()


def test_sorting_by_headline(panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]) -> None:
    find(panel, search, qtbot, "quay", ids[1], ids[2], ids[0])
    panel._header.order_chosen.emit(Order.HEADLINE)
    shown = [panel.list.model().index(row, 0).data() for row in range(3)]
    assert shown == sorted(shown)


def test_nothing_found_offers_looser_queries_that_go_into_the_box(
    panel: SearchPanel, search: Search, qtbot: QtBot
) -> None:
    find(panel, search, qtbot, '"northern quays"')
    assert "Nothing found" in visible_texts(panel)
    line = next(b for b in panel.findChildren(QAbstractButton) if b.isVisible() and b.text() == "northern quays")
    with qtbot.waitSignal(panel.query_chosen) as chosen:
        line.click()
    assert chosen.args == ["northern quays"]
    qtbot.waitUntil(lambda: len(search.asked) == 2)
    assert search.asked[-1][0] == "northern quays"


def test_a_note_on_the_query_is_shown(panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]) -> None:
    ask(panel, search, qtbot, '"quay')
    search.answer(results(ids[0], note="Searched as plain words: a quotation mark is not closed."))
    qtbot.waitUntil(lambda: "a quotation mark is not closed" in visible_texts(panel))


@pytest.mark.logs
@pytest.mark.parametrize("error", [LibraryError("The library is locked."), OSError("boom")])
def test_a_search_that_fails_says_why(panel: SearchPanel, search: Search, qtbot: QtBot, error: Exception) -> None:
    ask(panel, search, qtbot, "quay")
    with qtbot.waitSignal(panel.status_changed):
        search.answer(error)
    assert "doesn't answer" in visible_texts(panel)
    assert "boom" not in visible_texts(panel)


def test_an_empty_box_shows_what_can_be_typed_and_earlier_queries(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int], library: Library
) -> None:
    assert "WHAT YOU CAN TYPE" in visible_texts(panel)
    assert "SEARCHED BEFORE" not in visible_texts(panel)
    find(panel, search, qtbot, "northern quay", ids[0])
    panel.open_current()
    panel.search("")
    assert "northern quay" in visible_texts(panel)
    assert history.load(library) == ("northern quay",)
    with qtbot.assertNotEmitted(panel.results_changed, wait=10):
        panel.search("")


def test_a_row_is_as_high_as_its_snippets_need(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    ask(panel, search, qtbot, "quay")
    bare, full = Hit(ids[1], 2.0, ()), Hit(ids[0], 1.0, (SNIPPET, SNIPPET))
    with qtbot.waitSignal(panel.results_changed):
        search.answer(SearchResults("q", (bare, full), 2, 0.01))
    first, second = (panel.list.visualRect(panel.list.model().index(row, 0)).height() for row in (0, 1))
    assert second > first + 20


def test_rows_are_painted_in_both_themes_and_any_width(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int], theme: ThemeService
) -> None:
    find(panel, search, qtbot, "quay", *ids)
    heights = []
    for width in (260, 360, 700):
        panel.resize(width, 700)
        panel.grab()
        heights.append(panel.list.visualRect(panel.list.model().index(0, 0)).height())
    assert heights == sorted(heights, reverse=True)
    light = panel.list.viewport().grab().toImage()
    theme.set_mode("dark")
    dark = panel.list.viewport().grab().toImage()
    assert light.pixelColor(5, 600).lightness() > 200
    assert dark.pixelColor(5, 600).lightness() < 60


@pytest.mark.logs
def test_a_history_that_cannot_be_read_is_no_reason_not_to_search(
    qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_key: str) -> str:
        raise LibraryError("The library is locked.")

    monkeypatch.setattr(services.library, "get_state", locked)
    panel = SearchPanel(services)
    qtbot.addWidget(panel)
    panel.show()
    assert "WHAT YOU CAN TYPE" in visible_texts(panel)


def test_what_is_open_hears_of_each_query_once_it_is_answered(
    panel: SearchPanel, search: Search, qtbot: QtBot, ids: list[int]
) -> None:
    sought: list[str] = []
    panel.sought.connect(sought.append)
    find(panel, search, qtbot, "quay", ids[0])
    count = len(search.asked)
    panel.refresh()
    qtbot.waitUntil(lambda: len(search.asked) > count)
    with qtbot.waitSignal(panel.status_changed):
        search.answer(results(ids[0]))
    find(panel, search, qtbot, "zeppelin")
    panel.search("")
    assert sought == ["quay", "zeppelin", ""]
