"""The row of chips follows the comparison: how many changes of each kind, which kinds are shown, where one stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import position


class Legend(QObject):
    """Keeps the chips in line with the state, and tells it what they are asked for."""

    def __init__(self, chips: ChipBar, state: CompareState, parent: QObject) -> None:
        super().__init__(parent)
        self._chips, self._state = chips, state
        self._waits = False
        chips.toggled.connect(state.toggle)
        chips.alone_asked.connect(state.show_only)
        state.presentation_changed.connect(self.show)
        state.current_changed.connect(self._show_position)
        self.show()

    @Slot()
    def wait(self) -> None:
        """What is to be counted isn't there yet."""
        self._waits = True
        self.show()

    @Slot()
    def go_on(self) -> None:
        """Nothing is waited for any more."""
        self._waits = False
        self.show()

    @Slot()
    def show(self) -> None:
        """Show what the state says."""
        shown = self._state.presentation
        self._chips.show_counts(None if shown is None or self._waits else shown.changes, wait=self._waits)
        self._chips.show_visible(self._state.visible)
        self._show_position()

    def _show_position(self, _: object = None) -> None:
        place, total = self._state.position()
        shown = self._state.presentation
        hidden = len(shown.changes) - total if shown else 0
        words = position(place, total, hidden) if shown and not self._waits else ""
        widest = max(position(total, total), position(0, total, hidden), key=len)
        self._chips.show_position(words, widest=widest, any_change=bool(self._state.walk))
