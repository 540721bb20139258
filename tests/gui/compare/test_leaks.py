"""What is made anew each time it is asked for is not kept beside what was made before."""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.services import Services

from .bench import Bench


def test_the_menu_of_versions(qtbot: QtBot, services: Services) -> None:
    menu = Bench(qtbot, services).panel._header.buttons[Side.LEFT].menu()
    menu.aboutToShow.emit()
    once = len(menu.findChildren(QAction))
    assert once > 4
    for _ in range(3):
        menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(menu.findChildren(QAction)) == once)


def test_the_fading_in_of_the_lens(qtbot: QtBot, services: Services) -> None:
    bench = Bench(qtbot, services)
    for _ in range(3):
        bench.lens.show_at(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
        assert bench.card.findChildren(QAbstractAnimation)
        bench.lens.close()
    bench.lens.show_at(Side.LEFT, bench.claim(Side.LEFT, "Mayor"))
    qtbot.waitUntil(lambda: not bench.card.findChildren(QAbstractAnimation))
    assert bench.card.graphicsEffect() is None


def test_comparison_after_comparison_with_all_that_is_asked_of_them(qtbot: QtBot, services: Services) -> None:
    bench = Bench(qtbot, services)
    panel = bench.panel
    qtbot.waitUntil(lambda: bool(panel._texts.side_by_side.lines[Side.LEFT].extents))

    def use(other: int) -> tuple[int, int]:
        """Objects of Qt and comparisons made ready that are there afterwards."""
        panel.open(bench.ids[0], other)
        for mode in (Mode.CLEAN, Mode.CHANGES, Mode.SIDE_BY_SIDE):
            panel.showing.set_mode(mode)
            panel.next_change()
            bench.lens.say_why_at(Side.LEFT, bench.claim(Side.LEFT, "The city"))
            bench.lens.close()
        panel.reviewing.ask_note()
        panel._state.set_current(None)
        panel.swap()
        qtbot.wait(5)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        ready = sum(isinstance(thing, Presentation) for thing in gc.get_objects())
        return len(panel.findChildren(QObject)), ready

    first = [use(other) for other in bench.ids[1:3]]
    for _ in range(2):
        assert [use(other) for other in bench.ids[1:3]] == first
