"""The strip at a pane's outer edge: the whole text at a glance, every change at its height, and what is on screen.

Takes the place of the scroll bar. Lengths in document pixels come in, the strip scales them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.geometry import Extent
from variorum.gui.compare.presentation import Presentation
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

WIDTH = 14
SHORTEST = 3.0
"""Height in pixels under which no mark is drawn, however long the text."""

HIT = 2.0
"""Height in pixels of the mark of words that were found."""
_SHARES = {ChangeKind.REWORDED: 0.42, ChangeKind.MOVED: 0.42, ChangeKind.ADDED: 0.75, ChangeKind.DROPPED: 0.75}
"""How much of the strip's width a kind takes: a second sign beside its color. The others take all of it."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """A stretch of the text (document pixels) and the kind it is marked with."""

    extent: Extent
    kind: ChangeKind


def scaled(marks: Iterable[StripMark], length: float, height: float) -> list[StripMark]:
    """The marks in a strip `height` high that stands for a text `length` long; neighbors of a kind grow together."""
    scale = height / max(length, height, 1.0)
    made: list[StripMark] = []
    last: dict[ChangeKind, int] = {}
    for mark in sorted(marks, key=lambda m: m.extent.top):
        top = min(mark.extent.top * scale, height - SHORTEST)
        bottom = max(mark.extent.bottom * scale, top + SHORTEST)
        number = last.get(mark.kind)
        if number is not None and top <= made[number].extent.bottom:
            before = made[number].extent
            made[number] = StripMark(Extent(before.top, max(before.bottom, bottom)), mark.kind)
        else:
            last[mark.kind] = len(made)
            made.append(StripMark(Extent(top, bottom), mark.kind))
    return made


def strip_marks(shown: Presentation, extents: Mapping[int, tuple[Extent, ...]]) -> list[StripMark]:
    """The marks of one side: passages with visible changes, by the extents of all passages there."""
    kinds = shown.kinds_by_passage
    return [StripMark(extent, kinds[number][0]) for number, own in extents.items() if number in kinds for extent in own]


class OverviewStrip(QWidget):
    """Marks are drawn once and kept; scrolling draws only the frame."""

    grabbed = Signal()
    """The user scrolls with the strip."""

    def __init__(self, theme: ThemeService, bar: QScrollBar, *, on_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = bar
        self._on_left = on_left
        self._marks: Sequence[StripMark] = ()
        self._hits: Sequence[Extent] = ()
        self._active = False
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Overview of the left version") if on_left else tr("Overview of the right version"))
        self.setToolTip(tr("The whole text with its changes: click or drag to scroll"))
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self._forget)
        theme.theme_changed.connect(self._forget)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def show_marks(self, marks: Sequence[StripMark]) -> None:
        """Show these marks (document pixels)."""
        self._marks = marks
        self._forget()

    def show_hits(self, hits: Sequence[Extent]) -> None:
        """Show where words stand that were found (document pixels)."""
        if hits or self._hits:
            self._hits = hits
            self._forget()

    def set_active(self, active: bool) -> None:
        """Show that the pane beside it has the focus."""
        self._active = active
        self.update()

    def _forget(self, *_: object) -> None:
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

    @property
    def _length(self) -> float:
        """Length of the text in pixels, at least one screen."""
        return float(self._bar.maximum() + self._bar.pageStep())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw_marks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if self._bar.maximum() > 0:
            self._draw_frame(painter)
        if self._active:
            edge = self.width() - 2 if self._on_left else 0
            painter.fillRect(QRectF(edge, 0, 2, self.height()), self._theme.color("focus"))

    def _draw_marks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        theme = self._theme.theme
        pixmap.fill(QColor(theme.paper))
        painter = QPainter(pixmap)
        room = self.width() - 5.0
        for mark in scaled(self._marks, self._length, self.height()):
            width = room * _SHARES.get(mark.kind, 1.0)
            left = 3.0 if self._on_left else self.width() - 3.0 - width
            plain = mark.kind in (ChangeKind.REWORDED, ChangeKind.MOVED)
            color = theme.ribbon if plain else theme.kinds[mark.kind].rule
            extent = mark.extent
            painter.fillRect(QRectF(left, extent.top, width, extent.bottom - extent.top - 1), QColor(color))
        self._draw_hits(painter)
        edge = self.width() - 1 if self._on_left else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), QColor(theme.line))
        painter.end()
        return pixmap

    def _draw_hits(self, painter: QPainter) -> None:
        """Across the whole strip, with a rim of paper, so that they are seen on every kind's color."""
        scale = self.height() / max(self._length, self.height(), 1.0)
        for hit in self._hits:
            y = min(round(hit.middle * scale), self.height() - 2)
            painter.fillRect(QRectF(1, y - 1, self.width() - 2, HIT + 2), self._theme.color("paper"))
            painter.fillRect(QRectF(1, y, self.width() - 2, HIT), self._theme.color("ink"))

    def _draw_frame(self, painter: QPainter) -> None:
        scale = self.height() / self._length
        top, size = self._bar.value() * scale, max(18.0, self._bar.pageStep() * scale)
        frame = QRectF(0.5, min(top, self.height() - size) + 0.5, self.width() - 2, size - 1)
        tint = self._theme.color("accent")
        painter.setPen(tint)
        tint.setAlphaF(0.10)
        painter.setBrush(tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(frame, 2, 2)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.grabbed.emit()
            self._scroll_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.grabbed.emit()
        self._bar.event(event)

    def _scroll_to(self, point: QPointF) -> None:
        self._bar.setValue(round(point.y() / max(1, self.height()) * self._length - self._bar.pageStep() / 2))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._forget()
        return super().event(event)
