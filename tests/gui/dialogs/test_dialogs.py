"""The pages of the Help menu and the reports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from variorum import __version__
from variorum.assets import Notice
from variorum.core.library.model import ImportFailure
from variorum.gui.actions import ACTIONS
from variorum.gui.dialogs.about import COMPONENTS, AboutDialog
from variorum.gui.dialogs.crash import CrashDialog
from variorum.gui.dialogs.failures import FailuresDialog
from variorum.gui.dialogs.licenses import LicensesDialog
from variorum.gui.dialogs.shortcuts import ShortcutsDialog
from variorum.gui.theme.service import ThemeService

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_the_shortcut_page_lists_every_command_and_finds_by_word_and_by_key(qtbot: QtBot, theme: ThemeService) -> None:
    dialog = ShortcutsDialog(theme, None)
    qtbot.addWidget(dialog)
    assert len(dialog.shown()) == len(ACTIONS)
    dialog.filter.setText("previous cha")
    assert dialog.shown() == ["Previous change"]
    dialog.filter.setText("ctrl+d")
    assert dialog.shown() == ["Compare versions"]
    dialog.filter.setText("nothing is called so")
    assert dialog.shown() == []


@pytest.mark.parametrize("width", [620, 920])
def test_the_shortcut_page_cuts_nothing_off(qtbot: QtBot, theme: ThemeService, width: int) -> None:
    dialog = ShortcutsDialog(theme, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(width, 500)
    QApplication.processEvents()
    table = dialog.table
    assert table.horizontalScrollBar().maximum() == 0
    heights = set()
    for item in (item for _, items in dialog._groups for item in items):
        for column in range(3):
            room = table.visualRect(table.indexFromItem(item, column)).adjusted(3, 0, -3, 0)
            needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(column))
            assert needed.height() <= room.height(), item.text(column)
            assert needed.width() <= room.width(), item.text(column)
            heights.add(room.height())
    assert min(heights) == 24


def test_about_names_version_and_every_dependency_with_its_license(qtbot: QtBot, theme: ThemeService) -> None:
    dialog = AboutDialog(theme, None)
    qtbot.addWidget(dialog)
    text = dialog.components.toPlainText().casefold()
    dependencies = re.findall(
        r'^    "([\w-]+)[>=]=', PROJECT.read_text(encoding="utf-8").partition("[project.opt")[0], re.MULTILINE
    )
    assert len(dependencies) >= 8
    for name in dependencies:
        assert name.removesuffix("-Essentials").casefold() in text, name
    assert all(license_ for _name, _use, license_ in COMPONENTS)
    assert any(__version__ in label.text() for label in dialog.findChildren(QLabel))


def test_a_packaged_program_shows_the_license_texts_of_what_it_contains(qtbot: QtBot, theme: ThemeService) -> None:
    contained = [Notice("Qt", "6.11", "LGPL-3.0", "of the library"), Notice("Whoosh", "2.7", "BSD", "of the search")]
    dialog = AboutDialog(theme, None, lambda: contained)
    qtbot.addWidget(dialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Licenses…").click()
    licenses = dialog.findChild(LicensesDialog)
    assert licenses is not None
    assert "of the library" in licenses.text.toPlainText()
    licenses.names.setCurrentRow(1)
    assert "of the search" in licenses.text.toPlainText()
    assert "2.7" in licenses.names.item(1).text()
    licenses.reject()


def test_failures_are_listed_by_name_and_reason(qtbot: QtBot, theme: ThemeService) -> None:
    failures = [ImportFailure(Path("/x/photo.txt"), "“photo.txt” is not text.")]
    dialog = FailuresDialog(failures, theme, None)
    qtbot.addWidget(dialog)
    item = dialog.table.topLevelItem(0)
    assert item is not None
    assert (item.text(0), item.text(1)) == ("photo.txt", "“photo.txt” is not text.")


def test_a_crash_report_can_be_copied(qtbot: QtBot, theme: ThemeService) -> None:
    dialog = CrashDialog("Variorum 1.0\nTraceback", Path("/x/variorum.log"), theme, None)
    qtbot.addWidget(dialog)
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy report")
    copy.click()
    assert QGuiApplication.clipboard().text() == "Variorum 1.0\nTraceback"
