"""Shows a chapter of the guide: column, links, pictures, words that were found. Knows no list of chapters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTextBrowser, QTextEdit, QWidget

from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.guide import book
from variorum.gui.guide.page import PICTURE, GuidePage, ground
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

_WEB = ("http", "https")


class GuideText(QTextBrowser):
    """A page that is read; Tab goes from link to link."""

    chapter_asked = Signal(str)
    """A link to another chapter was followed: the chapter's name."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._hits: tuple[QTextCursor, ...] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the column would jump
        self.setAccessibleName(tr("Chapter"))
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: GuidePage) -> None:
        """Show a chapter from its beginning."""
        self._hits = ()
        page.setParent(self)
        page.fit(self.viewport().width(), self.devicePixelRatioF())
        self.setDocument(page)
        self.verticalScrollBar().setValue(0)

    def find_all(self, words: str) -> int:
        """Mark these words wherever they stand in the page; returns how often that is."""
        page = self.document()
        self._hits = tuple(page.places_of(words)) if isinstance(page, GuidePage) else ()
        self._mark(None)
        return len(self._hits)

    def go_to_hit(self, number: int) -> None:
        """Have one of the places that were found in sight, and selected for who reads by ear."""
        cursor = self._hits[number]
        plain = QTextCursor(cursor)
        plain.clearSelection()
        self.setTextCursor(plain)
        self.ensureCursorVisible()
        self._mark(number)

    def _mark(self, current: int | None) -> None:
        marks = []
        for number, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            name = "hit_current" if number == current else "hit"
            mark.cursor = cursor
            mark.format = ground(self._theme.color(name), self._theme.color(f"{name}_ink"))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _follow(self, address: QUrl) -> None:
        """To another chapter, a larger picture, or (only here) out to the user's browser."""
        text = address.toString()
        if text.startswith(PICTURE):
            PictureDialog(text.removeprefix(PICTURE), self._theme, self.window()).open()
        elif address.scheme() in _WEB:
            QDesktopServices.openUrl(address)
        else:
            self.chapter_asked.emit(text.removesuffix(".md"))

    def _fit(self) -> None:
        page = self.document()
        if isinstance(page, GuidePage):
            page.fit(self.viewport().width(), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class PictureDialog(DialogFrame):
    """A picture of the guide, as large as it was taken."""

    def __init__(self, address: str, theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(tr("Picture"), theme, parent)
        image = QPixmap()
        image.loadFromData(book.picture(address, dark=theme.theme.dark))
        label = QLabel()
        label.setPixmap(image)
        area = QScrollArea()
        area.setWidget(label)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("Picture"))
        self.contents.addWidget(area, 1)
        self.resize(image.size() + QSize(60, 150))
