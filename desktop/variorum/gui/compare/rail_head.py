"""The head of the rail: how many of the changes were reviewed, in words and as a line that fills. Knows no changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.gui.compare.wording import reviewed
from variorum.gui.theme.service import ThemeService

_HEIGHT, _MARGIN, _LINE = 40, 14.0, 3.0


class RailHead(QWidget):
    """Shows a count; nothing where there is nothing to count."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip("Space marks the current change reviewed, N writes a note on it")
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_count(self, done: int, total: int) -> None:
        """So many of so many changes were reviewed."""
        self._done, self._total = done, total
        self.setAccessibleName(reviewed(done, total))
        self.setVisible(total > 0)
        self.update()

    def text(self) -> str:
        """What it says."""
        return reviewed(self._done, self._total)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(self._theme.interface_font(12, tabular=True))
        painter.setPen(self._theme.color("ink" if self._done else "soft"))
        words = QRectF(area.left(), 8, area.width(), 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(area.left(), words.bottom() + 4, area.width(), _LINE)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)
        if self._done and self._total:
            painter.setBrush(self._theme.color("focus"))
            line.setWidth(max(_LINE, line.width() * self._done / self._total))
            painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)
