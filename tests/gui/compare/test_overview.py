"""The marks of the overview strip: scaled, never too thin to see, neighbors of a kind joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.overview import SHORTEST, StripMark, scaled

HEIGHT = 300.0
marks = st.lists(
    st.builds(
        lambda top, size, kind: StripMark(Extent(top, top + size), kind),
        st.floats(0, 9000),
        st.floats(1, 900),
        st.sampled_from(ChangeKind),
    ),
    max_size=30,
)


@given(marks)
def test_every_mark_can_be_seen_inside_the_strip(made: list[StripMark]) -> None:
    drawn = scaled(made, 10_000, HEIGHT)
    assert {mark.kind for mark in drawn} == {mark.kind for mark in made}
    for mark in drawn:
        assert mark.extent.bottom - mark.extent.top >= SHORTEST - 1e-6
        assert mark.extent.top >= 0
        assert mark.extent.bottom <= HEIGHT + 1e-6


def test_neighbors_of_a_kind_are_one_mark() -> None:
    a, b = StripMark(Extent(0, 100), ChangeKind.ADDED), StripMark(Extent(100, 200), ChangeKind.ADDED)
    assert len(scaled([a, b], 1000, HEIGHT)) == 1
    other = StripMark(Extent(100, 200), ChangeKind.DROPPED)
    assert len(scaled([a, other], 1000, HEIGHT)) == 2


def test_a_text_shorter_than_the_strip_is_not_stretched() -> None:
    (mark,) = scaled([StripMark(Extent(100, 150), ChangeKind.ADDED)], 200, HEIGHT)
    assert mark.extent == Extent(100, 150)
