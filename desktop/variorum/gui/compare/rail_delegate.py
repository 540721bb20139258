"""Draws the rail: headings, and a card for each change with its kind, the passage, and what changed from what to what.

All it draws comes with the index; layouts of text are kept by `Lettering`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.core.collate.changes import Change
from variorum.core.collate.marking import DOUBTFUL
from variorum.gui.compare.kinds import FACES
from variorum.gui.compare.rail_model import RailRole
from variorum.gui.compare.wording import exchange
from variorum.gui.telling import one_line
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.lettering import Lettering, line_height

MARGIN = 10.0
PADDING = 10.0
GAP = 7.0
HEADING = 30.0
DETAIL_LINES = 3
_ICON = 13.0
_MANY = 300
"""From this many rows on heights are estimated: setting thousands of texts would stop the window."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card."""

    title: str
    detail: str
    exchange: str
    note: str


def card_of(change: Change, sigla: tuple[str, str]) -> Card:
    """The texts of a change's card; `sigla` are the letters of the left and of the right version."""
    doubtful = change.left and change.right and change.confidence < DOUBTFUL
    note = f"doubtful link · {round(change.confidence * 100)} %" if doubtful else ""
    # The core says from what to what in the title, too; that is told below, with whose words are which.
    title = change.title
    if "→" in title:
        what, named, _ = title.partition(" changed: ")
        title = f"{what} changed" if named else f"{FACES[change.kinds[0]].label} changed"
    changed = one_line(exchange(change.before, change.after, sigla), 120)
    return Card(title.upper(), one_line(change.detail, 160), changed, note)


class RailDelegate(QStyledItemDelegate):
    """Paints rows; `current` and `lit` claims come as the states Selected and MouseOver."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._lettering = Lettering()
        self._fonts: dict[tuple[float, int], QFont] = {}

    def forget(self) -> None:
        """Fonts have changed."""
        self._lettering.clear()
        self._fonts.clear()

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        change: Change | None = index.data(RailRole.CHANGE)
        width = option.rect.width() or 240
        if change is None:
            return QSize(width, round(HEADING))
        card = card_of(change, index.data(RailRole.SIGLA))
        room = int(width - 2 * MARGIN - 2 * PADDING)
        few = index.model().rowCount() < _MANY
        height = 2 * PADDING + line_height(self._font(11)) + 2
        for text, font, most in self._paragraphs(card):
            height += (self._lettering.height if few else _estimate)(text, font, room, most)
        return QSize(width, round(height + GAP))

    def _paragraphs(self, card: Card) -> list[tuple[str, QFont, int]]:
        """Texts below the title, each with its font and the most lines it may take."""
        rows = [
            (card.detail, self._font(13), DETAIL_LINES),
            (card.exchange, self._font(12, QFont.Weight.DemiBold), 2),
            (card.note, self._font(11), 1),
        ]
        return [row for row in rows if row[0]]

    def _font(self, px: float, weight: int = QFont.Weight.Normal) -> QFont:
        font = self._fonts.get((px, weight))
        if font is None:
            font = self._fonts[px, weight] = self._theme.interface_font(px, weight)
        return font

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        change: Change | None = index.data(RailRole.CHANGE)
        if change is None:
            self._draw_heading(painter, area, str(index.data(RailRole.HEADING)))
        else:
            box = area.adjusted(MARGIN, 0, -MARGIN, -GAP)
            self._draw_box(painter, box, change, option.state)
            inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
            card = card_of(change, index.data(RailRole.SIGLA))
            below = self._draw_title(painter, inner, change, card.title)
            self._draw_paragraphs(painter, inner, below, card)
        painter.restore()

    def _draw_heading(self, painter: QPainter, area: QRectF, words: str) -> None:
        font = QFont(self._font(11, QFont.Weight.Medium))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        painter.drawText(area.adjusted(MARGIN + 4, 6, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, words.upper())

    def _draw_box(self, painter: QPainter, box: QRectF, change: Change, state: QStyle.StateFlag) -> None:
        theme = self._theme.theme
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        color, width = theme.line, 1.0
        if current:
            color, width = theme.kinds[change.kinds[0].value].rule if change.look else theme.accent, 2.0
        if focused:
            color, width = theme.focus, 2.0
        painter.setPen(QPen(QColor(color), width))
        painter.setBrush(QColor(theme.hover if hovered and not current else theme.raised))
        inset = width / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7, 7)

    def _draw_title(self, painter: QPainter, inner: QRectF, change: Change, title: str) -> float:
        """The line of icons and what happened; returns the height below it."""
        theme = self._theme.theme
        font = self._font(11, QFont.Weight.DemiBold)
        x = inner.left()
        for kind in change.kinds:
            box = QRectF(x, inner.top() + (line_height(font) - _ICON) / 2, _ICON, _ICON)
            draw_icon(painter, kind.value, box, theme.kinds[kind].rule)
            x += _ICON + 3
        painter.setFont(font)
        painter.setPen(QColor(theme.kinds[change.kinds[0].value].rule))
        room = inner.right() - x - 2
        words = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
        line = QRectF(x + 2, inner.top(), room, line_height(font))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        return line.bottom() + 2

    def _draw_paragraphs(self, painter: QPainter, inner: QRectF, top: float, card: Card) -> None:
        for text, font, most in self._paragraphs(card):
            color = self._theme.color("soft" if text is card.note else "ink")
            area = QRectF(inner.left(), top, inner.width(), inner.bottom() - top)
            top += self._lettering.draw(painter, area, text, font, color, most)


def _estimate(text: str, font: QFont, width: int, most: int) -> float:
    """How high `text` stands, from the width of an average letter."""
    lines = -(-int(len(text) * QFontMetricsF(font).averageCharWidth() * 1.08) // max(1, width))
    return min(most, max(1, lines)) * line_height(font)
