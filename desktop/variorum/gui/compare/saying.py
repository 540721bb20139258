"""Has the panes say in words what is painted, which screen readers don't read: the change one stands on, a link."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from variorum.gui.compare.presentation import Link, Presentation, Side
from variorum.gui.compare.said import said
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import spoken, why_linked


def keep_described(panes: Mapping[Side, QWidget], state: CompareState) -> None:
    """Describe each pane by what it has of the current change, now and whenever one goes to another."""

    def describe(_: object = None) -> None:
        shown, change = state.presentation, state.change
        for side, pane in panes.items():
            pane.setAccessibleDescription(said(shown.comparison, change, side) if shown and change else "")

    state.current_changed.connect(describe)
    state.presentation_changed.connect(describe)


def explained(shown: Presentation, link: Link) -> str:
    """What a link between two passages tells: what changed in it, else why it was made."""
    if link.change is not None:
        return spoken(shown.changes[link.change])
    return "" if link.claim is None else why_linked(shown.comparison.claims[link.claim])
