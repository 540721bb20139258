"""Has the panes say the change one stands on: marks are painted, and no part of the text that screen readers read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from variorum.gui.compare.presentation import Side
from variorum.gui.compare.said import said
from variorum.gui.compare.state import CompareState


def keep_described(panes: Mapping[Side, QWidget], state: CompareState) -> None:
    """Describe each pane by what it has of the current change, now and whenever one goes to another."""

    def describe(_: object = None) -> None:
        shown, change = state.presentation, state.change
        for side, pane in panes.items():
            pane.setAccessibleDescription(said(shown.comparison, change, side) if shown and change else "")

    state.current_changed.connect(describe)
    state.presentation_changed.connect(describe)
