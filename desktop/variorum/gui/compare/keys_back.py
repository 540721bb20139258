"""Giving the keys back to where they were before something was laid over the texts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeysBack:
    """Remembers one widget that had the keys. It may be gone or hidden when it is to have them again."""

    def __init__(self) -> None:
        self._came_from: QWidget | None = None

    def remember(self, widget: QWidget | None = None) -> None:
        """Whoever has the keys now, or this one, is to have them again."""
        self._came_from = widget or QApplication.focusWidget()

    def give(self) -> bool:
        """Give them back and forget; whether there was anybody who can be seen to take them."""
        widget, self._came_from = self._came_from, None
        if widget is None or not isValid(widget) or not widget.isVisible():
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forget(self) -> None:
        """Nobody is to have them again."""
        self._came_from = None
