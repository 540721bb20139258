"""What is made anew each time it is asked for is not kept beside what was made before."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from variorum.gui.compare.presentation import Side
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
