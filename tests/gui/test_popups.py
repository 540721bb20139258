"""Keys of one letter while a menu is open over the comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcutEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.gui.compare.options_button import OptionsButton
from variorum.gui.compare.presentation import Side
from variorum.gui.navigator import Comparing
from variorum.gui.services import Services


@pytest.fixture
def made(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Made:
    made = Made(qtbot, services, tmp_path / "settings.toml")
    made.window.navigator.go(Comparing(story[0], story[1]))
    QApplication.processEvents()
    return made


def press(made: Made, action: str, key: str) -> None:
    """What Qt does when the focus is in the texts and this key is pressed, menu or no menu."""
    QApplication.sendEvent(made.window.actions_by_id[action], QShortcutEvent(QKeySequence(key), 0))


def test_keys_of_one_letter_are_the_menus_while_one_is_open(made: Made) -> None:
    done: list[str] = []
    names = ("why-linked", "review", "next-doubtful")
    for name in names:
        made.window.actions_by_id[name].setEnabled(True)
        made.window.actions_by_id[name].triggered.connect(lambda _=False, name=name: done.append(name))
    menu: QMenu = made.screens.compare.findChildren(OptionsButton)[0].menu()
    for name, key in zip(names, ("W", "Space", "D"), strict=True):
        menu.popup(QPoint(10, 10))  # a letter of the menu's own closes it
        press(made, name, key)
        menu.close()
    assert done == []
    made.screens.compare._texts.panes[Side.LEFT].setFocus()
    press(made, "why-linked", "W")
    assert done == ["why-linked"]


def test_the_menu_gets_the_key(made: Made) -> None:
    menu: QMenu = made.screens.compare.findChildren(OptionsButton)[0].menu()
    menu.popup(QPoint(10, 10))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    press(made, "review", "Space")
    assert made.window.actions_by_id["ignore-case"].isChecked()
    menu.close()


def test_a_key_that_the_menu_does_not_know_does_nothing(made: Made, qtbot: QtBot) -> None:
    done: list[bool] = []
    made.window.actions_by_id["link"].triggered.connect(lambda: done.append(True))
    made.window.activateWindow()
    pane = made.screens.compare._texts.panes[Side.LEFT]
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    menu: QMenu = made.screens.compare.findChildren(OptionsButton)[0].menu()
    menu.popup(QPoint(10, 10))
    QTest.keyClick(menu, Qt.Key.Key_L)
    press(made, "link", "L")
    assert done == []
    assert menu.isVisible()
    menu.close()
