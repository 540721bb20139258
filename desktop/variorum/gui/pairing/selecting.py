"""Two selections compared: the first is remembered until there is a second, in whatever text. Knows no library."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.gui.pairing.selection_bar import SelectionBar
from variorum.gui.telling import one_line
from variorum.gui.widgets.prose import ProseView

SELECT_FIRST = "Select some text first, here or in another article."
SAME = "That is the first selection; now select the second text."
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
        views = [view for view in self._window.findChildren(ProseView) if view.isVisible() and _selected(view)]
        views.sort(key=lambda view: view.mapToGlobal(view.rect().topLeft()).x())
        focused = [view for view in views if view is QApplication.focusWidget()]
        return [_selected(view) for view in (focused if focused and (self._first or len(views) == 1) else views)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc that nobody else has taken drops the first selection."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if self._first and pressed == Qt.Key.Key_Escape:
            self.drop()
            return True
        return super().eventFilter(watched, event)


def _selected(view: ProseView) -> str:
    """What is selected, with the whole of the words at its ends."""
    span, article = view.selected_span(), view.article
    if span is None or article is None:
        return ""
    text, start, end = article.text, span.start, span.end
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end].strip()
