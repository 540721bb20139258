"""The window as a screen reader and a keyboard meet it: everything has a name and a role, and one sees where one is.

The tree is the one that Qt hands to the system (`QAccessible`), walked whole on every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from variorum.gui.appearance import Appearance
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.frame import Screens
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.widgets.prose import ProseView
from variorum.gui.window import MainWindow
from variorum.settings import Settings

Role = QAccessible.Role
MODES = ("side-by-side", "aligned", "changes-only", "read-clean")
PAGES = ("reader", "search", "recent", *MODES)
DOES_SOMETHING = frozenset(
    {
        Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.EditableText,
        Role.ListItem, Role.MenuItem, Role.PageTab, Role.TreeItem, Role.Link, Role.Slider, Role.ComboBox,
    }
)  # fmt: skip
SAYS_NOTHING = frozenset({Role.NoRole, Role.Client, Role.Window})
"""Roles from which nobody learns what can be done with a thing."""
FRAME = 4
"""Pixels around a widget in which its focus may be drawn."""


class Made:
    """A window on one of its pages."""

    def __init__(self, qtbot: QtBot, services: Services, file: Path, story: tuple[int, ...], page: str) -> None:
        self.screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), ComparePanel(services))
        appearance = Appearance(services.theme, services.jobs, Settings(), file)
        self.window = MainWindow(services, self.screens, appearance)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 760)
        self.window.show()
        self.screens.compare.prepare()
        self.window.library.refresh()
        self.window.navigator.go(Reading(story[0]))
        self._go(page, story)
        qtbot.wait(1)
        self.window.activateWindow()

    def _go(self, page: str, story: tuple[int, ...]) -> None:
        if page == "search":
            self.screens.results.show()
        elif page == "recent":
            self.window.frame.show_compare(empty=True)
        elif page in MODES:
            self.window.navigator.go(Comparing(story[0], story[1]))
            self.window.actions_by_id[f"mode-{page}"].trigger()
            self.window.actions_by_id["next-change"].trigger()

    def nodes(self) -> list[QAccessibleInterface]:
        """Everything in the tree that is on screen."""
        root = QAccessible.queryAccessibleInterface(self.window)
        return [node for node in _walk(root) if not node.state().invisible]

    def stops(self) -> list[QWidget]:
        """Where Tab stops."""
        return [w for w in self.window.findChildren(QWidget) if _is_stop(w)]


@pytest.fixture(params=PAGES)
def made(
    request: pytest.FixtureRequest, qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path
) -> Made:
    return Made(qtbot, services, tmp_path / "settings.toml", story, request.param)


def test_all_that_can_be_used_has_a_name_and_a_role(made: Made) -> None:
    nodes = made.nodes()
    roles = {node.role() for node in nodes}
    assert len(nodes) > 30
    assert {Role.Button, Role.EditableText, Role.ListItem} <= roles, "the walk reaches fields and the rows of lists"
    found = []
    for node in nodes:
        usable = bool(node.state().focusable) or node.role() in DOES_SOMETHING
        if usable and not node.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {_told(node)}")
        if node.state().focusable and node.role() in SAYS_NOTHING:
            found.append(f"no role: {_told(node)}")
    assert found == []


def test_tab_reaches_every_control_and_one_sees_which(made: Made, qapp: QApplication) -> None:
    found = []
    stops = made.stops()
    for stop in stops:
        focused = qapp.focusWidget()
        if focused is not None:
            focused.clearFocus()
        before = _around(stop, made.window)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        qapp.processEvents()
        if not stop.hasFocus() and not _holds(stop, qapp.focusWidget()):
            found.append(f"takes no focus: {_named(stop)}")
        elif _around(stop, made.window) == before:
            found.append(f"focus can't be seen: {_named(stop)}")
    assert len(stops) >= 6
    assert found == []


def test_no_button_is_for_the_mouse_alone(made: Made) -> None:
    buttons = [b for b in made.window.findChildren(QAbstractButton) if b.isVisible()]
    # The icons in a field have keys of their own, which its tip tells.
    alone = [b for b in buttons if not b.focusPolicy() & Qt.FocusPolicy.TabFocus and not _in_field(b)]
    assert [_named(button) for button in alone if _in_group(button) is None] == []


def test_tab_goes_round_and_comes_back(made: Made, qapp: QApplication) -> None:
    stops = [stop for stop in made.stops() if stop.isEnabled()]
    first = stops[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    passed: list[QWidget] = []
    for _ in range(3 * len(stops)):
        QTest.keyClick(passed[-1] if passed else first, Qt.Key.Key_Tab)
        now = qapp.focusWidget()
        if now is None or now is first:
            break
        passed.append(now)
    missed = [_named(stop) for stop in stops[1:] if stop not in passed and not any(map(stop.isAncestorOf, passed))]
    assert qapp.focusWidget() is first, "Tab comes back to where one began"
    assert missed == []


@pytest.mark.parametrize("made", ["side-by-side"], indirect=True)
def test_the_text_of_both_versions_can_be_read_out(made: Made) -> None:
    panes = [view for view in made.screens.compare.findChildren(ProseView) if view.isVisible()]
    assert [pane.accessibleName() for pane in panes] == ["Left version", "Right version"]
    for pane in panes:
        node = QAccessible.queryAccessibleInterface(pane)
        assert "bridge" in node.text(QAccessible.Text.Value) + pane.toPlainText()
        assert node.textInterface() is not None


def _walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)


def _is_stop(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _holds(widget: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and widget.isAncestorOf(focused)


def _around(widget: QWidget, window: QWidget) -> object:
    """The picture of a widget with a frame around it, or of what can be seen of it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-FRAME, -FRAME, FRAME, FRAME)
    return window.grab(place).toImage()


def _in_field(button: QWidget) -> bool:
    return isinstance(button.parentWidget(), QLineEdit)


def _in_group(button: QAbstractButton) -> object:
    """The group whose arrow keys reach it, if there is one."""
    return button.group()


def _told(node: QAccessibleInterface) -> str:
    owner = node.object()
    return f"{node.role().name} {type(owner).__name__} “{node.text(QAccessible.Text.Name)}”"


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}” in {type(widget.parentWidget()).__name__}"
