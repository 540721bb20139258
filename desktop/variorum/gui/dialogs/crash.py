"""The reports of errors that nobody expected, to be copied. Knows no error handling."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import plural, tr

_GOES_ON = tr("Variorum met an error that it did not expect, and goes on.")
_ENDS = tr("Variorum met an error that it did not expect, and can't open its window.")
_ENDED = tr("Variorum ended unexpectedly the last time.")
_WHOLE = tr("Your library is whole: changes are kept fully or not at all.")
_ASKS = tr(
    "To have it mended, send this report to whoever looks after Variorum. It says where in the program it happened; "
    "nothing of your texts, searches and file names is in it."
)
_MOST = 20
_BETWEEN = "\n" + "-" * 60 + "\n\n"


class CrashDialog(DialogFrame):
    """Says that something went wrong, and shows the reports."""

    def __init__(
        self, report: str, log_file: Path, theme: ThemeService, parent: QWidget | None, what: str = _GOES_ON
    ) -> None:
        super().__init__(tr("Something went wrong"), theme, parent)
        self.setProperty(CHAPTER, "trouble")
        self.resize(680, 460)
        self._reports = [report]
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(tr("Report of the error"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = self.buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        folder = self.buttons.addButton(tr("Open the log's folder"), QDialogButtonBox.ButtonRole.ActionRole)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file.parent))))
        place = QLabel(tr("The log has it, too: {log_file}", log_file=log_file))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (QLabel(f"{what} {_WHOLE}"), QLabel(_ASKS)):
            label.setWordWrap(True)
            self.contents.addWidget(label)
        self.contents.addWidget(self.report, 1)
        self.contents.addWidget(place)
        place.setWordWrap(True)
        self.copy.setFocus()

    def add(self, report: str) -> None:
        """Another error meanwhile: below the one that is read."""
        self._reports.append(report)
        if len(self._reports) <= _MOST:
            self.report.appendPlainText(_BETWEEN + report)
            self.heading.setText(plural("%n thing went wrong", "%n things went wrong", len(self._reports)))
        self.copy.setText(tr("Copy reports"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))


class CrashReports:
    """Shows reports, all in one dialog as long as that is open."""

    def __init__(self, log_file: Path, theme: ThemeService) -> None:
        self._log_file = log_file
        self._theme = theme
        self._dialog: CrashDialog | None = None

    def show(self, report: str) -> None:
        """An error has happened, and the program goes on."""
        self._open(report, _GOES_ON)

    def show_ended(self, report: str) -> None:
        """An error has ended the program the last time."""
        self._open(report, _ENDED)

    def wait(self, report: str) -> None:
        """An error ends the program, once this has been read."""
        CrashDialog(report, self._log_file, self._theme, None, _ENDS).exec()

    def _open(self, report: str, what: str) -> None:
        if self._dialog is not None:
            self._dialog.add(report)
            return
        self._dialog = CrashDialog(report, self._log_file, self._theme, QApplication.activeWindow(), what)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None
