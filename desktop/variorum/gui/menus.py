"""From the table of actions to menus, tool tips and key hints. Knows no screens: the window hands over its targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from variorum.gui.actions import ACTIONS, MENUS, ActionSpec
from variorum.gui.popups import PopupGuard
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

Targets = Mapping[str, object]


def make_actions(parent: QWidget, theme: ThemeService, targets: Targets) -> dict[str, QAction]:
    """The actions of the table by their ids, connected to the slots of `targets`.

    Raises `AttributeError` or `KeyError` at once if a row names a slot that is not there.
    """
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    guard = PopupGuard(parent)
    for spec in ACTIONS:
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setToolTip(tool_tip(spec))
        action.setStatusTip(tr(spec.tip))
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
            # In a menu an icon would hide the mark that tells whether it is on.
            action.setIconVisibleInMenu(not spec.checkable)
        if spec.group:
            if spec.group not in groups:
                groups[spec.group] = QActionGroup(parent)
            groups[spec.group].addAction(action)
        if spec.local:
            # Del edits text, Space presses buttons: the window says which parts take such keys as commands.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.installEventFilter(guard)
        action.triggered.connect(_caller(spec, targets))
        actions[spec.id] = action
    return actions


def _caller(spec: ActionSpec, targets: Targets) -> Callable[..., None]:
    target, _, name = spec.slot.partition(".")
    slot: Callable[..., Any] = getattr(targets[target], name)
    if spec.argument is not None:
        return _without_state(partial(slot, spec.argument))
    if spec.checkable and not spec.group:
        return lambda checked: slot(checked)
    return _without_state(slot)


def _without_state(slot: Callable[..., Any]) -> Callable[..., None]:
    """`triggered` hands over whether the action is checked; most slots don't ask."""
    return lambda _checked=False: slot() and None


def tool_tip(spec: ActionSpec) -> str:
    """What the command does, with its first key."""
    text = tr(spec.tip) or spec.plain_text
    return f"{text} ({key_text(spec.keys[0])})" if spec.keys else text


def key_text(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Build the menu bar from the table; returns the menus by their paths."""
    menus: dict[str, QMenu] = {title.replace("&", ""): bar.addMenu(tr(title)) for title in MENUS}
    for spec in ACTIONS:
        parent, _, title = spec.menu.partition("/")
        menu = menus[parent]
        if spec.divider:
            menu.addSeparator()
        if title:
            menu = menus.get(spec.menu) or menus.setdefault(spec.menu, menu.addMenu(tr(title)))
        menu.addAction(actions[spec.id])
    return menus


def enable(actions: Mapping[str, QAction], facts: set[str]) -> None:
    """Switch on the actions whose needs are among `facts`, and only those."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(not spec.needs or spec.needs in facts)


def hints(texts: Mapping[str, str], actions: Mapping[str, QAction]) -> list[tuple[str, str]]:
    """Key and text for those of these commands that can be used now, for the line at the bottom."""
    keys = {spec.id: spec.keys[0] for spec in ACTIONS if spec.keys}
    return [(key_text(keys[name]), text) for name, text in texts.items() if actions[name].isEnabled()]
