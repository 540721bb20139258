"""How the window is divided: top bar, sidebar, pages, status. Knows no commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from variorum.gui.compare.panel import ComparePanel
from variorum.gui.library.sidebar import DEFAULT_WIDTH, Sidebar
from variorum.gui.pairing.selection_bar import SelectionBar
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.recent.page import RecentPage
from variorum.gui.room import SidebarRoom
from variorum.gui.search.panel import SearchPanel
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.widgets.status_line import StatusLine
from variorum.gui.widgets.toast import Toast

RESULTS_WIDTH, NARROW_RESULTS = 400, 270


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens, built by `gui.app`."""

    sidebar: Sidebar
    results: SearchPanel
    reader: ReaderPanel
    compare: ComparePanel

    def targets(self) -> dict[str, QObject]:
        """Those who do what commands ask for, by the names that the table of actions has for them."""
        compare = self.compare
        return {
            "reader": self.reader,
            "compare": compare,
            "reviewing": compare.reviewing,
            "filtering": compare.filtering,
            "inquiry": compare.inquiry,
            "showing": compare.showing,
            "options": compare.options,
        }


class Frame(QWidget):
    """The whole inside of the window below the menu bar."""

    page_changed = Signal()
    """Another page is shown."""

    def __init__(self, theme: ThemeService, screens: Screens) -> None:
        super().__init__()
        self._screens = screens
        self.recent = RecentPage(theme)
        self.progress = ProgressLine()
        self.exports = ProgressLine()
        """Of an export, which may be under way beside an import."""
        self.selection_bar = SelectionBar(theme)
        self.status = StatusLine(theme)
        self.toast = Toast(theme, self)
        self._reading = _splitter([screens.results, screens.reader], [RESULTS_WIDTH, 800])
        self._pages = QStackedWidget()
        for page in (self._reading, screens.compare, self.recent):
            self._pages.addWidget(page)
        self._before_recent: QWidget | None = None
        self._pages.currentChanged.connect(lambda _: self.page_changed.emit())
        self._halves = _splitter([screens.sidebar, self._pages], [DEFAULT_WIDTH, 1100])
        self.sidebar_room = SidebarRoom(self, screens.sidebar, self._pages)
        self.sidebar_room.changed.connect(self._divide)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._halves, 1)
        self._column.addWidget(self.toast)
        self._column.addWidget(self.selection_bar)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.exports)
        self._column.addWidget(self.status)
        screens.results.hide()

    def add_top(self, bar: QWidget) -> None:
        """Put the top bar over everything."""
        self._column.insertWidget(0, bar)
        # Tab goes as one looks: from the top bar through the sidebar to the results and the article. What is built
        # later, as the comparison is, comes after these by itself.
        screens = self._screens
        stops = [stop for part in (bar, screens.sidebar, screens.results, screens.reader) for stop in _tab_stops(part)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def show_reading(self) -> None:
        """Show the article, and the results if there are any."""
        self._show(self._reading)

    def show_compare(self, *, empty: bool = False) -> None:
        """Show the comparison, or, if there is none, the last ones and how to get one."""
        if empty:
            self.recent.set_inviting(True)
        self._show(self.recent if empty else self._screens.compare)

    def leave_recent(self) -> None:
        """From the last comparisons back to what was shown before."""
        self._show(self._before_recent or self._reading)
        self.focus_content()

    def _show(self, page: QWidget) -> None:
        """Show a page; who was inside another one is at what the new one shows, not at its first button."""
        self.sidebar_room.yield_to_pages()
        leaves = page is not self._pages.currentWidget() and self._pages.isAncestorOf(self.focusWidget() or self)
        if page is self.recent and not self.lists_recent():
            self._before_recent = self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        if leaves:
            self.focus_content()

    def _divide(self) -> None:
        """Leave the article enough of a narrow window."""
        if self.sidebar_room.narrow:
            self._reading.setSizes([NARROW_RESULTS, self.width() - NARROW_RESULTS])

    def focus_content(self) -> None:
        """Go to what is read or compared."""
        if self.compares():
            self._screens.compare.setFocus()
        elif self.reads():
            self._screens.reader.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sidebar(self, shown: bool) -> None:
        """Show or hide stories and articles."""
        self.sidebar_room.show(shown)

    def focus_sidebar(self) -> None:
        """Go to stories and articles."""
        self.sidebar_room.show(True)
        self._screens.sidebar.focus_stories()

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen with the window, or not."""
        if full:
            self.window().showFullScreen()
        else:
            self.window().showNormal()

    def reads(self) -> bool:
        """Whether the article is shown, rather than the comparison."""
        return self._pages.currentWidget() is self._reading

    def lists_recent(self) -> bool:
        """Whether the last comparisons are shown, or how to get one."""
        return self._pages.currentWidget() is self.recent

    def compares(self) -> bool:
        """Whether a comparison is shown, is on its way, or was tried."""
        return self._pages.currentWidget() is self._screens.compare

    def shows_comparison(self) -> bool:
        """Whether there is a comparison to be seen."""
        return self.compares() and self._screens.compare.comparison() is not None

    def layout_state(self) -> tuple[str, str]:
        """Where the splitters stand, as text."""
        states = (bytes(splitter.saveState().toBase64().data()) for splitter in (self._halves, self._reading))
        first, second = (state.decode("ascii") for state in states)
        return first, second

    def restore_layout(self, halves: str, reading: str) -> None:
        """Put the splitters where they were; texts that aren't theirs are ignored."""
        for splitter, state in ((self._halves, halves), (self._reading, reading)):
            if state:
                splitter.restoreState(QByteArray.fromBase64(QByteArray(state.encode())))

    def parts(self) -> tuple[QRect | None, QRect]:
        """Where the sidebar is, if it is shown, and the pages."""
        sidebar = self._screens.sidebar
        return (self._rect_of(sidebar) if sidebar.isVisible() else None), self._rect_of(self._pages)

    def _rect_of(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self, QPoint(0, 0)), part.size())


def _tab_stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops inside `part`, from the top down."""
    tab = Qt.FocusPolicy.TabFocus
    inside = part.findChildren(QWidget)
    return [w for w in inside if w.focusPolicy() & tab and w.focusProxy() is None and not w.isWindow()]


def _splitter(widgets: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes(list(sizes))
    return splitter
