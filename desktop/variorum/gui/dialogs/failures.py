"""The files of an import that could not be read, each with the reason. Knows no importing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from variorum.core.library.model import ImportFailure
from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


class FailuresDialog(DialogFrame):
    """A table of file and reason."""

    def __init__(self, failures: Sequence[ImportFailure], theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(tr("Files that could not be read"), theme, parent)
        self.setProperty(CHAPTER, "trouble")
        self.resize(720, 400)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Files that could not be read, with the reason"))
        self.table.setHeaderLabels([tr("File"), tr("Reason")])
        self.table.setRootIsDecorated(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for failure in failures:
            item = QTreeWidgetItem([failure.path.name, failure.reason])
            item.setToolTip(0, str(failure.path))
            item.setToolTip(1, failure.reason)
            self.table.addTopLevelItem(item)
        header = self.table.header()
        header.resizeSection(0, 220)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.contents.addWidget(self.table)
