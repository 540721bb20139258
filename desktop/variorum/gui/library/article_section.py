"""The fold-out list of all articles at the foot of the sidebar, with a field to narrow it. Knows no library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from variorum.core.library.model import ArticleRow
from variorum.gui.library.article_model import ArticleModel
from variorum.gui.library.delegate import INSET, RowDelegate
from variorum.gui.library.row_list import RowList
from variorum.gui.telling import NONE
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr


class ArticleSection(QWidget):
    """A heading with the count that unfolds the filter and the list."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self.model = ArticleModel(self)
        self.heading = QToolButton()
        self.heading.setCheckable(True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setFont(theme.interface_font(11, tabular=True))
        self.heading.setToolTip(tr("All articles of the library, those added last first"))
        set_look(self.heading, "heading")
        self.heading.toggled.connect(self._unfold)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Narrow the list"))
        self.filter.setToolTip(tr("Words of the headline, the outlet, the date or the file name, or how they begin"))
        self.filter.setAccessibleName(tr("Narrow the list of all articles"))
        self.filter.setClearButtonEnabled(True)
        set_look(self.filter, "field")
        self.filter.textChanged.connect(self._narrow)
        self.list = RowList(self.model, RowDelegate(theme, lines=1), tr("All articles"))
        self.list.setUniformItemSizes(True)
        self._lay_out()
        self._unfold(False)

    def set_articles(self, articles: Sequence[ArticleRow], distinctions: Mapping[int, str] = NONE) -> None:
        """Show these articles; `distinctions` tell by their ids those apart that share a headline."""
        self.model.set_articles(articles, distinctions)
        self._title()

    def is_unfolded(self) -> bool:
        """Whether the list is shown."""
        return self.heading.isChecked()

    def set_unfolded(self, unfolded: bool) -> None:
        """Show the list, or its heading only."""
        self.heading.setChecked(unfolded)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for widget in (self.heading, self.filter):
            holder = QVBoxLayout()
            holder.setContentsMargins(INSET, 0, INSET, 0)
            holder.addWidget(widget)
            column.addLayout(holder)
        column.addWidget(self.list, 1)

    def _narrow(self, text: str) -> None:
        self.model.set_filter(text)
        self._title()

    def _title(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        number = f"{total:,}" if shown == total else tr("{shown} of {total}", shown=f"{shown:,}", total=f"{total:,}")
        self.heading.setText(f"{tr('ALL ARTICLES')}   {number}")
        self.heading.setAccessibleName(tr("All articles, {number}", number=number))

    def _unfold(self, unfolded: bool) -> None:
        self.heading.setIcon(self._theme.icon("chevron-down" if unfolded else "chevron-right", "soft"))
        self.filter.setVisible(unfolded)
        self.list.setVisible(unfolded)
        vertical = QSizePolicy.Policy.Expanding if unfolded else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
