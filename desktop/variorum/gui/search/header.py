"""The head of the list of results: how many, how long it took, in which order, what to know. Knows no search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton, QVBoxLayout, QWidget

from variorum.core.search.model import SearchResults
from variorum.gui.search.rows import Found, Order
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.inks import ink
from variorum.gui.words import plural, tr

HEIGHT = 44
_NAMES = {
    Order.RELEVANCE: tr("Relevance"),
    Order.DATE: tr("Date"),
    Order.HEADLINE: tr("Headline"),
}
_TIPS = {
    Order.RELEVANCE: tr("Best matches first"),
    Order.DATE: tr("Newest first; articles without a date last"),
    Order.HEADLINE: tr("By headline, A to Z"),
}


def count_text(results: SearchResults) -> str:
    """How many articles were found."""
    return plural("%n article", "%n articles", results.total)


def detail_text(found: Found) -> str:
    """In how many stories, how many of them are listed, how long it took."""
    parts = []
    if found.results.total > len(found.rows):
        parts.append(tr("best {number} listed", number=len(found.rows)))
    elif found.stories:
        parts.append(plural("in %n story", "in %n stories", found.stories))
    seconds = found.results.seconds
    parts.append(f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms")
    return " · ".join(parts)


_AROUND = 14 + 8 + 3 * 8
"""Width in pixels of the margins and gaps of the line."""


class ResultsHeader(QWidget):
    """One line, and a second one if there is something to say."""

    order_chosen = Signal(object)
    """The `Order` to sort by."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._count = QLabel()
        self._count.setFont(theme.interface_font(13, QFont.Weight.DemiBold))
        self._detail = QLabel()
        self._detail.setFont(theme.interface_font(12))
        self._note = QLabel()
        self._note.setFont(theme.interface_font(12))
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setContentsMargins(14, 0, 14, 10)
        self._note.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedSize(56, 5)
        self._busy.setAccessibleName(tr("Searching"))
        self._busy.hide()
        self._order = self._make_order()
        self._lay_out()
        theme.theme_changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setFixedHeight(HEIGHT - 1)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._detail)
        row.addWidget(self._busy)
        row.addStretch()
        row.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._note)

    def _make_order(self) -> QToolButton:
        button = QToolButton()
        set_look(button, "flat")
        button.setFont(self._theme.interface_font(12))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for order in Order:
            action = QAction(_NAMES[order], menu, checkable=True, checked=order is Order.RELEVANCE)
            action.setToolTip(_TIPS[order])
            action.triggered.connect(lambda _=False, order=order: self._choose(order))
            group.addAction(action)
            menu.addAction(action)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        self._show_order(button, Order.RELEVANCE)
        return button

    def _choose(self, order: Order) -> None:
        self._show_order(self._order, order)
        self.order_chosen.emit(order)

    def _show_order(self, button: QToolButton, order: Order) -> None:
        button.setText(f"{_NAMES[order]} ▾")
        button.setToolTip(tr("Sorted by {order}: {tip}", order=_NAMES[order].lower(), tip=_TIPS[order].lower()))
        button.setAccessibleName(tr("Sorted by {order}", order=_NAMES[order].lower()))

    def show_found(self, found: Found) -> None:
        """Show the figures of an answer."""
        self._count.setText(count_text(found.results))
        self._detail.setText(detail_text(found))
        self._order.setVisible(len(found.rows) > 1)
        self._fit()
        self._set_note(found.results.note)

    def show_title(self, title: str) -> None:
        """Show only a title: there is no answer."""
        self._count.setText(title)
        self._detail.setText("")
        self._order.hide()
        self._set_note("")

    def show_busy(self, busy: bool) -> None:
        """Show that an answer takes its time."""
        self._busy.setVisible(busy)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """The details only where they are seen whole."""
        others = (self._count, self._order) if not self._order.isHidden() else (self._count,)
        room = self.width() - sum(part.sizeHint().width() for part in others) - _AROUND
        self._detail.setVisible(self._busy.isHidden() and self._detail.sizeHint().width() <= room)

    def _set_note(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _dress(self) -> None:
        for label in (self._detail, self._note):
            ink(label, self._theme.color("soft"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()
