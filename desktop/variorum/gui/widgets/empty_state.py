"""What a part of the window shows when there is nothing to show: an icon, a sentence, what to do. Knows no screens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.inks import ink

_ICON = 40
_TEXT_WIDTH = 440
_MARGIN = 16


class EmptyState(QWidget):
    """An icon over a title, an explanation and buttons, in the middle of the room there is."""

    def __init__(self, theme: ThemeService, icon: str, title: str, text: str, actions: Sequence[QAction] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self._title = QLabel(title)
        self._title.setFont(theme.reading_font(24))
        self._text = QLabel(text)
        self._text.setWordWrap(True)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(6)
        column.addLayout(self._buttons(actions))
        column.addStretch(3)
        theme.theme_changed.connect(self._dress)
        self._dress(theme.theme)

    def set_text(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._fit_text()
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        """A label that wraps does not know by itself how wide to be in the middle of a layout."""
        width = max(1, min(_TEXT_WIDTH, self.width() - 2 * _MARGIN))
        self._text.setFixedSize(width, max(0, self._text.heightForWidth(width)))

    def _buttons(self, actions: Sequence[QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            set_look(button, "button")
            row.addWidget(button)
        row.addStretch()
        return row

    def _dress(self, _theme: Theme) -> None:
        self._icon.setPixmap(self._theme.icon(self._icon_name, "soft").pixmap(_ICON, _ICON))
        ink(self._text, self._theme.color("soft"))
