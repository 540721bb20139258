"""Changing the library from the window: operations, undo and redo, imports and their summaries."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from variorum.core.errors import LibraryError
from variorum.core.library.drafts import draft
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, ImportFailure, ImportReport
from variorum.gui.library import operations
from variorum.gui.library.controller import LibraryController
from variorum.gui.library.import_flow import summary
from variorum.gui.library.menu import SidebarMenu
from variorum.gui.library.naming import NameDialog
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.services import Services
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.widgets.toast import Toast


class Fixture:
    """A controller with all that it needs."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.sidebar = Sidebar(services)
        self.sidebar.setParent(self.window)
        self.line = ProgressLine()
        self.line.setParent(self.window)
        self.toast = Toast(services.theme, self.window)
        self.controller = LibraryController(services, self.sidebar, self.line, self.toast, self.window)
        self.sidebar.refresh()
        self.window.show()

    def select(self, *ids: int) -> None:
        self.sidebar.story_list.clearSelection()
        self.sidebar.story_list.select_articles(ids)

    def press(self, text: str) -> None:
        next(button for button in self.toast.choices() if button.text() == text).click()


@pytest.fixture
def window(qtbot: QtBot, services: Services, story: tuple[int, ...]) -> Fixture:
    return Fixture(qtbot, services)


def names(library: Library) -> list[str]:
    return [story.name for story in library.stories()]


def test_removing_can_be_taken_back_from_the_toast_and_done_again(
    window: Fixture, library: Library, story: tuple[int, ...]
) -> None:
    window.select(*story[:2])
    window.controller.remove()
    assert [row.id for row in library.articles(story)] == [story[2], story[3]]
    assert window.toast.text() == "2 articles removed"
    window.press("Undo")
    assert len(library.articles(story)) == 4
    assert [version.siglum for version in library.stories()[0].versions] == ["A", "B", "C"]
    window.controller.redo()
    assert len(library.articles(story)) == 2


def test_renaming_asks_with_the_old_name_and_can_be_undone(
    window: Fixture, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(dialog: NameDialog) -> QDialog.DialogCode:
        asked.append(dialog.textValue())
        dialog.setTextValue("  The  old bridge ")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NameDialog, "exec", answer)
    window.controller.rename_story()
    assert asked == ["The bridge"]
    assert names(library) == ["The old bridge"]
    window.controller.undo()
    assert names(library) == ["The bridge"]


@pytest.mark.parametrize("repeats", [1, 3, 40])
def test_a_name_is_seen_from_its_start_and_whole_where_there_is_room(
    qtbot: QtBot, window: Fixture, repeats: int
) -> None:
    name = "Council votes to close the old harbor bridge " * repeats
    beside = QWidget()
    qtbot.addWidget(beside)
    beside.resize(1200, 700)
    dialog = NameDialog(beside, "Rename story", name)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.field.selectedText() == name and dialog.field.cursorPosition() == 0)
    field = dialog.field
    assert field.cursorPositionAt(QPoint(10, field.height() // 2)) <= 1
    assert dialog.width() <= beside.width()
    if repeats < 10:
        assert QFontMetrics(field.font()).horizontalAdvance(name) < field.width()
    dialog.close()


def test_a_new_story_of_the_selection_can_be_undone(
    window: Fixture, library: Library, story: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: NameDialog) -> QDialog.DialogCode:
        dialog.setTextValue("Closing")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NameDialog, "exec", answer)
    window.select(*story[1:3])
    window.controller.new_story()
    assert sorted(names(library)) == ["Closing", "The bridge"]
    window.controller.undo()
    assert names(library) == ["The bridge"]
    assert [version.id for version in library.stories()[0].versions] == list(story[:3])


def test_moving_out_of_a_story_and_back_keeps_the_letter(
    window: Fixture, library: Library, story: tuple[int, ...]
) -> None:
    window.select(story[1])
    window.controller.move_to(None)
    assert library.article(story[1]).story_id is None
    window.controller.undo()
    assert library.article(story[1]).siglum == "B"


def test_dissolving_a_story_leaves_its_articles(window: Fixture, library: Library, story: tuple[int, ...]) -> None:
    window.controller.dissolve_story()
    assert names(library) == []
    assert len(library.articles(story)) == 4
    window.controller.undo()
    assert names(library) == ["The bridge"]


def test_a_change_that_fails_is_told_and_forgotten(qtbot: QtBot, window: Fixture) -> None:
    window.controller.changes.do("rename", operations.renaming(999, "x"))
    assert window.toast.text() == "This story is no longer in the library."
    qtbot.waitUntil(lambda: not window.controller.changes.stack.canUndo())


def test_every_change_is_indexed(window: Fixture, services: Services, story: tuple[int, ...]) -> None:
    before = services.search.refreshed  # type: ignore[attr-defined]
    window.select(story[0])
    window.controller.remove()
    assert services.search.refreshed == before + 1  # type: ignore[attr-defined]


def test_an_import_is_summed_up_and_two_files_can_be_compared(
    window: Fixture, library: Library, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Snow falls\n\nSnow fell on the hills on Monday.", encoding="utf-8")
    second.write_text("Hills white\n\nThe hills were white on Monday.", encoding="utf-8")
    asked: list[tuple[int, int]] = []
    window.controller.comparison_asked.connect(lambda left, right: asked.append((left, right)))
    window.controller.imports.start([first, second])
    assert window.toast.text() == "2 imported."
    window.press("Compare")
    assert [library.article(number).headline for number in asked[0]] == ["Snow falls", "Hills white"]
    window.controller.imports.start([first, second])
    assert window.toast.text() == "2 already in the library."
    assert window.line.isHidden()


@pytest.mark.logs
def test_a_story_whose_import_failed_is_not_made_by_a_later_import_of_its_files(
    window: Fixture, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise LibraryError("The library is locked.")

    before, files = names(library), write(tmp_path, "Snow falls", "White hills")
    with monkeypatch.context() as broken:
        broken.setattr("variorum.gui.library.import_flow.import_paths", fail)
        window.controller.import_as_story(files)
    assert window.toast.text() == "The library is locked."
    window.controller.imports.start(files)
    assert names(library) == before


def test_a_menu_with_nothing_in_it_is_not_kept(window: Fixture) -> None:
    window.sidebar.story_list.clearSelection()
    window.sidebar.menu_asked.emit(QPoint(10, 10))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.sidebar.findChildren(SidebarMenu)


def test_files_that_cannot_be_read_are_listed_with_their_reasons(window: Fixture, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    window.controller.imports.start([tmp_path / "empty.txt", tmp_path / "gone.txt"])
    assert window.toast.text() == "2 could not be read."
    assert [button.text() for button in window.toast.choices()] == ["Details…"]
    window.press("Details…")


ROW = ArticleRow(1, "Headline", "", "", "en", "", "2026-01-01T00:00:00Z", 9, "0", None, "", 1)


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (ImportReport(), "0 imported."),
        (ImportReport(failed=(ImportFailure(Path("x"), "no"),)), "1 could not be read."),
        (ImportReport(canceled=True), "Import stopped: 0 imported."),
        (ImportReport(added=(ROW,), damaged=(ROW,)), "1 imported, 1 of them with characters that could not be read."),
    ],
)
def test_summaries(report: ImportReport, text: str) -> None:
    assert summary(report) == text


def test_the_menu_offers_what_fits_the_selection(
    window: Fixture, services: Services, library: Library, story: tuple[int, ...]
) -> None:
    def offered(ids: list[int]) -> list[str]:
        menu = SidebarMenu(services.theme, window.controller, window.sidebar)
        menu.offer_articles(ids, library.stories()[0], library.stories())
        return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]

    assert offered([story[0]])[:3] == ["Open", "Compare with version", "Compare with…"]
    assert offered(list(story[:2]))[0] == "Compare these two"
    assert "Compare with version" not in offered([story[3]])
    assert "Compare with…" in offered([story[3]])
    assert "Compare these two" not in offered(list(story[:3]))
    held = library.hold(draft("Clipboard text that is long enough."), "Clipboard, 14:02").id
    assert offered([held]) == ["Open", "Compare with…", "Keep in the library"]


def write(folder: Path, *headlines: str) -> list[Path]:
    files = [folder / f"{number}.txt" for number, _ in enumerate(headlines)]
    for file, headline in zip(files, headlines, strict=True):
        file.write_text(f"{headline}\n\nThis is what happened: {headline}, on Monday.", encoding="utf-8")
    return files


def test_imported_files_can_be_grouped_as_a_story_whose_name_is_asked_in_place(
    window: Fixture, library: Library, tmp_path: Path
) -> None:
    window.controller.imports.start(write(tmp_path, "Snow falls on the hills", "Snow falls", "White hills again"))
    assert [button.text() for button in window.toast.choices()] == ["Group as a story…", "Show"]
    window.press("Group as a story…")
    field = window.toast.field()
    assert field is not None
    assert field.text() == "Snow falls"
    field.setText("  Snow ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.toast.text() == "3 articles in “Snow”"
    current = window.sidebar.stories.current()
    assert current is not None
    assert current.versions[0].headline == "Snow falls on the hills"
    assert current.name == "Snow"
    window.press("Undo")
    assert names(library) == ["The bridge"]


def test_two_imported_files_can_be_compared_grouped_or_shown(window: Fixture, tmp_path: Path) -> None:
    window.controller.imports.start(write(tmp_path, "Snow falls", "White hills"))
    assert [button.text() for button in window.toast.choices()] == ["Compare", "Group as a story…", "Show"]
    assert window.sidebar.articles.is_unfolded(), "what is in no story is seen"
    window.press("Show")
    rows = window.sidebar.articles.list.selected_rows()
    assert sorted(row.text for row in rows) == ["Snow falls", "White hills"]


def test_the_sample_story_can_be_added_and_taken_back(window: Fixture, library: Library, seeds: list[Path]) -> None:
    before = len(library.articles())
    window.controller.add_sample()
    assert len(library.articles()) == before + len(seeds)
    assert len(library.stories()) == 2
    window.controller.add_sample()
    assert len(library.articles()) == before + len(seeds)
    window.controller.undo()
    assert len(library.articles()) == before + len(seeds), "the second time nothing was added"
    window.controller.undo()
    assert len(library.articles()) == before
    window.controller.add_sample()
    assert len(library.articles()) == before + len(seeds), "what was removed comes back to its story"
    assert sum(bool(story.versions) for story in library.stories()) == 2
