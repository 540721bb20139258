"""A passage set in lines at a width: its rectangles and its painting. For views that set only what is on screen.

Coordinates begin at the passage's left top. Knows no articles, no comparison and no widgets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from variorum.core.text.model import Span
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets import prose_paint as paint
from variorum.gui.widgets.choosing import whole_words
from variorum.gui.widgets.passage_text import Own, PassageText, Tone
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_geometry import ASCENT, DESCENT
from variorum.gui.widgets.prose_layout import Role, begins_right_to_left
from variorum.gui.widgets.prose_lines import has_right_to_left, stretches, x_of
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, outlined
from variorum.gui.widgets.prose_outline import outline_path, run_on
from variorum.gui.widgets.stretches import Stretches

Place = tuple[int, int]
"""A gap between characters: a paragraph's number and a unit."""
_APART = 0.5
"""Space between paragraphs of one passage, in line heights."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a passage wears beside its marks."""

    theme: Theme
    removed: MarkStyle
    """How words of the other text look that are put in."""
    struck: MarkStyle | None = None
    """How those look whose place others have taken; None for the same."""

    def of(self, tone: Tone) -> MarkStyle | None:
        """How words of our own look."""
        if tone is Tone.ASIDE:
            return None
        return self.struck if tone is Tone.STRUCK and self.struck else self.removed


@dataclass(frozen=True, slots=True)
class OwnMark:
    """A mark on words of our own: their number, and units from their beginning."""

    number: int
    start: int
    end: int
    style: MarkStyle


class Passage:
    """Some paragraphs one below the other. Made once for a width; marks that color letters belong to the making."""

    def __init__(
        self,
        texts: Sequence[PassageText],
        marks: Sequence[Mark],
        type_: Typography,
        width: float,
        dress: Dress,
        own_marks: Sequence[OwnMark] = (),
    ) -> None:
        self._texts = texts
        self._own_marks = own_marks
        self._type = type_
        self._layouts: list[QTextLayout] = []
        self._rects: dict[Span, list[QRectF]] = {}
        self._dress = dress
        self._sizes = [type_.size(text.block.role) for text in texts]
        self._mixed = [has_right_to_left(text.block.text) for text in texts]
        self.height = 0.0
        """In pixels."""
        for number, text in enumerate(texts):
            self.height += round(_APART * type_.line_height) if number else 0
            self._set(text, marks, width)

    def _set(self, text: PassageText, marks: Sequence[Mark], width: float) -> None:
        layout = QTextLayout(text.block.text, self._type.font(text.block.role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if begins_right_to_left(text.block.text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(_formats(text, marks, self._own_marks, self._dress))
        leading = self._type.leading(text.block.role)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height + (leading - line.height()) / 2))
            self.height += leading
        layout.endLayout()
        self._layouts.append(layout)

    @property
    def texts(self) -> Sequence[PassageText]:
        """The paragraphs."""
        return self._texts

    # Where things stand

    def rects_of(self, span: Span) -> list[QRectF]:
        """A rectangle a line for what is shown of `span`. Don't change the list."""
        found = self._rects.get(span)
        if found is None:
            found = [
                rect
                for number, text in enumerate(self._texts)
                for start, end in text.ranges_of(span)
                for rect in self.rects(number, start, end)
            ]
            self._rects[span] = found
        return found

    def rects(self, paragraph: int, start: int, end: int) -> list[QRectF]:
        """A rectangle a line for the units `start` to `end` of a paragraph."""
        size = self._sizes[paragraph]
        found = []
        for line in self._lines(paragraph, start, end):
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            top = line.y() + line.ascent() - size * ASCENT
            for left, right in stretches(line, first, last, self._mixed[paragraph]):
                found.append(QRectF(left, top, right - left, size * (ASCENT + DESCENT)))
        return found

    def rects_of_own(self, number: int, part: tuple[int, int] | None = None) -> list[QRectF]:
        """A rectangle a line for our own words of that number, or for a `part` of them, in units."""
        for paragraph, text in enumerate(self._texts):
            place = text.range_of_own(number)
            if place is not None:
                first, last = part or (0, place[1] - place[0])
                return self.rects(paragraph, place[0] + first, min(place[0] + last, place[1]))
        return []

    def foot_of(self, paragraph: int, unit: int) -> QPointF:
        """The foot of the gap before a unit, at the end of its line rather than at the head of the next."""
        line = self._layouts[paragraph].lineForTextPosition(max(0, unit - 1))
        return QPointF(x_of(line, unit), line.y() + line.ascent()) if line.isValid() else QPointF()

    def _lines(self, paragraph: int, start: int, end: int) -> Iterator[QTextLine]:
        layout = self._layouts[paragraph]
        first = layout.lineForTextPosition(start)
        for number in range(first.lineNumber() if first.isValid() else layout.lineCount(), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= end:
                return
            yield line

    def _unit_under(self, point: QPointF) -> tuple[int, int] | None:
        """Paragraph and unit of the character under `point`, None beside the text."""
        for paragraph, layout in enumerate(self._layouts):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                leading = self._type.leading(self._texts[paragraph].block.role)
                above = (leading - line.height()) / 2
                if not line.y() - above <= point.y() < line.y() + line.height() + above:
                    continue
                text = line.naturalTextRect()
                if not text.left() - _SLACK <= point.x() <= text.right() + _SLACK:
                    return None
                unit = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
                last = line.textStart() + line.textLength() - 1
                return paragraph, max(line.textStart(), min(unit, last))
        return None

    def offset_at(self, point: QPointF) -> int | None:
        """The source offset of the character under `point`, None beside the text and over words of our own."""
        under = self._unit_under(point)
        return None if under is None else self._texts[under[0]].offset_at(under[1])

    def place_at(self, point: QPointF) -> Place:
        """The gap between characters nearest to `point`, wherever that is."""
        best: tuple[float, Place] = (float("inf"), (0, 0))
        for paragraph, layout in enumerate(self._layouts):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                away = abs(line.y() + line.height() / 2 - point.y())
                if away < best[0]:
                    best = away, (paragraph, line.xToCursor(point.x()))
        return best[1]

    @property
    def end(self) -> Place:
        """The place after the last character."""
        return (len(self._texts) - 1, self._texts[-1].block.units) if self._texts else (0, 0)

    def words_between(self, first: Place, last: Place, *, whole: bool = False) -> str:
        """What is shown between two places, a line for each paragraph; with the `whole` of the words at the ends."""
        found = []
        for paragraph, start, end in self._between(first, last):
            block = self._texts[paragraph].block
            stretch = block.index_of(start), block.index_of(end)
            begin, stop = whole_words(block.text, *stretch) if whole else stretch
            found.append(block.text[begin:stop])
        return "\n".join(found)

    def _between(self, first: Place, last: Place) -> Iterator[tuple[int, int, int]]:
        for paragraph in range(first[0], last[0] + 1):
            start = first[1] if paragraph == first[0] else 0
            end = last[1] if paragraph == last[0] else self._texts[paragraph].block.units
            yield paragraph, start, end

    def own_at(self, point: QPointF) -> Own | None:
        """The words of our own under `point`."""
        under = self._unit_under(point)
        return None if under is None else self._texts[under[0]].own_at(under[1])

    def unit_in_own(self, point: QPointF) -> int:
        """Which unit of our own words lies under `point`; 0 where there are none."""
        under = self._unit_under(point)
        place = (
            None
            if under is None
            else next((start for start, end, _ in self._texts[under[0]].own if start <= under[1] < end), None)
        )
        return under[1] - place if under is not None and place is not None else 0

    # Painting

    def draw(self, painter: QPainter, marks: Sequence[Mark], selected: tuple[Place, Place] | None = None) -> None:
        """Paint at the painter's origin, with `marks` under and over the letters and what is `selected` lit."""
        own = [
            (self.rects(number, start, end), style)
            for number, text in enumerate(self._texts)
            for start, end, words in text.own
            if (style := self._dress.of(words.tone)) is not None
        ]
        own += [(self.rects_of_own(mark.number, (mark.start, mark.end)), mark.style) for mark in self._own_marks]
        for draw in (paint.draw_wash, paint.draw_fill):
            for mark in marks:
                draw(painter, self.rects_of(mark.span), mark.style)
            for rects, style in own:
                draw(painter, rects, style)
        for mark in marks:
            if mark.style.left_rule is not None:
                paint.draw_rule(painter, self.rects_of(mark.span), mark.style, self._reads_from_the_right(mark.span))
        painter.setPen(paint.color(self._dress.theme.ink))
        lit = {paragraph: (start, end) for paragraph, start, end in self._between(*selected)} if selected else {}
        for number, layout in enumerate(self._layouts):
            ranges = [_range(*lit[number], self._selected_format())] if number in lit else []
            layout.draw(painter, QPointF(0, 0), ranges)
        for mark in marks:
            paint.draw_over(painter, self.rects_of(mark.span), mark.style)
        for rects, style in own:
            paint.draw_over(painter, rects, style)
        for stroke, spans in outlined(marks):
            lines = run_on(map(self.rects_of, spans))
            paint.draw_outline(painter, outline_path(lines, self._type.line_height), stroke)
        for rects, style in own:
            if style.outline is not None:
                paint.draw_outline(painter, outline_path(rects, self._type.line_height), style.outline)

    def _selected_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(paint.color(self._dress.theme.focus))
        form.setForeground(paint.color(self._dress.theme.paper))
        return form

    def _reads_from_the_right(self, span: Span) -> bool:
        for number, text in enumerate(self._texts):
            if text.ranges_of(span):
                return self._layouts[number].textOption().textDirection() is Qt.LayoutDirection.RightToLeft
        return False


_SLACK = 4.0
"""How far beside a line's ends the pointer still counts as on it, in pixels."""


def _formats(
    text: PassageText, marks: Sequence[Mark], own_marks: Sequence[OwnMark], dress: Dress
) -> list[QTextLayout.FormatRange]:
    """The inks of the letters and which of them are bold."""
    inks, bold = Stretches(), Stretches()
    for start, end, own in text.own:
        style = dress.of(own.tone)
        inks.paint(start, end, (style.ink or dress.theme.ink) if style else dress.theme.ink_soft)
    for each in own_marks:
        place = text.range_of_own(each.number)
        if place is not None and each.style.ink:
            inks.paint(place[0] + each.start, min(place[0] + each.end, place[1]), each.style.ink)
    for mark in marks:
        for start, end in text.ranges_of(mark.span) if mark.style.ink or mark.style.bold else ():
            if mark.style.ink:
                inks.paint(start, end, mark.style.ink)
            if mark.style.bold:
                bold.paint(start, end, "bold")
    made = []
    for start, end, ink in inks.all():
        form = QTextCharFormat()
        form.setForeground(paint.color(ink))
        made.append(_range(start, end, form))
    for start, end, _ in bold.all():
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        made.append(_range(start, end, form))
    return made


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def guessed_height(characters: int, letter: float, type_: Typography, width: float) -> float:
    """About how high a passage of so many characters will stand, each `letter` pixels wide."""
    lines = max(1, -(-characters * letter // max(width, 1.0)))
    return lines * type_.leading(Role.TEXT)
