"""The bar to find words in both versions: field, count, on and back, capitals, whole words. Finds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from variorum.core.text.finding import Sought
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.ink import set_ink
from variorum.gui.words import tr

_LONGEST = 300


class FindBar(QFrame):
    """Stands below the texts while one looks for something."""

    sought = Signal(object)
    """What is to be found: a `Sought`, at every change."""
    step_asked = Signal(int)
    """To the next (1) or the previous (-1) match."""
    closed = Signal()

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._missing = False
        """Whether there is none of what is sought."""
        set_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field, self._count = QLineEdit(), QLabel()
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(tr("Find in both versions"))
        self.field.setAccessibleName(tr("Find in both versions"))
        self.field.setMinimumWidth(240)
        self.field.setMaximumWidth(380)
        self.field.setAcceptDrops(False)  # dropped files are the window's
        set_look(self.field, "field")
        self.previous = self._button("arrow-up", tr("Previous match (Shift+Enter, Shift+F3)"))
        self.next = self._button("arrow-down", tr("Next match (Enter, F3)"))
        self.case = self._switch("Aa", tr("Match capitals (Alt+C)"), "Alt+C")
        self.whole = self._switch(tr("Whole words"), tr("Find whole words only (Alt+W)"), "Alt+W")
        self._close = self._button("close", tr("Close (Esc)"))
        self._count.setMinimumWidth(90)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(6)
        for part in (self.field, self.previous, self.next, self.case, self.whole, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)
        self._connect()
        self._dress()
        self.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._ask())
        self.case.toggled.connect(lambda _: self._ask())
        self.whole.toggled.connect(lambda _: self._ask())
        self.previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next.clicked.connect(lambda: self.step_asked.emit(1))
        self._close.clicked.connect(lambda: self.closed.emit())
        self._theme.theme_changed.connect(self._dress)

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(button, "flat")
        return button

    def _switch(self, text: str, tip: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.setShortcut(key)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(button, "chip")
        return button

    def _dress(self, _: object = None) -> None:
        self._count.setFont(self._theme.interface_font(12.5, tabular=True))
        self.show_count(self._count.text(), missing=self._missing)

    def show_count(self, words: str, *, missing: bool = False) -> None:
        """Say how many there are; `missing` if that is none though something is sought."""
        self._missing = missing
        self._count.setText(words)
        set_ink(self._count, self._theme.color("error" if missing else "soft"))
        self.field.setAccessibleDescription(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(words) and not missing)

    def count(self) -> str:
        """What is said of how many there are."""
        return self._count.text()

    def wanted(self) -> Sought:
        """What is to be found."""
        return Sought(self.field.text(), self.case.isChecked(), self.whole.isChecked())

    def _ask(self) -> None:
        self.sought.emit(self.wanted())

    def open(self, words: str) -> None:
        """Show the bar, ready to type; with `words`, if there are any, in place of what was sought last."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
