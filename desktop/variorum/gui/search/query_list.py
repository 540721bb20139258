"""Queries to choose from, a line each: the query, and what it does in the soft ink. Knows not what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from variorum.gui.search.advice import Advice
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

_HEIGHT = 30
_PADDING = 10
_GAP = 12


class QueryList(QWidget):
    """Lines that are pressed like buttons."""

    chosen = Signal(str)
    """The query of the line that was pressed."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 0)
        self._column.setSpacing(0)
        self._lines: list[QueryLine] = []

    def show_lines(self, entries: Sequence[Advice], explained_first: bool = False) -> None:
        """Show these; with `explained_first` what it does comes before the query."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [QueryLine(self._theme, entry, explained_first) for entry in entries]
        for line, entry in zip(self._lines, entries, strict=True):
            line.clicked.connect(partial(self.chosen.emit, entry.query))
            self._column.addWidget(line)


class QueryLine(QAbstractButton):
    """One line."""

    def __init__(self, theme: ThemeService, entry: Advice, explained_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self._parts = (entry.text, entry.query) if explained_first else (entry.query, entry.text)
        self.setText(entry.query)
        self.setAccessibleName(f"{entry.query}: {entry.text}" if entry.text else entry.query)
        self.setToolTip(tr("Search {query}", query=entry.query))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_parts(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)

    def _draw_parts(self, painter: QPainter) -> None:
        first, second = self._parts
        strong = self._theme.interface_font(13, QFont.Weight.Medium)
        soft = self._theme.interface_font(12)
        room = self.width() - 2 * _PADDING
        metrics = QFontMetricsF(strong)
        width = min(room, metrics.horizontalAdvance(first) + 1)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(strong)
        painter.setPen(self._theme.color("ink"))
        shown = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_PADDING, 0, width, self.height()), flags, shown)
        left = max(width + _GAP, room * 0.46) if second else room
        rest = room - left
        if rest > 40:
            painter.setFont(soft)
            painter.setPen(self._theme.color("soft"))
            shown = QFontMetricsF(soft).elidedText(second, Qt.TextElideMode.ElideRight, rest)
            painter.drawText(QRectF(_PADDING + left, 0, rest, self.height()), flags, shown)
