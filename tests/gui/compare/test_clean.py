"""Read clean: where passages are left out, how they open, what stands beside the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article
from variorum.gui.compare.clean import Rule, clean_marks, clean_text, rules_within
from variorum.gui.compare.clean_mode import CleanMode
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_marks import Pattern, Stroke

LEFT = (
    "The harbor wall will be rebuilt by 2031, the mayor said on Monday.\n\n"
    "Fishermen had asked for it since the storm. The work costs 12 million euros.\n\n"
    "Two cranes stand on the quay already.\n\nThe council votes in June."
)
RIGHT = (
    "The harbor wall will be rebuilt by 2031, the mayor said on Monday.\n\n"
    "The work costs 14 million euros.\n\nA second pier is planned as well.\n\nThe council votes in June."
)


@pytest.fixture
def shown() -> Presentation:
    comparison = compare(read_article(LEFT), read_article(RIGHT))
    return Presentation(comparison, changes(comparison))


@pytest.fixture
def state(shown: Presentation) -> CompareState:
    state = CompareState()
    state.show(shown)
    return state


@pytest.fixture
def modes(qtbot: QtBot, theme: ThemeService, state: CompareState) -> Modes:
    made = Modes(theme, state, fade=True)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.set_mode(Mode.CLEAN)
    return made


def clean(modes: Modes) -> tuple[CleanMode, CleanView]:
    mode = modes.shown
    assert isinstance(mode, CleanMode)
    assert isinstance(mode.view, CleanView)
    return mode, mode.view


def caret_point(view: CleanView, row: int, place: int = 0) -> QPoint:
    """Where a caret of a paragraph is drawn."""
    passage = view.passages(row)[0]
    assert passage is not None
    caret = view._carets(row)[place]
    foot = view._foot(caret, passage) + view._origin(row, view.row_box(row))
    return (foot + QPointF(0, 3)).toPoint()


def words_of(view: CleanView, row: int) -> str:
    passage = view.passages(row)[0]
    assert passage is not None
    return passage.texts[0].block.text


def test_dropped_passages_are_left_out_after_what_both_tell(shown: Presentation) -> None:
    text = clean_text(shown)
    told = [
        (RIGHT[caret.offset - 8 : caret.offset], caret.words, caret.told) for carets in text.carets for caret in carets
    ]
    assert told == [
        (" Monday.", "Fishermen had asked for it since the storm.", "1 passage dropped here"),
        ("n euros.", "Two cranes stand on the quay already.", "1 passage dropped here"),
    ]
    assert sum(len(carets) for carets in text.carets) == 2


def test_an_open_caret_shows_the_words_in_place(shown: Presentation) -> None:
    text = clean_text(shown)
    number = text.carets[0][0].number
    assert text.passage(0, frozenset()).block.text == LEFT.split("\n")[0]
    opened = text.passage(0, frozenset({number}))
    assert opened.block.text == f"{LEFT.split(chr(10))[0]} Fishermen had asked for it since the storm."


def test_what_is_dropped_before_everything_stands_before_the_first_paragraph() -> None:
    left = "A crowd came.\n\nThe tower bell rang at noon on Friday.\n\nNobody knew why."
    right = "The tower bell rang at noon on Friday.\n\nNobody knew why."
    comparison = compare(read_article(left), read_article(right))
    text = clean_text(Presentation(comparison, changes(comparison)))
    (caret,) = text.carets[0]
    assert caret.offset == 0
    assert text.passage(0, frozenset({caret.number})).block.text.startswith("A crowd came. The tower")


def test_hidden_kinds_leave_no_sign(shown: Presentation, theme: ThemeService) -> None:
    quiet = shown.showing(frozenset({ChangeKind.FIGURE}))
    assert not any(clean_text(quiet).carets)
    marks, rules = clean_marks(quiet, theme.theme)
    assert not rules
    assert marks["figures"]


def test_added_passages_have_a_line_beside_them_and_nothing_is_filled(shown: Presentation, theme: ThemeService) -> None:
    marks, rules = clean_marks(shown, theme.theme)
    assert "A second pier is planned as well." in [rule.span.of(RIGHT) for rule in rules]
    assert not any(mark.style.fill or mark.style.wash or mark.style.strike for own in marks.values() for mark in own)


def test_rules_are_found_beside_a_paragraph() -> None:
    solid = Stroke("#000000", Pattern.SOLID, 2.0)
    rules = [Rule(Span(start, start + 10), solid) for start in range(0, 100, 10)]
    assert [rule.span.start for rule in rules_within(rules, Span(25, 41))] == [20, 30, 40]


def test_a_click_opens_a_caret_and_another_one_closes_it(modes: Modes) -> None:
    _, view = clean(modes)
    closed = words_of(view, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    assert words_of(view, 0) == f"{closed} Fishermen had asked for it since the storm."
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    assert words_of(view, 0) == closed


def test_enter_opens_what_was_dropped_in_a_paragraph(modes: Modes) -> None:
    _, view = clean(modes)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Fishermen" in words_of(view, 0)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Fishermen" not in words_of(view, 0)


def test_a_dropped_passage_is_open_while_one_stands_on_it(
    modes: Modes, state: CompareState, shown: Presentation
) -> None:
    _, view = clean(modes)
    dropped = next(n for n in shown.order if ChangeKind.DROPPED in shown.changes[n].kinds)
    state.set_current(dropped)
    assert "Fishermen" in words_of(view, 0)
    state.set_current(shown.order[-1] if shown.order[-1] != dropped else shown.order[0])
    assert "Fishermen" not in words_of(view, 0)


def test_what_was_opened_by_hand_stays_open_when_one_goes_on(
    modes: Modes, state: CompareState, shown: Presentation
) -> None:
    _, view = clean(modes)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=caret_point(view, 0))
    dropped = next(n for n in shown.order if ChangeKind.DROPPED in shown.changes[n].kinds)
    state.set_current(dropped)
    state.set_current(None)
    assert "Fishermen" in words_of(view, 0)


def test_a_screen_reader_hears_what_was_dropped(modes: Modes) -> None:
    _, view = clean(modes)
    told = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Dropped. The harbor wall will be rebuilt")
    assert told.endswith("1 passage dropped here")


def test_the_place_is_told_for_the_left_version_as_well(modes: Modes) -> None:
    mode, view = clean(modes)
    view.resize(view.width(), 120)
    mode.set_place({Side.RIGHT: RIGHT.index("The council")})
    assert mode.place(Side.LEFT) in (0, LEFT.index("The council"))
