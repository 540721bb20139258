"""What stands where results would: what one can type, what was searched last, what to try. Knows no search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from variorum.gui.search.advice import EXAMPLES, Advice, advice, reason
from variorum.gui.search.query_list import QueryList
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.inks import ink
from variorum.gui.words import tr

_SHOWN = 8
"""Earlier queries offered at once."""


class _Page(QScrollArea):
    """A column of headings and lists that scrolls where the panel is low."""

    query_chosen = Signal(str)

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._soft: list[QLabel] = []
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(inside, "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 14, 0, 14)
        self._column.setSpacing(2)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from query to query, and the page scrolls along
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.theme_changed.connect(self._dress)

    def _add_heading(self, text: str) -> QLabel:
        label = QLabel(text.upper())
        label.setAccessibleName(text)
        font = self._theme.interface_font(11)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        label.setFont(font)
        label.setContentsMargins(14, 10, 14, 4)
        self._soft.append(label)
        self._column.addWidget(label)
        return label

    def _add_text(self, text: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.interface_font(13))
        label.setWordWrap(True)
        label.setContentsMargins(14, 0, 14, 6)
        self._column.addWidget(label)
        return label

    def _add_list(self) -> QueryList:
        queries = QueryList(self._theme)
        queries.chosen.connect(self.query_chosen)
        self._column.addWidget(queries)
        return queries

    def _dress(self) -> None:
        for label in self._soft:
            ink(label, self._theme.color("soft"))


class StartPage(_Page):
    """For an empty search box."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__(theme)
        self._heading = self._add_heading(tr("Searched before"))
        self._queries = self._add_list()
        self._add_heading(tr("What you can type"))
        examples = self._add_list()
        examples.show_lines(EXAMPLES)
        self._column.addStretch()
        self.show_history(())
        self._dress()

    def show_history(self, queries: Sequence[str]) -> None:
        """Offer these queries, newest first."""
        self._queries.show_lines([Advice("", query) for query in queries[:_SHOWN]])
        for widget in (self._heading, self._queries):
            widget.setVisible(bool(queries))


class NothingPage(_Page):
    """For a query that finds nothing, or can't be searched."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__(theme)
        self._title = self._add_text()
        self._title.setFont(theme.reading_font(18))
        self._text = self._add_text()
        self._heading = self._add_heading(tr("Try"))
        self._queries = self._add_list()
        self._column.addStretch()
        self._dress()

    def show_query(self, query: str) -> None:
        """Say that nothing was found, and what to try instead."""
        entries = advice(query)
        self._title.setText(tr("Nothing found"))
        self._text.setText(reason(query))
        self._queries.show_lines(entries, explained_first=True)
        for widget in (self._heading, self._queries):
            widget.setVisible(bool(entries))

    def show_trouble(self, reason: str) -> None:
        """Say why there is no answer."""
        self._title.setText(tr("The search doesn't answer"))
        self._text.setText(reason)
        for widget in (self._heading, self._queries):
            widget.hide()
