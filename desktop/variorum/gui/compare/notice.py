"""A sentence over the texts where there is something to say, and the hairline between parts of the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel


class Notice(QLabel):
    """One sentence; hidden until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(18, 8, 18, 8)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self.setText(sentence)
        self.show()


def hairline() -> QFrame:
    """A line one pixel high in the color of the palette's lines."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
