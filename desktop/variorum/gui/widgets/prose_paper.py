"""The paper that prose stands on: a text that can be read, selected and copied, not written. Knows no articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.focus_frame import WIDTH as FRAME
from variorum.gui.widgets.focus_frame import FocusFrame
from variorum.gui.words import tr


class Paper(QTextEdit):
    """A page with a scroll bar that is always there."""

    hovered = Signal(object)
    """The source offset under the pointer, or None; only when it changes."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered: int | None = None

    def _set_up(self, *, framed: bool) -> None:
        """Make it what it is, once the rest is there (Qt asks for sizes at once), `framed` where it has the keys."""
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # files are the window's
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the column of text stands at the same place for short and long articles.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Its room stays, so that no line moves; the handle is drawn where there is something to scroll.
        self.verticalScrollBar().rangeChanged.connect(lambda _, end: self.verticalScrollBar().setEnabled(end > 0))
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Article"))
        if framed:
            self.setViewportMargins(FRAME, FRAME, 0, FRAME)
            FocusFrame(self._theme, self)
        self._retint()
        self._theme.theme_changed.connect(self._retint)

    def _retint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("paper"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        self.setPalette(palette)
        self.viewport().update()

    def clear_selection(self) -> None:
        """Select nothing, and stay where one is: Qt would scroll to where the selection ended."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        if cursor.hasSelection():
            place = bar.value()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            bar.setValue(place)

    def finish(self) -> None:
        """Lay out all of a long text now, which is else done bit by bit: then the scroll bar has its true range."""
        self.document().size()

    def _in_document(self, point: QPoint | QPointF) -> QPointF:
        return QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())

    def _visible(self) -> QRectF:
        """What is seen, in the document's coordinates."""
        return QRectF(self.viewport().rect()).translated(self._in_document(QPoint(0, 0)))

    def _hover(self, offset: int | None) -> None:
        if offset != self._hovered:
            self._hovered = offset
            self.hovered.emit(offset)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)
