"""What the lens is made of: a passage set in lines, other versions, reasons. Each knows its width and paints itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.telling import Told
from variorum.core.text.model import Article
from variorum.gui.compare.lens_page import Other, Quoted
from variorum.gui.compare.marks import word_style
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.why_words import Reason
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.badges import badge_colors, draw_tile
from variorum.gui.widgets.ink import set_ink
from variorum.gui.widgets.lettering import Lettering, line_height
from variorum.gui.widgets.passage import Dress, Passage
from variorum.gui.widgets.passage_text import PassageText, compose
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_marks import Mark
from variorum.gui.words import tr

EDGE = 3
"""Pixels beside the lines for grounds that are wider than their words."""
_USUAL = 400
"""Pixels of width before there is another one."""
_TILE = 18.0
_ROW_SIDE, _ROW_END = 6, 4
"""Room inside the frame of a row: at its sides, above and below."""
_CHEVRON = 14.0
"""Room for the sign that a row opens something."""
_MOST_LINES = 2
_ICONS = {Told.VERBATIM: "", Told.REWORDED: "reworded", Told.FIGURE: "figure", Told.NOT: ""}
SMALLER = 3
"""Pixels by which prose is set smaller than in the reader."""


class Elided(QLabel):
    """One line that ends with an ellipsis where it has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.shorter = ""
        """What it says instead where the text has no room; "" for the text's beginning."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        fits = metrics.horizontalAdvance(self.text()) <= self.width()
        words = metrics.elidedText(
            self.text() if fits else self.shorter or self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class Tile(QWidget):
    """A version's letter."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme, self._siglum = theme, ""

    def show_siglum(self, siglum: str) -> None:
        """Show that letter; nothing for "" ."""
        self._siglum = siglum
        self.setVisible(bool(siglum))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(max(_TILE, QFontMetricsF(self._font).horizontalAdvance(self._siglum) + 8)), round(_TILE))

    @property
    def _font(self) -> QFont:
        return self._theme.interface_font(11, QFont.Weight.Bold)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme.theme
        tile = QRectF(0, (self.height() - _TILE) / 2, self.width(), _TILE)
        draw_tile(painter, tile, self._siglum, self._font, QColor(theme.accent), QColor(theme.accent_ink))
        painter.end()


class LensProse(QWidget):
    """A passage with the words that differ marked."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._texts: list[PassageText] = []
        self._marks: list[Mark] = []
        self._side = Side.RIGHT
        self._set: tuple[int, Passage] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_passage(self, shown: Quoted | None, side: Side, article: Article | None) -> None:
        """Show this passage of `article`, which stands on `side`; nothing for None."""
        self._side, self._set = side, None
        self.setVisible(shown is not None)
        paragraphs = shown.paragraphs if shown and article else ()
        self._texts = [compose(article.text, parts) for parts in paragraphs] if article else []
        style = word_style(self._theme.theme, side, lifted=not (shown and shown.woven))
        self._marks = [Mark(span, style) for span in shown.here] if shown else []
        self.updateGeometry()
        self.update()

    def _passage(self, width: int) -> Passage:
        if self._set is None or self._set[0] != width:
            theme = self._theme
            type_ = Typography(theme, theme.reading_px - SMALLER, column=True)
            dress = Dress(theme.theme, word_style(theme.theme, self._side.other))
            self._set = width, Passage(self._texts, self._marks, type_, max(40.0, width - 2 * EDGE), dress)
        return self._set[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def heightForWidth(self, width: int) -> int:
        return round(self._passage(width).height) if self._texts else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._texts:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(QPointF(EDGE, 0))
            self._passage(self.width()).draw(painter, self._marks)
            painter.end()


class OtherRow(QAbstractButton):
    """How another version tells the passage: its letter, how, and the words there. Pressed, it asks for it."""

    def __init__(self, theme: ThemeService, other: Other) -> None:
        super().__init__()
        self._theme, self.other = theme, other
        self._letters = Lettering()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(spoken_other(other))
        self.setAccessibleDescription(tr("Press to compare with it at this passage"))
        title = f"{other.version.siglum} {other.version.name}".strip()
        self.setToolTip(
            tr("Compare with {title} at this passage", title=title) + (f"\n\n{other.words}" if other.words else "")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @property
    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        theme = self._theme
        return (
            theme.interface_font(11, QFont.Weight.Bold),
            theme.interface_font(12.5),
            theme.reading_font(theme.reading_px - 5),
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def heightForWidth(self, width: int) -> int:
        _, small, prose = self._fonts
        told, room = self.other.words, int(width - 2 * _ROW_SIDE - self._indent)
        words = self._letters.height(told, prose, room, _MOST_LINES) if told else 0
        return round(max(line_height(small), _TILE) + words + 2 * _ROW_END)

    @property
    def _indent(self) -> float:
        bold, _, _ = self._fonts
        return max(_TILE, QFontMetricsF(bold).horizontalAdvance(self.other.version.siglum) + 8) + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme.theme
        bold, small, prose = self._fonts
        self._draw_ground(painter)
        painter.translate(_ROW_SIDE, _ROW_END)
        width = self.width() - 2 * _ROW_SIDE
        told = self.other.telling.told is not Told.NOT
        tile = QRectF(0, 0, self._indent - 8, _TILE)
        draw_tile(painter, tile, self.other.version.siglum, bold, *badge_colors(theme, strong=told))
        x = self._indent
        icon = _ICONS[self.other.telling.told]
        if icon:
            draw_icon(painter, icon, QRectF(x, (_TILE - 13) / 2, 13, 13), theme.kinds[ChangeKind(icon)].rule)
            x += 18
        painter.setFont(small)
        painter.setPen(QColor(theme.ink if told else theme.ink_soft))
        draw_icon(painter, "chevron-right", QRectF(width - _CHEVRON, 3, 12, 12), theme.ink_soft)
        line = QRectF(x, 0, width - x - _CHEVRON, _TILE)
        label = QFontMetricsF(small).elidedText(told_words(self.other), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, label)
        room = QRectF(self._indent, _TILE + 1, width - self._indent, self.height())
        self._letters.draw(painter, room, self.other.words, prose, QColor(theme.ink_soft), _MOST_LINES)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        """What says that it can be pressed, or has the keys."""
        theme = self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


def told_words(other: Other) -> str:
    """How a version tells a passage, with its name."""
    how = {
        Told.VERBATIM: tr("in the same words"),
        Told.REWORDED: tr("reworded"),
        Told.FIGURE: tr("with another figure"),
        Told.NOT: tr("not told"),
    }[other.telling.told]
    return f"{how} · {other.version.name}" if other.version.name else how


def spoken_other(other: Other) -> str:
    """The same for a screen reader, with the words there."""
    return ": ".join(part for part in (f"{other.version.siglum} {told_words(other)}".strip(), other.words) if part)


class Reasons(QWidget):
    """What the passages of a link share, a line each."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def show_reasons(self, reasons: Sequence[Reason], note: str) -> None:
        """Show these, and a note below them."""
        self.clear()
        lines = [(place, reason, line) for reason in reasons for place, line in enumerate(_lines(reason))]
        for row, (place, reason, line) in enumerate(lines):
            if place == 0:
                self._grid.addWidget(self._label(reason.label, soft=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._label(line, soft=False), row, 1, Qt.AlignmentFlag.AlignTop)
        if note:
            self._grid.addWidget(self._label(note, soft=True), len(lines), 0, 1, 2)
        for label in self.findChildren(QLabel):
            label.show()  # a layout counts what is shown, and would show it only in the next turn

    def clear(self) -> None:
        """Show none."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _label(self, text: str, *, soft: bool) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.interface_font(12.5))
        label.setWordWrap(not soft or len(text) > 20)
        set_ink(label, self._theme.color("soft" if soft else "text"))
        return label


def _lines(reason: Reason) -> Sequence[str]:
    """What is long has lines of its own."""
    return reason.shared if reason.long else (", ".join(reason.shared),)
