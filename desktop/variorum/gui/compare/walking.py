"""Going from change to change: from where one stands, else from what is on screen. Knows the state and the texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState, step
from variorum.gui.compare.wording import wrapped


class Walking(QObject):
    """Steps through the visible changes in reading order."""

    said = Signal(str)
    """That a step went over the end; "" after any other step."""

    def __init__(self, state: CompareState, texts: Modes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._texts = state, texts

    def step(self, forward: bool) -> None:
        """Go to the next or the previous change."""
        shown = self._state.presentation
        if shown is None:
            return
        start = self._state.current
        if start is None:
            here = shown.first_from(Side.LEFT, self._texts.top_offset(Side.LEFT))
            start = None if here is None else here - 1 if forward else here
        found = step(shown.order, start, forward)
        if found is not None:
            self._state.set_current(found.change)
            self.said.emit(wrapped(forward) if found.wrapped else "")
