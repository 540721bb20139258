"""F3 and Ctrl+F in the whole window: in the article that is read and in the two that are compared; doubtful links."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.gui.navigator import Comparing
from variorum.gui.services import Services

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Made:
    made = Made(qtbot, services, tmp_path / "settings.toml")
    made.window.navigator.go(Comparing(story[0], story[1]))
    QApplication.processEvents()
    return made


def test_ctrl_f_finds_in_the_comparison_and_elsewhere_searches_the_library(opened: Made) -> None:
    inquiry, box = opened.screens.compare.inquiry, opened.window.search_box
    opened.do("find")
    assert inquiry._finding
    assert inquiry._finding.bar.isVisible()
    QTest.keyClicks(inquiry._finding.bar.field, "bridge")
    assert inquiry.matches() > 1
    assert opened.can("next-hit")
    opened.do("next-hit")
    opened.do("previous-hit")
    assert inquiry._finding.where().startswith("1 of")
    opened.do("read")
    assert not opened.can("next-hit")
    with_bar = inquiry._finding.bar.isVisible()
    opened.do("find")
    assert not with_bar
    assert box.hasFocus() or opened.window.focusWidget() is box


def test_what_was_searched_for_stays_marked_in_the_comparison(opened: Made, story: tuple[int, ...]) -> None:
    inquiry = opened.screens.compare.inquiry
    assert inquiry.matches() == 0
    opened.window.navigator.go(Comparing(story[0], story[1], "mayor OR city"))
    QApplication.processEvents()
    assert inquiry.matches() == 2
    opened.do("next-hit")
    assert opened.window.frame.status.facts() == "1 of 2"
    opened.do("swap")
    QApplication.processEvents()
    assert inquiry.matches() == 2
    here = opened.here()
    assert isinstance(here, Comparing)
    assert here.query == "mayor OR city"
    opened.window.navigator.go(Comparing(story[1], story[2]))
    QApplication.processEvents()
    assert inquiry.matches() == 0


def test_comparing_from_a_hit_takes_its_words_along(opened: Made, story: tuple[int, ...]) -> None:
    opened.screens.results.article_opened.emit(story[1], "mayor")
    opened.do("compare-mode")
    QApplication.processEvents()
    assert opened.screens.compare.inquiry.matches() == 1


def test_doubtful_links_are_counted_and_gone_to_in_the_status_line(opened: Made) -> None:
    inquiry, offer = opened.screens.compare.inquiry, opened.window.frame.status.offer()
    words = inquiry.doubtful_words()
    assert bool(words) is offer.isVisible() is opened.can("next-doubtful")
    if not words:
        inquiry._doubting.claims = (0,)  # type: ignore[union-attr]
        inquiry.doubtful_changed.emit()
    assert offer.isVisible()
    assert offer.text() == inquiry.doubtful_words()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert opened.screens.compare._state.claim is not None
    assert opened.window.frame.status.facts().startswith("Doubtful link 1 of")
    opened.do("read")
    assert not offer.isVisible()


def test_keys_of_the_lens_are_letters_in_the_fields_of_the_window(opened: Made) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_K, CONTROL)
    opened.window.search_box.setFocus()
    QTest.keyClicks(opened.window.search_box, "wide")
    assert opened.window.search_box.text() == "wide"
