"""Outlines of passages: one shape, without notches, clear of the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from variorum.gui.widgets.prose_outline import outline_path, run_on

LEADING = 24.0


def lines(*ends: tuple[float, float]) -> list[QRectF]:
    """Lines from left to right, 20 pixels high, one below the other."""
    return [QRectF(left, number * LEADING, right - left, 20) for number, (left, right) in enumerate(ends)]


def turns(path: QPainterPath) -> int:
    return sum(
        path.elementAt(number).type == QPainterPath.ElementType.CurveToElement for number in range(path.elementCount())
    )


def shapes(path: QPainterPath) -> int:
    return sum(path.elementAt(number).isMoveTo() for number in range(path.elementCount()))


def test_one_line_has_a_box_with_four_bends() -> None:
    path = outline_path(lines((10, 100)), LEADING)
    assert path.boundingRect() == QRectF(8, -2, 94, 24)
    assert turns(path) == 4


def test_lines_that_end_nearly_alike_make_no_notches() -> None:
    path = outline_path(lines((0, 200), (0, 196), (0, 203), (0, 80)), LEADING)
    assert shapes(path) == 1
    assert turns(path) == 6
    assert path.boundingRect().right() == 205


def test_other_words_beside_its_first_and_its_last_line_stay_outside() -> None:
    path = outline_path(lines((6, 200), (0, 200), (0, 194)), LEADING)
    assert not path.contains(QPointF(2, 10))
    assert not path.contains(QPointF(198, 2 * LEADING + 15))


def test_a_line_is_left_where_the_next_one_is_half_way() -> None:
    path = outline_path(lines((0, 200), (0, 60)), LEADING)
    assert path.contains(QPointF(150, 21))
    assert not path.contains(QPointF(150, LEADING))


def test_lines_that_do_not_meet_are_two_shapes() -> None:
    assert shapes(outline_path(lines((150, 200), (0, 60)), LEADING)) == 2
    assert shapes(outline_path([QRectF(0, 0, 50, 20), QRectF(0, 60, 50, 20)], LEADING)) == 2


def test_nothing_has_no_outline() -> None:
    assert outline_path([], LEADING).isEmpty()


def test_passages_that_follow_each_other_have_one_outline() -> None:
    first, second = lines((0, 200), (0, 90)), [QRectF(94, LEADING, 100, 20), QRectF(0, 2 * LEADING, 60, 20)]
    path = outline_path(run_on([first, second]), LEADING)
    assert shapes(path) == 1
    assert path.contains(QPointF(92, LEADING + 10))
    far = [QRectF(130, LEADING, 60, 20)]
    assert run_on([first, far]) == [*first, *far]
