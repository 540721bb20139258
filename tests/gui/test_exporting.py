"""Taking a comparison out of the window: which form, where to, what is said, what is remembered."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from held_jobs import HeldJobs
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.formats import BY_ID, FORMATS, Format
from variorum.core.export.paper import A4, LETTER
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article
from variorum.gui import exporting
from variorum.gui.compare.shown import Shown
from variorum.gui.dialogs.export import ExportChoice, ExportDialog
from variorum.gui.exporting import Exporting
from variorum.gui.jobs import Jobs
from variorum.gui.printing.pdf import page_layout
from variorum.gui.printing.preview import Preview
from variorum.gui.save_place import ask_where, file_name
from variorum.gui.services import Services
from variorum.gui.widgets.progress_line import ProgressLine

Choices = tuple[tuple[str, Callable[[], object]], ...]


@pytest.fixture
def comparison(services: Services, story: tuple[int, ...]) -> Comparison:
    return services.workbench.compare(story[0], story[1])


@dataclass
class Made:
    exporting: Exporting
    progress: ProgressLine
    window: QWidget
    said: list[tuple[str, Choices]]

    def last(self) -> str:
        return self.said[-1][0]


@pytest.fixture
def make(qtbot: QtBot, services: Services) -> Callable[[Shown | None], Made]:
    def make(shown: Shown | None) -> Made:
        window, progress = QWidget(), ProgressLine()
        qtbot.addWidget(window)
        qtbot.addWidget(progress)
        made = Made(Exporting(services, lambda: shown, progress, window), progress, window, [])
        made.exporting.said.connect(lambda text, choices: made.said.append((text, choices)))
        return made

    return make


Make = Callable[[Shown | None], Made]


@pytest.fixture
def shown(comparison: Comparison) -> Shown:
    return Shown(comparison, Scope(sigla=("A", "B"), reviews={0: Review(reviewed=True, note="ask the city")}))


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[Path]:
    """Have every file saved in `folder` under the proposed name; returns the proposals."""
    asked: list[Path] = []

    def ask(_window: QWidget, proposal: Path, _form: Format, save: Callable[[Path], None]) -> None:
        asked.append(proposal)
        save(folder / proposal.name)

    monkeypatch.setattr(exporting, "ask_where", ask)
    return asked


NAME = f"Old bridge to close in May, A to B, {datetime.now().astimezone().date().isoformat()}"
BEGINNINGS = {
    ".pdf": b"%PDF",
    ".docx": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".csv": b"\xef\xbb\xbfnumber",
    ".json": b"{",
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_form_is_saved_under_a_name_that_tells_it(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: object
) -> None:
    asked = choose(monkeypatch, tmp_path)
    made = make(shown)
    choice = ExportChoice(next(f for f in FORMATS if f is form))
    made.exporting.save(shown, choice)
    (file,) = tmp_path.glob("*" + choice.form.suffix)
    assert file.name == f"{NAME}{choice.form.tail}{choice.form.suffix}" == asked[0].name
    assert file.read_bytes().startswith(BEGINNINGS.get(choice.form.suffix, b""))
    assert made.last() == f"Saved as {file.name}."
    assert [name for name, _ in made.said[-1][1]] == ["Open", "Open folder"]


def test_notes_and_scope_go_into_the_file(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path)
    scope = Scope(frozenset({ChangeKind.ADDED}), reviews=shown.scope.reviews)
    for only_shown in (True, False):
        make(None).exporting.save(Shown(shown.comparison, scope), ExportChoice(BY_ID["changes"], only_shown))
        told = json.loads(next(tmp_path.glob("*.json")).read_text(encoding="utf-8"))["changes"]
        kinds = {kind for change in told if not change["note"] for kind in change["kinds"]}
        assert (kinds == {"added"}) is only_shown
        assert told[0]["note"] == "ask the city", "of whatever kind it is"
    assert len(told) == len(changes(shown.comparison))


def test_the_folder_can_be_opened_from_what_is_said(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    choose(monkeypatch, tmp_path)
    made = make(shown)
    made.exporting.save(shown, ExportChoice(BY_ID["csv"]))
    for _, act in made.said[-1][1]:
        act()
    assert opened == [str(next(tmp_path.glob("*.csv"))), str(tmp_path)]


def test_folder_and_form_are_remembered(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    choose(monkeypatch, folder)
    make(shown).exporting.save(shown, ExportChoice(BY_ID["memo-docx"]))
    asked = choose(monkeypatch, tmp_path)
    made = make(shown)
    made.exporting.export()
    dialog = made.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.form() is BY_ID["memo-docx"]
    dialog.chosen.emit(ExportChoice(BY_ID["html"]))
    assert asked[0].parent == folder
    dialog.reject()


@pytest.mark.skipif(os.name != "posix", reason="a folder without permission to write is made by its mode")
def test_what_cannot_be_written_is_told_in_one_sentence_and_leaves_the_old_file(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path)
    file = tmp_path / f"{NAME}.html"
    file.write_text("the old one")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    made = make(shown)
    made.exporting.save(shown, ExportChoice(BY_ID["html"]))
    assert made.said == [(f"“{file.name}” can't be written: No space left on device.", ())]
    assert file.read_text() == "the old one"
    assert list(tmp_path.glob(".*")) == []


def test_without_a_comparison_nothing_happens(make: Make) -> None:
    made = make(None)
    for act in (made.exporting.export, made.exporting.copy, made.exporting.copy_memo, made.exporting.print_out):
        act()
    assert made.said == []


def test_giving_up_where_to_save_writes_nothing(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtCore.QDir.homePath", lambda: str(tmp_path))
    made = make(shown)
    made.exporting.save(shown, ExportChoice(BY_ID["html"]))
    dialog = made.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    assert made.said == []
    assert list(tmp_path.glob("*.html")) == []


def test_a_long_export_shows_that_it_is_under_way_and_can_be_stopped(
    qtbot: QtBot, services: Services, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path)
    monkeypatch.setattr(exporting, "PATIENCE_MS", 1)
    stopped = Event()

    def slow(*args: Callable[[], bool]) -> bytes:
        while not args[-1]():
            stopped.wait(0.005)
        stopped.set()
        return b"half"

    monkeypatch.setattr("variorum.gui.printing.making.made", slow)
    jobs, window, progress = Jobs(), QWidget(), ProgressLine()
    qtbot.addWidget(window)
    qtbot.addWidget(progress)
    threaded = Services(services.library, services.workbench, services.search, jobs, services.theme, services.settings)
    exporter = Exporting(threaded, lambda: shown, progress, window)
    said: list[str] = []
    exporter.said.connect(lambda text, _: said.append(text))
    exporter.save(shown, ExportChoice(BY_ID["pdf"]))
    qtbot.waitUntil(progress.isVisible)
    progress.canceled.emit()
    assert progress.isHidden()
    assert stopped.wait(5)
    jobs.close()
    assert said == ["Export stopped; no file was written."]
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_is_copied_while_a_file_is_made_does_not_take_its_place(
    qtbot: QtBot, services: Services, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path)
    jobs, window, progress = HeldJobs(), QWidget(), ProgressLine()
    qtbot.addWidget(window)
    qtbot.addWidget(progress)
    exporter = Exporting(replace(services, jobs=jobs), lambda: shown, progress, window)
    said: list[str] = []
    exporter.said.connect(lambda text, _: said.append(text))
    jobs.hold = True
    exporter.save(shown, ExportChoice(BY_ID["html"]))
    exporter.save(shown, ExportChoice(BY_ID["csv"]))
    exporter.copy_memo()
    exporter.copy()
    progress.start("")
    jobs.let_go()
    assert progress.isHidden()
    assert [text.split(".")[-2] for text in said] == ["html", "csv", "The comparison is on the clipboard"]
    assert len(list(tmp_path.glob("Old bridge*"))) == 2


def clipboard() -> QMimeData:
    data = QGuiApplication.clipboard().mimeData()
    assert isinstance(data, QMimeData)
    return data


def test_copying_puts_rich_and_plain_text_on_the_clipboard(make: Make, shown: Shown) -> None:
    made = make(shown)
    made.exporting.copy()
    assert made.last() == "The comparison is on the clipboard."
    assert "<table" in clipboard().html()
    assert "Old bridge to close in May" in clipboard().text()
    assert "<" not in clipboard().text()
    made.exporting.copy_memo()
    assert clipboard().text().startswith("CHANGE MEMO")
    assert "<b>Change memo</b>" in clipboard().html()


def test_printing_sets_the_pages_for_the_printers_paper(make: Make, shown: Shown, tmp_path: Path) -> None:
    made = make(shown)
    made.exporting.print_out()
    preview = made.window.findChild(Preview)
    assert preview is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    for paper in (A4, LETTER):
        printer.setPageLayout(page_layout(paper))
        preview.paint_on(printer)
        assert f"/MediaBox [0 0 {paper.width / 25.4 * 72:.0f}" in (tmp_path / "printed.pdf").read_text("latin-1")
    assert set(preview._made) == {(210, 297), (216, 279)}
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    preview.close()


def test_the_dialog_offers_what_makes_a_difference(qtbot: QtBot, services: Services) -> None:
    dialog = ExportDialog(services.theme, Scope(frozenset({ChangeKind.ADDED})), "csv", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form() is BY_ID["csv"]
    assert dialog.only_shown.isVisible()
    assert dialog.only_shown.text().endswith("Added")
    offered = {}
    for form in FORMATS:
        dialog.set_form(form.id)
        offered[form.id] = (dialog.changed_only.isEnabled(), dialog.paper.isEnabled())
        assert dialog.only_shown.isEnabled() is (form.id not in ("docx", "json"))
    assert [name for name, (changed, _) in offered.items() if changed] == ["pdf", "html", "markdown"]
    assert [name for name, (_, paper) in offered.items() if paper] == ["pdf", "docx", "memo-pdf", "memo-docx"]
    dialog.set_form("pdf")
    dialog.paper.setCurrentText("Letter")
    dialog.changed_only.setChecked(True)
    with qtbot.waitSignal(dialog.chosen) as choice:
        dialog._save.click()
    assert choice.args == [ExportChoice(BY_ID["pdf"], only_shown=True, unchanged=False, paper=LETTER)]


def test_keys_and_clicks_go_from_form_to_form_past_the_headings(qtbot: QtBot, services: Services) -> None:
    dialog = ExportDialog(services.theme, Scope(), FORMATS[0].id, None)
    qtbot.addWidget(dialog)
    dialog.show()
    for key, forms in ((Qt.Key.Key_Down, FORMATS[1:]), (Qt.Key.Key_Up, FORMATS[-2::-1])):
        for form in forms:
            QTest.keyClick(dialog.forms, key)
            assert dialog.form() is form
    for key, form in ((Qt.Key.Key_End, FORMATS[-1]), (Qt.Key.Key_Home, FORMATS[0])):
        QTest.keyClick(dialog.forms, key)
        assert dialog.form() is form
    heading = dialog.forms.topLevelItem(0)
    assert heading is not None
    assert heading.text(0) == FORMATS[0].group
    dialog.set_form("csv")
    place = dialog.forms.visualItemRect(heading).center()
    QTest.mouseClick(dialog.forms.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.form() is BY_ID["csv"]
    assert dialog._save.isEnabled()


def test_a_name_without_an_ending_gets_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    saved: list[Path] = []
    ask_where(window, tmp_path / "bridge.pdf", BY_ID["pdf"], saved.append)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Save as PDF"
    assert [Path(name) for name in dialog.selectedFiles()] == [tmp_path / "bridge.pdf"]
    dialog.selectFile("harbor")
    assert [Path(name) for name in dialog.selectedFiles()] == [tmp_path / "harbor.pdf"]
    dialog.accept()
    assert saved == [tmp_path / "harbor.pdf"]


@pytest.mark.parametrize(
    ("headline", "outlets", "sigla", "name"),
    [
        ("Old bridge: “to close”?", ("", ""), ("A", "C"), "Old bridge to close, A to C, 2026-03-01"),
        ("Old bridge", ("Bay News", "Coast/Press"), ("", ""), "Old bridge, Bay News to CoastPress, 2026-03-01"),
        ("Old bridge", ("Bay News", "Bay News"), ("", ""), "Old bridge, 2026-03-01"),
        ("Old bridge", ("Bay News", ""), ("A", ""), "Old bridge, 2026-03-01"),
        ("…", ("", ""), ("A", "B"), "Comparison, A to B, 2026-03-01"),
        ("x" * 300, ("", ""), ("", ""), "x" * 60 + ", 2026-03-01"),
        ("bridge " * 40, ("", ""), ("", ""), ("bridge " * 8).strip() + ", 2026-03-01"),
    ],
)
def test_the_proposed_name_says_what_it_is_and_is_one_that_files_may_have(
    comparison: Comparison, headline: str, outlets: tuple[str, str], sigla: tuple[str, str], name: str
) -> None:
    left = replace(comparison.left, headline=headline, outlet=outlets[0])
    pair = replace(comparison, left=left, right=replace(comparison.right, outlet=outlets[1]))
    day = date(2026, 3, 1)
    assert file_name(Shown(pair, Scope(sigla=sigla)), BY_ID["pdf"], day).stem == name
    assert file_name(Shown(pair, Scope(sigla=sigla)), BY_ID["memo-pdf"], day).stem == f"{name}, memo"


def test_no_two_forms_have_the_same_file() -> None:
    assert len({form.tail + form.suffix for form in FORMATS}) == len(FORMATS)


def test_a_name_of_ones_own_is_proposed_again_for_these_versions_and_this_kind(
    make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_window: QWidget, proposal: Path, form: Format, save: Callable[[Path], None]) -> None:
        asked.append(proposal.name)
        save(tmp_path / f"mine{form.suffix}")

    monkeypatch.setattr(exporting, "ask_where", ask)
    made = make(shown)
    other = Shown(shown.comparison, replace(shown.scope, sigla=("A", "C")))
    for what, form in ((shown, "pdf"), (shown, "docx"), (shown, "memo-docx"), (other, "pdf"), (shown, "pdf")):
        made.exporting.save(what, ExportChoice(BY_ID[form]))
    assert asked == [f"{NAME}.pdf", "mine.docx", f"{NAME}, memo.docx", f"{NAME.replace('B', 'C')}.pdf", f"{NAME}.pdf"]


def test_the_preview_says_what_it_shows_and_turns_pages(make: Make) -> None:
    told = "\n\n".join(f"The council of Norwick paid {n} dollars on day {n}." for n in range(120))
    article = read_article(f"Council pays\n\n{told}")
    made = make(Shown(compare(article, article), Scope(sigla=("A", "B"))))
    made.exporting.print_out()
    preview = made.window.findChild(Preview)
    assert preview is not None
    assert preview.windowTitle() == "Print: A Council pays → B Council pays"
    pages = preview.sheets.pageCount()
    assert pages > 2
    assert preview.place.text() == f"Page 1 of {pages}"
    assert (preview.previous.isEnabled(), preview.next.isEnabled()) == (False, True)
    preview.next.click()
    assert preview.place.text() == f"Page 2 of {pages}"
    assert preview.previous.isEnabled()
    before = preview.sheets.zoomFactor()
    for button in preview.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    next(b for b in preview.findChildren(QToolButton) if b.accessibleName() == "Larger").click()
    assert preview.sheets.zoomFactor() > before
    preview.paper.setCurrentText("Letter" if preview.paper.currentText() == "A4" else "A4")
    assert set(preview._made) == {(210, 297), (216, 279)}
    preview.close()


def test_what_was_printed_is_said(make: Make, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(shown)
    made.exporting.print_out()
    preview = made.window.findChild(Preview)
    assert preview is not None
    monkeypatch.setattr(QDialog, "open", lambda dialog: dialog.done(QDialog.DialogCode.Accepted))
    preview._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview._print.click()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert made.last() == f"Sent to {tmp_path / 'printed.pdf'}."
