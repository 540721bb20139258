"""Another program on the same screen: a small window from which files can be dragged, and the owner of the clipboard.

python tests/xvfb/other_program.py X Y CLIPBOARD FILE…   (drags all files; prints "ready")
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIZE = (150, 44)


class Files(QLabel):
    """Stays above all windows; a drag begins at a press."""

    def __init__(self, files: list[str]) -> None:
        over = Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint
        super().__init__(f"{len(files)} file{'s' if len(files) > 1 else ''} to drag", None, over | Qt.WindowType.Tool)
        self._files = files
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(file) for file in self._files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication([])
    x, y, clipboard, *files = sys.argv[1:]
    window = Files(files)
    window.setFixedSize(*SIZE)
    window.move(int(x), int(y))
    window.show()
    application.clipboard().setText(clipboard)
    print("ready", flush=True)
    sys.exit(application.exec())
