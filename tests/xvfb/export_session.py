"""An editor takes a comparison out of the real window by real keys: saved as Word document and PDF, copied, printed.

Run by `tests/xvfb/test_editor_session.py`; by hand as `editor_session.py` is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from session import Session, main, only

from variorum.gui.dialogs.export import ExportDialog
from variorum.gui.printing.preview import Preview
from variorum.gui.widgets.toast import Toast


class Export(Session):
    """The steps, in order. Each leaves the window as the next one needs it."""

    def run(self) -> None:
        for step in (self.start, self.hold, self.save, self.save_again, self.copy, self.print):
            step()

    def save(self) -> None:
        """Ctrl+E, Down to the Word document, Enter; Enter again takes the proposed name."""
        self.hand.key("ctrl+e")
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), ExportDialog), "the forms are listed")
        self.hand.key("Down")
        self.hand.shoot("1-forms")
        self._save_in_home()
        assert self._saved(".docx").read_bytes().startswith(b"PK")

    def save_again(self) -> None:
        """The form of the last time is marked: Up is PDF."""
        self.hand.key("ctrl+e")
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), ExportDialog), "the forms are listed")
        self.hand.key("Up")
        self._save_in_home()
        assert self._saved(".pdf").read_bytes().startswith(b"%PDF")

    def copy(self) -> None:
        """Ctrl+Shift+C and Ctrl+Shift+M put the comparison and its memo on the clipboard."""
        self.hand.key("ctrl+shift+c")
        self.hand.until(lambda: "Speaker changed" in QGuiApplication.clipboard().text(), "the comparison is copied")
        assert "<table" in QGuiApplication.clipboard().mimeData().html()
        self.hand.key("ctrl+shift+m")
        self.hand.until(lambda: QGuiApplication.clipboard().text().startswith("CHANGE MEMO"), "the memo is copied")

    def print(self) -> None:
        """Ctrl+P shows the pages; Esc gives it up."""
        self.hand.key("ctrl+p")
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), Preview), "the pages are shown")
        self.hand.shoot("3-print")
        self.hand.key("Escape")
        self.hand.until(lambda: not self._shown(Preview), "the pages are gone")

    def _save_in_home(self) -> None:
        self.hand.key("Return")
        # Not only shown: a key pressed before the window manager gives it the keys goes elsewhere.
        self.hand.until(lambda: isinstance(QApplication.activeWindow(), QFileDialog), "the place can be chosen")
        self.hand.key("Return")
        toast = only(self.window, Toast)
        self.hand.until(lambda: toast.isVisible() and toast.text().startswith("Saved as"), "it is saved")
        assert [button.text() for button in toast.choices()] == ["Open", "Open folder"]
        self.hand.shoot("2-saved")
        toast.hide()

    def _saved(self, suffix: str) -> Path:
        (file,) = Path.home().glob(f"*{suffix}")
        return file

    def _shown(self, kind: type[QWidget]) -> bool:
        return any(isinstance(widget, kind) and widget.isVisible() for widget in QApplication.topLevelWidgets())


if __name__ == "__main__":
    sys.exit(main(__file__, Export))
