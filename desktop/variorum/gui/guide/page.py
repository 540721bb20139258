"""A chapter of the guide as a document: set in the program's typefaces and colors, pictures as wide as the column.

Bold words are what stands in the window, words in typewriter face are keys or are to be typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
)

from variorum.gui.guide import book
from variorum.gui.theme.service import ThemeService

_HEADINGS = {1: (1.8, 0.0, 0.5), 2: (1.28, 1.7, 0.35), 3: (1.05, 1.3, 0.25)}
"""Size of a heading, room above and below it, by its level, in sizes of the text."""
_SMALL = 0.86
"""Size of sans serif letters beside the serif ones of the text."""
_KEY = 0.82
_LINE = 130.0
"""Height of a line in per cent."""
_DOT, _HANGS = "•\u2002", 0.8
"""What stands before an item, and how wide that is, in sizes of the text."""
_THIN = "\u202f"
"""Stands at both ends of a key, for its ground to be wider than its letters."""
_TABLE = 0.78
"""Size of letters in tables, which are sans serif, in sizes of the text."""
_COLUMN = 38
"""Width of the column, in sizes of the text: about 75 characters."""
_LEAST_MARGIN = 24
_DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
PICTURE = "picture:"
"""What the addresses of pictures begin with, which can be clicked."""

Place = tuple[int, int, QTextCharFormat]
"""Where a stretch of one format stands: from, to, format."""


class GuidePage(QTextDocument):
    """A chapter, at the size that texts are read in."""

    def __init__(self, theme: ThemeService, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._px = theme.reading_px
        self._pictures: dict[str, QImage] = {}
        self.setDefaultFont(theme.reading_font())
        self.setIndentWidth(self._px * 1.5)
        self.setMarkdown(book.text_of(name), _DIALECT)
        self._dress_tables()
        self._dress_blocks()
        self._dress_words()
        self._dress_dots()
        self.setUndoRedoEnabled(False)
        self.setModified(False)

    @property
    def column(self) -> int:
        """How wide the text is at most, in logical pixels."""
        return self._px * _COLUMN

    def places_of(self, words: str) -> list[QTextCursor]:
        """Wherever these words stand, capitals or not."""
        found = []
        cursor = self.find(words) if words else QTextCursor()
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.find(words, cursor)
        return found

    def fit(self, width: int, ratio: float) -> None:
        """Stand in the middle of a window of this width, with `ratio` pixels of the screen to each logical one."""
        margin = max(_LEAST_MARGIN, (width - self.column) // 2)
        frame = self.rootFrame()
        shape = QTextFrameFormat(frame.frameFormat())
        shape.setLeftMargin(margin)
        shape.setRightMargin(margin)
        shape.setTopMargin(36)
        shape.setBottomMargin(64)
        frame.setFrameFormat(shape)
        for start, end, words in self._stretches():
            if words.isImageFormat():
                image = words.toImageFormat()
                image.setWidth(self._scale(image.name(), width - 2 * margin, ratio))
                self._select(start, end).setCharFormat(image)

    def _scale(self, address: str, room: int, ratio: float) -> int:
        """Have a picture ready as sharp as the screen can show it, framed; returns its width in logical pixels. Qt by
        itself would draw it coarsely."""
        if address not in self._pictures:
            picture = QImage.fromData(book.picture(address, dark=self._theme.theme.dark))
            self._pictures[address] = picture.convertToFormat(QImage.Format.Format_RGB32)
        picture = self._pictures[address]
        width = min(picture.width(), room)
        if width <= 0:
            return 0
        scaled = picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(scaled)
        painter.setPen(self._theme.color("line_strong"))
        painter.drawRect(0, 0, scaled.width() - 1, scaled.height() - 1)
        painter.end()
        self.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), scaled)
        return width

    def _dress_tables(self) -> None:
        for frame in self.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setBorder(0)
        shape.setCellSpacing(0)
        shape.setCellPadding(0)
        shape.setBorderCollapse(True)
        shape.setTopMargin(self._px * 0.7)
        shape.setBottomMargin(self._px * 0.4)
        table.setFormat(shape)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                look = cell.format().toTableCellFormat()
                look.setBottomBorder(1)
                look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBottomBorderBrush(QBrush(self._theme.color("line_strong" if row == 0 else "line")))
                look.setTopPadding(self._px * 0.32)
                look.setBottomPadding(self._px * 0.32)
                look.setRightPadding(self._px * 0.8)
                cell.setFormat(look)

    def _dress_blocks(self) -> None:
        block = self.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.setBlockFormat(self._shape_of(block))
            if block.textList() is not None:
                cursor.setBlockCharFormat(self._number())
            block = block.next()

    def _shape_of(self, block: QTextBlock) -> QTextBlockFormat:
        shape, px = block.blockFormat(), self._px
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        level = shape.headingLevel()
        if level:
            _size, above, below = _HEADINGS[min(level, 3)]
            shape.setTopMargin(above * px)
            shape.setBottomMargin(below * px)
        elif QTextCursor(block).currentTable() is not None:
            shape.setTopMargin(0)
            shape.setLineHeight(120, proportional)
        elif _is_code(shape):
            shape.setBackground(self._theme.color("chrome"))
            shape.setTopMargin(0)
            shape.setLeftMargin(px)
            shape.setLineHeight(_LINE, proportional)
        else:
            shape.setTopMargin(0)
            shape.setBottomMargin(px * (0.35 if block.textList() else 0.75))
            # What follows a table is an empty line of Qt's making.
            shape.setLineHeight(_LINE if block.length() > 1 else 1, proportional)
            if _has_picture(block):
                shape.setLineHeight(100, proportional)
                shape.setTopMargin(px * 0.5)
                shape.setBottomMargin(px * 1.1)
        return shape

    def _number(self) -> QTextCharFormat:
        """How the number before an item looks."""
        font = self._theme.interface_font(self._px * _SMALL)
        font.setWordSpacing(self._px * 0.4)  # Qt sets it a space away
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(self._theme.color("soft"))
        return look

    def _dress_dots(self) -> None:
        """Items without a number begin with a dot of the text's own: Qt's is large and touches the letters."""
        look = QTextCharFormat()
        look.setFont(self._theme.reading_font())
        look.setForeground(self._theme.color("soft"))
        block = self.begin()
        while block.isValid():
            items = block.textList()
            if items is not None and items.format().style() is QTextListFormat.Style.ListDisc:
                items.remove(block)
                shape = block.blockFormat()
                shape.setIndent(0)
                shape.setLeftMargin(self._px * (_HANGS + 0.5))
                shape.setTextIndent(-self._px * _HANGS)
                QTextCursor(block).setBlockFormat(shape)
                QTextCursor(block).insertText(_DOT, look)
            block = block.next()

    def _dress_words(self) -> None:
        """From the last stretch to the first, as keys grow by what stands at their ends."""
        for start, end, shape in reversed(list(self._stretches())):
            cursor = self._select(start, end)
            block = self.findBlock(start)
            table = cursor.currentTable()
            in_head = table is not None and table.cellAt(cursor).row() == 0
            look = self._look_of(shape, block, in_table=table is not None, in_head=in_head)
            cursor.mergeCharFormat(look)
            if shape.fontFixedPitch() and not _is_code(block.blockFormat()):
                cursor.insertText(f"{_THIN}{cursor.selectedText()}{_THIN}", cursor.charFormat())

    def _look_of(self, shape: QTextCharFormat, block: QTextBlock, *, in_table: bool, in_head: bool) -> QTextCharFormat:
        theme, px, look = self._theme, self._px, QTextCharFormat()
        level = block.blockFormat().headingLevel()
        small = px * _SMALL
        if shape.isImageFormat():
            look.setAnchor(True)
            look.setAnchorHref(f"{PICTURE}{shape.toImageFormat().name()}")
        elif level:
            look.setFont(theme.reading_font(px * _HEADINGS[min(level, 3)][0], QFont.Weight.DemiBold))
        elif in_head:
            look.setFont(theme.interface_font(px * 0.75, QFont.Weight.DemiBold))
            look.setForeground(theme.color("soft"))
        elif _is_code(block.blockFormat()):
            look.setFont(_typewriter(small))
        elif shape.fontFixedPitch():
            look.setFont(theme.interface_font(px * (_TABLE if in_table else _KEY)))
            look.setBackground(theme.color("badge"))
            look.setForeground(theme.color("badge_ink"))
        elif shape.fontWeight() >= QFont.Weight.Bold:
            look.setFont(theme.interface_font(px * _TABLE if in_table else small, QFont.Weight.DemiBold))
        elif in_table:
            look.setFont(theme.interface_font(px * _TABLE, italic=shape.fontItalic()))
        if shape.isAnchor():
            look.setForeground(theme.color("focus"))
            look.setFontUnderline(True)
        return look

    def _stretches(self) -> Iterator[Place]:
        """The stretches of one format, in order. Qt's own iteration is copied, as formats change under it."""
        places: list[Place] = []
        block = self.begin()
        while block.isValid():
            stretches = block.begin()
            while not stretches.atEnd():
                part = stretches.fragment()
                places.append((part.position(), part.position() + part.length(), part.charFormat()))
                stretches += 1
            block = block.next()
        return iter(places)

    def _select(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def ground(color: QColor, ink: QColor) -> QTextCharFormat:
    """How words look that were found."""
    look = QTextCharFormat()
    look.setBackground(color)
    look.setForeground(ink)
    return look


def _is_code(shape: QTextBlockFormat) -> bool:
    names = (QTextFormat.Property.BlockCodeFence, QTextFormat.Property.BlockCodeLanguage)
    return shape.nonBreakableLines() or any(shape.hasProperty(name) for name in names)


def _has_picture(block: QTextBlock) -> bool:
    return block.text() == "\N{OBJECT REPLACEMENT CHARACTER}"


def _typewriter(px: float) -> QFont:
    font = QFont(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(round(px))
    return font
