"""Draws the rail: headings, and a card for each change with its kind, the passage, and what was said of it.

All it draws comes with the index; layouts of text are kept by `Lettering`. A note is written in the card itself.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.core.collate.changes import Change
from variorum.core.handmade.model import Review
from variorum.gui.compare.card import Card, Line, Tone, card_of
from variorum.gui.compare.rail_model import Index, RailRole
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.lettering import Lettering, line_height
from variorum.gui.words import tr

MARGIN = 10.0
INSET = 4.0
"""How far headings stand in from the edge of the cards."""
PADDING = 10.0
GAP = 7.0
HEADING = 30.0
NOTE_LENGTH = 400
"""Characters of a note."""
_ICON = 13.0
_FIELD = 28.0
"""Height of the field in which a note is written."""
_MANY = 300
"""From this many rows on heights are estimated: setting thousands of texts would stop the window."""
_FONTS = {
    Tone.PLAIN: (13.0, QFont.Weight.Normal),
    Tone.STRONG: (12.0, QFont.Weight.DemiBold),
    Tone.SMALL: (11.0, QFont.Weight.Normal),
    Tone.NOTE: (12.5, QFont.Weight.Normal),
}


class RailDelegate(QStyledItemDelegate):
    """Paints rows; the current one and the one under the pointer come as the states Selected and MouseOver."""

    note_written = Signal(int, str)
    """The number of a change and the note on it."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._lettering = Lettering()
        self._fonts: dict[tuple[float, int], QFont] = {}
        self.writing: int | None = None
        """The number of the change whose note is being written."""

    def forget(self) -> None:
        """Fonts have changed."""
        self._lettering.clear()
        self._fonts.clear()

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width() or 240
        if index.data(RailRole.CHANGE) is None:
            return QSize(width, round(HEADING))
        room = int(width - 2 * MARGIN - 2 * PADDING)
        few = index.model().rowCount() < _MANY
        height = 2 * PADDING + line_height(self._font(11, QFont.Weight.DemiBold)) + 2
        for line in self._lines(index):
            measure = self._lettering.height if few else _estimate
            above, before = self._space(line)
            height += above + measure(line.text, self._font(*_FONTS[line.tone]), room - int(before), line.most)
        height += _FIELD + 4 if self._is_written(index) else 0
        return QSize(width, round(height + GAP))

    def _lines(self, index: Index) -> tuple[Line, ...]:
        """What stands below the title of a change's card."""
        return tuple(_card(index).lines(writing=self._is_written(index)))

    def _is_written(self, index: Index) -> bool:
        number = index.data(RailRole.NUMBER)
        return number is not None and number == self.writing

    @staticmethod
    def _space(line: Line) -> tuple[float, float]:
        """The room above a line and before it, for its icon."""
        return (5.0 if line.tone is Tone.NOTE else 0.0), (_ICON + 4 if line.icon else 0.0)

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
            review: Review = index.data(RailRole.REVIEW)
            box = area.adjusted(MARGIN, 0, -MARGIN, -GAP)
            self._draw_box(painter, box, change, option.state, reviewed=review.reviewed)
            inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
            right = self._draw_place(painter, inner, index.data(RailRole.PLACE), reviewed=review.reviewed)
            title = inner.adjusted(0, 0, right - inner.right(), 0)
            below = self._draw_title(painter, title, change, _card(index).title, reviewed=review.reviewed)
            self._draw_lines(painter, inner, below, index, reviewed=review.reviewed)
        painter.restore()

    def _draw_heading(self, painter: QPainter, area: QRectF, words: str) -> None:
        font = QFont(self._font(11, QFont.Weight.Medium))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        painter.drawText(area.adjusted(MARGIN + INSET, 6, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, words.upper())

    def _draw_box(
        self, painter: QPainter, box: QRectF, change: Change, state: QStyle.StateFlag, *, reviewed: bool
    ) -> None:
        theme = self._theme.theme
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        color, width = theme.line, 1.0
        if current:
            color, width = theme.kinds[change.kinds[0].value].rule if change.look else theme.accent, 2.0
        if focused:
            color, width = theme.focus, 2.0
        ground = theme.chrome if reviewed else theme.raised
        painter.setPen(QPen(QColor(color), width))
        painter.setBrush(QColor(theme.hover if hovered and not current else ground))
        inset = width / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7, 7)

    def _draw_place(self, painter: QPainter, inner: QRectF, place: int, *, reviewed: bool) -> float:
        """The change's number at the right, and whether it was reviewed; returns where they begin."""
        font, right = self._font(11), inner.right()
        height = line_height(font)
        if reviewed:
            right -= _ICON + 3
            top = inner.top() + (height - _ICON) / 2 - 1
            draw_icon(painter, "reviewed", QRectF(right, top, _ICON + 3, _ICON + 3), self._theme.theme.focus)
            right -= 4
        words = f"{place:,}"
        left = right - QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        painter.drawText(QRectF(left, inner.top(), right - left + 1, height), Qt.AlignmentFlag.AlignVCenter, words)
        return left

    def _draw_title(self, painter: QPainter, inner: QRectF, change: Change, title: str, *, reviewed: bool) -> float:
        """The line of icons and what happened; returns the height below it."""
        theme = self._theme.theme
        font = self._font(11, QFont.Weight.DemiBold)
        height, x, right = line_height(font), inner.left(), inner.right()
        top = inner.top() + (height - _ICON) / 2
        for kind in change.kinds:
            color = theme.ink_soft if reviewed else theme.kinds[kind].rule
            draw_icon(painter, kind.value, QRectF(x, top, _ICON, _ICON), color)
            x += _ICON + 3
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_soft if reviewed else theme.kinds[change.kinds[0].value].rule))
        room = right - x - 4
        words = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x + 2, inner.top(), room, height), Qt.AlignmentFlag.AlignVCenter, words)
        return inner.top() + height + 2

    def _draw_lines(self, painter: QPainter, inner: QRectF, top: float, index: Index, *, reviewed: bool) -> None:
        for line in self._lines(index):
            soft = line.tone is Tone.SMALL or (reviewed and line.tone is not Tone.NOTE)
            color, font = self._theme.color("soft" if soft else "ink"), self._font(*_FONTS[line.tone])
            above, before = self._space(line)
            top += above
            if line.icon:
                box = QRectF(inner.left(), top + (line_height(font) - _ICON) / 2, _ICON, _ICON)
                draw_icon(painter, line.icon, box, self._theme.theme.ink_soft)
            area = QRectF(inner.left() + before, top, inner.width() - before, inner.bottom() - top)
            top += self._lettering.draw(painter, area, line.text, font, color, line.most)

    # Writing a note

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(NOTE_LENGTH)
        field.setPlaceholderText(tr("Note"))
        field.setToolTip(tr("Enter keeps the note, Esc leaves it as it was"))
        field.setAccessibleName(tr("Note on this change"))
        set_look(field, "field")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(RailRole.REVIEW).note)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.note_written.emit(index.data(RailRole.NUMBER), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        box = QRectF(option.rect).adjusted(MARGIN + PADDING, 0, -MARGIN - PADDING, -GAP - PADDING)
        box.setTop(box.bottom() - _FIELD)
        editor.setGeometry(box.toRect())


def _card(index: Index) -> Card:
    by_hand = bool(index.data(RailRole.BY_HAND))
    return card_of(
        index.data(RailRole.CHANGE), index.data(RailRole.SIGLA), index.data(RailRole.REVIEW), by_hand=by_hand
    )


def _estimate(text: str, font: QFont, width: int, most: int) -> float:
    """How high `text` stands, from the width of an average letter."""
    lines = -(-int(len(text) * QFontMetricsF(font).averageCharWidth() * 1.08) // max(1, width))
    return min(most, max(1, lines)) * line_height(font)
