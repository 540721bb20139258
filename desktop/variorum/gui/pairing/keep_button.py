"""The button that puts an article into the library which is open without being in it. Knows no library."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from variorum.core.library.model import ArticleRow
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr


class KeepButton(QToolButton):
    """Seen only beside an article that is not in the library."""

    asked = Signal(int)
    """The id of the article to keep."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._row: ArticleRow | None = None
        set_look(self, "button")
        self.setIcon(theme.icon("keep"))
        self.setIconSize(QSize(14, 14))
        self.setText(tr("Keep"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFont(theme.interface_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("This is not in the library yet: put it there (Ctrl+S)"))
        self.clicked.connect(self._ask)
        self.hide()

    def show_row(self, row: ArticleRow | None) -> None:
        """Offer to keep `row` if it is not in the library."""
        self._row = row
        self.setVisible(row is not None and row.is_unsaved)
        self.setAccessibleName(
            tr("Keep “{headline}” in the library", headline=row.headline[:80]) if row else tr("Keep in the library")
        )

    def _ask(self) -> None:
        if self._row is not None:
            self.asked.emit(self._row.id)
