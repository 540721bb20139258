"""Who has the keys when something over the texts went or the texts are shown another way: never anybody unseen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Side
from variorum.gui.services import Services

from .bench import Bench


@pytest.fixture
def bench(qtbot: QtBot, services: Services) -> Bench:
    made = Bench(qtbot, services)
    made.panel.activateWindow()
    qtbot.waitActive(made.panel)
    return made


def with_keys() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_another_mode_takes_no_keys_from_elsewhere(bench: Bench) -> None:
    bench.panel._texts.panes[Side.LEFT].setFocus()
    bench.panel._rail.list.setFocus()
    bench.panel.showing.set_mode(Mode.ALIGNED)
    assert bench.panel._rail.list.hasFocus()


def test_the_bar_gives_them_back_to_texts_that_are_seen(bench: Bench) -> None:
    bench.panel._texts.panes[Side.RIGHT].setFocus()
    bench.panel.inquiry.find()
    bench.panel.showing.set_mode(Mode.ALIGNED)
    assert bench.panel.inquiry._finding
    QTest.keyClick(bench.panel.inquiry._finding.bar.field, Qt.Key.Key_Escape)
    assert bench.panel._texts.shown.isAncestorOf(with_keys())


def test_so_does_the_lens_where_the_texts_are_shown_another_way(bench: Bench) -> None:
    view = bench.panel._texts.panes[Side.LEFT]
    view.setFocus()
    bench.stand_on(Side.LEFT, "Shop")
    bench.panel.inquiry.show_counterpart()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert bench.card.isAncestorOf(with_keys())
    bench.panel.showing.set_mode(Mode.CHANGES)
    assert bench.panel._texts.shown.isAncestorOf(with_keys())


def test_who_looks_for_something_while_writing_a_note_can_type_and_comes_back_to_texts(
    qtbot: QtBot, bench: Bench
) -> None:
    """The field of the note is gone by then."""
    bench.state.set_current(0)
    bench.panel.reviewing.ask_note()
    field = bench.panel._rail._field()
    assert field is not None
    assert field.hasFocus()
    with qtbot.waitSignal(field.destroyed):
        bench.panel.inquiry.find()
    assert bench.panel.inquiry._finding
    bar = bench.panel.inquiry._finding.bar
    assert bar.field.hasFocus()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bench.panel._texts.shown.isAncestorOf(with_keys())
