"""The results as a list model. Keeps rows and their order; searches nothing, paints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.gui.search.rows import Order, ResultRow, ordered

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What else than texts a row has."""

    ROW = Qt.ItemDataRole.UserRole
    """The `ResultRow`."""


class ResultsModel(QAbstractListModel):
    """The articles found, sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[ResultRow, ...] = ()
        self._rows: list[ResultRow] = []
        self._order = Order.RELEVANCE

    @property
    def order(self) -> Order:
        """How the rows are sorted."""
        return self._order

    @property
    def found(self) -> tuple[ResultRow, ...]:
        """The rows by relevance."""
        return self._found

    def set_rows(self, rows: Sequence[ResultRow]) -> None:
        """Replace the rows; they come by relevance."""
        self.beginResetModel()
        self._found = tuple(rows)
        self._rows = ordered(self._found, self._order)
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Sort anew, keeping what is selected."""
        if order is self._order:
            return
        self.layoutAboutToBeChanged.emit()
        self._order = order
        before = self._rows
        self._rows = ordered(self._found, order)
        places = {row.article.id: number for number, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(places[before[index.row()].article.id]))
        self.layoutChanged.emit()

    def row_at(self, index: Index) -> ResultRow:
        """The row of an index of this model."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.headline}, {row.facts}"
        return None
