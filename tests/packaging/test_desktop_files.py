"""What tells a Linux desktop about the program fits the program."""

from __future__ import annotations

import configparser
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum import __version__
from variorum.cli.main import COMMANDS

PACKAGING = Path(__file__).parents[2] / "packaging"
LINUX = PACKAGING / "linux"
ICONS = Path(__file__).parents[2] / "resources" / "icons"


def entry() -> configparser.SectionProxy:
    file = configparser.ConfigParser(interpolation=None)
    file.read(LINUX / "variorum.desktop", encoding="utf-8")
    return file["Desktop Entry"]


def test_several_files_open_in_one_window_and_text_is_offered() -> None:
    assert entry()["Exec"] == "variorum %F"
    assert "text/plain" in entry()["MimeType"].split(";")


def test_windows_belong_to_the_entry(qtbot: QtBot) -> None:
    from variorum.gui import stage

    name = QApplication.desktopFileName()
    try:
        assert stage._application().desktopFileName() == entry()["StartupWMClass"] == "variorum"
    finally:
        QApplication.setDesktopFileName(name)
    assert (ICONS / f"{entry()['Icon']}.svg").is_file()


def test_the_software_center_is_told_of_this_version_and_this_entry() -> None:
    told = ET.parse(LINUX / "metainfo.xml.in").getroot()
    assert told.findtext("launchable") == "variorum.desktop"
    assert __version__ in [release.get("version") for release in told.iter("release")]
    assert told.findtext("summary") == entry()["Comment"]


def test_the_manual_names_every_command() -> None:
    manual = (LINUX / "variorum.1").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f".B {command}\n" in manual


def test_who_answers_for_the_packages_stands_in_one_place() -> None:
    told = tomllib.loads((PACKAGING / "identity.toml").read_text(encoding="utf-8"))
    address = told["maintainer"].partition("<")[2].rstrip(">")
    for file in PACKAGING.rglob("*"):
        if file.is_file() and file.name != "identity.toml" and "__pycache__" not in file.parts:
            text = file.read_text(encoding="utf-8")
            assert told["id"] not in text, file
            assert address not in text, file
