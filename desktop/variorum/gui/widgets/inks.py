"""The color that the words of a widget have. Knows no theme."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def ink(widget: QWidget, color: QColor) -> None:
    """Write the words of `widget` in this color."""
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), color)
    widget.setPalette(palette)
