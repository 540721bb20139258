"""The size of the interface: told to Qt before it starts; at 200 % on a small screen nothing is cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from variorum.gui.appearance import Appearance
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.rail import Rail
from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.frame import Screens
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.room import NARROW
from variorum.gui.scale import nearest_percent, scale_interface, start_again
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.window import MainWindow
from variorum.settings import Settings, load

HALF_OF_A_SMALL_SCREEN = (632, 352)
"""What 1280 × 800 at 200 % leaves inside a window's frame, in pixels of the window."""


@pytest.mark.parametrize(
    ("kept", "there", "asked"), [(1.0, "", None), (1.5, "", "1.5"), (2.0, "1.25", "2.5"), (1.5, "nonsense", "1.5")]
)
def test_qt_is_told_the_scale_on_top_of_what_the_environment_says(kept: float, there: str, asked: str | None) -> None:
    environment = {"QT_SCALE_FACTOR": there} if there else {}
    before = scale_interface(kept, environment)
    assert environment.get("QT_SCALE_FACTOR") == (asked or there or None)
    assert before == (1.25 if there == "1.25" else 1.0)


def test_the_nearest_scale_that_is_offered_is_checked() -> None:
    assert [nearest_percent(scale) for scale in (0.75, 1.0, 1.2, 1.6, 2.0)] == [100, 100, 125, 150, 200]


def test_the_program_starts_again_with_the_scale_of_the_system_and_its_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def start(command: list[str], *, env: dict[str, str], **_: Any) -> None:
        started.append((command, env))

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setitem(os.environ, "QT_SCALE_FACTOR", "2")
    start_again(tmp_path, 1.0)
    command, environment = started[0]
    assert command[1:] == ["-m", "variorum", "--library", str(tmp_path)]
    assert environment["QT_SCALE_FACTOR"] == "1"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    start_again(tmp_path, 1.0)
    assert started[1][0][1:] == ["--library", str(tmp_path)]


class Made:
    """A window, as large as asked."""

    def __init__(self, qtbot: QtBot, services: Services, file: Path, size: tuple[int, int]) -> None:
        self.screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), ComparePanel(services))
        self.appearance = Appearance(services.theme, services.jobs, Settings(), file)
        self.window = MainWindow(services, self.screens, self.appearance)
        qtbot.addWidget(self.window)
        self.window.setMinimumSize(1, 1)  # this test's screen is smaller than the one of the test run
        self.window.resize(*size)
        self.window.show()
        self.screens.compare.prepare()
        self.window.library.refresh()


@pytest.fixture
def small(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Made:
    assert story
    return Made(qtbot, services, tmp_path / "settings.toml", HALF_OF_A_SMALL_SCREEN)


def test_another_scale_is_kept_and_the_window_offers_to_start_again(small: Made, tmp_path: Path) -> None:
    small.window.actions_by_id["scale-150"].trigger()
    assert load(tmp_path / "settings.toml").interface_scale == 1.5
    toast = small.window.frame.toast
    assert toast.isVisible()
    assert not small.appearance.starts_again
    next(button for button in toast.findChildren(QAbstractButton) if button.text() == "Start again now").click()
    assert small.appearance.starts_again
    assert not small.window.isVisible()


@pytest.mark.parametrize("page", ["reader", "search", "comparison", "rail", "sidebar"])
def test_at_200_percent_on_a_small_screen_nothing_is_cut_off(
    small: Made, story: tuple[int, ...], page: str, qtbot: QtBot
) -> None:
    window = small.window
    window.navigator.go(Reading(story[0]))
    if page == "comparison":
        window.navigator.go(Comparing(story[0], story[1]))
        window.actions_by_id["next-change"].trigger()
    elif page == "rail":
        window.navigator.go(Comparing(story[0], story[1]))
        small.screens.compare.findChildren(ChipBar)[0].rail_switch.click()
        assert small.screens.compare.findChildren(Rail)[0].isVisible()
    elif page == "search":
        small.screens.results.show()
    elif page == "sidebar":
        window.actions_by_id["sidebar"].trigger()
        assert small.screens.sidebar.isVisible()

    def is_whole() -> None:
        assert cut_off(window) == []

    qtbot.waitUntil(is_whole)  # parts that come and go are laid out a turn later
    assert (window.width(), window.height()) == HALF_OF_A_SMALL_SCREEN


def test_where_there_is_room_for_one_thing_the_sidebar_takes_turns_with_what_is_read(
    small: Made, story: tuple[int, ...]
) -> None:
    window, sidebar = small.window, small.screens.sidebar
    window.navigator.go(Reading(story[0]))
    assert not sidebar.isVisible()
    assert not window.actions_by_id["sidebar"].isChecked()
    window.actions_by_id["sidebar"].trigger()
    assert sidebar.isVisible()
    assert not small.screens.reader.isVisible()
    window.navigator.go(Comparing(story[0], story[1]))
    assert not sidebar.isVisible()
    assert small.screens.compare.isVisible()
    assert not window.actions_by_id["sidebar"].isChecked()
    window.resize(NARROW + 200, 600)
    assert sidebar.isVisible()
    window.actions_by_id["sidebar"].trigger()
    window.resize(*HALF_OF_A_SMALL_SCREEN)
    window.resize(NARROW + 200, 600)
    assert not sidebar.isVisible()


@pytest.mark.parametrize("action", ["shortcuts", "about", "export"])
def test_dialogs_fit_into_a_small_screen_at_200_percent(
    small: Made, story: tuple[int, ...], action: str, qapp: QApplication
) -> None:
    small.window.navigator.go(Comparing(story[0], story[1]))
    small.window.actions_by_id[action].trigger()
    dialog = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, DialogFrame) and widget.isVisible())
    least = dialog.minimumSizeHint()
    assert (least.width() <= HALF_OF_A_SMALL_SCREEN[0], least.height() <= HALF_OF_A_SMALL_SCREEN[1]) == (True, True)
    dialog.resize(*HALF_OF_A_SMALL_SCREEN)
    assert cut_off(dialog) == []
    dialog.close()


def cut_off(window: QWidget) -> list[str]:
    """What is visible in `window` and has less room than its words need, or stands outside of what holds it, or under
    another control."""
    found = []
    parts = [w for kind in (QAbstractButton, QLabel, QLineEdit) for w in window.findChildren(kind) if _tells(w)]
    for part in parts:
        around = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        holder = part.parentWidget()
        if not window.rect().contains(around) or (holder and not holder.rect().contains(part.geometry())):
            found.append(f"{_named(part)} stands outside")
        ignores = part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        wraps = isinstance(part, QLabel) and part.wordWrap()
        least = part.minimumSizeHint() if ignores or wraps else part.sizeHint().boundedTo(part.maximumSize())
        if part.width() < least.width() and not isinstance(part, QLineEdit):
            found.append(f"{_named(part)} is {part.width()} pixels wide instead of {least.width()}")
        for other in parts:
            beside = other.parentWidget() is part.parentWidget() and other is not part
            if beside and other.geometry().intersects(part.geometry()):
                found.append(f"{_named(part)} and {_named(other)} overlap")
    return found


def _tells(part: QWidget) -> bool:
    """Whether a part is seen by itself, not as the icon of a field, nor scrolled to where there is no room for it."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea | QLineEdit):
        around = around.parentWidget()
    return part.isVisible() and around is None


def _named(part: QWidget) -> str:
    text = getattr(part, "text", str)()
    return f"{type(part).__name__} “{part.accessibleName() or text}”"
