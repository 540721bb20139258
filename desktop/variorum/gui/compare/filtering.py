"""Which changes are shown and listed, as the window's commands and its memory ask for it. Knows the state only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.state import CompareState


class Filtering(QObject):
    """The filter of a comparison, kept from one to the next."""

    changed = Signal()
    """Something else is shown."""

    def __init__(self, state: CompareState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        state.presentation_changed.connect(self.changed)

    @property
    def visible(self) -> frozenset[ChangeKind]:
        """The kinds of change that are shown."""
        return self._state.visible

    def set_visible(self, kinds: frozenset[ChangeKind]) -> None:
        """Show these kinds of change and no others."""
        self._state.set_visible(kinds)

    @Slot(str)
    def toggle_kind(self, kind: str) -> None:
        """Show or hide a kind of change, by its `ChangeKind` value."""
        self._state.toggle(ChangeKind(kind))

    @property
    def look_only(self) -> bool:
        """Whether only what needs a look is listed and stepped through."""
        return self._state.look_only

    @property
    def hides(self) -> bool:
        """Whether any change is left out."""
        return self.look_only or self.visible != ALL_KINDS

    @Slot(bool)
    def set_look_only(self, look_only: bool) -> None:
        """List and step through only what needs a look, or everything."""
        self._state.set_look_only(look_only)

    @Slot()
    def show_all(self) -> None:
        """Show every change again."""
        self._state.show_all()
