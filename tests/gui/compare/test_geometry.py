"""Ribbons, stubs and what a point hits: properties of the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.gui.compare.geometry import Band, BandMap, Extent, Ribbon, bands, joined, link_at

HEIGHT = 500.0
MARGIN = 100.0
tops = st.floats(0, 5000)
sizes = st.floats(1, 200)
extents = st.builds(lambda top, size: Extent(top, top + size), tops, sizes)
band_lists = st.lists(st.tuples(extents, extents), max_size=40).map(
    lambda pairs: [Band(n, left, right) for n, (left, right) in enumerate(pairs)]
)


def ribbon(left: tuple[float, float], right: tuple[float, float]) -> Ribbon:
    return Ribbon(7, Extent(*left), Extent(*right))


def test_a_ribbon_joins_its_two_ends() -> None:
    shape = ribbon((10, 30), (110, 150))
    assert shape.edges_at(0, 60).top == pytest.approx(10, abs=0.1)
    assert shape.edges_at(60, 60).bottom == pytest.approx(150, abs=0.1)
    assert shape.edges_at(30, 60) == Extent(pytest.approx(60), pytest.approx(90))  # type: ignore[arg-type]


@given(st.floats(0, 60), extents, extents)
def test_a_ribbon_stays_between_its_ends(x: float, left: Extent, right: Extent) -> None:
    edges = Ribbon(0, left, right).edges_at(x, 60)
    assert min(left.top, right.top) - 1e-3 <= edges.top <= max(left.top, right.top) + 1e-3
    assert edges.top <= edges.bottom + 1e-9


def test_only_what_touches_is_joined() -> None:
    lines = [Extent(20, 40), Extent(0, 20), Extent(100, 120)]
    assert joined(lines) == (Extent(0, 40), Extent(100, 120))


def test_a_sentence_told_in_two_places_has_two_bands() -> None:
    made = bands(3, [Extent(0, 20)], [Extent(0, 20), Extent(90, 110)])
    assert [(b.link, b.right.top) for b in made] == [(3, 0), (3, 90)]


@given(band_lists, tops, tops)
def test_nothing_visible_is_left_out_and_nothing_else_is_drawn(made: list[Band], left: float, right: float) -> None:
    ribbons, stubs = BandMap(made).visible(left, right, HEIGHT, MARGIN)
    drawn = sorted([r.link for r in ribbons] + [s.link for s in stubs])
    expected = [b.link for b in made if b.left.meets(left, left + HEIGHT) or b.right.meets(right, right + HEIGHT)]
    assert drawn == expected


@given(band_lists, tops, tops)
def test_swapping_sides_mirrors(made: list[Band], left: float, right: float) -> None:
    ribbons, stubs = BandMap(made).visible(left, right, HEIGHT, MARGIN)
    turned = [Band(b.link, b.right, b.left) for b in made]
    mirrored, mirrored_stubs = BandMap(turned).visible(right, left, HEIGHT, MARGIN)
    assert [(r.link, r.right, r.left) for r in mirrored] == [(r.link, r.left, r.right) for r in ribbons]
    assert [(s.link, s.on_left, s.distance) for s in mirrored_stubs] == [
        (s.link, not s.on_left, s.distance) for s in stubs
    ]


def test_far_ends_become_stubs_that_say_how_far() -> None:
    band_map = BandMap([Band(0, Extent(100, 120), Extent(2240, 2260)), Band(1, Extent(0, 20), Extent(560, 580))])
    ribbons, stubs = band_map.visible(0, 0, HEIGHT, MARGIN)
    assert [r.link for r in ribbons] == [1]
    assert [(s.link, s.on_left, s.distance) for s in stubs] == [(0, True, 2000)]
    _, up = band_map.visible(100, 3000, HEIGHT, MARGIN)
    assert up[0].distance < 0


def test_two_passages_on_each_side_are_joined_in_order() -> None:
    ends = [Extent(0, 20), Extent(90, 110)]
    assert [(b.left.top, b.right.top) for b in bands(3, ends, ends)] == [(0, 0), (90, 90)]
    assert [(b.left.top, b.right.top) for b in bands(3, ends, ends, gap=80)] == [(0, 0)]
    assert bands(3, ends, []) == ()


def test_one_stub_a_passage_that_names_the_shortest_way() -> None:
    start = Extent(100, 120)
    _, stubs = BandMap([Band(0, start, Extent(4000, 4020)), Band(0, start, Extent(2000, 2020))]).visible(
        0, 0, HEIGHT, MARGIN
    )
    assert [stub.distance for stub in stubs] == [1760]


def test_the_thinner_of_two_crossing_ribbons_is_hit() -> None:
    wide, thin = Ribbon(1, Extent(0, 100), Extent(0, 100)), Ribbon(2, Extent(40, 60), Extent(40, 60))
    assert link_at(30, 50, 60, 20, [wide, thin], []) == 2
    assert link_at(30, 80, 60, 20, [wide, thin], []) == 1
    assert link_at(30, 180, 60, 20, [wide, thin], []) is None


def test_a_stub_is_hit_on_its_own_side_only() -> None:
    _, stubs = BandMap([Band(0, Extent(100, 120), Extent(2240, 2260))]).visible(0, 0, HEIGHT, MARGIN)
    assert link_at(10, 110, 60, 20, [], stubs) == 0
    assert link_at(50, 110, 60, 20, [], stubs) is None
