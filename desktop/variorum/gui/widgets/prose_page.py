"""An article in a text document, with its marks and the rectangles they cover. No widget, no painting, no events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextDocument, QTextFrameFormat

from variorum.core.text.model import Article, Span
from variorum.gui.widgets.prose_document import Typography, fill, set_bold
from variorum.gui.widgets.prose_geometry import ProseGeometry
from variorum.gui.widgets.prose_layout import Block, ProseLayout, Range, Role, fold_at, folds_of, lay_out
from variorum.gui.widgets.prose_marks import LAYERS, Mark, MarkLayers

Place = tuple[int, float]
"""A place to read at: the offset at which a line begins, and how many pixels below its top."""


class ProsePage:
    """What a `ProseView` shows. Coordinates are the document's, offsets the source's."""

    def __init__(self, document: QTextDocument, type_: Typography, byline: bool = True, layers: Sequence[str] = LAYERS):
        self.document = document
        self.type = type_
        self.article: Article | None = None
        self.layout = ProseLayout(())
        self.opened: frozenset[int] = frozenset()
        self._byline = byline
        self._layers = MarkLayers(layers)
        self._bold: list[Span] = []
        self._geometry = ProseGeometry(document)
        self._rects: dict[Span, list[QRectF]] = {}

    def show(
        self,
        article: Article | None,
        margins: QTextFrameFormat,
        marks: Mapping[str, Sequence[Mark]] | None = None,
        layout: ProseLayout | None = None,
    ) -> None:
        """Show `article` folded, with these marks by layer and no others, or nothing. Its `layout` may be given."""
        self.article = article
        self.opened = frozenset()
        self._layers.clear()
        for layer, own in (marks or {}).items():
            self._layers.put(layer, own)
        self._bold = self._layers.bold()
        self.set(margins, layout)

    def set(self, margins: QTextFrameFormat, layout: ProseLayout | None = None) -> None:
        """Set the article anew, in another document: after a change of type or folding.

        A document that no view shows yet is filled without being laid out; the view then does so bit by bit.
        """
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self._geometry = ProseGeometry(self.document)
        self.layout = layout or self.lay_out(self.article, self.opened)
        fill(self.document, self.layout, self.type, margins)
        set_bold(self.document, self.layout, self._ranges(self._bold), True)
        self.forget()

    def lay_out(self, article: Article | None, opened: frozenset[int] = frozenset()) -> ProseLayout:
        """The blocks of `article` as this page sets them."""
        return lay_out(article, opened, self._byline) if article else ProseLayout(())

    def forget(self) -> None:
        """Drop the rectangles of an earlier layout."""
        self._rects.clear()

    def put(self, layer: str, marks: Sequence[Mark]) -> bool:
        """Replace the marks of a layer; whether letters became bold or stopped being it, which moves lines."""
        self._layers.put(layer, marks)
        bold = self._layers.bold()
        if bold == self._bold:
            return False
        set_bold(self.document, self.layout, self._ranges(self._bold), False)
        set_bold(self.document, self.layout, self._ranges(bold), True)
        self._bold = bold
        self.forget()
        return True

    def rects_of(self, span: Span) -> list[QRectF]:
        """A rectangle a line for what is shown of `span`, top down. Don't change the list."""
        found = self._rects.get(span)
        if found is None:
            found = [rect for piece in self.layout.ranges_of(span) for rect in self._geometry.rects(piece)]
            self._rects[span] = found
        return found

    def reads_from_the_right(self, span: Span) -> bool:
        """Whether the paragraph in which `span` begins is set from right to left."""
        number = self.layout.block_at(self.layout.position_at_or_after(span.start))
        return self.document.findBlockByNumber(number).textDirection() is Qt.LayoutDirection.RightToLeft

    def marks_between(self, top: float, bottom: float) -> list[Mark]:
        """The marks on the lines between two heights, lowest layer first."""
        visible = self.layout.span_between(*self._geometry.visible(top, bottom))
        return [] if visible is None else self._layers.within(visible)

    def blocks_between(self, top: float, bottom: float) -> list[tuple[int, Block]]:
        """The blocks between two heights, with their numbers."""
        if not self.layout.blocks:
            return []
        first, last = (self.layout.block_at(position) for position in self._geometry.visible(top, bottom))
        return [(number, self.layout.blocks[number]) for number in range(first, last + 1)]

    def offset_under(self, point: QPointF) -> int | None:
        """The source offset of the character under `point`, or None."""
        position = self._geometry.position_under(point) if self.layout.blocks else None
        return None if position is None else self.layout.offset_at(position)

    def block_under(self, point: QPointF) -> int | None:
        """The number of the placeholder whose frame holds `point`, or None."""
        for number, block in self.blocks_between(point.y() - self.type.px, point.y() + self.type.px):
            if block.role is Role.FOLD and self.fold_box(number).contains(point):
                return number
        return None

    def fold_box(self, number: int) -> QRectF:
        """The frame of the placeholder that is block `number`."""
        lines = self._letters_of(number)
        margins = self.document.rootFrame().frameFormat()
        left, right = margins.leftMargin(), self.document.textWidth() - margins.rightMargin()
        gap = self.type.size(Role.FOLD) * 0.6
        return QRectF(left, lines.top() - gap, right - left, lines.height() + 2 * gap)

    def place_at(self, top: float) -> Place | None:
        """What one reads at the height `top`: the offset at which a line begins, and how far below its top one is."""
        if not self.layout.blocks:
            return None
        first, last = self._geometry.visible(top, top + 3 * self.type.line_height)
        span = self.layout.span_between(first, max(last, first + 1))
        return None if span is None else (span.start, top - self.height_of(span.start))

    def height_of(self, offset: int) -> float:
        """The height at which `offset` is shown, or where what follows it is."""
        position = self.layout.position_at_or_after(offset)
        number = self.layout.block_at(position)
        unit = position - self.layout.starts[number]
        lines = self._geometry.rects(Range(number, unit, unit + 1))
        return lines[0].top() if lines else self._geometry.block_rect(number).top()

    def folds(self) -> list[int]:
        """The numbers of the blocks that are placeholders."""
        return [number for number, block in enumerate(self.layout.blocks) if block.role is Role.FOLD]

    def toggle_fold(self, fold: int) -> None:
        """Open the folded part `fold`, or close it, from the next `set` on."""
        self.opened = self.opened ^ {fold}

    def set_folded(self, folded: bool) -> bool:
        """Fold all parts or open them all, from the next `set` on; whether that changes anything."""
        every = frozenset(range(folds_of(self.article))) if self.article else frozenset()
        wanted: frozenset[int] = frozenset() if folded else every
        if wanted == self.opened:
            return False
        self.opened = wanted
        return True

    def open_at(self, offset: int) -> bool:
        """Open the folded part that holds `offset`, from the next `set` on; whether there is one to open."""
        fold = fold_at(self.article, offset) if self.article else None
        if fold is None or fold in self.opened:
            return False
        self.toggle_fold(fold)
        return True

    def text_between(self, start: int, end: int) -> str:
        """The source text shown between two positions, an empty line between paragraphs."""
        if self.article is None:
            return ""
        return "\n\n".join(span.of(self.article.text) for span in self.layout.spans_between(start, end))

    def _letters_of(self, number: int) -> QRectF:
        """From the top of a block's first letters to the foot of its last."""
        lines = self._geometry.rects(Range(number, 0, self.layout.blocks[number].units))
        return lines[0].united(lines[-1])

    def _ranges(self, spans: Sequence[Span]) -> list[Range]:
        return [piece for span in spans for piece in self.layout.ranges_of(span)]
