"""Paints one result: siglum, headline, snippets with marked hits, facts. State comes with the row and the option."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.gui.search.model import Role
from variorum.gui.search.rows import ResultRow, with_dots
from variorum.gui.search.snippet import Colors, SnippetSetter
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.badges import badge_colors, draw_tile
from variorum.gui.widgets.lettering import Lettering, line_height

_SIDE = 14
_TOP = 11
_TILE = 20
_TEXT_LEFT = _SIDE + _TILE + 9
_LINES = 2
"""Of a headline or snippet, at most."""
_SNIPPETS = 2
_GAP = 4


class ResultDelegate(QStyledItemDelegate):
    """Rows of varying height: headline and snippets take up to two lines each."""

    def __init__(self, theme: ThemeService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lettering = Lettering()
        self._snippets = SnippetSetter()
        self._headline = theme.interface_font(13, QFont.Weight.DemiBold)
        self._body = theme.interface_font(12.5)
        self._small = theme.interface_font(11)
        self._tile = theme.interface_font(11, QFont.Weight.Bold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: ResultRow = index.data(Role.ROW)
        room = self._room(option.rect.width())
        height = self._lettering.estimate(row.headline, self._headline, room, _LINES)
        for snippet in row.snippets[:_SNIPPETS]:
            height += self._lettering.estimate(with_dots(snippet)[0], self._body, room, _LINES) + _GAP
        height += line_height(self._small) + _GAP
        return QSize(option.rect.width(), round(height) + 2 * _TOP + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ResultRow = index.data(Role.ROW)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, option.state)
        self._draw_tile(painter, rect, row, bool(option.state & QStyle.StateFlag.State_Selected))
        top = self._draw_headline(painter, rect, row)
        top = self._draw_snippets(painter, rect, top, row)
        self._draw_facts(painter, rect, top, row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        color = self._theme.color
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("hover"))
        divider = "paper" if state & QStyle.StateFlag.State_Selected else "line"
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(divider))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), color("focus"))

    def _draw_tile(self, painter: QPainter, rect: QRectF, row: ResultRow, selected: bool) -> None:
        if row.article.siglum:
            tile = QRectF(rect.left() + _SIDE, rect.top() + _TOP - 1, _TILE, _TILE)
            colors = badge_colors(self._theme.theme, strong=selected)
            draw_tile(painter, tile, row.article.siglum[:3], self._tile, *colors)

    def _draw_headline(self, painter: QPainter, rect: QRectF, row: ResultRow) -> float:
        box = QRectF(rect.left() + _TEXT_LEFT, rect.top() + _TOP, self._room(int(rect.width())), rect.height())
        ink = self._theme.color("text")
        high = self._lettering.draw(painter, box, row.headline, self._headline, ink, _LINES)
        return box.top() + high

    def _draw_snippets(self, painter: QPainter, rect: QRectF, top: float, row: ResultRow) -> float:
        color = self._theme.color
        colors = Colors(ink=color("soft"), hit=color("hit_ink"), ground=color("hit"))
        room = self._room(int(rect.width()))
        for snippet in row.snippets[:_SNIPPETS]:
            at = QPointF(rect.left() + _TEXT_LEFT, top + _GAP)
            text, hits = with_dots(snippet)
            top = at.y() + self._snippets.draw(painter, at, text, hits, self._body, room, _LINES, colors)
        return top

    def _draw_facts(self, painter: QPainter, rect: QRectF, top: float, row: ResultRow) -> None:
        box = QRectF(rect.left() + _TEXT_LEFT, top + _GAP, self._room(int(rect.width())), 20)
        self._lettering.draw(painter, box, row.facts, self._small, self._theme.color("soft"))

    @staticmethod
    def _room(width: int) -> int:
        return max(40, width - _TEXT_LEFT - _SIDE)
