"""Changes in words, for ears."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.said import said
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

REWORDED, FIGURE, DROPPED, ADDED = 0, 1, 2, 3


@pytest.mark.parametrize(
    ("number", "side", "words"),
    [
        (REWORDED, Side.LEFT, "Reworded: Rates rise to [removed: 10] percent this [removed: spring]."),
        (REWORDED, Side.RIGHT, "Reworded: Rates rise to [added: 12] percent this [added: summer]."),
        (DROPPED, Side.LEFT, "Dropped: The old bridge is closed."),
        (DROPPED, Side.RIGHT, "Not told here"),
        (ADDED, Side.RIGHT, "Added: A new school opens."),
    ],
)
def test_each_side_says_what_was_taken_out_and_put_in(
    presentation: Presentation, number: int, side: Side, words: str
) -> None:
    assert said(presentation.comparison, presentation.changes[number], side) == words


def test_what_changed_inside_a_claim_says_from_what_to_what(presentation: Presentation) -> None:
    told = said(presentation.comparison, presentation.changes[FIGURE], Side.RIGHT)
    assert "from 10 percent to 12 percent" in told
    assert told.endswith("Here: 12 percent")


def test_the_panes_say_the_change_one_stands_on(qtbot: QtBot, theme: ThemeService, presentation: Presentation) -> None:
    state = CompareState()
    texts = SideBySide(theme, state, fade=True)
    qtbot.addWidget(texts)
    state.show(presentation)
    assert texts.panes[Side.LEFT].accessibleDescription() == ""
    state.set_current(DROPPED)
    assert texts.panes[Side.LEFT].accessibleDescription() == "Dropped: The old bridge is closed."
    assert texts.panes[Side.RIGHT].accessibleDescription() == "Not told here"
    state.set_current(None)
    assert texts.panes[Side.LEFT].accessibleDescription() == ""
