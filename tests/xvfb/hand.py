"""Real key and mouse events for a window of this process: sent by xdotool through the X server, never by Qt.

The window's own widgets only tell where to point, and nothing is pointed at before it stands still. Waiting spins the
event loop until a condition holds, however slow the machine is just then.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

PATIENCE_S = 30.0
"""How long something may take that a machine without other work does at once."""
MEANING_S = 60.0
"""How long a comparison may take to rest on meaning: the model is loaded first."""
STILL_S, STILL_TURNS = 0.12, 8
"""For so long, and so many turns of the event loop, nothing may move under a pointer that is to click."""
Spot = QPoint | Callable[[], QPoint] | None
"""A place in a widget's coordinates, perhaps one to be asked for again as long as it moves; None is its middle."""


class Hand:
    """Types, clicks and looks, as a person at this window would."""

    def __init__(self, window: QWidget, shots: Path | None = None) -> None:
        self._window = window
        self._shots = shots
        self.longest_wait = 0.0
        """Seconds of the longest wait for something to appear."""
        self.longest_turn = 0.0
        """Seconds of the longest turn of the event loop: for so long the window answered nothing."""

    def type(self, text: str) -> None:
        """Type text letter by letter, 30 ms apart."""
        self._xdotool("type", "--delay", "30", text)

    def key(self, *combinations: str) -> None:
        """Press key combinations in xdotool's names ("ctrl+k", "F8", "Return")."""
        for combination in combinations:
            self._xdotool("key", combination)
            self.rest(0.03)

    def click(self, widget: QWidget, at: Spot = None, *, button: int = 1, modifier: str = "", times: int = 1) -> None:
        """Move to a place of a widget, once it stands still, and click."""
        self.point(widget, at)
        clicks = ("click", "--repeat", str(times), str(button))
        if modifier:
            self._xdotool("keydown", modifier, *clicks, "keyup", modifier)
        else:
            self._xdotool(*clicks)
        self.rest(0.05)

    def point(self, widget: QWidget, at: Spot = None) -> None:
        """Move the pointer to a place of a widget, once it stands still."""
        spot = self.steady(widget, at)
        self._xdotool("mousemove", str(spot.x()), str(spot.y()))
        self.rest(0.05)

    def steady(self, widget: QWidget, at: Spot = None) -> QPoint:
        """Wait until a place of a widget stays where it is: nothing glides, is laid out or grows. Returns where that is
        on the screen."""

        def seen() -> tuple[QPoint, tuple[int, ...]]:
            place = at() if callable(at) else at if at is not None else widget.rect().center()
            return widget.mapToGlobal(place), _scrolled(widget)

        began = since = time.monotonic()
        last, turns = seen(), 0
        while turns < STILL_TURNS or time.monotonic() - since < STILL_S:
            if time.monotonic() - began > PATIENCE_S:
                raise AssertionError(f"{type(widget).__name__} does not come to rest")
            self._spin()
            now, turns = seen(), turns + 1
            if now != last:
                last, since, turns = now, time.monotonic(), 0
        return last[0]

    def pull(self, start: QPoint, end: QPoint, at_end: Callable[[], None] | None = None) -> None:
        """Press the button at a place of the screen, move to another one in steps, and let go, after `at_end`."""
        self._xdotool("mousemove", str(start.x()), str(start.y()))
        self._xdotool("mousedown", "1")
        self.rest(0.15)
        for step in range(1, 13):
            spot = start + (end - start) * step / 12
            self._xdotool("mousemove", str(spot.x()), str(spot.y()))
            self.rest(0.04)
        if at_end is not None:
            at_end()
        self._xdotool("mouseup", "1")
        self.rest(0.15)

    def wheel(self, widget: QWidget, clicks: int) -> None:
        """Turn the wheel over a widget: down for positive clicks, up for negative ones."""
        self.point(widget)
        for _ in range(abs(clicks)):
            self._xdotool("click", "5" if clicks > 0 else "4")
        self.rest(0.1)

    def until(self, holds: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
        """Let the program work until a condition holds; fails with `what` where it never does."""
        began = time.monotonic()
        while not holds():
            if time.monotonic() - began > seconds:
                raise AssertionError(f"waited {seconds:.0f} s in vain: {what}")
            self._spin()
        self.longest_wait = max(self.longest_wait, time.monotonic() - began)

    def rest(self, seconds: float) -> None:
        """Let the program work for a while, for animations to end."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._spin()

    def shoot(self, name: str) -> None:
        """Keep a screenshot of the whole screen as NAME.png, if a folder for them was given."""
        if self._shots is None:
            return
        self.rest(0.4)
        self._shots.mkdir(parents=True, exist_ok=True)
        target = self._shots / f"{name}.png"
        without_dates = ["-define", "png:exclude-chunks=date,time"]
        subprocess.run(["import", "-window", "root", *without_dates, str(target)], check=True)

    def _spin(self) -> None:
        began = time.perf_counter()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        self.longest_turn = max(self.longest_turn, time.perf_counter() - began)
        time.sleep(0.002)

    def _xdotool(self, *arguments: str) -> None:
        process = subprocess.Popen(["xdotool", *arguments])
        while process.poll() is None:
            self._spin()
        assert process.returncode == 0, f"xdotool {' '.join(arguments)} failed"
        QApplication.sync()  # what it sent is here, and was handled


def _scrolled(widget: QWidget) -> tuple[int, ...]:
    """How the areas in which a widget stands are scrolled, and how far they can be."""
    found: list[int] = []
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            for bar in (above.verticalScrollBar(), above.horizontalScrollBar()):
                found += (bar.value(), bar.maximum())
        above = above.parentWidget()
    return tuple(found)
