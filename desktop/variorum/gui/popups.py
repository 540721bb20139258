"""Keys of one letter while a menu is open: they belong to the menu. Knows no commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication


class PopupGuard(QObject):
    """Filters the events of actions.

    A menu has no focus in Qt's sense: what had it before keeps it, and with it the keys of its actions.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = QApplication.activePopupWidget()
        if popup is None or not isinstance(event, QShortcutEvent):
            return super().eventFilter(watched, event)
        if self._hands_on:
            return True  # the menu doesn't know the key, and Qt looks for a command again
        pressed = event.key()[0]  # type: ignore[index]  # the stubs don't know that a sequence has items
        letter = QKeySequence(pressed.key()).toString()
        text = letter.lower() if len(letter) == 1 else ""
        key = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), text)
        self._hands_on = True
        try:
            popup.event(key)  # sent, it would be looked up as a command first, and end here again
        finally:
            self._hands_on = False
        return True

    _hands_on = False
