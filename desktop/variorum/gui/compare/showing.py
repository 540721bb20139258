"""How the comparison is shown: the mode that was chosen, remembered in the library. Knows no insides of modes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.gui.compare.mode import Mode, mode_named
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.wishes import remember
from variorum.gui.services import Services

_STATE = "compare.mode"


class Showing(QObject):
    """The chosen mode, also before there is anything to show it in."""

    mode_changed = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._modes: Modes | None = None
        self._mode = mode_named(services.library.get_state(_STATE))

    @property
    def mode(self) -> Mode:
        """How a comparison is shown."""
        return self._mode

    def show_in(self, modes: Modes) -> None:
        """Show comparisons there."""
        self._modes = modes
        modes.set_mode(self._mode)

    @Slot(str)
    def set_mode(self, name: str) -> None:
        """Show the comparison another way, by the name of a `Mode`; the next start begins with it."""
        mode = mode_named(name)
        if mode is self._mode:
            return
        self._mode = mode
        if self._modes is not None:
            self._modes.set_mode(mode)
        remember(self._services, _STATE, mode)
        self.mode_changed.emit(mode)
