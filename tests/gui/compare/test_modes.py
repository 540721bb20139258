"""The modes as a user meets them: switching, stepping, pointing, folding, filtering, empty states."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.reading import read_article
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.rows_view import Spot
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

PLACES = ("mill", "harbor", "school", "bridge", "market", "library", "tower", "bakery")


def long_text(word: str) -> str:
    """Sixty paragraphs; every tenth has `word` in it."""
    told = []
    for number in range(60):
        place, day = PLACES[number % 8], f"the {number + 2}th week"
        verb = word if number % 10 == 5 else "waited"
        told.append(f"The people of the old {place} {verb} for a long time in {day}, and nobody could say why.")
    return "\n\n".join(told)


def presentation_of(left: str, right: str) -> Presentation:
    comparison = compare(read_article(left), read_article(right))
    return Presentation(comparison, changes(comparison))


@pytest.fixture(scope="module")
def long_presentation() -> Presentation:
    return presentation_of(long_text("waited"), long_text("marched"))


@pytest.fixture
def state() -> CompareState:
    return CompareState()


@pytest.fixture
def modes(qtbot: QtBot, theme: ThemeService, state: CompareState) -> Modes:
    made = Modes(theme, state, fade=True)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def rows_mode(modes: Modes) -> RowsMode:
    shown = modes.shown
    assert isinstance(shown, RowsMode)
    return shown


def rows_of(modes: Modes, state: CompareState, presentation: Presentation, mode: Mode) -> HandledRows:
    """The rows of a comparison, shown in this mode."""
    state.show(presentation)
    modes.set_mode(mode)
    return rows_mode(modes).view


def in_view(modes: Modes, change: int) -> bool:
    """Whether the row of a change is on screen."""
    mode = rows_mode(modes)
    assert mode._shown is not None
    row = mode.row_of(mode._shown.changes[change])
    return row is not None and row in mode.view.visible_rows()


TABLES = (Mode.ALIGNED, Mode.CHANGES)


@pytest.mark.parametrize("mode", TABLES)
def test_the_current_change_is_in_view_after_switching(
    modes: Modes, state: CompareState, long_presentation: Presentation, mode: Mode
) -> None:
    state.show(long_presentation)
    last = long_presentation.order[-1]
    state.set_current(last)
    modes.set_mode(mode)
    assert in_view(modes, last)
    modes.set_mode(Mode.SIDE_BY_SIDE)
    span = long_presentation.changes[last].right[0]
    assert modes.panes[Side.RIGHT].shows(span)
    assert state.current == last


def test_the_place_one_reads_stays_without_a_current_change(
    modes: Modes, state: CompareState, long_presentation: Presentation
) -> None:
    state.show(long_presentation)
    offset = long_presentation.comparison.left.sentences[40].span.start
    modes.set_place({Side.LEFT: offset, Side.RIGHT: 0})
    modes.set_mode(Mode.ALIGNED)
    assert modes.place(Side.LEFT) == offset
    modes.set_mode(Mode.SIDE_BY_SIDE)
    assert abs(modes.place(Side.LEFT) - offset) < 120


@pytest.mark.parametrize("mode", TABLES)
def test_each_step_has_its_change_in_view(
    modes: Modes, state: CompareState, long_presentation: Presentation, mode: Mode, qtbot: QtBot
) -> None:
    state.show(long_presentation)
    modes.set_mode(mode)
    for change in long_presentation.order:
        state.set_current(change)
        qtbot.waitUntil(partial(in_view, modes, change))


def test_nothing_on_screen_moves_while_rows_out_of_sight_are_measured(
    modes: Modes, state: CompareState, long_presentation: Presentation, qtbot: QtBot
) -> None:
    view = rows_of(modes, state, long_presentation, Mode.ALIGNED)
    view._turn.stop()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = [(n, view.row_box(n).top()) for n in view.visible_rows()]
    with qtbot.waitSignal(view.measured):
        view._turn.start()
    assert [(n, view.row_box(n).top()) for n in view.visible_rows()] == seen


def test_only_what_is_near_the_screen_is_set(
    modes: Modes, state: CompareState, long_presentation: Presentation
) -> None:
    view = rows_of(modes, state, long_presentation, Mode.ALIGNED)
    view._turn.stop()
    assert len(view._set_rows) <= len(view.visible_rows()) + 2 < len(view.rows)


def test_a_fold_opens_and_closes_by_click_and_enter(
    modes: Modes, state: CompareState, long_presentation: Presentation, qtbot: QtBot
) -> None:
    view = rows_of(modes, state, long_presentation, Mode.CHANGES)
    before = len(view.rows)
    assert view.rows[0].fold is not None
    assert view.rows[0].fold.label == "5 unchanged passages"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(0).center())
    assert len(view.rows) == before + 5
    assert view.rows[0].fold.open
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(view.rows) == before
    assert view.currentIndex().row() == 0


def test_rows_are_walked_and_used_by_keys(modes: Modes, state: CompareState, long_presentation: Presentation) -> None:
    view = rows_of(modes, state, long_presentation, Mode.CHANGES)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert state.current == long_presentation.order[0]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == len(view.rows) - 1
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == len(view.rows) - 2


@pytest.mark.parametrize("mode", [*TABLES, Mode.CLEAN])
def test_the_row_cursor_follows_the_current_change(
    modes: Modes, state: CompareState, long_presentation: Presentation, mode: Mode, qtbot: QtBot
) -> None:
    view = rows_of(modes, state, long_presentation, mode)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    far = long_presentation.order[-1]
    state.set_current(far)
    row = rows_mode(modes).row_of(long_presentation.changes[far])
    assert view.currentIndex().row() == row
    assert view.row_with_frame() == row
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == (row or 0) - 1, "from there on"


def test_following_the_current_change_does_not_cut_the_glide_short(
    modes: Modes, state: CompareState, long_presentation: Presentation
) -> None:
    view = rows_of(modes, state, long_presentation, Mode.ALIGNED)
    state.set_current(long_presentation.order[-1])
    assert view.verticalScrollBar().value() != view._glide.target


def test_a_click_leaves_no_frame_until_keys_are_used(
    modes: Modes, state: CompareState, presentation: Presentation
) -> None:
    view = rows_of(modes, state, presentation, Mode.ALIGNED)
    view.setFocus()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_box(2).center())
    assert state.current == presentation.change_of(2)
    assert view.row_with_frame() is None
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.row_with_frame() == 3


@pytest.mark.parametrize("mode", TABLES)
def test_the_row_cursor_stays_on_the_current_change_in_another_comparison(
    modes: Modes, state: CompareState, long_presentation: Presentation, mode: Mode
) -> None:
    state.show(long_presentation)
    modes.set_mode(mode)
    last = long_presentation.order[-1]
    again = Presentation(long_presentation.comparison, long_presentation.changes)
    state.show(again, last)
    assert rows_mode(modes).view.currentIndex().row() == rows_mode(modes).row_of(again.changes[last])


def test_other_keys_are_left_to_the_screen(modes: Modes, state: CompareState, presentation: Presentation) -> None:
    state.show(presentation)
    modes.set_mode(Mode.ALIGNED)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_L):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        rows_mode(modes).view.keyPressEvent(event)
        assert not event.isAccepted()


def test_a_click_goes_to_the_change_and_pointing_lights_the_claim(
    modes: Modes, state: CompareState, presentation: Presentation
) -> None:
    view = rows_of(modes, state, presentation, Mode.ALIGNED)
    box = view.row_box(2)
    place = QPoint(60, round(box.top() + view.below(2)) + 8)
    QTest.mouseMove(view.viewport(), place)
    QApplication.processEvents()
    assert state.hovered == 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert state.current == presentation.change_of(2)
    outlined = view.marks[Side.LEFT].within(presentation.comparison.claims[2].left[0])
    assert any(mark.style.outline for mark in outlined)


def test_what_is_filtered_leaves_the_changes_but_not_the_table(
    modes: Modes, state: CompareState, presentation: Presentation
) -> None:
    state.show(presentation)
    modes.set_mode(Mode.CHANGES)
    state.set_visible(frozenset({ChangeKind.FIGURE}))
    assert [row.claim for row in rows_mode(modes).view.rows if row.fold is None] == [1]
    modes.set_mode(Mode.ALIGNED)
    assert len(rows_mode(modes).view.rows) == 5


def test_two_same_texts_say_that_nothing_differs(modes: Modes, state: CompareState) -> None:
    state.show(presentation_of(long_text("waited"), long_text("waited")))
    modes.set_mode(Mode.CHANGES)
    assert rows_mode(modes)._nothing.isVisible()
    assert rows_mode(modes)._nothing.accessibleName() == "Nothing differs"
    modes.set_mode(Mode.ALIGNED)
    assert not rows_mode(modes)._nothing.isVisible()


def test_filters_that_hide_everything_say_so(modes: Modes, state: CompareState, presentation: Presentation) -> None:
    state.show(presentation)
    modes.set_mode(Mode.CHANGES)
    state.set_visible(frozenset())
    assert rows_mode(modes)._nothing.accessibleName() == "All changes are hidden"


def test_a_screen_reader_finds_the_rows(modes: Modes, state: CompareState, presentation: Presentation) -> None:
    view = rows_of(modes, state, presentation, Mode.ALIGNED)
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    assert found.role() == QAccessible.Role.List
    assert found.childCount() == 5
    row = found.child(2)
    assert row is not None
    assert row.text(QAccessible.Text.Name).startswith("Dropped. left: The old bridge is closed.")
    assert view.accessibleName() == "Aligned passages"


def test_larger_text_keeps_the_place(
    modes: Modes, state: CompareState, theme: ThemeService, long_presentation: Presentation
) -> None:
    state.show(long_presentation)
    modes.set_mode(Mode.ALIGNED)
    offset = long_presentation.comparison.left.sentences[30].span.start
    modes.set_place({Side.LEFT: offset})
    theme.step_reading_px(2)
    assert modes.place(Side.LEFT) == offset
    theme.step_reading_px(-2)


def test_a_spot_beside_the_text_has_no_offset(modes: Modes, state: CompareState, presentation: Presentation) -> None:
    view = rows_of(modes, state, presentation, Mode.ALIGNED)
    passage = view.passages(0)[0]
    assert passage is not None
    assert passage.offset_at(QPointF(3, 10)) == 0
    spot = view.spot_at(QPoint(view.viewport().width() // 2, view.row_box(0).center().y()))
    assert spot is not None
    assert spot == Spot(0)


@pytest.mark.parametrize("mode", [Mode.ALIGNED, Mode.CHANGES, Mode.SIDE_BY_SIDE])
def test_what_changed_while_out_of_sight_is_seen_on_return(
    modes: Modes, state: CompareState, theme: ThemeService, presentation: Presentation, mode: Mode
) -> None:
    state.show(presentation)
    modes.set_mode(mode)
    modes.set_mode(Mode.CLEAN)
    theme.set_mode("dark")
    modes.set_faded(False)
    modes.set_mode(mode)
    marks = modes.shown._marked.standing[Side.LEFT]
    assert not marks["unchanged"]
    assert marks["passages"][0].style.wash == theme.theme.kinds["dropped"].wash


def drag(view: HandledRows, start: QPoint, end: QPoint) -> None:
    """Select with the mouse."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for place in (start + (end - start) / 2, end):
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(place), view.viewport().mapToGlobal(QPointF(place)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_words_of_one_column_are_selected_and_copied(
    modes: Modes, state: CompareState, presentation: Presentation
) -> None:
    left = presentation.comparison.left.text.split("\n\n")
    view = rows_of(modes, state, presentation, Mode.ALIGNED)
    view.setFocus()
    first, third = (round(view.row_box(n).top() + view.below(n)) + 10 for n in (0, 2))
    drag(view, QPoint(5, first), QPoint(400, third))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\n\n".join(left[:3])
    assert state.current is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, first))
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"{left[0]}\t{left[0]}"


@pytest.mark.parametrize("mode", [Mode.ALIGNED, Mode.CLEAN])
def test_nothing_glides_or_flashes_where_motion_is_reduced(
    modes: Modes, state: CompareState, long_presentation: Presentation, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ThemeService, "reduced_motion", property(lambda _: True))
    view = rows_of(modes, state, long_presentation, mode)
    state.set_current(long_presentation.order[-1])
    assert view._glide.target == view.verticalScrollBar().value() > 0
    assert all(flash.now is None for flash in view._flashes.values())
