"""What is said of a change, by mouse: a button that has a note written and one that marks it reviewed. Does neither."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from variorum.core.handmade.model import Review
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

MARK, UNMARK = tr("Mark reviewed"), tr("Mark as not reviewed")
WRITE, REWRITE = tr("Write a note…"), tr("Change the note…")
_ICON = 15


class ReviewButtons(QWidget):
    """Two small buttons for one change. By keys the same is Space and N, wherever one stands."""

    note_asked = Signal(int)
    """The note on the change of that number is to be written."""
    review_asked = Signal(int)
    """The change of that number is to be marked reviewed, or no longer."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._number: int | None = None
        self.note, self.review = self._button(), self._button()
        self.review.setCheckable(True)
        self.note.clicked.connect(self._ask_note)
        self.review.clicked.connect(self._ask_review)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.note)
        row.addWidget(self.review)
        theme.theme_changed.connect(self._tint)
        self._tint()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_look(button, "link")
        return button

    def _tint(self, _: object = None) -> None:
        self.note.setIcon(self._theme.icon("note"))
        self.review.setIcon(self._theme.icon("reviewed", "focus" if self.review.isChecked() else "text"))

    def show_change(self, number: int | None, review: Review) -> None:
        """These are for the change of that number, of which this was said; hidden for None."""
        self._number = number
        self.setVisible(number is not None)
        self.review.setChecked(review.reviewed)
        self._tint()
        told = ((self.note, note_words(review), "N"), (self.review, mark_words(review), "Space"))
        for button, words, key in told:
            button.setToolTip(f"{words.removesuffix('…')} ({key})")
            button.setAccessibleName(words.removesuffix("…"))

    def _ask_note(self) -> None:
        if self._number is not None:
            self.note_asked.emit(self._number)

    def _ask_review(self) -> None:
        if self._number is not None:
            self.review_asked.emit(self._number)


def mark_words(review: Review) -> str:
    """What marking does to a change of which this was said."""
    return UNMARK if review.reviewed else MARK


def note_words(review: Review) -> str:
    """What writing does to a change of which this was said."""
    return REWRITE if review.note else WRITE
