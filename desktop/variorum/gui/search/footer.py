"""The foot of the list of results: how to compare two of them, or the button that does. Knows no search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.badges import draw_key, key_width
from variorum.gui.words import tr

_HEIGHT = 46
Hint = tuple[tuple[str, str], ...]
"""Keys and words in turn, one of each two is empty."""
_HINTS = (
    (("", tr("Select two (Ctrl+click) and press ")), ("Ctrl+D", ""), ("", tr(" to compare"))),
    (("", tr("Select two, press ")), ("Ctrl+D", ""), ("", tr(" to compare"))),
    (("Ctrl+D", ""), ("", tr(" compares two"))),
)
"""What is said, the first of these that there is room for."""


class ResultsFooter(QWidget):
    """A hint until two results are selected, then a button."""

    comparison_asked = Signal()

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._button = QToolButton()
        set_look(self._button, "button")
        self._button.setIcon(theme.icon("compare"))
        self._button.setText(tr("Compare these two"))
        self._button.setToolTip(tr("Hold the two selected articles side by side (Ctrl+D)"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.comparison_asked)
        self._button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self._button)
        row.addStretch()
        self.setFixedHeight(_HEIGHT)
        theme.theme_changed.connect(self.update)

    def show_selected(self, count: int) -> None:
        """Offer the comparison if two are selected."""
        self._button.setVisible(count == 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
        if self._button.isHidden():
            self._draw_hint(painter)
        painter.end()

    def _draw_hint(self, painter: QPainter) -> None:
        font, cap = self._theme.interface_font(12), self._theme.interface_font(11)
        soft = self._theme.color("soft")
        metrics = QFontMetricsF(font)

        def width_of(hint: Hint) -> float:
            return sum(key_width(key, cap) if key else metrics.horizontalAdvance(text) for key, text in hint)

        left, middle = 14.0, self.height() / 2
        hint = next((hint for hint in _HINTS if width_of(hint) <= self.width() - 2 * left), _HINTS[-1])
        for key, text in hint:
            if key:
                left += draw_key(painter, left, middle, key, cap, self._theme.color("line_strong"), soft)
                continue
            painter.setFont(font)
            painter.setPen(soft)
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(round(left), 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
            left += width
