"""Going from change to change: from where one stands, else from what is on screen. Knows the state and the texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState, step
from variorum.gui.compare.wording import NO_LOOKS, STILL_COMPARING, wrapped


class Walking(QObject):
    """Steps through the listed changes in reading order."""

    said = Signal(str)
    """That a step went over the end, or why there was none; "" after any other step."""

    def __init__(
        self, state: CompareState, texts: Modes, waits: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """`waits` tells whether something else is about to be shown, through which there is no way yet."""
        super().__init__(parent)
        self._state, self._texts, self._waits = state, texts, waits

    def step(self, forward: bool) -> None:
        """Go to the next or the previous change."""
        shown = self._state.presentation
        if self._waits():
            self.said.emit(STILL_COMPARING)
            return
        if shown is None:
            return
        start = self._state.current
        if start is None:
            here = shown.first_from(Side.LEFT, self._texts.top_offset(Side.LEFT), self._state.walk)
            start = None if here is None else here - 1 if forward else here
        found = step(self._state.walk, start, forward)
        if found is not None:
            self._state.set_current(found.change)
            self.said.emit(wrapped(forward) if found.wrapped else "")
        elif shown.order:
            self.said.emit(NO_LOOKS)
