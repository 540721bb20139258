"""Ten thousand articles, all of them selected: the window goes on answering. Times are the processor's."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from variorum.core.library.model import ArticleRow, StoryRow
from variorum.gui.library import story_model
from variorum.gui.library.article_model import ArticleModel
from variorum.gui.library.delegate import RowDelegate
from variorum.gui.library.row_list import RowList
from variorum.gui.library.rows import Row, folded_row
from variorum.gui.library.story_model import StoryModel
from variorum.gui.theme.service import ThemeService

MANY = 10_000
IDS = list(range(1, MANY + 1))


def article(number: int) -> ArticleRow:
    outlet = "Courier" if number % 2 else "Gazette"
    added = "2026-03-01T12:00:00+00:00"
    return ArticleRow(number, f"Headline {number}", outlet, "", "", "", f"/desk/{number}.txt", 300, "", None, added, 1)


@pytest.fixture
def rows(qtbot: QtBot, theme: ThemeService) -> RowList:
    model = ArticleModel()
    model.set_articles([article(number) for number in IDS])
    made = RowList(model, RowDelegate(theme, lines=1), "All articles")
    made.setUniformItemSizes(True)
    model.setParent(made)
    qtbot.addWidget(made)
    return made


def seconds(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def test_who_is_selected_is_told_at_once(rows: RowList) -> None:
    rows.selectAll()
    assert rows.selected_ids() == IDS
    assert seconds(rows.selected_ids) < 0.2  # and not the second and a half that their rows take


def test_the_selection_of_all_survives_a_list_read_anew_and_a_filter(rows: RowList) -> None:
    model = rows.model()
    assert isinstance(model, ArticleModel)
    rows.selectAll()
    read_anew = [article(number) for number in (*IDS, MANY + 1)]
    assert seconds(lambda: model.set_articles(read_anew)) < 1
    assert rows.selected_ids() == IDS
    assert seconds(lambda: model.set_filter("courier")) < 1
    assert rows.selected_ids() == IDS[::2]


def test_what_was_imported_is_selected_at_once(rows: RowList) -> None:
    assert seconds(lambda: rows.select_articles(frozenset(IDS))) < 1
    assert rows.selected_ids() == IDS


def test_stories_that_stay_folded_are_put_into_words_once(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[int] = []

    def folded(story: StoryRow) -> Row:
        worded.append(story.id)
        return folded_row(story)

    monkeypatch.setattr(story_model, "folded_row", folded)
    model = StoryModel()
    model.set_stories([StoryRow(number, f"Story {number}", (article(number),)) for number in range(1, 6)])
    for number in (2, 3, None, 4):
        model.set_current(number)
    assert worded == [1, 2, 3, 4, 5]
    assert [model.article_id(number) for number in range(5)] == [0, 0, 0, 4, 0]
