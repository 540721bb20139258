"""The rail keeps the current change in view, whatever is listed anew, and begins at its top."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Counts, Regime
from variorum.core.handmade.model import Review
from variorum.core.text.model import Article, Span
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.rail import Rail
from variorum.gui.compare.rail_model import RailRole
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

WORDS = "The old bridge will close in May, the city said. "


def dropped(places: range) -> Presentation:
    """A comparison in which the sentences at these places were dropped."""
    article = Article(WORDS * 100, WORDS, None)
    spans = [Span(n * len(WORDS), (n + 1) * len(WORDS) - 1) for n in places]
    claims = tuple(Claim(ClaimKind.DROPPED, (span,), (), 0.9) for span in spans)
    changes = [
        Change((ChangeKind.DROPPED,), (span,), (), "Dropped", f"{n}. {WORDS}", claim=n) for n, span in enumerate(spans)
    ]
    comparison = Comparison(article, Article("", "", None), Regime.REWRITE, 0.0, claims, (), (), Counts())
    return Presentation(comparison, changes)


@pytest.fixture
def state() -> CompareState:
    return CompareState()


@pytest.fixture
def rail(qtbot: QtBot, theme: ThemeService, state: CompareState) -> Rail:
    made = Rail(theme, state)
    qtbot.addWidget(made)
    made.resize(270, 420)
    made.show()
    state.show(dropped(range(40)))
    return made


def top(rail: Rail) -> int:
    return rail.list.visualRect(rail.list.currentIndex()).top()


def in_view(rail: Rail) -> bool:
    return rail.list.viewport().rect().contains(rail.list.visualRect(rail.list.currentIndex()))


def test_the_current_change_stays_where_it_stands_when_others_come_and_go(rail: Rail, state: CompareState) -> None:
    state.set_current(25)
    assert in_view(rail)
    before = top(rail)
    with rail.held():
        state.show(dropped(range(8, 40)), 17)
    assert rail.list.currentIndex().data(RailRole.NUMBER) == 17
    assert abs(top(rail) - before) <= 1


def test_the_change_after_the_current_one_is_seen_as_well(rail: Rail, state: CompareState) -> None:
    state.set_current(25)
    following = rail.list.currentIndex().siblingAtRow(rail.list.currentIndex().row() + 1)
    assert rail.list.viewport().rect().contains(rail.list.visualRect(following))
    state.set_current(39)
    assert in_view(rail)


def test_it_is_scrolled_into_view_where_it_had_been_scrolled_away(rail: Rail, state: CompareState) -> None:
    state.set_current(25)
    rail.list.verticalScrollBar().setValue(0)
    assert not in_view(rail)
    with rail.held():
        state.show(dropped(range(8, 40)), 17)
    assert in_view(rail)


def test_it_comes_into_view_where_the_list_has_become_short(rail: Rail, state: CompareState) -> None:
    state.set_current(39)
    with rail.held():
        state.show(dropped(range(36, 40)), 3)
    assert in_view(rail)


def test_without_a_current_change_the_list_stays_as_it_is_scrolled(rail: Rail, state: CompareState) -> None:
    rail.list.verticalScrollBar().setValue(500)
    with rail.held():
        state.show(dropped(range(1, 40)))
    assert rail.list.verticalScrollBar().value() == 500


def test_another_comparison_is_listed_from_its_top(rail: Rail, state: CompareState) -> None:
    rail.list.verticalScrollBar().setValue(500)
    state.show(dropped(range(30)))
    assert rail.list.verticalScrollBar().value() == 0


def test_a_note_that_comes_moves_no_card_above_it(rail: Rail, state: CompareState) -> None:
    state.set_current(25)
    before = top(rail)
    state.set_reviews({25: Review(note="ask the city " * 8), 3: Review(note="ask the mayor")})
    assert in_view(rail)
    assert abs(top(rail) - before) <= 60
    assert rail.head.text() == "0 of 40 reviewed"


def test_where_nothing_needs_a_look_that_can_not_be_listed_alone(rail: Rail, state: CompareState) -> None:
    assert not rail.head.look_only.isEnabled()
    state.set_look_only(True)
    assert rail.head.look_only.isEnabled(), "or it could not be switched off"
    assert rail._words.text().endswith("40 other changes not listed.")
