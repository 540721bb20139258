"""Buttons joined to one control, of which one is on. Knows no screens: it shows actions it is given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from variorum.gui.theme.stylesheet import set_look


class SegmentedControl(QWidget):
    """One button for each of `actions`, which exclude each other."""

    def __init__(self, actions: Sequence[QAction], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, action in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(30)
            button.setAccessibleName(action.iconText())
            set_look(button, _look(number, len(actions)))
            row.addWidget(button)


def _look(number: int, of: int) -> str:
    if number == 0:
        return "segment-first"
    return "segment-last" if number == of - 1 else "segment"
