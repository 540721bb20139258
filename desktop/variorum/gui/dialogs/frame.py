"""What all dialogs have in common: a column of contents over a row of buttons. Knows no contents."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from variorum.gui.theme.service import ThemeService

CHAPTER = "chapter"
"""The property of a part of the window that names the chapter of the guide on it."""
_DECORATION = QSize(8, 40)
"""What window managers put around a dialog, roughly."""


class DialogFrame(QDialog):
    """A dialog with a title in the reading face and a Close button; deleted when it is closed."""

    def __init__(self, title: str, theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.contents = QVBoxLayout()
        self.contents.setSpacing(10)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.heading = QLabel(title)
        self.heading.setFont(theme.reading_font(24))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self.contents, 1)
        column.addWidget(self.buttons)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self._help)

    def _help(self) -> None:
        """A dialog keeps the window's own keys from it: ask the command there."""
        parent = self.parentWidget()
        guide = parent.window().findChild(QAction, "guide") if parent else None
        if isinstance(guide, QAction):
            guide.trigger()

    def showEvent(self, event: QShowEvent) -> None:
        """Not larger than the screen, which a large scale of the interface makes small."""
        room = self.screen().availableSize() - _DECORATION
        self.resize(self.size().boundedTo(room))
        super().showEvent(event)
