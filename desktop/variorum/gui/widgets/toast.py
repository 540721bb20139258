"""A message over the window's lower edge with something to do about it ("Undo"), or a short question; gone by itself.

Knows no screens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

Choice = tuple[str, Callable[[], object]]
"""The text of a button and what it does."""

SECONDS = 10
_FIELD = 300
"""Pixels of a field to type into."""
_ABOVE = 96
"""Pixels between the toast and the window's lower edge: the status line and a bar to find with stay free."""
_BESIDE = 40
"""Pixels that stay free beside a wide toast, both sides together."""


class Toast(QFrame):
    """One message at a time over `parent`; stays while the pointer or the focus is on it."""

    def __init__(self, theme: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        set_look(self, "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 7, 7)
        self._row.addWidget(self._text)
        self._buttons: list[QToolButton] = []
        self._field: QLineEdit | None = None
        self._close = self._button("", self.hide)
        self._close.setIcon(theme.icon("close", "soft"))
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close the message"))
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._go)
        parent.installEventFilter(self)
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
        self._row.addWidget(field)
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
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._field, self._buttons = None, []

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._row.addWidget(self._close)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def choices(self) -> list[QToolButton]:
        """Its buttons, without the one that closes it."""
        return list(self._buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

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
        if self.isAncestorOf(self.focusWidget() or self._over):
            self._timer.start()
        else:
            self.hide()

    def _choice(self, text: str, act: Callable[[], object]) -> QToolButton:
        button = self._button(text, partial(self._choose, act))
        self._row.addWidget(button)
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

    def _place(self) -> None:
        room = self._over.rect()
        self._text.setWordWrap(False)
        self._row.invalidate()
        width = min(self._row.totalSizeHint().width(), room.width() - _BESIDE)
        self._text.setWordWrap(self._row.totalSizeHint().width() > width)
        height = self._row.totalHeightForWidth(width) if self._text.wordWrap() else self._row.totalSizeHint().height()
        self.setGeometry((room.width() - width) // 2, room.height() - _ABOVE - height, width, height)
