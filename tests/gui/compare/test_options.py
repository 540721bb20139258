"""The options of a comparison: from menu and button to what is marked, kept from start to start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Op
from variorum.core.library.library import Library
from variorum.gui.appearance import Appearance
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.options_button import OFFERED, OptionsButton, StayingMenu
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.frame import Screens
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.navigator import Comparing
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.window import MainWindow
from variorum.settings import Settings, load

LEFT = """Ferry returns

The old ferry returns to the harbor on Monday after a long winter of repairs, the Harbor Board said.

About 300 people waited at the pier for the first crossing of the year.

Nobody has yet been found to run the kiosk on the upper deck."""
RIGHT = """Ferry returns

The old ferry returns to the harbor on Monday after a long winter of repairs, the harbor board said.

About 450 people waited at the pier for the very first crossing of the year."""


class Made:
    """A window that compares two articles."""

    def __init__(self, qtbot: QtBot, services: Services, settings_file: Path, ids: tuple[int, int]) -> None:
        self.compare = ComparePanel(services)
        screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), self.compare)
        appearance = Appearance(services.theme, services.jobs, load(settings_file), settings_file)
        self.window = MainWindow(services, screens, appearance)
        qtbot.addWidget(self.window)
        self.window.resize(1200, 760)
        self.window.show()
        self.compare.prepare()
        self.window.library.refresh()
        self.window.navigator.go(Comparing(*ids))

    @property
    def button(self) -> OptionsButton:
        return self.compare.findChildren(OptionsButton)[0]

    def do(self, action: str) -> None:
        self.window.actions_by_id[action].trigger()

    def checked(self, action: str) -> bool:
        return self.window.actions_by_id[action].isChecked()

    def counts(self) -> tuple[int, int]:
        """Reworded claims and changed figures."""
        comparison = self.compare.comparison()
        assert comparison
        return comparison.counts.reworded, comparison.counts.changed_figures


@pytest.fixture
def ids(library: Library) -> tuple[int, int]:
    return library.add(LEFT).id, library.add(RIGHT).id


@pytest.fixture
def made(qtbot: QtBot, services: Services, ids: tuple[int, int], tmp_path: Path) -> Made:
    return Made(qtbot, services, tmp_path / "settings.toml", ids)


def test_what_is_ignored_is_no_change(made: Made) -> None:
    assert made.counts() == (2, 1)
    made.do("ignore-case")
    assert made.counts() == (1, 1)
    made.do("ignore-figures")
    assert made.counts() == (1, 0)
    made.do("ignore-case")
    made.do("ignore-figures")
    assert made.counts() == (2, 1)


def test_another_way_to_tell_changes_keeps_the_place(made: Made) -> None:
    made.do("next-change")
    made.do("next-change")
    before = made.compare._state.change
    made.do("by-sentence")
    after = made.compare._state.change
    assert before
    assert after
    assert (before.left, before.kinds) == (after.left, after.kinds)


def test_by_sentence_no_word_of_a_reworded_passage_stands(made: Made) -> None:
    made.do("by-sentence")
    comparison = made.compare.comparison()
    assert comparison
    runs = [run for claim in comparison.claims if claim.whole for run in claim.words]
    assert runs
    assert Op.EQUAL not in {run.op for run in runs}
    assert made.checked("by-sentence")
    assert not made.checked("by-word")


def test_hidden_removals_leave_no_mark_on_the_left_and_none_in_the_list(made: Made) -> None:
    assert _marked(made, "words", Side.LEFT)
    made.do("hide-removals")
    assert not _marked(made, "words", Side.LEFT)
    assert not _marked(made, "passages", Side.LEFT)
    assert _marked(made, "words", Side.RIGHT)
    assert ChangeKind.DROPPED not in made.compare.filtering.visible
    shown = made.compare.shown()
    assert shown
    assert not shown.scope.removals


def test_to_ask_for_what_was_dropped_shows_removals_again(made: Made) -> None:
    made.do("hide-removals")
    made.compare.findChildren(ChipBar)[0].chips[ChangeKind.DROPPED].click()
    assert not made.checked("hide-removals")
    assert ChangeKind.DROPPED in made.compare.filtering.visible
    assert _marked(made, "words", Side.LEFT)


def test_options_come_back_and_reset_takes_all_of_them_back(
    made: Made, qtbot: QtBot, services: Services, ids: tuple[int, int], tmp_path: Path
) -> None:
    for action in ("ignore-punctuation", "by-sentence", "hide-removals", "show-typography", "fade", "pointer-lens"):
        made.do(action)
    again = Made(qtbot, services, tmp_path / "settings.toml", ids)
    assert [again.checked(name) for name in ("ignore-punctuation", "by-sentence", "hide-removals")] == [True] * 3
    assert again.checked("show-typography")
    assert not again.checked("fade")
    assert not again.checked("pointer-lens")
    again.do("reset-options")
    assert [name for name in OFFERED if name and again.checked(name)] == ["by-word", "fade", "pointer-lens"]
    assert load(tmp_path / "settings.toml") == Settings()
    assert services.library.get_state("compare.options") == "{}"


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"ignore_case": 3, "granularity": "letter", "hide_removals": 1}'])
def test_what_cannot_be_read_of_the_options_is_as_at_first(
    qtbot: QtBot, services: Services, ids: tuple[int, int], tmp_path: Path, kept: str
) -> None:
    services.library.set_state("compare.options", kept)
    made = Made(qtbot, services, tmp_path / "settings.toml", ids)
    assert made.button.switched() == []


def test_the_button_says_what_is_not_as_at_first(made: Made) -> None:
    assert made.button.accessibleName() == "Options of the comparison"
    made.do("ignore-case")
    made.do("by-sentence")
    made.do("fade")
    assert made.button.switched() == ["Ignore case", "Mark whole sentences", "not “Fade unchanged text”"]
    assert "Ignore case" in made.button.accessibleName()
    assert "Ignore case" in made.button.toolTip()


def test_the_dot_is_drawn_only_where_something_is_changed(made: Made) -> None:
    plain = made.button.grab().toImage()
    made.do("ignore-case")
    assert made.button.grab().toImage() != plain
    made.do("ignore-case")
    assert made.button.grab().toImage() == plain


def test_several_options_are_switched_with_the_keyboard_while_the_menu_is_open(made: Made, qtbot: QtBot) -> None:
    menu = made.button.menu()
    assert isinstance(menu, StayingMenu)
    menu.popup(QPoint(10, 10))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(menu, key)
    assert menu.isVisible()
    assert made.checked("ignore-case")
    assert made.checked("ignore-punctuation")
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_click_switches_an_option_and_leaves_the_menu_open(made: Made) -> None:
    menu = made.button.menu()
    menu.popup(QPoint(10, 10))
    place = menu.actionGeometry(made.window.actions_by_id["ignore-figures"]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert made.checked("ignore-figures")
    assert menu.isVisible()
    menu.close()


def _marked(made: Made, layer: str, side: Side) -> list[object]:
    return list(made.compare.findChildren(SideBySide)[0]._marked.standing[side][layer])
