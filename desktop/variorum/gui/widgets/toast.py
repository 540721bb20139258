"""A message with something to do about it ("Undo"), or a short question, in a row of its own; gone by itself.

Whoever holds it gives it the row: it lies over nothing that one reads. Knows no screens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

Choice = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""

SECONDS = 10
_TEXT, _REST = 0, 2
"""Where the text stands in the row, and the room that is left over."""
_FIELD = 300
"""Pixels of a field to type into."""


class Toast(QFrame):
    """One message at a time; stays while the pointer or the focus is on it."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 10, 4)
        self._parts = QHBoxLayout()
        """Field and buttons, right behind the text."""
        self._row.addWidget(self._text)
        self._row.addLayout(self._parts)
        self._row.addStretch(1)
        self._buttons: list[QToolButton] = []
        self._field: QLineEdit | None = None
        self._close = self._button("", self.hide)
        self._close.setIcon(theme.icon("close", "soft"))
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close the message"))
        self._row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._go)
        self.hide()

    def say(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """Show `text` with a button for each choice; pressing one closes the message."""
        self._clear()
        self._buttons = [self._choice(*choice) for choice in choices]
        self._show(text)

    def ask(self, text: str, value: str, choice: tuple[str, Callable[[str], object]]) -> None:
        """Show `text` with a field that holds `value` to be changed; the button or Enter hands over what is in it."""
        self._clear()
        field = self._field = QLineEdit(value)
        set_look(field, "field")
        field.setMinimumWidth(_FIELD)
        field.setAccessibleName(text)
        self._parts.addWidget(field)
        field.show()
        self._buttons = [self._choice(choice[0], lambda: choice[1](" ".join(field.text().split())))]
        field.returnPressed.connect(self._buttons[0].click)
        self._show(text)
        field.setFocus()
        # All of it, and its beginning in sight.
        field.end(False)
        field.home(True)

    def field(self) -> QLineEdit | None:
        """The field of a question."""
        return self._field

    def _clear(self) -> None:
        for part in filter(None, (self._field, *self._buttons)):
            self._parts.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._field, self._buttons = None, []

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._wrap()
        self.show()
        self._timer.start()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def choices(self) -> list[QToolButton]:
        """Its buttons, without the one that closes it."""
        return list(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        if self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._timer.start()
        else:
            self.hide()

    def _choice(self, text: str, act: Callable[[], object]) -> QToolButton:
        button = self._button(text, partial(self._choose, act))
        self._parts.addWidget(button)
        # A layout counts what is shown, and shows what is added to it only in the next turn of the event loop.
        button.show()
        return button

    def _choose(self, act: Callable[[], object]) -> None:
        self.hide()  # before: what it does may say something, too
        act()

    def _button(self, text: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(button, "button" if text else "flat")
        button.clicked.connect(lambda: act())
        return button

    def _wrap(self) -> None:
        """Have the text on one line where there is room for that, else on as many as it takes."""
        self._text.setWordWrap(False)
        self._parts.invalidate()
        self._row.invalidate()
        wraps = self._row.totalSizeHint().width() > self._width()
        self._text.setWordWrap(wraps)
        for place, stretch in ((_TEXT, wraps), (_REST, not wraps)):
            self._row.setStretch(place, int(stretch))

    def _width(self) -> int:
        """How wide the row is, or will be."""
        above = self.parentWidget()
        return above.width() if above is not None else self.width()
