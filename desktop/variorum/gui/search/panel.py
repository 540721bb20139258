"""The list of results. Asks, lists, offers what to do; the search box itself is in the window's top bar."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from variorum.core.errors import LibraryError
from variorum.core.library.library import Library
from variorum.core.reporting import in_short
from variorum.gui.jobs import Lane
from variorum.gui.search import history
from variorum.gui.search.asking import Asking
from variorum.gui.search.delegate import ResultDelegate
from variorum.gui.search.footer import ResultsFooter
from variorum.gui.search.header import ResultsHeader, count_text, detail_text
from variorum.gui.search.model import ResultsModel
from variorum.gui.search.pages import NothingPage, StartPage
from variorum.gui.search.rows import Found, Order, ResultRow
from variorum.gui.search.view import ResultsView
from variorum.gui.services import Services
from variorum.gui.words import tr

log = logging.getLogger(__name__)


class SearchPanel(QWidget):
    """Everything below the search box: results, or what to type."""

    article_opened = Signal(int, str)
    """An article's id and the query that found it."""
    comparison_asked = Signal(int, int)
    status_changed = Signal(str)
    closed = Signal()
    query_chosen = Signal(str)
    """An example, an earlier query or a suggestion was chosen: it belongs into the search box."""
    left_upward = Signal()
    """Up from the first result: back to the search box."""
    selection_changed = Signal(int)
    """How many results are selected."""
    sought = Signal(str)
    """The query that the panel shows the answer to; "" for none."""
    results_changed = Signal(int)
    """How many results are listed."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._query = self._answered = ""
        self._open_first = False
        self._asking = Asking(services, self)
        self._model = ResultsModel(self)
        self._header = ResultsHeader(services.theme)
        self.list = ResultsView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(ResultDelegate(services.theme, self.list))
        self._footer = ResultsFooter(services.theme)
        self._start = StartPage(services.theme)
        self._nothing = NothingPage(services.theme)
        self._history = _earlier_queries(services.library)
        self._lay_out()
        self._connect()
        self._show_start()

    def _lay_out(self) -> None:
        self._results = QWidget()
        column = QVBoxLayout(self._results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._footer)
        self._pages = QStackedWidget()
        for page in (self._start, self._results, self._nothing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._pages, 1)
        self.setMinimumWidth(260)

    def _connect(self) -> None:
        self._asking.answered.connect(self._show_found)
        self._asking.failed.connect(self._show_trouble)
        self._asking.slow.connect(self._header.show_busy)
        self._header.order_chosen.connect(self._sort)
        self._footer.comparison_asked.connect(self.compare_selected)
        self.list.opened.connect(self._open)
        self.list.escaped.connect(self.closed)
        self.list.left_upward.connect(self.left_upward)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selection_moved())
        for page in (self._start, self._nothing):
            page.query_chosen.connect(self._choose_query)
        self._services.theme.theme_changed.connect(self.list.viewport().update)

    # What is searched

    def search(self, query: str) -> None:
        """List what `query` finds, once typing pauses; an empty one shows what can be typed."""
        if query == self._query:
            return
        self._query = query
        self._open_first = False
        if query.strip():
            self._asking.ask(query)
        else:
            self._asking.stop()
            self._show_start()

    def refresh(self) -> None:
        """Search the same again: the index or the library has changed."""
        if self._query.strip():
            self._asking.ask(self._query)

    def query(self) -> str:
        """What is searched."""
        return self._query

    def _choose_query(self, query: str) -> None:
        self.query_chosen.emit(query)
        self.search(query)

    # What is done with results

    def open_current(self) -> None:
        """Open the current result, or the first; if the answer is still to come, as soon as it is there."""
        if self._asking.under_way and self._answered != self._query:
            self._open_first = True
        elif self._model.rowCount():
            index = self.list.currentIndex()
            self._open(index if index.isValid() else self._model.index(0))

    def open_none(self) -> None:
        """What was to be opened as soon as there is an answer is no longer wanted: something else was opened."""
        self._open_first = False

    def compare_selected(self) -> None:
        """Ask for the comparison of the two selected results."""
        ids = self.selected_ids()
        if len(ids) == 2:
            self._remember()
            self.comparison_asked.emit(*ids)

    def focus_results(self) -> None:
        """Go to the list, to the first result if none is current."""
        if not self._model.rowCount():
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

    def selected_ids(self) -> list[int]:
        """The ids of the selected articles, in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [self._model.row_at(index).article.id for index in rows]

    def _open(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._remember()
        self.article_opened.emit(self._model.row_at(index).article.id, self._query)

    def _selection_moved(self) -> None:
        count = len(self.list.selectionModel().selectedIndexes())
        self._footer.show_selected(count)
        self.selection_changed.emit(count)

    def _sort(self, order: Order) -> None:
        self._model.set_order(order)
        self.list.scrollToTop()

    def _remember(self) -> None:
        """Keep the query for another time: it led somewhere."""
        queries = history.remembered(self._history, self._query)
        if queries == self._history:
            return
        self._history = queries
        library = self._services.library
        self._services.jobs.run(lambda _: history.save(library, queries), lambda _: None, lane=Lane.WRITE)

    # Answers

    def _show_start(self) -> None:
        self._list([])
        self._header.show_title(tr("Search"))
        self._start.show_history(self._history)
        self._pages.setCurrentWidget(self._start)
        self._tell_sought("")
        self.status_changed.emit("")

    def _show_found(self, found: Found) -> None:
        if found.rows != self._model.found:
            selected = set(self.selected_ids())
            self._list(found.rows)
            self._select(selected)
        self._header.show_found(found)
        if found.rows:
            self._pages.setCurrentWidget(self._results)
        else:
            self._nothing.show_query(self._query)
            self._pages.setCurrentWidget(self._nothing)
        self._tell_sought(self._query)
        self.status_changed.emit(f"{count_text(found.results)} {detail_text(found)}")
        if self._open_first and found.rows:
            self._open(self._model.index(0))
        self._open_first = False

    def _show_trouble(self, reason: str) -> None:
        self._open_first = False
        self._list([])
        self._header.show_title(tr("No answer"))
        self._nothing.show_trouble(reason)
        self._pages.setCurrentWidget(self._nothing)
        self._tell_sought("")
        self.status_changed.emit(reason)

    def _tell_sought(self, query: str) -> None:
        # An index that grows answers the same query again: what was opened without it meanwhile is not to be marked.
        if query != self._answered:
            self._answered = query
            self.sought.emit(query)

    def _list(self, rows: Sequence[ResultRow]) -> None:
        self._model.set_rows(rows)
        self._selection_moved()
        self.results_changed.emit(self._model.rowCount())

    def _select(self, ids: set[int]) -> None:
        """Select again what was selected before the list was filled anew."""
        for number in range(self._model.rowCount()):
            index = self._model.index(number)
            if self._model.row_at(index).article.id in ids:
                self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def _earlier_queries(library: Library) -> tuple[str, ...]:
    try:
        return history.load(library)
    except LibraryError as error:
        log.warning("earlier queries can't be read: %s", in_short(error))
        return ()
