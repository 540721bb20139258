"""Two selections compared: the first waits, seen and droppable, for the second."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.core.library.library import Library
from variorum.gui.compare.presentation import Side
from variorum.gui.navigator import Comparing
from variorum.gui.pairing.selecting import SAME, SELECT_FIRST
from variorum.gui.widgets.prose import ProseView


def select(view: ProseView, words: str) -> None:
    cursor = view.document().find(words)
    assert not cursor.isNull(), words
    view.setTextCursor(cursor)
    view.setFocus()


def test_the_second_selection_is_compared_with_the_first(
    made: Made, library: Library, story: tuple[int, ...], qtbot: QtBot
) -> None:
    made.window.activateWindow()
    bar, reader = made.window.frame.selection_bar, made.screens.reader
    made.window.library.open(story[0])
    made.do("compare-selection")
    assert made.said() == SELECT_FIRST
    select(reader.view, "old bridge will close in May")
    made.do("compare-selection")
    assert bar.isVisible()
    assert bar.text() == "First selection: “old bridge will close in May”"
    made.do("compare-selection")
    assert made.said() == SAME
    made.window.library.open(story[1])
    select(reader.view, "old bridge closes in June")
    made.do("compare-selection")
    assert not bar.isVisible()
    assert isinstance(made.here(), Comparing)
    comparison = made.screens.compare.comparison()
    assert comparison is not None
    assert (comparison.left.text, comparison.right.text) == (
        "old bridge will close in May",
        "old bridge closes in June",
    )
    assert [row.headline for row in made.rows()] == ["“old bridge will close in May”", "“old bridge closes in June”"]
    assert all(row.is_unsaved for row in made.rows())


def test_words_at_the_ends_are_taken_whole(made: Made, story: tuple[int, ...]) -> None:
    made.window.activateWindow()
    made.window.library.open(story[0])
    select(made.screens.reader.view, "ld bridge will clo")
    made.do("compare-selection")
    assert made.window.frame.selection_bar.text().endswith("“old bridge will close”")


def test_escape_drops_the_first(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.open(story[0])
    select(made.screens.reader.view, "the city said")
    made.do("compare-selection")
    assert made.window.frame.selection_bar.isVisible()
    QTest.keyClick(made.screens.reader.view, Qt.Key.Key_Escape)
    assert not made.window.frame.selection_bar.isVisible()


@pytest.mark.parametrize("side", Side)
def test_a_selection_on_each_side_is_compared_at_once(made: Made, story: tuple[int, ...], side: Side) -> None:
    made.window.activateWindow()
    made.window.library.compare(story[0], story[1])
    panes = made.screens.compare._texts.panes
    words = {Side.LEFT: "will close", Side.RIGHT: "closes in"}
    for one in (side.other, side):
        select(panes[one], words[one])
    made.do("compare-selection")
    assert [row.headline for row in made.rows()] == ["“will close”", "“closes in”"]
