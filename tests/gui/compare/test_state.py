"""Stepping through changes, filtering them, and the order in which listeners are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.changes import ChangeKind
from variorum.core.handmade.model import Review
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.state import CompareState, Step, step

orders = st.lists(st.integers(0, 50), unique=True, min_size=1).map(lambda ns: tuple(sorted(ns)))


@pytest.fixture
def state(qapp: object, presentation: Presentation) -> CompareState:
    made = CompareState()
    made.show(presentation)
    return made


@given(orders, st.integers(0, 50))
def test_forward_then_back_comes_home(order: tuple[int, ...], start: int) -> None:
    here = order[start % len(order)]
    there = step(order, here, forward=True)
    assert there is not None
    back = step(order, there.change, forward=False)
    assert back is not None
    assert back.change == here


@given(orders)
def test_stepping_visits_every_change_once_before_it_wraps(order: tuple[int, ...]) -> None:
    seen: list[int] = []
    at: int | None = None
    for _ in order:
        found = step(order, at, forward=True)
        assert found is not None
        assert not found.wrapped
        at = found.change
        seen.append(at)
    assert tuple(seen) == order
    assert step(order, at, forward=True) == Step(order[0], True)


def test_a_hidden_current_change_is_still_a_place_to_step_from() -> None:
    assert step((1, 5, 9), 6, forward=True) == Step(9, False)
    assert step((1, 5, 9), 6, forward=False) == Step(5, False)
    assert step((), 6, forward=True) is None


def test_a_new_comparison_has_no_current_change(state: CompareState) -> None:
    assert state.current is None
    assert state.position() == (0, 6)


def test_kinds_hidden_stay_hidden_in_the_next_comparison(state: CompareState, presentation: Presentation) -> None:
    state.toggle(ChangeKind.ADDED)
    state.show(Presentation(presentation.comparison, presentation.changes))
    assert state.presentation
    assert 3 not in state.presentation.order
    state.toggle(ChangeKind.ADDED)
    assert state.visible == ALL_KINDS


def test_hiding_the_current_change_leaves_it(state: CompareState) -> None:
    state.set_current(4)
    told: list[object] = []
    state.current_changed.connect(told.append)
    state.toggle(ChangeKind.ADDED)
    assert told == []
    state.toggle(ChangeKind.QUOTE)
    assert told == [None]


def test_what_needs_a_look_can_be_stepped_through_alone(state: CompareState, presentation: Presentation) -> None:
    state.set_current(0)
    state.set_look_only(True)
    assert state.walk == presentation.looks == (1, 4)
    assert state.current is None, "one doesn't stand on what isn't listed"
    state.set_current(4)
    assert state.position() == (5, 6), "numbers stay"
    assert state.next_open(4) == 1
    assert state.reviewed() == (0, 2)
    state.show(Presentation(presentation.comparison, presentation.changes))
    assert state.walk == (1, 4), "as kinds do, it stays in the next comparison"
    state.set_look_only(False)
    assert state.walk == presentation.order


def test_the_next_open_change_is_the_next_on_the_way(state: CompareState) -> None:
    state.set_reviews({2: Review(reviewed=True), 3: Review(reviewed=True)})
    assert state.next_open(1) == 4
    assert state.next_open(5) == 0
    assert state.next_open(None) == 0


def test_going_to_the_current_change_again_is_said_again(state: CompareState) -> None:
    told: list[object] = []
    state.current_changed.connect(told.append)
    state.set_current(2)
    state.set_current(2)
    assert told == [2, 2]


def test_the_claim_under_the_pointer_is_said_once(state: CompareState) -> None:
    told: list[object] = []
    state.hovered_changed.connect(told.append)
    for claim in (1, 1, None, None):
        state.set_hovered(claim)
    assert told == [1, None]


def test_what_was_dropped_comes_back_with_removals_whatever_was_shown_or_hidden_meanwhile(state: CompareState) -> None:
    state.set_removals_hidden(True)
    state.toggle(ChangeKind.FIGURE)
    state.toggle(ChangeKind.FIGURE)
    assert state.visible == ALL_KINDS - {ChangeKind.DROPPED}
    state.set_removals_hidden(False)
    assert state.visible == ALL_KINDS
    state.toggle(ChangeKind.DROPPED)
    state.set_removals_hidden(True)
    state.toggle(ChangeKind.FIGURE)
    state.set_removals_hidden(False)
    assert state.visible == ALL_KINDS - {ChangeKind.DROPPED, ChangeKind.FIGURE}


def test_everything_is_shown_again_in_one_go(state: CompareState) -> None:
    state.set_look_only(True)
    state.set_visible(frozenset({ChangeKind.FIGURE}))
    shown: list[tuple[bool, frozenset[ChangeKind]]] = []
    state.presentation_changed.connect(lambda: shown.append((state.look_only, state.visible)))
    state.show_all()
    state.show_all()
    assert shown == [(False, ALL_KINDS)]
    state.set_look_only(True)
    state.show_all()
    assert not state.look_only
    assert len(shown) == 3
