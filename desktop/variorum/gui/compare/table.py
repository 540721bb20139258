"""The table of a comparison: left passage, gutter with the kinds, right passage. Sets and paints rows of claims.

Knows neither the state nor which rows are shown; whoever shows it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from variorum.core.collate.model import Comparison
from variorum.gui.compare.column_type import column_type
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.ribbons import WIDTH as GUTTER
from variorum.gui.compare.rows import Cell, Fold, Row
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_view import Column, Spot
from variorum.gui.compare.wording import why_linked
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.lettering import Lettering, line_height
from variorum.gui.widgets.passage import Dress, Passage, guessed_height
from variorum.gui.widgets.passage_text import Cutter
from variorum.gui.widgets.prose_document import COLUMN_MARGIN, Typography
from variorum.gui.widgets.prose_marks import MarkStyle
from variorum.gui.words import tr

ICON = 14.0
_NOTE_LINES = 2
_FOLD_CHEVRON = 12.0


class Table(HandledRows):
    """Two columns of passages."""

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._comparison: Comparison | None = None
        self._cutters: dict[Side, Cutter] = {}
        self._letters = Lettering()
        theme.theme_changed.connect(self._letters.clear)

    def compare(self, comparison: Comparison | None) -> None:
        """The rows shown from now on are of this comparison."""
        if comparison is not None and comparison is not self._comparison:
            self._cutters = {side: Cutter(side.article(comparison)) for side in Side}
        self._comparison = comparison

    # How rows are set

    def columns(self) -> Sequence[Column]:
        width = (self.viewport().width() - GUTTER) / 2
        room = max(40.0, width - 2 * COLUMN_MARGIN)
        return (Column(COLUMN_MARGIN, room), Column(width + GUTTER + COLUMN_MARGIN, room))

    def typography(self) -> Typography:
        return column_type(self._theme)

    def set_cell(self, row: Row, cell: Cell, column: Column) -> Passage | None:
        if row.fold is not None or not cell.spans:
            return None
        texts = self._cutters[cell.side].paragraphs(cell.spans, cell.role)
        marks = self.marks[cell.side].within_all(cell.spans)
        return Passage(texts, marks, self.type, column.width, Dress(self._theme.theme, MarkStyle()))

    def height_of(self, row: Row, passages: Sequence[Passage | None]) -> float:
        if row.fold is not None:
            return self._fold_height
        notes = [cell.note for cell in row.cells if cell.note]
        font, width = self._theme.interface_font(12.5), int(self.columns()[0].width)
        heights = [self._letters.height(note, font, width, _NOTE_LINES) for note in notes]
        heights += [passage.height for passage in passages if passage is not None]
        return round(max(heights, default=0.0)) + 2 * self._padding

    def guess(self, row: Row, columns: Sequence[Column]) -> float:
        if row.fold is not None:
            return self._fold_height
        longest = max((cell.length for cell in row.cells), default=0)
        return guessed_height(longest, self.letter, self.type, columns[0].width) + 2 * self._padding

    @property
    def _fold_height(self) -> int:
        return round(self.type.line_height * 1.5)

    # Painting

    def draw_row(self, painter: QPainter, number: int, box: QRect) -> None:
        row, theme = self.rows[number], self._theme.theme
        if row.fold is not None:
            self._draw_fold(painter, row.fold, box)
        else:
            self._draw_passages(painter, number, box)
            self._draw_signs(painter, row, box)
            gutter = self._gutter(box)
            painter.fillRect(QRectF(gutter.left(), box.top(), 1, box.height()), QColor(theme.line))
            painter.fillRect(QRectF(gutter.right() - 1, box.top(), 1, box.height()), QColor(theme.line))
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), QColor(theme.line))

    def _gutter(self, box: QRect) -> QRectF:
        left = (box.width() - GUTTER) / 2
        return QRectF(left, box.top(), GUTTER, box.height())

    def _draw_passages(self, painter: QPainter, number: int, box: QRect) -> None:
        for place, (cell, column) in enumerate(zip(self.rows[number].cells, self.columns(), strict=True)):
            if cell.spans:
                self.draw_passage(painter, number, place, box)
            elif cell.note:
                room = QRectF(column.x, box.top() + self._padding + 3, column.width, box.height())
                font, ink = self._theme.interface_font(12.5), self._theme.color("soft")
                self._letters.draw(painter, room, cell.note, font, ink, _NOTE_LINES)

    @property
    def _padding(self) -> int:
        return round(self.below(0))

    def _draw_signs(self, painter: QPainter, row: Row, box: QRect) -> None:
        """The icons of the kinds beside each other, below them how far a passage moved and whether the link is sure."""
        theme, gutter = self._theme.theme, self._gutter(box)
        y = box.top() + self._padding + (self.type.line_height - ICON) / 2
        shown = row.kinds[:4]
        step = min(ICON + 4, (GUTTER - 8 - ICON) / max(1, len(shown) - 1))
        x = gutter.center().x() - (ICON + step * (len(shown) - 1)) / 2
        for kind in shown:
            draw_icon(painter, kind.value, QRectF(x, y, ICON, ICON), theme.kinds[kind].rule)
            x += step
        told = [f"{'↓' if row.distance > 0 else '↑'}{abs(row.distance)}"] if row.distance else []
        told += [tr("doubtful")] if row.doubtful else [tr("by hand")] if row.by_hand else []
        told = told or (["="] if row.claim is not None and not row.differs else [])
        top = y + ICON + 3 if shown else y - 2
        font = self._theme.interface_font(11, tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        for words in told:
            line = QRectF(gutter.left(), top, gutter.width(), line_height(font))
            if line.bottom() <= box.bottom():
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            top += line_height(font)

    def _draw_fold(self, painter: QPainter, fold: Fold, box: QRect) -> None:
        """One line: what is folded, and from the texts what stands beside the next change."""
        theme = self._theme.theme
        painter.fillRect(box, QColor(theme.chrome))
        middle = box.top() + (box.height() - _FOLD_CHEVRON) / 2
        x = float(COLUMN_MARGIN)
        icon = "chevron-down" if fold.open else "chevron-right"
        draw_icon(painter, icon, QRectF(x - 4, middle, _FOLD_CHEVRON, _FOLD_CHEVRON), theme.ink_soft)
        font = self._theme.interface_font(12.5)
        label = QRectF(x + 14, box.top(), QFontMetricsF(font).horizontalAdvance(fold.label) + 2, box.height())
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, fold.label)
        if fold.open:
            return
        left, right = self.columns()
        starts = (label.right() + 14, right.x)
        ends = (left.x + left.width, right.x + right.width)
        self._draw_context(painter, fold, box, starts, ends)

    def _draw_context(
        self, painter: QPainter, fold: Fold, box: QRect, starts: tuple[float, float], ends: tuple[float, float]
    ) -> None:
        prose = self._theme.reading_font(max(12, self.type.px - 3))
        painter.setFont(prose)
        painter.setPen(QPen(QColor(self._theme.theme.ink_soft)))
        for words, start, end in zip(fold.context, starts, ends, strict=True):
            if end - start > 60:
                elided = QFontMetricsF(prose).elidedText(words, Qt.TextElideMode.ElideRight, end - start)
                room = QRectF(start, box.top(), end - start, box.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    # Tool tips

    def tip_at(self, spot: Spot, point: QPoint) -> str:
        row = self.rows[spot.row]
        if row.fold is not None:
            return (
                tr("Click to fold {what}", what=row.fold.label)
                if row.fold.open
                else tr("Click to show {what}", what=row.fold.label)
            )
        gutter = self._gutter(self.row_box(spot.row))
        if self._comparison is None or row.claim is None or not gutter.left() <= point.x() <= gutter.right():
            return ""
        claim = self._comparison.claims[row.claim]
        return why_linked(claim) if claim.linked else claim.kind.value.capitalize()
