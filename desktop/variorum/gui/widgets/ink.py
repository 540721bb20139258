"""The color in which a label is written."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel


def set_ink(label: QLabel, ink: QColor) -> None:
    """Write a label in that color."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), ink)
    label.setPalette(palette)
