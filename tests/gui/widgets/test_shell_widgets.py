"""The window's own widgets: search box, segmented control, toast, status line, progress, lettering."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.empty_state import EmptyState
from variorum.gui.widgets.lettering import Lettering
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.widgets.search_box import SearchBox
from variorum.gui.widgets.segmented import SegmentedControl
from variorum.gui.widgets.status_line import StatusLine
from variorum.gui.widgets.toast import Toast


@pytest.fixture
def box(qtbot: QtBot, theme: ThemeService) -> SearchBox:
    box = SearchBox(theme, "Ctrl+K")
    qtbot.addWidget(box)
    box.show()
    return box


def test_the_search_box_tells_each_change_and_that_escape_ends_the_search(qtbot: QtBot, box: SearchBox) -> None:
    told: list[str] = []
    box.searched.connect(told.append)
    QTest.keyClicks(box, "5%")
    assert told == ["5", "5%"]
    with qtbot.waitSignal(box.escaped):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_return_and_down_lead_to_the_results(qtbot: QtBot, box: SearchBox) -> None:
    with qtbot.waitSignal(box.entered):
        QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.left_downward):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_of_a_segmented_control_one_segment_is_on(qtbot: QtBot, theme: ThemeService) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    group = QActionGroup(holder)
    actions = [QAction(text, holder, checkable=True) for text in ("&Read", "&Compare")]
    for action in actions:
        group.addAction(action)
    control = SegmentedControl(actions, "Mode", holder)
    first, second = control.findChildren(QToolButton)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert [action.isChecked() for action in actions] == [False, True]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert [action.isChecked() for action in actions] == [True, False]
    assert first.accessibleName() == "Read"


def in_window(qtbot: QtBot, theme: ThemeService, width: int) -> tuple[Toast, QWidget, QWidget]:
    """A toast below what one reads, that, and the window around both."""
    window, read, toast = QWidget(), QWidget(), Toast(theme)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(read, 1)
    column.addWidget(toast)
    window.resize(width, 300)
    window.show()
    return toast, read, window


def test_a_toast_offers_choices_goes_with_one_and_covers_nothing(qtbot: QtBot, theme: ThemeService) -> None:
    toast, read, window = in_window(qtbot, theme, 400)
    done: list[str] = []

    def lies_beside(least: int) -> bool:
        fits = window.rect().contains(toast.geometry()) and not toast.geometry().intersects(read.geometry())
        return fits and toast.height() >= least

    toast.say("2 articles removed", [("Undo", lambda: done.append("undo"))])
    assert toast.isVisible()
    qtbot.waitUntil(lambda: lies_beside(20))
    before = toast.height()
    toast.say("Another, " + "very " * 60 + "long one")
    assert toast.choices() == []
    qtbot.waitUntil(lambda: lies_beside(2 * before))
    toast.say("Again", [("Undo", lambda: done.append("undo"))])
    toast.choices()[0].click()
    assert done == ["undo"]
    assert not toast.isVisible()


def test_a_message_after_another_one_has_room_for_its_buttons(qtbot: QtBot, theme: ThemeService) -> None:
    toast, _, _ = in_window(qtbot, theme, 900)
    toast.say("Saved")
    toast.say("1 article removed", [("Undo", lambda: None), ("Details…", lambda: None)])
    [text] = [label for label in toast.findChildren(QLabel) if label.text() == "1 article removed"]
    parts: list[QLabel | QToolButton] = [text, *toast.choices()]
    qtbot.waitUntil(lambda: text.width() >= text.sizeHint().width())  # a turn later
    for part in parts:
        assert part.isVisible()
        assert part.width() >= part.sizeHint().width(), part.text()
        assert toast.rect().contains(part.geometry())


def test_the_status_line_keeps_the_facts_when_there_is_no_room_for_keys(qtbot: QtBot, theme: ThemeService) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_facts("25 ↔ 22 sentences · 16 links")
    line.set_keys([("F8", "next change"), ("Shift+F8", "previous change")])
    for width in (900, 260, 40):
        line.resize(width, 28)
        assert not line.grab().isNull()
    assert line.accessibleDescription() == "25 ↔ 22 sentences · 16 links"


def test_progress_can_be_canceled_once(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.start("Looking…")
    line.advance("3 of 12", 3, 12)
    canceled: list[int] = []
    line.canceled.connect(lambda: canceled.append(1))
    button = next(child for child in line.children() if getattr(child, "text", str)() == "Cancel")
    assert isinstance(button, QWidget)
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert canceled == [1]


def test_an_empty_state_says_what_to_do(qtbot: QtBot, theme: ThemeService) -> None:
    action = QAction("Import files…")
    state = EmptyState(theme, "article", "Nothing here", "Import something.", [action])
    qtbot.addWidget(state)
    told: list[int] = []
    action.triggered.connect(lambda: told.append(1))
    state.findChildren(QToolButton)[0].click()
    assert told == [1]
    state.set_text("Still nothing", "Really.")
    assert state.accessibleName() == "Still nothing"


LONG = "Defence secretary says membership of the alliance is “unrealistic” and that Europe must pay 5 % of its output"


@pytest.mark.parametrize("text", [LONG, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 " * 12, "x" * 500, "שלום עולם " * 20, "", "\n one \n two "])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_text_is_broken_into_so_many_lines_and_no_word_is_lost_before_the_last(
    theme: ThemeService, text: str, most: int
) -> None:
    font = theme.interface_font(13)
    lines = Lettering().lines(text, font, 180, most)
    assert len(lines) <= most
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 190 for line in lines)
    flat = " ".join(text.split())
    start = "".join(lines).rstrip("…").replace(" ", "")
    assert flat.replace(" ", "").startswith(start)


def test_what_fits_is_not_elided(theme: ThemeService) -> None:
    assert Lettering().lines("Short headline", theme.interface_font(13), 300, 2) == ("Short headline",)


def test_the_status_line_says_what_goes_on_behind_the_facts(qtbot: QtBot, theme: ThemeService) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_facts("16 links", "Found by words.")
    line.set_aside("Reading for meaning: 12 to go")
    assert line.text() == "16 links · Reading for meaning: 12 to go"
    assert line.toolTip() == "Found by words."
    line.set_aside("")
    line.set_facts("16 links")
    assert line.text() == line.facts() == "16 links"
    assert line.toolTip() == ""


def test_the_status_line_offers_something_to_go_to_behind_the_facts(qtbot: QtBot, theme: ThemeService) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.resize(700, 28)
    line.show()
    line.set_facts("24 ↔ 17 sentences")
    assert not line.offer().isVisible()
    line.set_offer("7 doubtful links", "Next one (D)")
    offer = line.offer()
    facts = QFontMetricsF(theme.interface_font(12)).horizontalAdvance("24 ↔ 17 sentences")
    assert offer.isVisible()
    assert offer.geometry().left() > facts
    assert line.rect().contains(offer.geometry())
    with qtbot.waitSignal(line.offer_taken):
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(line.offer_taken):
        offer.setFocus()
        QTest.keyClick(offer, Qt.Key.Key_Space)
    line.set_facts("24 ↔ 17 sentences, " * 20)
    assert line.rect().contains(offer.geometry())
    line.set_offer("")
    assert not offer.isVisible()
