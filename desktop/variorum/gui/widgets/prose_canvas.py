"""Paints a page of prose: grounds, then the text with its inks, then what lies over it. Draws only what is visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPainterPath, QPalette, QTextCharFormat, QTextCursor

from variorum.core.text.model import Span
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets import prose_paint as paint
from variorum.gui.widgets.prose_layout import Role
from variorum.gui.widgets.prose_marks import Mark, outlined
from variorum.gui.widgets.prose_outline import outline_path, run_on
from variorum.gui.widgets.prose_page import ProsePage
from variorum.gui.widgets.stretches import Stretches
from variorum.gui.words import tr

_NO_GROUND = "#00000000"
_SOFT = (Role.BYLINE, Role.FOLD, Role.ASIDE)
"""Blocks set in the soft ink."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What one painting needs besides the page: `clip` in document coordinates and what changes from frame to frame."""

    clip: QRectF
    theme: Theme
    selection: QTextCursor
    focused: int | None
    """The placeholder (block number) that has the focus."""
    flash: tuple[Span, float] | None
    """What flashes and how strongly, from 1 to 0."""


class Canvas:
    """Paints `page`; remembers outlines until `forget`."""

    def __init__(self, page: ProsePage) -> None:
        self._page = page
        self._outlines: dict[tuple[Span, ...], QPainterPath] = {}

    def forget(self) -> None:
        """Drop outlines of an earlier layout."""
        self._outlines.clear()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Paint what `frame.clip` shows; `painter` is in document coordinates."""
        marks = self._page.marks_between(frame.clip.top(), frame.clip.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_grounds(painter, marks, frame)
        self._draw_text(painter, marks, frame)
        self._draw_over(painter, marks)
        self._draw_folds(painter, frame)

    def _draw_grounds(self, painter: QPainter, marks: Sequence[Mark], frame: Frame) -> None:
        painter.fillRect(frame.clip, paint.color(frame.theme.paper))
        for draw in (paint.draw_wash, paint.draw_fill):
            for mark in marks:
                draw(painter, self._page.rects_of(mark.span), mark.style)
        for mark in marks:
            if mark.style.left_rule is not None:
                right_to_left = self._page.reads_from_the_right(mark.span)
                paint.draw_rule(painter, self._page.rects_of(mark.span), mark.style, right_to_left)
        if frame.flash is not None:
            span, strength = frame.flash
            paint.draw_flash(painter, self._page.rects_of(span), frame.theme.focus, strength)

    def _draw_text(self, painter: QPainter, marks: Sequence[Mark], frame: Frame) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, paint.color(frame.theme.ink))
        context.palette = palette
        context.clip = frame.clip
        context.selections = self._inked(marks, frame)
        self._page.document.documentLayout().draw(painter, context)

    def _inked(self, marks: Sequence[Mark], frame: Frame) -> list[QAbstractTextDocumentLayout.Selection]:
        """The inks of what is visible, and the selected text over them."""
        page = self._page
        stretches = Stretches()
        for number, block in page.blocks_between(frame.clip.top(), frame.clip.bottom()):
            if block.role in _SOFT:
                start = page.layout.starts[number]
                stretches.paint(start, start + block.units, frame.theme.ink_soft)
        for mark in marks:
            if mark.style.ink is None:
                continue
            for piece in page.layout.ranges_of(mark.span):
                start = page.layout.starts[piece.block]
                stretches.paint(start + piece.start, start + piece.end, mark.style.ink)
        if frame.selection.hasSelection():
            stretches.paint(frame.selection.selectionStart(), frame.selection.selectionEnd(), _SELECTED)
        return [self._selection(start, end, name, frame.theme) for start, end, name in stretches.all()]

    def _selection(self, start: int, end: int, name: str, theme: Theme) -> QAbstractTextDocumentLayout.Selection:
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        if name == _SELECTED:
            form.setBackground(paint.color(theme.focus))
            form.setForeground(paint.color(theme.paper))
        else:
            form.setForeground(paint.color(name))
            # Qt skips a selection that touches an earlier one unless it has a ground (QTextLayout::draw).
            form.setBackground(paint.color(_NO_GROUND))
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor = cursor
        selection.format = form
        return selection

    def _draw_over(self, painter: QPainter, marks: Sequence[Mark]) -> None:
        for mark in marks:
            paint.draw_over(painter, self._page.rects_of(mark.span), mark.style)
        for stroke, spans in outlined(marks):
            paint.draw_outline(painter, self._outline(spans), stroke)

    def _outline(self, spans: tuple[Span, ...]) -> QPainterPath:
        path = self._outlines.get(spans)
        if path is None:
            path = outline_path(run_on(map(self._page.rects_of, spans)), self._page.type.line_height)
            self._outlines[spans] = path
        return path

    def _draw_folds(self, painter: QPainter, frame: Frame) -> None:
        page, theme = self._page, frame.theme
        font = page.type.font(Role.FOLD)
        for number, block in page.blocks_between(frame.clip.top(), frame.clip.bottom()):
            if block.role is Role.FOLD:
                control = tr("hide") if block.open else tr("show")
                focus = theme.focus if number == frame.focused else None
                box = page.fold_box(number)
                paint.draw_fold(painter, box, control, font, theme.line_strong, theme.ink_soft, focus)


_SELECTED = "selected"
