"""What covers the window while files are dragged over it: where they will go if dropped. Knows nothing of importing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService


class DropOverlay(QWidget):
    """A veil with a dashed frame and a sentence."""

    def __init__(self, theme: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Drop the files to add them to the library")
        self.hide()

    def cover(self) -> None:
        """Show it over the whole parent."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.theme.chrome)
        veil.setAlphaF(0.93)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.color("focus"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        middle = QRectF(self.rect()).center()
        icon = QRectF(middle.x() - 24, middle.y() - 64, 48, 48)
        draw_icon(painter, "drop-here", icon, self._theme.theme.focus)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.reading_font(24))
        line = QRectF(0, middle.y(), self.width(), 40)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, "Drop to add to the library")
        painter.setPen(self._theme.color("soft"))
        painter.setFont(self._theme.interface_font(13))
        line = QRectF(0, middle.y() + 40, self.width(), 24)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, "Text files, or folders with text files in them")
        painter.end()
