"""The rows of a table as a list model, so that screen readers find them. Knows no painting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.rows import Row, spoken_row

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Rows in order; their text is made when it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._shown: Presentation | None = None

    def show(self, rows: Sequence[Row], shown: Presentation | None) -> None:
        """List these rows of `shown`."""
        self.beginResetModel()
        self.rows, self._shown = rows, shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_row(self.rows[index.row()], self._shown) if self._shown else ""
        return None
