"""The way back and forward."""

from __future__ import annotations

import pytest

from variorum.gui.navigator import Comparing, Navigator, Place, Reading


@pytest.fixture
def shown() -> list[Place]:
    return []


@pytest.fixture
def navigator(qapp: object, shown: list[Place]) -> Navigator:
    navigator = Navigator()
    navigator.went.connect(shown.append)
    return navigator


def test_back_and_forward_lead_through_what_was_open(navigator: Navigator, shown: list[Place]) -> None:
    places: list[Place] = [Reading(1), Reading(2, "word"), Comparing(1, 2)]
    for place in places:
        navigator.go(place)
    navigator.back()
    navigator.back()
    navigator.back()
    assert not navigator.can_go_back()
    navigator.forward()
    assert shown == [*places, places[1], places[0], places[1]]
    navigator.go(Reading(9))
    assert not navigator.can_go_forward()


def test_going_where_one_is_shows_it_again_but_is_no_step(navigator: Navigator, shown: list[Place]) -> None:
    navigator.go(Reading(1))
    navigator.go(Reading(1))
    assert shown == [Reading(1), Reading(1)]
    assert not navigator.can_go_back()


def test_a_swap_replaces_the_place(navigator: Navigator, shown: list[Place]) -> None:
    navigator.go(Reading(1))
    navigator.go(Comparing(1, 2))
    navigator.note(Comparing(2, 1))
    navigator.back()
    navigator.forward()
    assert shown[-1] == Comparing(2, 1)


def test_no_way_leads_to_articles_that_are_gone(navigator: Navigator, shown: list[Place]) -> None:
    for place in (Reading(1), Comparing(1, 2), Reading(3)):
        navigator.go(place)
    navigator.forget({1})
    assert not navigator.can_go_back()
    assert navigator.here == Reading(3)
    navigator.forget({3})
    assert navigator.here is None


def test_who_gets_another_id_is_the_same_place_with_its_query(navigator: Navigator, shown: list[Place]) -> None:
    navigator.go(Reading(-1, "quay"))
    navigator.go(Comparing(-1, 2, "quay"))
    navigator.exchange({-1: 7})
    now = shown[-1]
    assert isinstance(now, Comparing)
    assert (now.left, now.right, now.query) == (7, 2, "quay")
    navigator.back()
    assert shown[-1] == Reading(7, "quay")
