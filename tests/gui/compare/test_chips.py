"""The kind chips as a user meets them: toggled, shown alone, read where room is short."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Counts
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

LEFT = Qt.MouseButton.LeftButton
QUOTE = ChangeKind.QUOTE


@pytest.fixture
def state(presentation: Presentation) -> CompareState:
    made = CompareState()
    made.show(presentation)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QWidget, theme: ThemeService, state: CompareState) -> ChipBar:
    made = ChipBar(theme, window)
    made.toggled.connect(state.toggle)
    made.alone_asked.connect(state.show_only)
    state.presentation_changed.connect(lambda: made.show_visible(state.visible))
    made.show_counts(Counts(added=9, dropped=14, reworded=9, moved=4, changed_quotes=1))
    made.resize(1200, 40)
    window.show()
    return made


def test_a_click_hides_a_kind_and_the_next_one_shows_it(bar: ChipBar, state: CompareState) -> None:
    QTest.mouseClick(bar.chips[QUOTE], LEFT)
    assert state.visible == ALL_KINDS - {QUOTE}
    assert not bar.chips[QUOTE].isChecked()
    QTest.mouseClick(bar.chips[QUOTE], LEFT)
    assert state.visible == ALL_KINDS


def test_control_click_shows_one_kind_alone_and_then_all(bar: ChipBar, state: CompareState) -> None:
    for expected in ({QUOTE}, ALL_KINDS):
        QTest.mouseClick(bar.chips[QUOTE], LEFT, Qt.KeyboardModifier.ControlModifier)
        assert state.visible == expected
        assert {kind for kind, chip in bar.chips.items() if chip.isChecked()} == expected


def test_double_click_shows_one_kind_alone_and_then_all(bar: ChipBar, state: CompareState) -> None:
    for expected in ({QUOTE}, ALL_KINDS):
        QTest.mouseClick(bar.chips[QUOTE], LEFT)
        QTest.mouseDClick(bar.chips[QUOTE], LEFT)
        assert state.visible == expected


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)],
)
def test_keys_show_one_kind_alone(
    bar: ChipBar, state: CompareState, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    chip = bar.chips[ChangeKind.MOVED]
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert state.visible == ALL_KINDS - {ChangeKind.MOVED}
    QTest.keyClick(chip, key, modifier)
    assert state.visible == {ChangeKind.MOVED}


def test_the_tip_says_how(bar: ChipBar) -> None:
    assert "show only them" in bar.chips[QUOTE].toolTip()


def test_words_stay_on_as_many_chips_as_fit_first_where_there_is_something(bar: ChipBar) -> None:
    compact = {kind: chip.width_for(True) for kind, chip in bar.chips.items()}
    worded = []
    for width in range(bar.minimumSizeHint().width(), 1300, 20):
        bar.resize(width, 40)
        worded.append({kind for kind, chip in bar.chips.items() if chip.sizeHint().width() > compact[kind]})
    assert worded[0] == set()
    assert worded[-1] == ALL_KINDS
    assert any(0 < len(kinds) < len(ALL_KINDS) for kinds in worded)
    nothing = {ChangeKind.FIGURE, ChangeKind.STANCE}
    before = next(kinds for kinds in reversed(worded) if not kinds & nothing)
    assert before == ALL_KINDS - nothing, "there is nothing of these to show"


def test_figures_count_changed_qualifiers_as_well(bar: ChipBar) -> None:
    bar.show_counts(Counts(changed_figures=2, changed_qualifiers=3))
    assert bar.chips[ChangeKind.FIGURE].count == 5
