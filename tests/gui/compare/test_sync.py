"""Scrolling together: no jumps, both ends reachable, linked passages level in the middle."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.gui.compare.sync import MIN_GAP, Anchor, Lead, Pane, Sync, backbone, common_level, level

VIEW = 400.0
LEFT, RIGHT = Pane(4000, VIEW), Pane(3000, VIEW)
anchors = st.lists(st.builds(Anchor, st.floats(0, 4000), st.floats(0, 3000), st.floats(0.1, 1)), max_size=30)
shares = st.floats(0, 1)


@given(anchors, st.booleans())
def test_both_ends_let_go(made: list[Anchor], ordered: bool) -> None:
    sync = Sync(made, LEFT, RIGHT, ordered=ordered)
    assert sync.right_for(0) == 0
    assert sync.left_for(0) == 0
    assert sync.right_for(LEFT.furthest) == pytest.approx(RIGHT.furthest)
    assert sync.left_for(RIGHT.furthest) == pytest.approx(LEFT.furthest)


@given(anchors, shares, shares)
def test_what_stayed_in_order_scrolls_in_order(made: list[Anchor], one: float, other: float) -> None:
    sync = Sync(made, LEFT, RIGHT, ordered=True)
    low, high = sorted((one * LEFT.furthest, other * LEFT.furthest))
    middle = VIEW / 2, LEFT.furthest - VIEW / 2
    if middle[0] <= low and high <= middle[1]:
        assert sync.right_for(low) <= sync.right_for(high) + 1e-6


@given(anchors, shares, st.booleans())
def test_a_small_step_is_never_a_jump(made: list[Anchor], share: float, ordered: bool) -> None:
    sync = Sync(made, LEFT, RIGHT, ordered=ordered)
    at = share * (LEFT.furthest - 1)
    steepest = 2 * RIGHT.height / MIN_GAP + 2
    assert abs(sync.right_for(at + 1) - sync.right_for(at)) <= steepest


@given(anchors, shares, st.booleans())
def test_swapping_sides_mirrors(made: list[Anchor], share: float, ordered: bool) -> None:
    if ordered:
        made = list(backbone(made))
    sync = Sync(made, LEFT, RIGHT, ordered=ordered)
    mirror = Sync([a.mirrored() for a in made], RIGHT, LEFT, ordered=ordered)
    at = share * LEFT.furthest
    assert mirror.left_for(at) == pytest.approx(sync.right_for(at), abs=1e-6)


def test_a_linked_passage_is_level_in_the_middle() -> None:
    for ordered in (True, False):
        sync = Sync([Anchor(2000, 900), Anchor(2400, 2000)], LEFT, RIGHT, ordered=ordered)
        assert sync.right_for(2000 - VIEW / 2) == pytest.approx(900 - VIEW / 2)
        assert sync.left_for(2000 - VIEW / 2) == pytest.approx(2400 - VIEW / 2)


def test_a_telling_in_another_order_is_followed_where_it_goes() -> None:
    sync = Sync([Anchor(1000, 2500), Anchor(2000, 600)], LEFT, RIGHT, ordered=False)
    assert sync.right_for(800) > sync.right_for(1800)


def test_of_a_cluster_the_surest_link_leads() -> None:
    crowd = [Anchor(2000, 500, 0.3), Anchor(2010, 1500, 0.9), Anchor(2020, 2500, 0.4)]
    sync = Sync(crowd, LEFT, RIGHT, ordered=False)
    assert sync.right_for(2010 - VIEW / 2) == pytest.approx(1500 - VIEW / 2)


def test_the_backbone_is_the_heaviest_rising_run() -> None:
    kept = [Anchor(10, 10), Anchor(20, 30), Anchor(40, 50)]
    assert backbone([*kept, Anchor(30, 5, 1.5)]) == tuple(kept)
    assert backbone([Anchor(30, 5, 4.0), *kept]) == (Anchor(30, 5, 4.0), Anchor(40, 50))


@given(anchors)
def test_the_backbone_rises_strictly(made: list[Anchor]) -> None:
    run = backbone(made)
    assert all(a.left < b.left and a.right < b.right for a, b in pairwise(run))


@pytest.mark.parametrize("height", [300.0, 500.0, 790.0, 5000.0])
def test_the_level_goes_from_top_to_bottom(height: float) -> None:
    pane = Pane(height, VIEW)
    if pane.furthest:
        assert level(0, pane) == 0
        assert level(pane.furthest, pane) == pytest.approx(VIEW)
        assert level(pane.furthest / 2, pane) == pytest.approx(VIEW / 2)


def test_a_text_that_fits_the_screen_stays_where_it_is() -> None:
    sync = Sync([Anchor(100, 1000)], Pane(300, VIEW), RIGHT, ordered=False)
    assert sync.left_for(1500) == 0


def test_the_follower_starts_where_it_stands_and_comes_level() -> None:
    lead = Lead(at=1000, follower_at=700, goal=500)
    assert lead.place(1000, 500) == pytest.approx(700)
    places = [lead.place(1000 + step, 500 + step) - (500 + step) for step in range(50, 3000, 50)]
    assert all(later < earlier for earlier, later in pairwise(places))
    assert places[-1] < 1


def test_passages_near_an_end_still_stand_level() -> None:
    assert common_level(150, (1000, LEFT), (900, RIGHT)) == 150
    assert common_level(150, (40, LEFT), (900, RIGHT)) == 40, "the left text can't be pulled down"
    assert common_level(150, (1000, LEFT), (2990, RIGHT)) == 390, "the right text can't be pushed up"
    assert common_level(150, (40, LEFT), (2990, RIGHT)) == 215, "no height suits both"
