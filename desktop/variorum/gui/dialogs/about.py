"""Version, license, and what the program is made of; the license texts where it is packaged. Knows nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTextBrowser, QWidget

from variorum import __version__
from variorum.assets import Notice, notices
from variorum.gui.dialogs.frame import DialogFrame
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

COMPONENTS = (
    ("Qt and PySide6", tr("windows"), "LGPL-3.0"),
    ("diff-match-patch", tr("differences between words"), "Apache-2.0"),
    ("Whoosh", tr("search"), "BSD-2-Clause"),
    ("all-MiniLM-L6-v2", tr("meaning: the model"), "Apache-2.0"),
    ("onnxruntime", tr("meaning: runs the model"), "MIT"),
    ("numpy", tr("meaning: vectors"), "BSD-3-Clause"),
    ("flatbuffers and protobuf", tr("parts of onnxruntime"), "Apache-2.0 and BSD-3-Clause"),
    ("syntok", tr("sentences"), "MIT"),
    ("snowballstemmer", tr("word forms"), "BSD-3-Clause"),
    ("charset-normalizer", tr("encodings"), "MIT"),
    ("platformdirs", tr("folders"), "MIT"),
    ("tomli-w", tr("settings"), "MIT"),
    ("regex", tr("patterns"), "Apache-2.0 and CNRI-Python"),
    ("SQLite", tr("the library"), "public domain"),
    ("Python", tr("the language"), "PSF-2.0"),
    ("Source Serif 4", tr("typeface for reading, © Adobe"), "OFL-1.1"),
    ("Inter", tr("typeface of the interface, © The Inter Project Authors"), "OFL-1.1"),
    ("DejaVu Sans", tr("symbols, © Bitstream, Tavmjong Bah"), "Bitstream Vera"),
)
"""Name, what for, license."""


class AboutDialog(DialogFrame):
    """One page."""

    def __init__(
        self, theme: ThemeService, parent: QWidget | None, find_notices: Callable[[], Sequence[Notice]] = notices
    ) -> None:
        super().__init__("Variorum", theme, parent)
        self._theme = theme
        self.setWindowTitle(tr("About Variorum"))
        self.resize(520, 480)
        line = QLabel(
            tr("Version {version} · Apache License 2.0", version=__version__)
            + "\n"
            + tr(
                "A variorum edition prints every version of a text with what differs. This program does it for a story."
            )
        )
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.components = QTextBrowser()
        self.components.setAccessibleName(tr("Components and their licenses"))
        self.components.setHtml(_table())
        self.contents.addWidget(line)
        self.contents.addWidget(self.components, 1)
        self._found = find_notices()
        if self._found:
            button = self.buttons.addButton(tr("Licenses…"), QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(self._show_licenses)

    def _show_licenses(self) -> None:
        from variorum.gui.dialogs.licenses import LicensesDialog

        LicensesDialog(self._found, self._theme, self).open()


def _table() -> str:
    rows = "".join(
        f"<tr><td style='padding:3px 16px 3px 0'><b>{escape(name)}</b></td>"
        f"<td style='padding:3px 16px 3px 0'>{escape(use)}</td><td style='padding:3px 0'>{escape(license_)}</td></tr>"
        for name, use, license_ in COMPONENTS
    )
    return f"<table>{rows}</table>"
