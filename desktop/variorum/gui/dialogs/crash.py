"""The report of an error that nobody expected, to be copied. Knows no error handling."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr


class CrashDialog(DialogFrame):
    """Says that something went wrong and that the program goes on, and shows the report."""

    def __init__(self, report: str, log_file: Path, theme: ThemeService, parent: QWidget | None) -> None:
        super().__init__(tr("Something went wrong"), theme, parent)
        self.setProperty(CHAPTER, "trouble")
        self.resize(640, 420)
        text = QLabel(tr("Variorum goes on. This report is also in {log_file}.", log_file=log_file))
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report of the error"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = self.buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.contents.addWidget(text)
        self.contents.addWidget(self.report, 1)
