"""The list of the last comparisons: a model, the painting of its rows, and the view with its keys. Knows no library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from variorum.gui.recent.listing import Listed, facts, spoken
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.lettering import Lettering, line_height
from variorum.gui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PADDING = 12
_ABOVE = 9
_BETWEEN = 34
"""Pixels between the two headlines, where the arrow stands."""
_ICON = 16


def now() -> datetime:
    """The time now, where one is."""
    return datetime.now().astimezone()


class RecentRole(IntEnum):
    """What the model tells about a row."""

    LISTED = Qt.ItemDataRole.UserRole


class RecentModel(QAbstractListModel):
    """The last comparisons."""

    def __init__(self, clock: Callable[[], datetime] = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[Listed, ...] = ()

    def set_rows(self, rows: Sequence[Listed]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return facts(row, self._clock())
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._clock())
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((*row.headlines, facts(row, self._clock())))
            case RecentRole.LISTED:
                return row
        return None


class RecentDelegate(QStyledItemDelegate):
    """Two headlines with an arrow between them, and a small line below."""

    def __init__(self, theme: ThemeService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lettering = Lettering()
        self._small = theme.interface_font(11.5)
        self._normal = theme.interface_font(13.5, QFont.Weight.Medium)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(line_height(self._normal) + line_height(self._small)) + 2 * _ABOVE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Listed = index.data(RecentRole.LISTED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._draw_ground(painter, box, option.state)
        room = box.adjusted(_PADDING, _ABOVE, -_PADDING, -_ABOVE)
        self._draw_headlines(painter, room, row)
        self._draw_facts(painter, room, row, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 7, 7)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(path, self._theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(path, self._theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawPath(path)

    def _draw_headlines(self, painter: QPainter, room: QRectF, row: Listed) -> None:
        half = (room.width() - _BETWEEN) / 2
        ink = self._theme.color("soft" if row.why else "text")
        for number, headline in enumerate(row.headlines):
            rect = QRectF(room.left() + number * (half + _BETWEEN), room.top(), half, room.height())
            self._lettering.draw(painter, rect, headline, self._normal, ink)
        top = room.top() + (line_height(self._normal) - _ICON) / 2
        arrow = QRectF(room.left() + half + (_BETWEEN - _ICON) / 2, top, _ICON, _ICON)
        draw_icon(painter, "swap", arrow, self._theme.theme.ink_soft)

    def _draw_facts(self, painter: QPainter, room: QRectF, row: Listed, text: str) -> None:
        rect = QRectF(room.left(), room.top() + line_height(self._normal) + 2, room.width(), room.height())
        if row.why:
            sign = QRectF(rect.left(), rect.top() + (line_height(self._small) - 13) / 2, 13, 13)
            draw_icon(painter, "warning", sign, self._theme.theme.error)
            rect.adjust(19, 0, 0, 0)
        self._lettering.draw(painter, rect, text, self._small, self._theme.color("error" if row.why else "soft"))


class RecentList(QListView):
    """Click or Enter opens a comparison, Del takes it off the list."""

    opened = Signal(object)
    """A `Listed`."""
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    """A `Listed`, and where in global coordinates."""

    def __init__(self, theme: ThemeService, model: RecentModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RecentDelegate(theme, self))
        self.setAccessibleName(tr("Recent comparisons"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(lambda index: self.opened.emit(index.data(RecentRole.LISTED)))
        theme.theme_changed.connect(lambda _: self.viewport().update())

    def current(self) -> Listed | None:
        """The row one is on."""
        found: Listed | None = self.currentIndex().data(RecentRole.LISTED) if self.currentIndex().isValid() else None
        return found

    def go_to(self, row: int) -> None:
        """Be on a row, or the last one."""
        self.setCurrentIndex(self.model().index(min(row, self.model().rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the page's own
        elif current is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(current)
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, point: QPoint) -> None:
        index: QModelIndex = self.indexAt(point)
        if index.isValid():
            self.menu_asked.emit(index.data(RecentRole.LISTED), self.viewport().mapToGlobal(point))
