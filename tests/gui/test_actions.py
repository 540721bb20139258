"""The table of actions: no key twice, every icon there, enabled only when it makes sense."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from variorum.assets import resource
from variorum.gui.actions import ACTIONS, MENUS, ActionSpec
from variorum.gui.menus import enable, fill_menus, hints, make_actions, tool_tip
from variorum.gui.theme.service import ThemeService


class Recorder:
    """A target that has every slot and remembers the calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *arguments: self.calls.append((name, *arguments))


def test_ids_and_keys_are_given_once() -> None:
    assert max(Counter(spec.id for spec in ACTIONS).values()) == 1
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, times in keys.items() if times > 1 or not key] == []


@pytest.mark.parametrize("menu", [title.replace("&", "") for title in MENUS])
def test_access_keys_are_given_once_in_each_menu(menu: str) -> None:
    texts = [spec.text for spec in ACTIONS if spec.menu == menu]
    texts += dict.fromkeys(s.menu.partition("/")[2] for s in ACTIONS if s.menu.startswith(f"{menu}/"))
    letters = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
    assert [letter for letter, times in letters.items() if times > 1] == []


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_action_has_its_icon_and_a_tip_with_its_key(spec: ActionSpec) -> None:
    assert not spec.icon or resource(f"icons/{spec.icon}.svg").is_file()
    assert spec.menu.partition("/")[0] in [title.replace("&", "") for title in MENUS]
    if spec.keys:
        assert QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in tool_tip(spec)


def test_actions_call_their_slots_with_their_arguments(qtbot: QtBot, theme: ThemeService) -> None:
    parent, target = QWidget(), Recorder()
    qtbot.addWidget(parent)
    actions = make_actions(parent, theme, {spec.slot.partition(".")[0]: target for spec in ACTIONS})
    for name in ("larger", "kind-quote", "next-change", "sidebar", "theme-dark"):
        actions[name].trigger()
    assert target.calls == [
        ("step_text", 1),
        ("toggle_kind", "quote"),
        ("next_change",),
        ("show_sidebar", True),
        ("set_mode", "dark"),
    ]


def test_there_is_one_group_for_actions_that_exclude_each_other(qtbot: QtBot, theme: ThemeService) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    make_actions(parent, theme, {spec.slot.partition(".")[0]: Recorder() for spec in ACTIONS})
    assert len(parent.findChildren(QActionGroup)) == len({spec.group for spec in ACTIONS if spec.group})


def test_only_what_makes_sense_is_enabled(qtbot: QtBot, theme: ThemeService) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = make_actions(parent, theme, {spec.slot.partition(".")[0]: Recorder() for spec in ACTIONS})
    enable(actions, set())
    assert not actions["next-hit"].isEnabled()
    assert actions["quit"].isEnabled()
    enable(actions, {"hits"})
    assert actions["next-hit"].isEnabled()
    assert not actions["swap"].isEnabled()
    assert hints({"next-hit": "next hit", "swap": "swap"}, actions) == [("F3", "next hit")]


def test_every_action_is_in_the_menus_once(qtbot: QtBot, theme: ThemeService) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = make_actions(parent, theme, {spec.slot.partition(".")[0]: Recorder() for spec in ACTIONS})
    bar = QMenuBar(parent)
    fill_menus(bar, actions)
    placed = [action for menu in bar.findChildren(QMenu) for action in menu.actions() if action.objectName() in actions]
    assert sorted(action.objectName() for action in placed) == sorted(actions)
