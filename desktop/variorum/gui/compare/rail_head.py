"""The head of the rail: how many of the changes were reviewed, and the switch for listing only what needs a look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from variorum.gui.compare.rail_delegate import INSET, MARGIN
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import reviewed
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

_HEIGHT, _LINE = 40, 3.0
_BASELINE_ROW = QRectF(0, 6, 0, 22)
"""The room of the words, without the width."""


class RailHead(QWidget):
    """Shows a count in words and as a line that fills; nothing where there is nothing to count."""

    def __init__(self, theme: ThemeService, state: CompareState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self._done = self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Space marks the current change reviewed, N writes a note on it"))
        self.look_only = self._switch()
        state.presentation_changed.connect(self._follow)
        theme.theme_changed.connect(self.update)

    def _switch(self) -> QToolButton:
        switch = QToolButton(self)
        switch.setCheckable(True)
        switch.setText(tr("Needs a look"))
        switch.setFont(self._theme.interface_font(11.5))
        switch.setToolTip(tr("List and step through only what needs a look (Ctrl+F8)"))
        switch.setAccessibleName(tr("Only what needs a look"))
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(switch, "chip")
        switch.clicked.connect(self._state.set_look_only)
        return switch

    def _follow(self) -> None:
        shown = self._state.presentation
        self.look_only.setChecked(self._state.look_only)
        self.look_only.setEnabled(self._state.look_only or (shown is not None and bool(shown.looks)))
        self.setVisible(shown is not None and bool(shown.order))

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_count(self, done: int, total: int) -> None:
        """So many of so many changes were reviewed."""
        self._done, self._total = done, total
        self.setAccessibleName(reviewed(done, total))
        self.update()

    def text(self) -> str:
        """What it says."""
        return reviewed(self._done, self._total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.look_only.sizeHint()
        self.look_only.setGeometry(
            self.width() - round(MARGIN) - size.width(), round(_BASELINE_ROW.center().y() - size.height() / 2),
            size.width(), size.height(),
        )  # fmt: skip
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, 0)  # of the cards below
        font = self._theme.interface_font(12, tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink" if self._done else "soft"))
        words = _BASELINE_ROW.translated(area.left() + INSET, 0)
        words.setRight(self.look_only.x() - 6)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(area.left(), words.bottom() + 6, area.width(), _LINE)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)
        if self._done and self._total:
            painter.setBrush(self._theme.color("focus"))
            line.setWidth(max(_LINE, line.width() * self._done / self._total))
            painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)
