"""Heights of rows: guessed, told, and found again by height."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.gui.compare.row_heights import RowHeights


def test_tops_follow_what_is_told() -> None:
    heights = RowHeights([10, 20, 30])
    assert [heights.top(n) for n in range(4)] == [0, 10, 30, 60]
    assert heights.tell(1, 25) == 5
    assert [heights.top(n) for n in range(4)] == [0, 10, 35, 65]
    assert heights.total == 65


def test_rows_are_found_by_their_heights() -> None:
    heights = RowHeights([10, 20, 30])
    assert [heights.at(y) for y in (-5, 0, 9.9, 10, 29, 59, 600)] == [0, 0, 0, 1, 1, 2, 2]
    assert heights.between(5, 30) == range(3)
    assert RowHeights().between(0, 10) == range(0)


def test_what_is_only_guessed_is_told_in_order() -> None:
    heights = RowHeights([10, 20, 30])
    heights.tell(0, 11)
    assert heights.next_unknown() == 1
    heights.tell(2, 30)
    assert heights.next_unknown() == 1
    heights.tell(1, 20)
    assert heights.next_unknown() is None
    assert heights.is_known(2)


@given(st.lists(st.integers(1, 90), min_size=1), st.data())
def test_heights_add_up_in_whatever_order_they_are_told(true: list[int], data: st.DataObject) -> None:
    heights = RowHeights([50.0] * len(true))
    for row in data.draw(st.permutations(range(len(true)))):
        heights.at(heights.total / 2)
        heights.tell(row, true[row])
    assert heights.total == sum(true)
    assert all(heights.at(heights.top(row)) == row for row in range(len(true)))
