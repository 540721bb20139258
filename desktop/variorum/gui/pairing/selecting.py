"""Two selections compared: the first is remembered until there is a second, in whatever text. Knows no library."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from variorum.gui.pairing.selection_bar import SelectionBar
from variorum.gui.telling import one_line
from variorum.gui.widgets.choosing import ChoosesWords
from variorum.gui.words import tr

SELECT_FIRST = tr("Select some text first, here or in another article.")
SAME = tr("That is the first selection; now select the second text.")
_TITLE = 60


class Selecting(QObject):
    """Takes selections of the texts inside `window`."""

    chosen = Signal(object)
    """The two selections, each a text and a title."""
    said = Signal(str)

    def __init__(self, bar: SelectionBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._window = bar, window
        self._first = ""
        bar.dropped.connect(self.drop)
        window.installEventFilter(self)

    def take(self) -> None:
        """Remember what is selected, or compare it with what was selected first; two at once are compared at once."""
        texts = self._selections()
        if not texts:
            self.said.emit(SELECT_FIRST)
        elif not self._first and len(texts) == 1:
            self._remember(texts[0])
        else:
            second = next((text for text in texts if text != self._first), None)
            if second is None:
                self.said.emit(SAME)
                return
            pair = (self._first, second) if self._first else (texts[0], texts[1])
            self.drop()
            self.chosen.emit([(text, f"“{one_line(text, _TITLE)}”") for text in pair])

    def drop(self) -> None:
        """Forget the first selection."""
        self._remember("")

    def _remember(self, text: str) -> None:
        self._first = text
        self._bar.show_text(text)

    def _selections(self) -> list[str]:
        """What is selected in the text that has the keys; else in all that are seen, from left to right."""
        areas = self._window.findChildren(QAbstractScrollArea)
        found = [(view, view.chosen_texts()) for view in areas if isinstance(view, ChoosesWords) and view.isVisible()]
        chosen = sorted((pair for pair in found if pair[1]), key=lambda pair: pair[0].mapToGlobal(QPoint(0, 0)).x())
        focused = [pair for pair in chosen if pair[0] is QApplication.focusWidget()]
        taken = focused if focused and (self._first or len(chosen) == 1) else chosen
        return [text for _, texts in taken for text in texts]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc that nobody else has taken drops the first selection."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if self._first and pressed == Qt.Key.Key_Escape:
            self.drop()
            return True
        return super().eventFilter(watched, event)
