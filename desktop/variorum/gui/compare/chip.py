"""One kind chip: icon, words and count of a kind of change, which is shown while the chip is checked.

Says what the user asks for by click, double-click or key. Knows no other chip.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from variorum.core.collate.changes import INSIDE, ChangeKind
from variorum.gui.compare.kinds import FACES
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

HEIGHT = 26
_ICON = 14.0
_PADDING = 8.0
_GAP = 5.0
_ALONE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""A click or key with one of these means this kind alone."""


class KindChip(QAbstractButton):
    """One kind with its count. Checked means visible."""

    toggle_asked = Signal()
    """Show or hide this kind."""
    alone_asked = Signal()
    """Show this kind only, or all of them again."""

    def __init__(self, theme: ThemeService, kind: ChangeKind) -> None:
        super().__init__()
        self._theme = theme
        self.kind = kind
        self._count: int | None = None
        self._number = ""
        self._compact = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._say)
        self.clicked.connect(self.toggle_asked)
        theme.theme_changed.connect(self.update)
        self.set_count(None)

    @property
    def count(self) -> int | None:
        """How many there are; None where that isn't known."""
        return self._count

    @property
    def number(self) -> str:
        """The number as it is shown."""
        return self._number

    def set_count(self, count: int | None, *, wait: bool = False) -> None:
        """Show how many there are; None shows no number, or that one is to `wait` for it."""
        self._count = count
        self._number = f"{count:,}" if count is not None else "…" if wait else ""
        self._say()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave out the words where there is no room for them."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def _say(self) -> None:
        face = FACES[self.kind]
        state = tr("shown") if self.isChecked() else tr("hidden")
        number = tr("not counted yet") if self._count is None else self._count
        self.setAccessibleName(f"{face.plural}, {number}, {state}")
        hide = tr("Click to hide them; double-click or Ctrl+click to show only them, or all again.")
        show = tr("Click to show them; double-click or Ctrl+click to show only them, or all again.")
        self.setToolTip(f"{face.plural}: {face.meaning}.\n{hide if self.isChecked() else show}")

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and event.modifiers() & _ALONE:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.alone_asked.emit()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & _ALONE:
            self.toggle_asked.emit()  # takes back what the first click did
            self.alone_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and event.modifiers() & _ALONE:
            self.alone_asked.emit()
        else:
            super().keyPressEvent(event)

    # Painting

    def width_for(self, compact: bool) -> int:
        """How wide it is with or without its words."""
        words = 0.0 if compact else QFontMetricsF(self._font()).horizontalAdvance(FACES[self.kind].plural) + _GAP
        count = QFontMetricsF(self._font(bold=True)).horizontalAdvance(self._number)
        return round(2 * _PADDING + _ICON + _GAP + words + count + 1)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self._compact), HEIGHT)

    def _font(self, *, bold: bool = False) -> QFont:
        return self._theme.interface_font(12.5, QFont.Weight.DemiBold if bold else QFont.Weight.Normal, tabular=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_body(painter)
        self._draw_words(painter)

    def _draw_body(self, painter: QPainter) -> None:
        theme = self._theme.theme
        focused = self.hasFocus()
        loud = self.kind in INSIDE and self.isChecked() and bool(self._count)
        edge = QColor(theme.focus if focused else theme.kinds[self.kind].rule if loud else theme.line_strong)
        if not (focused or loud):
            edge.setAlphaF(0.55)
        pen = QPen(edge, 2.0 if focused else 1.0)
        if not self.isChecked() and not focused:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        ground = theme.hover if self.underMouse() else theme.raised
        painter.setBrush(QColor(ground) if self.isChecked() or self.underMouse() else Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)

    def _draw_words(self, painter: QPainter) -> None:
        theme = self._theme.theme
        on = self.isChecked() and self._count != 0
        icon = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
        draw_icon(painter, self.kind.value, icon, theme.kinds[self.kind].rule if on else theme.ink_soft)
        painter.setPen(QColor(theme.ink if on else theme.ink_soft))
        room = QRectF(icon.right() + _GAP, 0, self.width(), self.height())
        if not self._compact:
            font = self._font()
            font.setStrikeOut(not self.isChecked())
            painter.setFont(font)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, FACES[self.kind].plural)
            room.setLeft(room.left() + QFontMetricsF(font).horizontalAdvance(FACES[self.kind].plural) + _GAP)
        font = self._font(bold=True)
        font.setStrikeOut(self._compact and not self.isChecked())
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._number)
