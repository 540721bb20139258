"""Says what is waited for before there is a window, and lets one stop waiting. Knows nothing of what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QProgressBar

from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.theme.service import ThemeService

T = TypeVar("T")
_STEP_MS = 50
_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Words:
    """What is waited for, in a few words, and what one can do meanwhile."""

    title: str
    text: str


class WaitingDialog(DialogFrame, Generic[T]):
    """Asks `step` again and again until it returns something; closed before, `wait` returns None.

    An error that `step` raises ends the waiting as well; `wait` raises it.
    """

    def __init__(self, step: Callable[[], T | None], words: Callable[[], Words], theme: ThemeService) -> None:
        super().__init__(words().title, theme, None)
        self.setWindowTitle("Variorum")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # what has come is asked for afterwards
        self._step, self._words = step, words
        self._come: T | None = None
        self._error: Exception | None = None
        self.text = QLabel(words().text)
        self.text.setWordWrap(True)
        self.text.setFixedWidth(_WIDTH)
        bar = QProgressBar()
        bar.setAccessibleName(words().title)
        # Without a range it moves to and fro; one who wants nothing to move sees an empty one.
        bar.setRange(0, 1 if theme.reduced_motion else 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(6)
        self.contents.addWidget(self.text)
        self.contents.addWidget(bar)
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._go_on)

    def wait(self) -> T | None:
        """Show it until there is something, or until it is closed."""
        self._timer.start()
        self.exec()
        self._timer.stop()
        if self._error is not None:
            raise self._error
        return self._come

    def _go_on(self) -> None:
        try:
            self._come = self._step()
        except Exception as error:
            self._error = error
        if self._come is not None or self._error is not None:
            self._timer.stop()
            self.accept()
            return
        words = self._words()
        if words.text != self.text.text():
            self.heading.setText(words.title)
            self.text.setText(words.text)
            self.adjustSize()
