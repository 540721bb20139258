"""Asks for the name of a story, in a field that is wide enough for a headline. Knows no stories."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QWidget

from variorum.gui.words import tr

_LEAST = 420
_MARGINS, _SPACING = (18, 16, 18, 14), 8
_BESIDE = 96
"""Pixels of width beside the letters: edges of the field and of the dialog, the cursor."""


class NameDialog(QInputDialog):
    """A name to be changed or taken as it is, seen from its start."""

    def __init__(self, parent: QWidget | None, title: str, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setLabelText(tr("Name:"))
        self.setTextValue(name)
        column = self.layout()
        if column is not None:  # as roomy as the other dialogs
            column.setContentsMargins(*_MARGINS)
            column.setSpacing(_SPACING)
        self._room = parent.window().size() if parent is not None else QSize()

    @property
    def field(self) -> QLineEdit:
        """Where the name stands."""
        found = self.findChild(QLineEdit)
        assert found is not None
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        letters = QFontMetrics(self.field.font()).horizontalAdvance(self.textValue())
        room = self._room if self._room.isValid() else self.screen().availableSize()
        self.resize(min(max(_LEAST, letters + _BESIDE), max(_LEAST, room.width() - _BESIDE)), self.height())
        # Qt selects the name when the dialog is there, and would show its end where it is longer than the field.
        QTimer.singleShot(0, self._show_start)

    def _show_start(self) -> None:
        length = len(self.field.text())
        self.field.setSelection(length, -length)


def ask_name(parent: QWidget, title: str, name: str) -> str:
    """What the user calls it, proposing `name`; "" for nothing."""
    dialog = NameDialog(parent, title, name)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    text = dialog.textValue()
    dialog.deleteLater()
    return " ".join(text.split()) if given else ""
