"""Paints the sidebar's rows: headings, stories, versions. All state comes with the row; layouts are cached."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.story_model import Role
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.badges import badge_colors, draw_tile
from variorum.gui.widgets.lettering import Lettering, line_height

INSET = 10
"""From the edge of the sidebar to the highlight of a row."""
_PADDING = 8
_RULE = 3
"""Width of the rule beside what is open."""
_TILE = 20
_TEXT_LEFT = _TILE + 8
_LINES = {RowKind.STORY: 3, RowKind.VERSION: 2, RowKind.OTHER: 2}
_HEADING_HEIGHT = 34


class RowDelegate(QStyledItemDelegate):
    """`lines` limits the lines of a headline where all rows are to be equally high."""

    def __init__(self, theme: ThemeService, lines: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._lettering = Lettering()
        self._small = theme.interface_font(11)
        self._normal = theme.interface_font(13)
        self._bold = theme.interface_font(13, QFont.Weight.DemiBold)
        self._tile_font = theme.interface_font(11, QFont.Weight.Bold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(Role.ROW)
        width = option.rect.width()
        if row.kind == RowKind.HEADING:
            return QSize(width, _HEADING_HEIGHT)
        if self._lines is not None:
            text = self._lines * line_height(self._normal)
        else:
            text = self._lettering.height(row.text, self._font(row), self._room(row, width), _LINES[row.kind])
        facts = line_height(self._small) if row.facts else 0
        return QSize(width, round(text + facts) + 2 * (_PADDING - 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == RowKind.HEADING:
            self._draw_heading(painter, QRectF(option.rect), row)
        else:
            box = QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)
            is_open = bool(index.data(Role.OPEN))
            self._draw_ground(painter, box, option.state)
            self._draw_badge(painter, box, row, is_open)
            self._draw_text(painter, box, row)
            if is_open:
                self._draw_rule(painter, box)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        font = self._theme.interface_font(11)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        rect.adjust(INSET + 6, 0, -INSET, -7)
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.text.upper())

    def _draw_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillPath(path, self._theme.color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(path, self._theme.color("hover"))
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused or state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), 2 if focused else 1))
            painter.drawPath(path)

    def _draw_rule(self, painter: QPainter, box: QRectF) -> None:
        """What is open has a rule at its left; a ground would look as if it were selected."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(box.left() - _RULE - 2, box.top() + 6, _RULE, box.height() - 12), 1.5, 1.5)
        painter.fillPath(path, self._theme.color("accent"))

    def _draw_badge(self, painter: QPainter, box: QRectF, row: Row, is_open: bool) -> None:
        tile = QRectF(box.left() + _PADDING, box.top() + _PADDING, _TILE, _TILE)
        if row.icon and not row.badge:
            ink = self._theme.theme.ink if is_open else self._theme.theme.ink_soft
            draw_icon(painter, row.icon, tile.adjusted(2, 2, -2, -2), ink)
        if not row.badge:
            return
        if len(row.badge) > 2:
            tile.setWidth(_TILE + 2)
        draw_tile(painter, tile, row.badge[:4], self._tile_font, *badge_colors(self._theme.theme, strong=is_open))

    def _draw_text(self, painter: QPainter, box: QRectF, row: Row) -> None:
        left = box.left() + _PADDING + self._indent(row)
        rect = QRectF(left, box.top() + _PADDING - 1, box.right() - _PADDING - left, box.height())
        lines = self._lines or _LINES[row.kind]
        high = self._lettering.draw(painter, rect, row.text, self._font(row), self._theme.color("text"), lines)
        if row.facts:
            rect.translate(0, high)
            self._lettering.draw(painter, rect, row.facts, self._small, self._theme.color("soft"))

    def _font(self, row: Row) -> QFont:
        return self._bold if row.kind == RowKind.STORY else self._normal

    def _indent(self, row: Row) -> int:
        return 0 if row.kind == RowKind.STORY else _TEXT_LEFT

    def _room(self, row: Row, width: int) -> int:
        return width - 2 * INSET - 2 * _PADDING - self._indent(row)
