"""Hands of two kinds of people: one that has only keys, one that has only a mouse. To use what they lack fails."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hand import PATIENCE_S, STILL_TURNS, Hand
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

_LOOK_MS = 15
_POINTER = {"mousemove", "click", "mousedown", "mouseup"}
_KEYS = {"key", "keydown", "keyup", "type"}


class KeysOnly(Hand):
    """The pointer rests in a corner."""

    def __init__(self, window: QWidget, shots: Path | None = None) -> None:
        super().__init__(window, shots)
        corner = QApplication.primaryScreen().geometry().bottomRight()
        super()._xdotool("mousemove", str(corner.x()), str(corner.y()))

    def in_menu(self, menu: QMenu, opener: str, *keys: str) -> None:
        """Open the menu of the button that has the keys, and press others in it, the last of which closes it."""
        use = UseOfMenus(menu, [lambda _: _begin("key", "--delay", "60", *keys)])
        self.key(opener)
        self.until(use.is_over, f"keys are pressed in the menu, {use.trouble}")

    def _xdotool(self, *arguments: str) -> None:
        assert not _POINTER.intersection(arguments[:1]), "these hands have no mouse"
        super()._xdotool(*arguments)


class MouseOnly(Hand):
    """Nothing is typed."""

    def choose(self, menu: QMenu, opener: Callable[[], None], *path: str) -> None:
        """Open a menu and click what is to be chosen, by its words, through the menus on the way there."""

        def press(words: str, menu: QMenu) -> QMenu | None:
            action = _entry(menu, words)
            spot = menu.mapToGlobal(menu.actionGeometry(action).center())
            _begin("mousemove", str(spot.x()), str(spot.y()), "click", "1")
            below = action.menu()
            return below if isinstance(below, QMenu) else None

        use = UseOfMenus(menu, [partial(press, words) for words in path])
        opener()
        self.until(use.is_over, f"{path} is chosen, {use.trouble}")
        assert not use.trouble, use.trouble

    def _xdotool(self, *arguments: str) -> None:
        assert not _KEYS.intersection(arguments[:1]), "these hands have no keys"
        super()._xdotool(*arguments)


class UseOfMenus:
    """Does one thing after the other, each in a menu that is open and stands still.

    Menus that a button opens keep the program in a loop of their own until they are closed: this works there too.
    """

    def __init__(self, menu: QMenu, steps: list[Callable[[QMenu], QMenu | None]]) -> None:
        """Each of `steps` is handed its menu and returns the one for the next step, if that is another one."""
        self._first = self._menu = menu
        self._steps = steps
        self._seen: list[QRect] = []
        self._until = time.monotonic() + PATIENCE_S
        self.trouble = ""
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def is_over(self) -> bool:
        """Whether all is done and the menus are closed."""
        return not self._steps and not self._first.isVisible()

    def _look(self) -> None:
        if time.monotonic() > self._until:
            self._give_up(f"no menu for the last {len(self._steps)} steps")
            return
        self._seen.append(self._menu.geometry() if self._menu.isVisible() else QRect())
        lately = self._seen[-STILL_TURNS:]
        if len(lately) < STILL_TURNS or len(set(map(QRect.getRect, lately))) > 1 or lately[-1].isNull():
            return
        self._seen.clear()
        try:
            self._menu = self._steps.pop(0)(self._menu) or self._menu
        except LookupError as error:
            self._give_up(str(error))
        if not self._steps:
            self._timer.stop()

    def _give_up(self, why: str) -> None:
        self.trouble = why
        self._steps.clear()
        self._timer.stop()
        self._first.close()


def _entry(menu: QMenu, words: str) -> QAction:
    """What can be chosen in a menu by these words."""
    offered = {action.text().replace("&", "").partition("\t")[0]: action for action in menu.actions()}
    found = next((action for text, action in offered.items() if text.startswith(words)), None)
    if found is None or not found.isEnabled():
        raise LookupError(f"{words} is not offered among {list(offered)}")
    return found


def _begin(*arguments: str) -> None:
    """Start the sending of events, without waiting for its end."""
    subprocess.Popen(["xdotool", *arguments])
