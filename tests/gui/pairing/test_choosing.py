"""Any other article can be chosen: the likely ones first, by the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.core.library.drafts import draft
from variorum.core.library.library import Library
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.pairing.likely import most_likely_first
from variorum.gui.pairing.picker import ArticlePicker


def test_the_story_comes_first_then_the_file_then_what_is_alike(library: Library) -> None:
    def add(headline: str, date: str = "", path: str = "") -> int:
        text = f"{headline}\n\nIt was said that {headline.lower()} at {date or 'some time'} by {path or 'someone'}."
        return library.add(text, path).id

    other = add("School opens in the valley")
    alike_far = add("Harbor bridge closes for a year")
    alike = add("Old harbor bridge closes")
    same_file = add("Traffic chaos expected", path="/desk/bridge.txt")
    second, first = add("Commuters angry"), add("A mayor speaks")
    anchor = add("Harbor bridge closes", path="/desk/bridge.txt")
    library.new_story("The bridge", [first, second, anchor])
    rows = tuple(replace(row, date="2026-03-0" + str(row.id)) for row in library.articles())
    beside = next(row for row in rows if row.id == anchor)
    order = [row.id for row in most_likely_first(rows, beside)]
    assert order == [first, second, same_file, alike, alike_far, other, anchor]
    assert most_likely_first(rows, None) == rows


def test_another_article_is_chosen_with_keys_from_the_reader(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    made.do("compare-with")
    (picker,) = made.screens.reader.findChildren(ArticlePicker)
    lines = [picker._model.index(row, 0).data() for row in range(picker._model.rowCount())]
    assert [line.split()[0] for line in lines[:2]] == ["B", "C"]
    QTest.keyClicks(picker._box, "opens school")
    QTest.keyClick(picker._box, Qt.Key.Key_Return)
    assert made.here() == Comparing(story[0], story[3])


def test_an_article_is_found_by_its_letter_outlet_and_file(qtbot: QtBot, library: Library) -> None:
    texts = [f"Ferry {word}\n\nThe ferry was {word} on Monday." for word in ("late", "early", "full")]
    rows = [library.add(text, f"/desk/{name}.txt") for text, name in zip(texts, ("tide", "gull", "buoy"), strict=True)]
    story = library.new_story("The ferry", [row.id for row in rows])
    window = QWidget()
    qtbot.addWidget(window)
    picker = ArticlePicker(library.articles(), window, story=story.id)

    def found(words: str) -> list[str]:
        picker._box.setText(words)
        return [picker._model.index(number).data() for number in range(picker._model.rowCount())]

    assert found("ferry EARLY") == found("gull.txt fer") == ["B   Ferry early"]
    assert "C   Ferry full" in found("c ferry")
    assert found("zeppelin") == []
    assert picker._nothing.isVisibleTo(picker)


def test_and_from_the_comparison_for_its_right_side(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("compare-with")
    (picker,) = made.screens.compare.findChildren(ArticlePicker)
    QTest.keyClicks(picker._box, "school")
    QTest.keyClick(picker._box, Qt.Key.Key_Return)
    assert made.here() == Comparing(story[0], story[3])


def test_and_for_what_is_selected_in_the_sidebar(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare_with(story[3])
    (picker,) = made.screens.sidebar.findChildren(ArticlePicker)
    QTest.keyClicks(picker._box, "city shuts")
    QTest.keyClick(picker._box, Qt.Key.Key_Return)
    assert made.here() == Comparing(story[3], story[2])


def test_any_two_of_the_list_of_all_articles_are_compared(made: Made, story: tuple[int, ...]) -> None:
    made.screens.sidebar.show_articles([story[1], story[3]])
    made.do("compare")
    assert {made.rows()[0].id, made.rows()[1].id} == {story[1], story[3]}


def test_two_clicked_versions_are_compared_with_texts_open_that_are_not_in_the_library(
    qtbot: QtBot, made: Made, library: Library, story: tuple[int, ...]
) -> None:
    rows, model = made.screens.sidebar.story_list, made.screens.sidebar.stories

    def click(number: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = rows.visualRect(model.index(number)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
        qtbot.wait(10)  # rows are laid out in batches

    held = [library.hold(draft(f"File {n}\n\nThe file says {n}.", f"/desk/{n}.txt")).id for n in (1, 2)]
    made.window.library.compare(story[0], held[1])
    made.window.library.open(held[0])
    qtbot.wait(10)
    click(model.rowCount() - 1)
    click(model.places_of([story[0]])[0])
    assert made.here() == Reading(story[0])
    click(model.places_of([story[2]])[0], Qt.KeyboardModifier.ControlModifier)
    made.do("compare")
    assert made.here() == Comparing(story[0], story[2])
