"""A quiet line that shows what was selected first, while a second selection is awaited. Knows no texts' views."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from variorum.gui.telling import one_line
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.inks import ink
from variorum.gui.words import tr

_WORDS = 70
"""Characters of the selection that are shown."""


class SelectionBar(QFrame):
    """Hidden until there is a first selection."""

    dropped = Signal()

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        set_look(self, "bar")
        self._picture = QLabel()
        self._chip = QLabel()
        self._chip.setTextFormat(Qt.TextFormat.PlainText)
        self._chip.setFont(theme.interface_font(12))
        set_look(self._chip, "chip")
        self._hint = QLabel(tr("Select the second text, then Ctrl+Shift+S"))
        self._hint.setFont(theme.interface_font(12))
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        drop = QToolButton()
        drop.setText(tr("Drop (Esc)"))
        drop.setFont(theme.interface_font(12))
        drop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        drop.setAccessibleName(tr("Drop the first selection"))
        set_look(drop, "flat")
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 10, 3)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._chip)
        row.addWidget(self._hint, 1)
        row.addWidget(drop)
        theme.theme_changed.connect(lambda _: self._dress())
        self._dress()
        self.hide()

    def show_text(self, text: str) -> None:
        """Show what was selected first; hide for ""."""
        words = tr("First selection: “{words}”", words=one_line(text, _WORDS)) if text else ""
        self._chip.setText(words)
        self._chip.setToolTip(one_line(text, 600))
        self.setAccessibleName(words)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says."""
        return self._chip.text()

    def _dress(self) -> None:
        self._picture.setPixmap(self._theme.icon("selection", "soft").pixmap(QSize(16, 16)))
        ink(self._hint, self._theme.color("soft"))
