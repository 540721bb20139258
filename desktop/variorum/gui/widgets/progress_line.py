"""A line that says how far something is and lets one stop it. Knows nothing of what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr


class ProgressLine(QWidget):
    """Text, bar and a Cancel button; hidden until `start`."""

    canceled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setMinimumWidth(80)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(8)
        self._bar.setMinimumWidth(160)
        self._bar.setAccessibleName(tr("Progress"))
        self._cancel = QPushButton(tr("Cancel"))
        set_look(self._cancel, "button")
        self._cancel.setAccessibleName(tr("Cancel what is under way"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def start(self, text: str) -> None:
        """Show it, not knowing yet how much there is to do."""
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def advance(self, text: str, done: int, total: int) -> None:
        """`done` of `total` is done."""
        self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(tr("Stopping…"))
        self.canceled.emit()
