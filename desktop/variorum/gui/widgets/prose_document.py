"""Sets a `ProseLayout` in a QTextDocument: fonts, sizes, spacing. No colors (they are painted), no marks but bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_layout import Block, ProseLayout, Range, Role
from variorum.gui.words import tr

CHARACTERS_A_LINE = 62
_SAMPLE = (
    "She said on Wednesday that the committee would publish its figures in the spring, later than had been planned. "
)
_MARGIN = 28
COLUMN_MARGIN = 22
_TOP = 26
_BOTTOM = 64


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a role is set. Sizes are in units of the reading size, margins in units of the text's line height."""

    size: float
    leading: float
    before: float
    after: float
    serif: bool = True
    weight: int = QFont.Weight.Normal


_SETTINGS = {
    Role.HEADLINE: _Setting(1.6, 1.22, 0.0, 0.42, weight=QFont.Weight.DemiBold),
    Role.BYLINE: _Setting(0.74, 1.5, 0.0, 0.75, serif=False),
    Role.SUBHEAD: _Setting(0.92, 1.4, 0.45, 0.12, serif=False, weight=QFont.Weight.DemiBold),
    Role.TEXT: _Setting(1.0, 1.5, 0.0, 0.55),
    Role.FOLD: _Setting(0.74, 1.5, 0.5, 0.95, serif=False),
    Role.ASIDE: _Setting(0.9, 1.45, 0.0, 0.5),
}

_NARROW_HEADLINE = 1.3
"""Size of a headline in a narrow column."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The fonts of a page at one reading size (logical pixels)."""

    theme: ThemeService
    px: int
    column: bool = False
    """Whether the page is a pane of a comparison: it uses the whole width, and headlines are set smaller."""

    @property
    def line_height(self) -> int:
        """Height of a line of the text in pixels."""
        return round(self.px * _SETTINGS[Role.TEXT].leading)

    def leading(self, role: Role) -> int:
        """Height of a line of that role in pixels."""
        return round(self.size(role) * _SETTINGS[role].leading)

    @property
    def advance(self) -> float:
        """Width in pixels of a character of the text, on average."""
        return QFontMetricsF(self.font(Role.TEXT)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def size(self, role: Role) -> int:
        """Letter size of a role in pixels, never too small to read."""
        relative = _NARROW_HEADLINE if self.column and role is Role.HEADLINE else _SETTINGS[role].size
        return max(11, round(self.px * relative))

    def font(self, role: Role) -> QFont:
        """The font of a role."""
        setting = _SETTINGS[role]
        make = self.theme.reading_font if setting.serif else self.theme.interface_font
        return make(self.size(role), setting.weight)

    def measure(self) -> float:
        """Width in pixels of a line of the text with a comfortable number of characters."""
        return self.advance * CHARACTERS_A_LINE

    def margins(self, width: float) -> QTextFrameFormat:
        """The page's margins in a view of `width` pixels: a centered column of a comfortable measure, or all of it."""
        margin = float(COLUMN_MARGIN if self.column else _MARGIN)
        if not self.column:
            margin = max(margin, round((width - self.measure()) / 2))
        form = QTextFrameFormat()
        form.setLeftMargin(margin)
        form.setRightMargin(margin)
        form.setTopMargin(_TOP)
        form.setBottomMargin(_BOTTOM)
        return form

    def block_format(self, role: Role, *, first: bool) -> QTextBlockFormat:
        """Spacing of a block of that role."""
        setting = _SETTINGS[role]
        form = QTextBlockFormat()
        form.setLineHeight(self.leading(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(0 if first else round(setting.before * self.line_height))
        form.setBottomMargin(round(setting.after * self.line_height))
        if role is Role.FOLD:
            form.setLeftMargin(self.fold_padding)
            form.setRightMargin(self.fold_padding + self.fold_control)
        return form

    @property
    def fold_padding(self) -> int:
        """Space between a placeholder's frame and its words, in pixels."""
        return 12

    @property
    def fold_control(self) -> int:
        """Room at the right of a placeholder for "show"."""
        return round(QFontMetricsF(self.font(Role.FOLD)).horizontalAdvance(f"  {tr('show')}"))

    def char_format(self, role: Role) -> QTextCharFormat:
        """The letters of a role."""
        form = QTextCharFormat()
        form.setFont(self.font(role))
        return form


def fill(document: QTextDocument, page: ProseLayout, type_: Typography, margins: QTextFrameFormat) -> None:
    """Replace what `document` holds by `page`. The margins are set while it is empty, so that it is laid out once."""
    document.clear()
    document.rootFrame().setFrameFormat(margins)
    document.setDefaultFont(type_.font(Role.TEXT))
    chars = {role: type_.char_format(role) for role in Role}
    blocks = {role: type_.block_format(role, first=False) for role in Role}
    if page.right_to_left:
        blocks[Role.BYLINE].setAlignment(Qt.AlignmentFlag.AlignRight)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in enumerate(page.blocks):
        if number == 0:
            cursor.setBlockFormat(type_.block_format(block.role, first=True))
            cursor.setBlockCharFormat(chars[block.role])
        else:
            cursor.insertBlock(blocks[block.role], chars[block.role])
        cursor.insertText(block.text, chars[block.role])
    cursor.endEditBlock()


def set_bold(document: QTextDocument, page: ProseLayout, ranges: Sequence[Range], bold: bool) -> None:
    """Set the letters in `ranges` bold, or as their role has them. Only these blocks are laid out again."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for piece in ranges:
        block: Block = page.blocks[piece.block]
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold if bold else _SETTINGS[block.role].weight)
        start = page.starts[piece.block]
        cursor.setPosition(start + piece.start)
        cursor.setPosition(start + piece.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)
    cursor.endEditBlock()
