"""The guide's window: chapters, links, finding, back and forward, by keys as well; and what F1 opens it at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.gui.dialogs.shortcuts import ShortcutsDialog
from variorum.gui.guide.book import chapters
from variorum.gui.guide.page import GuidePage
from variorum.gui.guide.text import PictureDialog
from variorum.gui.guide.walk import Walk
from variorum.gui.guide.window import GuideWindow
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService

pytestmark = pytest.mark.filterwarnings("error")
NAMES = [chapter.name for chapter in chapters()]


@pytest.fixture
def guide(qtbot: QtBot, theme: ThemeService) -> GuideWindow:
    window = GuideWindow(theme)
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.open("first-steps")
    return window


@pytest.fixture
def made(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Iterator[Made]:
    made = Made(qtbot, services, tmp_path / "settings.toml")
    yield made
    made.window.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_chapter_shows_its_text_and_its_pictures_in_the_column(guide: GuideWindow, name: str, mode: str) -> None:
    guide._theme.set_mode(mode)
    guide.open(name)
    assert guide.chapter() == name
    assert guide.text.toPlainText().startswith(guide.chapters.currentItem().text())
    for address, width in pictures_of(guide):
        image = guide.text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        assert isinstance(image, QImage)
        assert not image.isNull()
        assert 100 < width <= guide.text.viewport().width() - 2 * 24


def test_a_click_on_a_chapter_a_link_and_the_keys_of_back_and_forward(guide: GuideWindow) -> None:
    guide.chapters.setCurrentRow(NAMES.index("comparing"))
    guide.text.anchorClicked.emit(QUrl("linking.md"))
    assert guide.chapter() == "linking"
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.chapter() == "comparing"
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.chapter() == "first-steps"
    assert not guide.back.isEnabled()
    QTest.keyClick(guide, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert guide.chapter() == "comparing"
    guide.text.anchorClicked.emit(QUrl("data.md"))
    assert not guide.forward.isEnabled()


def test_the_walk_forgets_what_was_forward() -> None:
    walk = Walk()
    for name in ("a", "b", "b", "c"):
        walk.go(name)
    assert walk.step(-1) == "b"
    walk.go("d")
    assert not walk.can_step(1)
    assert walk.step(-1) == "b"
    assert walk.step(-1) == "a"


def test_who_looks_for_a_word_comes_back_to_where_that_began(guide: GuideWindow) -> None:
    guide.open("reading")
    for letters in ("si", "sig", "siglum"):
        guide.field.setText(letters)
    assert guide.chapter() == "library"
    guide.field.clear()
    guide.back.click()
    assert guide.chapter() == "reading"
    guide.back.click()
    assert guide.chapter() == "first-steps"


def test_words_are_found_in_all_chapters_and_gone_to_around_the_ends(guide: GuideWindow) -> None:
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert guide.field.hasFocus()
    QTest.keyClicks(guide.field, "siglum")
    assert guide.chapter() == "library"
    assert guide._count.text() == "1 of 1"
    assert guide.chapters.currentItem().text().endswith("1")
    guide.field.setText("doubtful")
    first, total = (int(number) for number in guide._count.text().split(" of "))
    assert total > 3
    passed = {first}
    for _ in range(total - 1):
        QTest.keyClick(guide.field, Qt.Key.Key_Return)
        passed.add(int(guide._count.text().split(" of ")[0]))
    assert passed == set(range(1, total + 1))
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide._count.text() == f"{first} of {total}"
    QTest.keyClick(guide.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide._count.text() != f"{first} of {total}"
    guide.field.setText("no such words")
    assert guide._count.text() == "Not found"
    assert not guide.next_hit.isEnabled()


def test_escape_ends_the_search_and_then_closes(guide: GuideWindow) -> None:
    guide.field.setText("story")
    QTest.keyClick(guide.field, Qt.Key.Key_Escape)
    assert guide.field.text() == ""
    assert guide.text.extraSelections() == []
    QTest.keyClick(guide.text, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_only_a_click_on_an_address_of_the_web_leaves_the_program(
    guide: GuideWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda address: opened.append(address.toString()))
    for name in NAMES:
        guide.open(name)
    guide.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert opened == []
    guide.text.anchorClicked.emit(QUrl("https://example.org/page"))
    assert opened == ["https://example.org/page"]


def test_a_click_on_a_picture_shows_it_in_its_own_size(guide: GuideWindow, qtbot: QtBot) -> None:
    (address, width), *_ = pictures_of(guide)
    guide.text.anchorClicked.emit(QUrl(f"picture:{address}"))
    dialog = guide.findChild(PictureDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.width() > width
    dialog.close()


def test_another_size_of_text_and_another_look_keep_the_chapter(guide: GuideWindow) -> None:
    guide.open("searching")
    narrow = guide.text.document().rootFrame().frameFormat().leftMargin()
    guide._theme.set_reading_px(14)
    assert guide.chapter() == "searching"
    assert guide.text.document().rootFrame().frameFormat().leftMargin() > narrow
    guide._theme.set_reading_px(18)
    guide._theme.set_mode("dark")
    assert guide.chapter() == "searching"


def test_pages_in_another_look_take_the_place_of_those_before(guide: GuideWindow, theme: ThemeService) -> None:
    for _ in range(3):
        theme.step_reading_px(1)
    guide.open("comparing")
    theme.step_reading_px(-1)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(guide.text.findChildren(GuidePage)) == 1


def test_all_that_can_be_used_has_a_name_and_tab_reaches_it(guide: GuideWindow, qapp: QApplication) -> None:
    guide.field.setText("story")
    nodes = list(_walk(QAccessible.queryAccessibleInterface(guide)))
    nameless = [node for node in nodes if node.state().focusable and not node.text(QAccessible.Text.Name).strip()]
    assert [type(node.object()).__name__ for node in nameless] == []
    stops = [w for w in guide.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(stops) >= 6
    for stop in stops:
        if stop.isEnabled():
            guide.setFocus()
            before = _around(stop, guide)
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            assert stop.hasFocus()
            assert stop is guide.text or _around(stop, guide) != before, type(stop).__name__


def test_f1_opens_the_chapter_for_where_one_is(made: Made, story: tuple[int, ...]) -> None:
    window, screens = made.window, made.screens

    def chapter() -> str:
        made.do("guide")
        assert window.help.guide is not None
        assert window.help.guide.isVisible()
        window.help.guide.close()
        window.activateWindow()
        return window.help.guide.chapter()

    window.navigator.go(Reading(story[0]))
    screens.reader.view.setFocus()
    assert chapter() == "reading"
    screens.sidebar.focus_stories()
    assert chapter() == "library"
    window.search_box.setFocus()
    assert chapter() == "searching"
    window.navigator.go(Comparing(story[0], story[1]))
    assert chapter() == "comparing"
    screens.compare._rail.list.setFocus()
    assert chapter() == "reviewing"
    window.frame.show_compare(empty=True)
    window.frame.recent.setFocus()
    assert chapter() in ("any-two", "comparing")


def test_f1_in_a_dialog_opens_its_chapter(made: Made) -> None:
    made.do("shortcuts")
    dialog = made.window.findChild(ShortcutsDialog)
    assert dialog is not None
    dialog._help()
    assert made.window.help.guide is not None
    assert made.window.help.guide.chapter() == "keyboard"
    dialog.close()


def test_the_guide_goes_with_the_window(made: Made) -> None:
    made.do("guide")
    guide = made.window.help.guide
    assert guide is not None
    assert not guide.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    made.window.close()
    assert not guide.isVisible()


def pictures_of(guide: GuideWindow) -> list[tuple[str, float]]:
    """The addresses of the pictures in the chapter, and how wide they are shown."""
    found = []
    block = guide.text.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            shape = parts.fragment().charFormat()
            if shape.isImageFormat():
                found.append((shape.toImageFormat().name(), shape.toImageFormat().width()))
            parts += 1
        block = block.next()
    return found


def _walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)


def _around(widget: QWidget, window: QWidget) -> object:
    place = widget.rect().adjusted(-4, -4, 4, 4).translated(widget.mapTo(window, QPoint(0, 0)))
    return window.grab(place).toImage()
