"""The whole window on a real library, as tests of more than one screen need it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from variorum.core.library.model import ArticleRow
from variorum.gui.appearance import Appearance
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.frame import Screens
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.navigator import Comparing, Place, articles_of
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.services import Services
from variorum.gui.window import MainWindow
from variorum.settings import Settings


class Made:
    """A window and its screens."""

    def __init__(self, qtbot: QtBot, services: Services, settings_file: Path) -> None:
        self.services = services
        self.screens = Screens(Sidebar(services), SearchPanel(services), ReaderPanel(services), ComparePanel(services))
        appearance = Appearance(services.theme, services.jobs, Settings(), settings_file)
        self.window = MainWindow(services, self.screens, appearance)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.screens.compare.prepare()
        self.window.library.refresh()

    def here(self) -> Place | None:
        return self.window.navigator.here

    def rows(self) -> list[ArticleRow]:
        """What is open, from left to right."""
        here = self.here()
        assert here is not None
        ids = (here.left, here.right) if isinstance(here, Comparing) else articles_of(here)
        return list(self.services.library.articles(ids))

    def do(self, action: str) -> None:
        assert self.window.actions_by_id[action].isEnabled(), action
        self.window.actions_by_id[action].trigger()

    def can(self, action: str) -> bool:
        return self.window.actions_by_id[action].isEnabled()

    def said(self) -> str:
        toast = self.window.frame.toast
        return toast.text() if toast.isVisible() else ""

    def press(self, text: str) -> None:
        """Press a button of the message."""
        buttons: list[QToolButton] = self.window.frame.toast.choices()
        next(button for button in buttons if button.text() == text).click()
