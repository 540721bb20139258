"""Whether the rail is seen: as the user wants it, and only where there is room. Remembers the wish in the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.wishes import remember
from variorum.gui.services import Services

ROOM_FOR_RAIL = 1000
"""Width of the panel in pixels below which the rail hides."""
_STATE = "compare.rail"


class RailSwitch(QObject):
    """Shows and hides the rail beside the texts of `panel`."""

    def __init__(self, services: Services, panel: QWidget, rail: QWidget, chips: ChipBar) -> None:
        super().__init__(panel)
        self._services, self._panel, self._rail, self._chips = services, panel, rail, chips
        self._wanted = services.library.get_state(_STATE) != "hidden"
        chips.rail_toggled.connect(self.toggle)

    @Slot()
    def toggle(self) -> None:
        """Show the rail if it is hidden, else hide it."""
        self._wanted = wanted = self._rail.isHidden()
        self.place(forced=wanted)
        remember(self._services, _STATE, "shown" if wanted else "hidden")

    def open(self) -> None:
        """Show the rail for now, whatever room there is."""
        if self._rail.isHidden():
            self._show(shown=True)

    def place(self, *, forced: bool = False) -> None:
        """Show the rail if it is wanted and there is room for it, or if that is `forced`."""
        self._show(shown=self._wanted and (forced or self._panel.width() >= ROOM_FOR_RAIL))

    def _show(self, *, shown: bool) -> None:
        self._rail.setVisible(shown)
        self._chips.show_rail_switch(open_now=shown)
