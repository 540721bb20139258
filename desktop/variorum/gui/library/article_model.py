"""All articles as a list that can be narrowed, for a view. Holds rows without texts; knows no library."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from variorum.core.library.model import ArticleRow
from variorum.gui.library.rows import article_row
from variorum.gui.library.story_model import Index, Role
from variorum.gui.telling import NONE, described, facts, file_name
from variorum.gui.words import tr

_ROOT = QModelIndex()


class ArticleModel(QAbstractListModel):
    """The articles that hold every word of the filter in headline, outlet, date or file name. Rows are made when they
    are asked for, so ten thousand articles cost no more than those in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: tuple[ArticleRow, ...] = ()
        self._distinctions = NONE
        self._searchable: tuple[str, ...] = ()
        self._shown: Sequence[int] = ()
        self._filter = ""
        self._open: frozenset[int] = frozenset()

    def set_articles(self, articles: Sequence[ArticleRow], distinctions: Mapping[int, str] = NONE) -> None:
        """Show these articles; `distinctions` tell by their ids those apart that share a headline."""
        self.beginResetModel()
        self._articles = tuple(articles)
        self._distinctions = distinctions
        self._searchable = ()
        self._shown = self._matching()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only articles with all these words, or beginnings of words, in any order."""
        if text.casefold().split() == self._filter.casefold().split():
            return
        self._filter = text
        self.beginResetModel()
        self._shown = self._matching()
        self.endResetModel()

    def set_open(self, ids: Collection[int]) -> None:
        """These articles are open: mark their rows."""
        changed = self._open.symmetric_difference(ids)
        self._open = frozenset(ids)
        for number in self.places_of(changed):
            index = self.index(number)
            self.dataChanged.emit(index, index, [Role.OPEN])

    def places_of(self, ids: Collection[int]) -> list[int]:
        """In which rows these articles are."""
        if not ids:
            return []
        return [number for number, place in enumerate(self._shown) if self._articles[place].id in ids]

    def total(self) -> int:
        """How many articles there are without the filter."""
        return len(self._articles)

    def article(self, index: Index) -> ArticleRow:
        """What stands at `index`."""
        return self._articles[self._shown[index.row()]]

    def article_id(self, number: int) -> int:
        """The id of the article in that row."""
        return self._articles[self._shown[number]].id

    def distinction(self, article: ArticleRow) -> str:
        """What tells it from others with its headline; "" where there are none."""
        return self._distinctions.get(article.id, "")

    def found_by(self, article: ArticleRow) -> str:
        """The words that the filter looks for an article by."""
        return f"{article.headline} {article.outlet} {article.date} {file_name(article)}"

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        article = self.article(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return article.headline
            case Qt.ItemDataRole.ToolTipRole:
                return described(article)
            case Qt.ItemDataRole.AccessibleTextRole:
                is_open = tr(", open") if article.id in self._open else ""
                return f"{article.headline[:400]}, {facts(article, self.distinction(article))}{is_open}"
            case Role.ROW:
                return article_row(article, self.distinction(article))
            case Role.OPEN:
                return article.id in self._open
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _matching(self) -> Sequence[int]:
        words = self._filter.casefold().split()
        if not words:
            return range(len(self._articles))
        if not self._searchable:
            self._searchable = tuple(self.found_by(article).casefold() for article in self._articles)
        return [place for place, text in enumerate(self._searchable) if all(word in text for word in words)]
