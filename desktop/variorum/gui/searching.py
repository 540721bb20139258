"""Joins the search box in the top bar with the list of results. Knows neither queries nor articles."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from variorum.core.search.model import IndexProgress
from variorum.gui.frame import Frame
from variorum.gui.search.panel import SearchPanel
from variorum.gui.widgets.search_box import SearchBox


class Searching(QObject):
    """Shows the list while one searches, and takes it away."""

    article_found = Signal(int, str)
    """An article was chosen among the results of a query."""
    closed = Signal()
    """The list was taken away: what was open before is to be shown."""
    sought = Signal(str)
    """What is searched now; "" for nothing."""
    changed = Signal()
    """There are other results, or the list came or went."""

    def __init__(self, box: SearchBox, results: SearchPanel, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._results = results
        self._frame = frame
        self._count = 0
        box.focused.connect(self._begin)
        box.searched.connect(self._search)
        box.entered.connect(results.open_current)
        box.left_downward.connect(self.focus_results)
        box.escaped.connect(self.close)
        results.article_opened.connect(self.article_found)
        results.results_changed.connect(self._take_count)
        results.query_chosen.connect(self._take_query)
        results.left_upward.connect(self.focus_box)
        results.closed.connect(self.close)
        results.sought.connect(self.sought)

    def focus_box(self) -> None:
        """Type a query."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._begin()

    def focus_results(self) -> None:
        """Go to the list of results."""
        self._frame.show_reading()
        self._results.focus_results()
        self.changed.emit()

    def close(self) -> None:
        """Take the list away and go back to what was open."""
        self._box.clear()
        self._results.hide()
        self.sought.emit("")  # also where what is open was searched for before the program was started
        self.closed.emit()
        self._frame.focus_content()
        self.changed.emit()

    def leave(self) -> None:
        """One goes elsewhere: the list goes where nothing is typed, and opens nothing by itself."""
        self._results.open_none()
        if not self._box.text().strip():
            self._results.hide()
            self.changed.emit()

    @Slot(object)
    def follow_index(self, progress: IndexProgress) -> None:
        """The index has grown: when it is whole, what is searched may find more."""
        if progress.finished:
            self._results.refresh()

    def has_results(self) -> bool:
        """Whether results are listed."""
        return self._count > 0 and not self._results.isHidden()

    def _begin(self) -> None:
        self._results.show()
        self._frame.show_reading()
        self.changed.emit()

    def _search(self, query: str) -> None:
        if query.strip():
            self._begin()
        self._results.search(query)

    def _take_query(self, query: str) -> None:
        self._box.setText(query)
        self._box.setFocus()

    def _take_count(self, count: int) -> None:
        self._count = count
        self.changed.emit()
