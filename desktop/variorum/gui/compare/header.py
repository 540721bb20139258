"""Above each pane: which version it shows, and a menu to show another one; between them the swap.

Says what is asked for. Knows the library's rows, not how a comparison is made.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from variorum.core.library.model import ArticleRow
from variorum.gui.compare.fetch import Choice
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.ribbons import WIDTH as GUTTER
from variorum.gui.compare.sides import SIDES
from variorum.gui.pairing.choosing import OTHERS
from variorum.gui.pairing.keep_button import KeepButton
from variorum.gui.telling import described, one_line, told
from variorum.gui.theme.icons import draw_icon
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.badges import draw_tile
from variorum.gui.words import tr

HEIGHT = 42
_TILE = 20.0
_GAP = 9.0
_APART = 0.6
"""Share of the room that what tells two versions with the same headline apart may take."""


class VersionButton(QToolButton):
    """Siglum, headline and a menu of the story's versions."""

    version_chosen = Signal(int)
    other_asked = Signal(str)
    """One of `OTHERS`."""
    read_asked = Signal(int)

    def __init__(self, theme: ThemeService, side: Side) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self._choice: Choice | None = None
        self._versions: QActionGroup | None = None
        self.setMenu(QMenu(self))
        self.menu().setToolTipsVisible(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.menu().aboutToShow.connect(self._fill)
        theme.theme_changed.connect(self.update)
        self.show_choice(None)

    def show_choice(self, choice: Choice | None) -> None:
        """Show a version, or that there is none."""
        self._choice = choice
        name = _title(choice, choice.shown) if choice else tr("no article")
        self.setEnabled(choice is not None)
        self.setAccessibleName(f"{SIDES[self._side]}: {name}")
        self.setToolTip(described(choice.shown) + "\n" + tr("Click to choose another version") if choice else "")
        self.update()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        if self._versions is not None:
            self._versions.deleteLater()  # with its actions: they are its own and not the menu's
            self._versions = None
        if self._choice is None:
            return
        group = self._versions = QActionGroup(menu)
        for row in self._choice.versions:
            action = QAction(_title(self._choice, row, 70).replace("&", "&&"), group, checkable=True)
            action.setToolTip(described(row))
            action.setChecked(row.id == self._choice.shown.id)
            action.triggered.connect(lambda _=False, number=row.id: self.version_chosen.emit(number))
            menu.addAction(action)
        menu.addSeparator()
        for source, text in OTHERS.items():
            menu.addAction(text).triggered.connect(partial(self._ask_for, source))
        menu.addSeparator()
        shown = self._choice.shown.id
        menu.addAction(tr("Read this one")).triggered.connect(lambda: self.read_asked.emit(shown))

    def _ask_for(self, source: str, _checked: bool = False) -> None:
        self.other_asked.emit(source)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT - 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, HEIGHT - 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        x = 8.0
        if self._choice and self._choice.shown.siglum:
            x = self._draw_siglum(painter, x, self._choice.shown.siglum)
        self._draw_headline(painter, x)

    def _draw_ground(self, painter: QPainter) -> None:
        theme = self._theme.theme
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_siglum(self, painter: QPainter, x: float, siglum: str) -> float:
        theme = self._theme.theme
        font = self._theme.interface_font(11.5, QFont.Weight.Bold)
        width = max(_TILE, QFontMetricsF(font).horizontalAdvance(siglum) + 8)
        tile = QRectF(x, (self.height() - _TILE) / 2, width, _TILE)
        draw_tile(painter, tile, siglum, font, QColor(theme.accent), QColor(theme.accent_ink))
        return tile.right() + 9

    def _draw_headline(self, painter: QPainter, x: float) -> None:
        theme = self._theme.theme
        font = self._theme.interface_font(13, QFont.Weight.DemiBold)
        if self._choice is None:
            return
        room = self.width() - x - 26
        distinction = self._choice.distinction
        small = self._theme.interface_font(12)
        # The headline is the same on both sides then: of the two, what tells them apart is seen whole.
        apart = QFontMetricsF(small).elidedText(distinction, Qt.TextElideMode.ElideMiddle, _APART * room)
        kept = QFontMetricsF(small).horizontalAdvance(apart) + _GAP if apart else 0.0
        x = self._draw_words(painter, x, room - kept, one_line(self._choice.shown.headline), font, theme.ink)
        if apart:
            x = self._draw_words(painter, x + _GAP, room, apart, small, theme.ink_soft)
        draw_icon(painter, "chevron-down", QRectF(x + 6, (self.height() - 12) / 2, 12, 12), theme.ink_soft)

    def _draw_words(self, painter: QPainter, x: float, room: float, text: str, font: QFont, ink: str) -> float:
        """Draw one line, elided to fit; returns where it ends."""
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(x, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return x + metrics.horizontalAdvance(words)


class VersionHeader(QWidget):
    """Both version buttons, each over its pane, and the swap over the gutter."""

    version_chosen = Signal(object, int)
    """A `Side` and the id of the article to show there."""
    other_asked = Signal(object, str)
    """A `Side` for which something else is wanted, and what: one of `OTHERS`."""
    keep_asked = Signal(int)
    """The id of an article that is to be put into the library."""
    read_asked = Signal(int)
    """The id of the article that is to be read by itself."""
    swap_asked = Signal()

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {side: VersionButton(theme, side) for side in Side}
        self.swap = QToolButton()
        self.swap.setIcon(theme.icon("swap"))
        self.swap.setIconSize(QSize(18, 18))
        self.swap.setToolTip(tr("Swap the two sides; once more puts them back (Ctrl+Shift+X)"))
        self.swap.setAccessibleName(tr("Swap the two sides"))
        self.swap.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self.swap, "flat")
        self.swap.clicked.connect(self.swap_asked)
        holder = QWidget()
        holder.setFixedWidth(GUTTER)
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(0)
        self.keeps = {side: KeepButton(theme) for side in Side}
        row.addWidget(self._half(Side.LEFT), 1)
        row.addWidget(holder)
        row.addWidget(self._half(Side.RIGHT), 1)
        for keep in self.keeps.values():
            keep.asked.connect(self.keep_asked)
        for side, button in self.buttons.items():
            button.version_chosen.connect(partial(self.version_chosen.emit, side))
            button.read_asked.connect(self.read_asked)
            button.other_asked.connect(partial(self.other_asked.emit, side))

    def _half(self, side: Side) -> QWidget:
        """What stands over a pane, as wide as that whatever it holds."""
        half = QWidget()
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(half)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.buttons[side], 1)
        row.addWidget(self.keeps[side])
        return half

    def show_choices(self, left: Choice | None, right: Choice | None) -> None:
        """Show the versions compared."""
        for side, choice in ((Side.LEFT, left), (Side.RIGHT, right)):
            self.buttons[side].show_choice(choice)
            self.keeps[side].show_row(choice.shown if choice else None)
        self.swap.setEnabled(left is not None and right is not None)


def _title(choice: Choice, row: ArticleRow, limit: int = 120) -> str:
    apart = choice.distinctions.get(row.id, "")
    headline = told(one_line(row.headline, limit), apart if apart != row.outlet else "")
    return "  ".join(part for part in (row.siglum, headline, row.outlet) if part)
