"""The kind chips as a user meets them: toggled, shown alone, read where room is short."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import Change, ChangeKind
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService


def changes_of(**numbers: int) -> list[Change]:
    """So many changes of these kinds."""
    made = ((Change((ChangeKind(kind),), (), (), "", ""),) * number for kind, number in numbers.items())
    return [change for same in made for change in same]


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
    made.show_counts(changes_of(added=9, dropped=14, reworded=9, moved=4, quote=1))
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


def test_words_are_on_all_chips_or_on_all_that_have_something_to_show_or_on_none(bar: ChipBar) -> None:
    compact = {kind: chip.width_for(True) for kind, chip in bar.chips.items()}
    nothing = {ChangeKind.FIGURE, ChangeKind.STANCE}
    worded: list[frozenset[ChangeKind]] = []
    for width in range(bar.minimumSizeHint().width(), 1300, 20):
        bar.resize(width, 40)
        worded.append(frozenset(kind for kind, chip in bar.chips.items() if chip.sizeHint().width() > compact[kind]))
    assert list(dict.fromkeys(worded)) == [frozenset(), ALL_KINDS - nothing, ALL_KINDS]


def test_a_chip_counts_what_is_listed(bar: ChipBar) -> None:
    both = Change((ChangeKind.REWORDED, ChangeKind.MOVED), (), (), "", "")
    bar.show_counts([*changes_of(figure=2, reworded=1), both])
    counts = {kind: chip.count for kind, chip in bar.chips.items() if chip.count}
    assert counts == {ChangeKind.FIGURE: 2, ChangeKind.REWORDED: 2, ChangeKind.MOVED: 1}
