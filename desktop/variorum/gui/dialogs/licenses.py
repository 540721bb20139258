"""The license texts of all that a packaged program contains: a list of names, and the text of the one that is chosen.

Knows no files: it is given the notices.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSplitter, QWidget

from variorum.assets import Notice
from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


class LicensesDialog(DialogFrame):
    """Names on the left, text on the right."""

    def __init__(self, notices: Sequence[Notice], theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(tr("Licenses"), theme, parent)
        self.resize(860, 600)
        self._notices = tuple(notices)
        self.names = QListWidget()
        self.names.setAccessibleName(tr("What the program contains"))
        self.names.addItems([f"{notice.name} {notice.version}".strip() for notice in notices])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("License"))
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setChildrenCollapsible(False)
        columns.addWidget(self.names)
        columns.addWidget(self.text)
        columns.setSizes([240, 570])
        self.contents.addWidget(columns, 1)
        self.names.currentRowChanged.connect(self._show)
        self.names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        notice = self._notices[row]
        head = f"{notice.name} {notice.version}".strip()
        self.text.setPlainText(f"{head}: {notice.license or tr('see text')}\n\n{notice.text}")
