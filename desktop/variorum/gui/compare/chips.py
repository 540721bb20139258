"""The row of kind chips, legend and filter in one, with the place among the changes and the steps to the next.

Says what the user asks for; the state says what is shown. Each kind has its icon and words, and what is off is struck.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Counts
from variorum.gui.compare.kinds import ALL_KINDS, FACES, count_of
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look

HEIGHT = 26
_ICON = 14.0
_PADDING = 10.0
_GAP = 5.0


class KindChip(QAbstractButton):
    """One kind with its count. Checked means visible."""

    def __init__(self, theme: ThemeService, kind: ChangeKind) -> None:
        super().__init__()
        self._theme = theme
        self.kind = kind
        self._count = 0
        self._compact = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._say)
        theme.theme_changed.connect(self.update)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
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
        state = "shown" if self.isChecked() else "hidden"
        self.setAccessibleName(f"{face.plural}, {self._count}, {state}")
        press = "hide" if self.isChecked() else "show"
        self.setToolTip(f"{face.plural}: {face.meaning}.\nClick to {press} them.")

    def width_for(self, compact: bool) -> int:
        """How wide it is with or without its words."""
        words = 0.0 if compact else QFontMetricsF(self._font()).horizontalAdvance(FACES[self.kind].plural) + _GAP
        count = QFontMetricsF(self._font(bold=True)).horizontalAdvance(f"{self._count:,}")
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
        loud = self.kind in (ChangeKind.FIGURE, ChangeKind.QUOTE) and self.isChecked() and self._count > 0
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
        on = self.isChecked() and self._count > 0
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
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"{self._count:,}")


class ChipBar(QWidget):
    """All kinds in a row; at the right the place among the changes, previous, next, and the rail's switch."""

    toggled = Signal(object)
    """A `ChangeKind` to be shown or hidden."""
    step_asked = Signal(bool)
    """Go to the next (True) or previous change."""
    rail_toggled = Signal()

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips = {kind: KindChip(theme, kind) for kind in FACES}
        self._position = QLabel()
        self._position.setFont(theme.interface_font(12.5, tabular=True))
        self.previous = self._button("arrow-up", "Previous change (Shift+F8)")
        self.next = self._button("arrow-down", "Next change (F8)")
        self.rail_switch = self._button("rail", "Show or hide the list of changes")
        self._arrange()
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, kind=kind: self.toggled.emit(kind))
        self.previous.clicked.connect(lambda: self.step_asked.emit(False))
        self.next.clicked.connect(lambda: self.step_asked.emit(True))
        self.rail_switch.clicked.connect(lambda: self.rail_toggled.emit())
        theme.theme_changed.connect(self._dress)
        self._dress()

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(button, "flat")
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(6)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        for widget in (self._position, self.previous, self.next):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self.rail_switch)

    def _dress(self, _: object = None) -> None:
        palette = self._position.palette()
        palette.setColor(self._position.foregroundRole(), self._theme.color("soft"))
        self._position.setPalette(palette)

    def show_counts(self, counts: Counts) -> None:
        """Show how many there are of each kind."""
        for kind, chip in self.chips.items():
            chip.set_count(count_of(counts, kind))
        self._fit()

    def show_visible(self, visible: frozenset[ChangeKind] = ALL_KINDS) -> None:
        """Check the chips of these kinds."""
        for kind, chip in self.chips.items():
            chip.setChecked(kind in visible)

    def show_position(self, text: str, *, any_change: bool) -> None:
        """Say which change one stands on."""
        self._position.setText(text)
        self.previous.setEnabled(any_change)
        self.next.setEnabled(any_change)
        self._fit()

    def show_rail_switch(self, *, open_now: bool) -> None:
        """Say what the rail's switch does."""
        words = "Hide the list of changes" if open_now else "Show the list of changes"
        self.rail_switch.setToolTip(words)
        self.rail_switch.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Words on the chips where all fit, else icons and counts only."""
        rest = self._position.sizeHint().width() + 3 * 34 + 80
        full = sum(chip.width_for(False) + 6 for chip in self.chips.values()) + rest
        for chip in self.chips.values():
            chip.set_compact(full > self.width())

    def minimumSizeHint(self) -> QSize:
        compact = sum(chip.width_for(True) + 6 for chip in self.chips.values())
        return QSize(compact + 3 * 34 + 130, HEIGHT + 12)
