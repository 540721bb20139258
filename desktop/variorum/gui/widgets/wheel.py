"""What the wheel means with Ctrl held: larger or smaller text. Knows no view."""

from __future__ import annotations

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QWheelEvent


def takes_size(event: QWheelEvent, size_asked: SignalInstance) -> bool:
    """Whether a turn of the wheel is about the size of text; if so, `size_asked` is told 1 (larger) or -1."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    turned = event.angleDelta().y()
    if turned:
        size_asked.emit(1 if turned > 0 else -1)
    event.accept()
    return True
