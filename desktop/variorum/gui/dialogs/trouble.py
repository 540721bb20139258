"""Says in one sentence why there is no window. Knows nothing of the reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.theme.service import ThemeService

_WIDTH = 480


class TroubleDialog(DialogFrame):
    """A heading, the sentence (it can be copied) and a button to close it."""

    def __init__(self, title: str, sentence: str, theme: ThemeService) -> None:
        super().__init__(title, theme, None)
        self.setWindowTitle("Variorum")
        self.sentence = QLabel(sentence)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setWordWrap(True)
        self.sentence.setFixedWidth(_WIDTH)
        self.contents.addWidget(self.sentence)
