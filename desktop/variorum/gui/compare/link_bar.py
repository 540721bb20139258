"""A bar over the texts that says how to choose what a passage is linked to. Knows the state, no links."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState, PendingLink
from variorum.gui.dialogs.frame import CHAPTER
from variorum.gui.telling import one_line
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

_BELOW = 18
"""Pixels between the bar and the lower edge of the texts."""
_OFFERED = tr("Enter links with “{words}”; ↑ ↓ or a click choose another.")
_OUTLINED = tr("Enter links with the outlined passage; ↑ ↓ or a click choose another.")
_WORDS = (56, 28)
"""Characters of the chosen passage that are named, as there is room for."""
_QUOTES = "“”\"'"
"""A quotation is named without its marks, for it gets some here."""
_REST = 190
"""Pixels of the bar that its words can't have."""
_OPEN = {
    Side.LEFT: tr("Link with a passage on the left: click it, or ↑ ↓ and Enter."),
    Side.RIGHT: tr("Link with a passage on the right: click it, or ↑ ↓ and Enter."),
}


class LinkBar(QFrame):
    """Stands at the lower edge of what it lies over, while there is something to choose."""

    canceled = Signal()

    def __init__(self, theme: ThemeService, state: CompareState, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty(CHAPTER, "linking")
        self._theme, self._state, self._over = theme, state, over
        self._picture, self._words = QLabel(), QLabel()
        self._words.setFont(theme.interface_font(13))
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        cancel = QToolButton()
        cancel.setText(tr("Cancel (Esc)"))
        cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cancel.clicked.connect(self.canceled)
        set_look(cancel, "button")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        for part in (self._picture, self._words, cancel):
            row.addWidget(part)
        set_look(self, "toast")
        over.installEventFilter(self)
        state.pending_changed.connect(self._show)
        theme.theme_changed.connect(self._show)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _show(self, _: object = None) -> None:
        pending = self._state.pending
        self.setVisible(pending is not None)
        if pending is None:
            return
        words = self._told(pending)
        self._words.setText(words)
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        picture: QPixmap = self._theme.icon("link").pixmap(QSize(18, 18))
        self._picture.setPixmap(picture)
        self._place()
        self.raise_()

    def _told(self, pending: PendingLink) -> str:
        shown, side = self._state.presentation, pending.side.other
        if shown is None or not pending.chosen:
            return _OPEN[side]
        passage, room = pending.chosen[0].of(side.article(shown.comparison).text), self._over.width() - _REST
        told = (_OFFERED.format(words=one_line(passage, limit).strip(_QUOTES)) for limit in _WORDS)
        metrics = self._words.fontMetrics()
        return next((words for words in told if metrics.horizontalAdvance(words) <= room), _OUTLINED)

    def _place(self) -> None:
        size = self.sizeHint().boundedTo(QSize(self._over.width() - 16, self._over.height()))
        x = (self._over.width() - size.width()) // 2
        self.setGeometry(x, self._over.height() - size.height() - _BELOW, size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
