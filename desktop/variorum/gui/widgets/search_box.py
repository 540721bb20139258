"""The search field: magnifier, the key that leads here, a button to clear. Says what is typed; searches nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.badges import draw_key, key_width
from variorum.gui.words import tr

_ROOM_FOR_KEY = 210
"""Width in pixels below which the key would stand on the words."""


class SearchBox(QLineEdit):
    """A line to type a query into."""

    searched = Signal(str)
    """The query, at every change of the text; "" when it was cleared."""
    entered = Signal()
    """Return was pressed: open the best result."""
    left_downward = Signal()
    """Down was pressed: go to the results."""
    escaped = Signal()
    """Escape was pressed: the search is over, go back to where one was."""
    focused = Signal()
    """One is about to type."""

    def __init__(self, theme: ThemeService, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        set_look(self, "field")
        self.setPlaceholderText(tr("Search the library"))
        self.setAccessibleName(tr("Search the library"))
        self.setToolTip(tr("Words, “phrases”, outlet:, headline:, story:, date:, AND OR NOT, * and ~ ({key})", key=key))
        self.setMinimumSize(140, 32)
        self.setMaximumWidth(340)
        self.setAcceptDrops(False)  # dropped files are for the library
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        magnifier = self.addAction(theme.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setText(tr("Search"))
        self._clear = self.addAction(theme.icon("clear", "soft"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(tr("Clear the search (Escape)"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.textChanged.connect(self._take)

    def sizeHint(self) -> QSize:
        return QSize(320, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Down:
                self.left_downward.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Not when the focus only comes back from a menu, or passes by with Tab.
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.focused.emit()
            self.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.focused.emit()  # also where the field has the keys already, as it has when the program starts

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus() and self.width() >= _ROOM_FOR_KEY:
            self._draw_key()

    def _draw_key(self) -> None:
        font = self._theme.interface_font(11)
        left = self.width() - key_width(self._key, font) - 8
        painter = QPainter(self)
        color = self._theme.color
        draw_key(painter, left, self.height() / 2, self._key, font, color("line_strong"), color("soft"))
        painter.end()

    def _take(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.searched.emit(text)
