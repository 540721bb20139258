"""Two selections compared: the first waits, seen and droppable, for the second."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.core.library.library import Library
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_view import RowsView
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


def drag(view: RowsView, row: int, cell: int, words: str) -> None:
    """Select words of a cell with the mouse, as one does."""
    passage = view.passages(row)[cell]
    assert passage is not None
    at = passage.texts[0].block.text.index(words)
    top = view.row_box(row).top() + view.below(row)
    ends = passage.rects(0, at, at + len(words))
    first = QPoint(round(view.columns()[cell].x + ends[0].left()) + 1, round(top + ends[0].center().y()))
    last = QPoint(round(view.columns()[cell].x + ends[-1].right()) - 1, round(top + ends[-1].center().y()))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    place = QPointF(last)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, view.viewport().mapToGlobal(place), left, left, none)
    QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)


@pytest.mark.parametrize("mode", [Mode.ALIGNED, Mode.CHANGES, Mode.CLEAN])
def test_what_is_selected_in_rows_is_taken_too(made: Made, story: tuple[int, ...], mode: Mode) -> None:
    made.window.activateWindow()
    made.window.library.compare(story[0], story[1])
    made.screens.compare.showing.set_mode(mode)
    (view,) = made.screens.compare._texts.views()
    assert isinstance(view, RowsView)
    cell = len(view.columns()) - 1
    rows = ((n, p.texts[0].block.text) for n in range(len(view.rows)) if (p := view.passages(n)[cell]) is not None)
    number = next(number for number, words in rows if "old bridge closes in June" in words)
    drag(view, number, cell, "ld bridge clo")
    made.do("compare-selection")
    assert made.window.frame.selection_bar.text() == "First selection: “old bridge closes”"


def test_by_keys_the_row_one_stands_on_is_meant(made: Made, story: tuple[int, ...], qtbot: QtBot) -> None:
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    made.window.library.compare(story[0], story[1])
    made.screens.compare.showing.set_mode(Mode.ALIGNED)
    (view,) = made.screens.compare._texts.views()
    assert isinstance(view, HandledRows)
    view.take_keys(next(n for n, row in enumerate(view.rows) if all(cell.spans for cell in row.cells)))
    texts = view.chosen_texts()
    assert len(texts) == 2
    made.do("compare-selection")
    comparison = made.screens.compare.comparison()
    assert comparison is not None
    assert (comparison.left.text, comparison.right.text) == texts
