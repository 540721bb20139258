"""What lies over and between the parts of the screen: a sentence, a veil, a hairline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from variorum.gui.theme.service import ThemeService


class Notice(QLabel):
    """One sentence; hidden until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(18, 8, 18, 8)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self.setText(sentence)
        self.show()


class Veil(QWidget):
    """Lets what lies under it step back while something newer is fetched; the pointer goes through it."""

    def __init__(self, theme: ThemeService, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.hide()

    def set_drawn(self, drawn: bool) -> None:
        """Draw the veil, or take it away."""
        self.setGeometry(self._over.rect())
        self.setVisible(drawn)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self._theme.color("paper")
        ground.setAlphaF(0.55)
        painter = QPainter(self)
        painter.fillRect(event.rect(), ground)


def hairline() -> QFrame:
    """A line one pixel high in the color of the palette's lines."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
