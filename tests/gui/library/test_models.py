"""The sidebar's models: what they list, and that they keep Qt's rules."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.gui.library.article_model import ArticleModel
from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.story_model import Role, StoryModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def texts(model: QAbstractItemModel) -> list[str]:
    return [model.index(number, 0).data() for number in range(model.rowCount())]


@pytest.fixture
def stories(qapp: object) -> StoryModel:
    return StoryModel()


def test_the_current_story_is_unfolded_and_the_others_follow(
    stories: StoryModel, library: Library, story: tuple[int, ...]
) -> None:
    QAbstractItemModelTester(stories, FATAL, stories)
    other = library.new_story("A school", [story[3]])
    stories.set_stories(library.stories())
    stories.set_current(library.article(story[0]).story_id)
    assert texts(stories)[:3] == ["Story", "The bridge", "Versions"]
    rows: list[Row] = [stories.index(number).data(Role.ROW) for number in range(stories.rowCount())]
    assert [row.badge for row in rows if row.kind == RowKind.VERSION] == ["A", "B", "C"]
    assert rows[1].facts == "3 versions · 47 words"
    assert [(row.kind, row.text, row.badge) for row in rows[-2:]] == [
        (RowKind.HEADING, "Other stories", ""),
        (RowKind.OTHER, "A school", "1"),
    ]
    stories.set_current(other.id)
    assert texts(stories)[1] == "A school"
    library.delete_story(other.id)
    stories.set_stories(library.stories())
    assert texts(stories)[1] == "The bridge"


def test_headings_cannot_be_selected(stories: StoryModel, library: Library, story: tuple[int, ...]) -> None:
    stories.set_stories(library.stories())
    assert not stories.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert stories.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_opening_tells_exactly_the_rows_and_the_role_that_changed(
    stories: StoryModel, library: Library, story: tuple[int, ...]
) -> None:
    stories.set_stories(library.stories())
    told: list[tuple[int, list[int]]] = []
    stories.dataChanged.connect(lambda first, last, roles: told.append((first.row(), roles)))
    stories.set_open(story[:2])
    stories.set_open(story[1:3])
    first = 3
    assert told == [(row, [Role.OPEN]) for row in (first, first + 1, first, first + 2)]
    assert [stories.index(first + n).data(Role.OPEN) for n in range(3)] == [False, True, True]


def test_showing_the_same_again_resets_nothing(stories: StoryModel, library: Library, story: tuple[int, ...]) -> None:
    stories.set_stories(library.stories())
    resets: list[object] = []
    stories.modelReset.connect(lambda: resets.append(1))
    stories.set_stories(library.stories())
    assert resets == []


def test_neighbors_of_the_last_version_are_it_and_the_one_before(
    stories: StoryModel, library: Library, story: tuple[int, ...]
) -> None:
    stories.set_stories(library.stories())
    assert stories.neighbors(story[0]) == (story[0], story[1])
    assert stories.neighbors(story[2]) == (story[1], story[2])
    assert stories.neighbors(story[3]) is None


def article(number: int) -> ArticleRow:
    outlet = "Courier" if number % 2 else "Gazette"
    return ArticleRow(number, f"Headline {number} of Łódź", outlet, "", "", "", "", 300, str(number), None, "", 1)


def test_ten_thousand_articles_are_narrowed_within_a_frame_or_two(qapp: object) -> None:
    model = ArticleModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_articles([article(number) for number in range(1, 10_001)])
    assert model.rowCount() == model.total() == 10_000
    model.set_filter("courier")  # prepares what is searched
    started = time.process_time()
    model.set_filter("łódź 77 courier")
    assert time.process_time() - started < 0.2
    assert model.total() == 10_000
    found = texts(model)
    assert "Headline 77 of Łódź" in found
    assert all("77" in text for text in found)
    model.set_filter("  ")
    assert model.rowCount() == 10_000


def test_places_are_those_of_the_narrowed_list(qapp: object) -> None:
    model = ArticleModel()
    model.set_articles([article(number) for number in range(1, 11)])
    model.set_filter("gazette")
    assert model.places_of({2, 3, 6}) == [0, 2]
    model.set_open([6])
    assert model.index(2).data(Role.OPEN) is True
