"""The commands of the menu Help: the guide at the chapter for where one is, the keys, what the program is made of.

All of it is loaded when it is asked for: a start of the program must not wait for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from variorum.gui.dialogs.frame import CHAPTER
from variorum.gui.frame import Frame, Screens
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from variorum.gui.guide.window import GuideWindow


class Help(QObject):
    """What helps."""

    def __init__(
        self, theme: ThemeService, screens: Screens, frame: Frame, search_box: SearchBox, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme, self._screens, self._frame = theme, screens, frame
        self._window = window
        self.guide: GuideWindow | None = None
        """The guide's window, once it was asked for."""
        chapters = {
            screens.sidebar: "library",
            screens.results: "searching",
            search_box: "searching",
            screens.reader: "reading",
            screens.compare: "comparing",
            frame.recent: "any-two",
        }
        for part, chapter in chapters.items():
            part.setProperty(CHAPTER, chapter)

    def show_guide(self) -> None:
        """The guide, at the chapter for where one is."""
        from variorum.gui.guide.window import GuideWindow

        chapter = self.chapter()
        if self.guide is None:
            self.guide = GuideWindow(self._theme)
        self.guide.open(chapter)

    def chapter(self) -> str:
        """The name of the chapter on what one is at."""
        part: QWidget | None = QApplication.activeModalWidget() or self._window.focusWidget() or self._page()
        while part is not None and part is not self._window:
            chapter = part.property(CHAPTER)
            if chapter:
                return str(chapter)
            part = part.parentWidget()
        return str(self._page().property(CHAPTER))

    def _page(self) -> QWidget:
        """What is shown in the middle."""
        if self._frame.lists_recent():
            return self._frame.recent
        return self._screens.compare if self._frame.compares() else self._screens.reader

    def show_shortcuts(self) -> None:
        """All commands with their keys."""
        from variorum.gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._theme, self._window).open()

    def show_about(self) -> None:
        """Version, license, components."""
        from variorum.gui.dialogs.about import AboutDialog

        AboutDialog(self._theme, self._window).open()

    def close(self) -> None:
        """The window goes, and the guide with it."""
        if self.guide is not None:
            self.guide.close()
