"""The page that is shown where nothing is compared: the last comparisons, or how to make a first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from variorum.gui.menus import key_text
from variorum.gui.recent.listing import Listed
from variorum.gui.recent.view import RecentList, RecentModel
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.empty_state import EmptyState
from variorum.gui.widgets.inks import ink
from variorum.gui.words import tr

_WIDTH = 780
_FIRST = (
    tr("Nothing to compare yet"),
    tr(
        "Select two versions in the sidebar with Ctrl+click and press {pair}. Or drop two text files here; or open an "
        "article and press {any} for any other one, {clipboard} for the clipboard."
    ),
)
_NONE = (
    tr("No comparisons yet"),
    tr(
        "Articles and files that were compared are listed here; what came from the clipboard or from a selection, "
        "once it is kept. Esc leads back to what is open."
    ),
)
_HOW = tr("Enter opens a comparison, Del takes it off the list.")


class RecentPage(QWidget):
    """A list in a column of comfortable width, or an invitation."""

    left = Signal()
    """Back to where one was."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self.model = RecentModel(parent=self)
        self.list = RecentList(theme, self.model)
        self.clear = QToolButton()
        self.clear.setText(tr("Clear the list"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self.clear, "flat")
        keys = {"pair": key_text("Ctrl+D"), "any": key_text("Ctrl+Shift+D"), "clipboard": key_text("Ctrl+Shift+V")}
        self._first = (_FIRST[0], _FIRST[1].format(**keys))
        self._empty = EmptyState(theme, "compare", *self._first)
        self._filled = self._column()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._filled)
        theme.theme_changed.connect(lambda _: self._dress())
        self._dress()

    def set_rows(self, rows: tuple[Listed, ...]) -> None:
        """List these; the row one is on stays, by its place."""
        row = self.list.currentIndex().row()
        self.model.set_rows(rows)
        if rows:
            self.list.go_to(max(row, 0))
        focused = self.hasFocus() or self.isAncestorOf(self.window().focusWidget() or self.window())
        self._pages.setCurrentWidget(self._filled if rows else self._empty)
        if focused and (not rows or self.hasFocus()):
            self.focus_list()

    def set_inviting(self, invites: bool) -> None:
        """Where there is nothing to list, say how to compare; or only that there is nothing."""
        self._empty.set_text(*(self._first if invites else _NONE))

    def focus_list(self) -> None:
        """Go to the list; to the page itself, which takes Esc, if there is nothing in it."""
        (self.list if self.model.rowCount() else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _column(self) -> QWidget:
        title = QLabel(tr("Recent comparisons"))
        title.setFont(self._theme.reading_font(24))
        self._how = QLabel(_HOW)
        self._how.setFont(self._theme.interface_font(12))
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 40, 16, 16)
        column.setSpacing(4)
        column.addWidget(title)
        foot = QHBoxLayout()
        foot.addWidget(self._how, 1)
        foot.addWidget(self.clear)
        column.addLayout(foot)
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        return filled

    def _dress(self) -> None:
        ink(self._how, self._theme.color("soft"))
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
