"""The rows of a table as a list model, so that screen readers find them. Knows no painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.gui.compare.rows import Row

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Rows in order; their text is made when it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._speak: Callable[[Row], str] = str

    def show(self, rows: Sequence[Row], speak: Callable[[Row], str]) -> None:
        """List these rows; `speak` tells one in words."""
        self.beginResetModel()
        self.rows, self._speak = rows, speak
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._speak(self.rows[index.row()])
        return None
