"""What one asks a comparison: the counterpart under the lens, why passages are linked. Built when texts are there.

The screen knows this one only; what it is made of is loaded with the screen's insides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from variorum.gui.compare.state import CompareState
from variorum.gui.services import Services

if TYPE_CHECKING:
    from variorum.gui.compare.fetch import Answer
    from variorum.gui.compare.lens import Lens
    from variorum.gui.compare.modes import Modes


class Inquiry(QObject):
    """Takes the commands; does nothing before there are texts to ask about."""

    said = Signal(str)

    def __init__(self, services: Services, state: CompareState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._state = services, state
        self._lens: Lens | None = None

    def attach(self, texts: Modes) -> None:
        """These are the texts."""
        from variorum.gui.compare.insides import Lens

        self._lens = Lens(self._services, self._state, texts, self)
        self._lens.said.connect(self.said)

    def follow(self, answer: Answer | None) -> None:
        """This is what is compared now."""
        if self._lens is not None:
            self._lens.follow(answer)

    @Slot()
    def show_counterpart(self) -> None:
        """Hold the lens over the passage one stands on, or take it away."""
        if self._lens is not None:
            self._lens.toggle()

    @Slot()
    def say_why(self) -> None:
        """Say what speaks for the link where one stands, or no longer."""
        if self._lens is not None:
            self._lens.toggle_why()

    def close(self) -> bool:
        """Take away what lies over the texts; whether there was anything."""
        return self._lens is not None and self._lens.close()
