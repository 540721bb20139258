"""The last comparisons: noted as they are shown, one click away, gone when one wants."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.core.library.library import Library
from variorum.core.library.model import RecentComparison, RecentSide
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.recent.listing import Listed, facts, spoken, when
from variorum.gui.recent.view import RecentModel


def rows(made: Made) -> list[Listed]:
    return list(made.window.any_two._recents._rows)


def menu(made: Made) -> QMenu:
    found = next(menu for menu in made.window.findChildren(QMenu) if menu.title() == "Compare a&gain")
    found.aboutToShow.emit()
    return found


def test_it_is_said_when_as_one_says_it() -> None:
    now = datetime(2026, 3, 2, 15, 0).astimezone()
    for ago, said in ((timedelta(hours=1), "today, 14:00"), (timedelta(hours=16), "yesterday, 23:00")):
        assert when((now - ago).isoformat(), now) == said
    assert when((now - timedelta(days=9)).isoformat(), now) == "2026-02-21"
    assert when("", now) == ""


def test_a_row_tells_headlines_sources_and_when() -> None:
    now = datetime(2026, 3, 2, 15, 0).astimezone()
    sides = RecentSide("Bridge closes", "Reuters", 1), RecentSide("Bridge shut", "", None, "/desk/bridge.txt")
    one = Listed(RecentComparison(1, *sides, now.isoformat()))
    nobody = RecentSide("Bridge closed", "", 3)
    assert facts(Listed(RecentComparison(2, sides[0], nobody, "")), now) == "Reuters"
    assert facts(one, now) == "Reuters ⇄ bridge.txt · today, 15:00"
    assert spoken(one, now) == "Bridge closes, compared with Bridge shut, Reuters ⇄ bridge.txt · today, 15:00"


def test_what_is_compared_is_listed_in_the_menu_and_on_the_page(made: Made, story: tuple[int, ...]) -> None:
    assert [action.text() for action in menu(made).actions()] == ["Nothing was compared yet"]
    made.window.library.compare(story[0], story[1])
    made.window.library.compare(story[2], story[3])
    made.do("swap")
    texts = [action.text().partition("\t")[0] for action in menu(made).actions()]
    assert texts == [
        "School opens  ⇄  City shuts its oldest bridge",
        "Old bridge to close in May  ⇄  Bridge closes",
    ]
    menu(made).actions()[1].trigger()
    assert made.here() == Comparing(story[0], story[1])
    made.do("recent")
    page = made.window.frame.recent
    assert page.list.isVisible()
    assert not made.can("next-change")
    assert made.window.frame.status.facts() == ""
    page.list.go_to(1)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert made.here() == Comparing(story[3], story[2])
    assert made.window.frame.compares()


def test_escape_leads_back_to_what_is_open(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.do("recent")
    QTest.keyClick(made.window.frame.recent.list, Qt.Key.Key_Escape)
    assert made.window.frame.compares()
    assert made.can("next-change")
    made.window.library.open(story[2])
    made.do("recent")
    QTest.keyClick(made.window.frame.recent.list, Qt.Key.Key_Escape)
    assert made.window.frame.reads()
    assert made.here() == Reading(story[2])


@pytest.mark.parametrize("way", ["escape", "back", "recent"])
@pytest.mark.parametrize("remembered", [False, True])
def test_every_way_back_leads_to_where_one_was(
    made: Made, story: tuple[int, ...], way: str, remembered: bool, qtbot: QtBot
) -> None:
    if remembered:
        made.window.library.compare(story[1], story[2])
    made.window.library.open(story[0])
    QApplication.clipboard().setText("Bridge news from the clipboard.")
    made.do("compare-clipboard")
    here, page = made.here(), made.window.frame.recent
    qtbot.waitUntil(made.window.isActiveWindow)
    made.do("recent")
    assert page.isVisible()
    if not remembered:
        assert page._empty.isVisible()
        assert page._empty.accessibleName() == "No comparisons yet"
    if way == "escape":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    else:
        made.do(way)
    assert made.window.frame.compares()
    assert made.here() == here
    assert made.can("next-change")


def test_the_way_back_leads_to_the_results_one_was_at(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.window.frame.show_reading()
    made.do("recent")
    made.do("recent")
    assert made.window.frame.reads()


def test_with_nothing_open_the_page_invites_and_there_is_no_way_back(made: Made) -> None:
    made.do("recent")
    assert made.window.frame.recent._empty.accessibleName() == "Nothing to compare yet"
    assert not made.can("back")


def test_delete_takes_one_off_and_undo_brings_it_back(made: Made, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.window.library.compare(story[1], story[2])
    made.do("recent")
    page, before = made.window.frame.recent, rows(made)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert rows(made) == before[1:]
    made.press("Undo")
    assert rows(made) == before
    page.clear.click()
    assert rows(made) == []
    assert not page.list.isVisible()
    made.do("undo")
    assert rows(made) == before


def test_a_removed_article_says_so_and_can_be_taken_off(made: Made, library: Library, story: tuple[int, ...]) -> None:
    made.window.library.compare(story[0], story[1])
    made.screens.sidebar.story_list.select_articles([story[0]])
    made.do("remove")
    (one,) = rows(made)
    assert one.why == "“Old bridge to close in May” is not in the library any more."
    menu(made).actions()[0].trigger()
    assert made.said() == one.why
    assert made.here() is None
    made.do("undo")
    assert rows(made)[0].why == ""
    made.screens.sidebar.story_list.select_articles([story[0]])
    made.do("remove")
    menu(made).actions()[0].trigger()
    made.press("Take it off the list")
    assert rows(made) == []


def test_files_are_opened_again_from_where_they_are(
    made: Made, library: Library, story: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text("Bridge shut in June\n\nThe bridge will be shut in June.", encoding="utf-8")
    made.window.library.open(story[0])
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "elsewhere"))
    made.window.any_two.pairing.compare_files([file, file.with_name("none.txt")])
    assert rows(made) == [], "what can't be read was not compared"
    made.screens.reader.source_asked.emit("clipboard")
    made.window.any_two.pairing.compare_files([file, file])
    (one,) = [row for row in rows(made) if row.recent.left.path]
    assert one.recent.left.path == str(file)
    file.write_text("Bridge shut in July\n\nThe bridge will be shut in July.", encoding="utf-8")
    made.window.any_two._recents.open(one)
    assert made.rows()[0].headline == "Bridge shut in July"
    file.unlink()
    made.do("recent")
    assert rows(made)[0].why == "The file “bridge.txt” is not there any more."
    assert library.revision() == 5


def test_what_git_hands_over_for_a_moment_and_clipboards_are_not_remembered(
    made: Made, story: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    files = [tmp_path / f"{name}.txt" for name in "ab"]
    for file in files:
        file.write_text(f"Bridge {file.stem}\n\nThe bridge is {file.stem}.", encoding="utf-8")
    made.window.any_two.pairing.compare_files(files)
    assert isinstance(made.here(), Comparing)
    made.window.library.open(story[0])
    QApplication.clipboard().setText("Bridge news from the clipboard.")
    made.do("compare-clipboard")
    assert rows(made) == []
    made.do("keep")
    assert [row.headlines[1] for row in rows(made)] == ["Bridge news from the clipboard."]
    made.do("undo")
    assert rows(made) == [], "what was not to be kept is not remembered either"


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = RecentModel(lambda: datetime(2026, 3, 2, 15, 0).astimezone())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sides = RecentSide("Bridge closes", "Reuters", 1), RecentSide("Bridge shut", "AP", 2, removed=True)
    one = Listed(RecentComparison(1, *sides, "2026-03-02T10:00:00+00:00"), "gone")
    model.set_rows([one] * 3)
    assert isinstance(model, QAbstractItemModel)
    assert model.rowCount() == 3
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole).startswith("gone · today")
    tester.deleteLater()


def test_the_clock_of_the_desk_is_the_local_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TZ", "Asia/Tokyo")
    time.tzset()
    try:
        now = datetime(2026, 3, 2, 1, 0).astimezone()
        assert when("2026-03-01T15:30:00+00:00", now) == "today, 00:30"
    finally:
        monkeypatch.undo()
        time.tzset()
