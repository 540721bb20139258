"""The lens: a small card over the texts with a passage's counterpart, or what comes closest, and why they are linked.

Lies where it is told to, never takes the keys by itself. Knows no comparison and no jobs.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from variorum.core.text.model import Article
from variorum.gui.compare.lens_page import Other, Page, spoken
from variorum.gui.compare.lens_parts import (
    EDGE,
    Elided,
    LensProse,
    OtherRow,
    Reasons,
    Tile,
    spoken_other,
)
from variorum.gui.compare.notice import hairline
from variorum.gui.compare.review_buttons import ReviewButtons
from variorum.gui.compare.why_words import Reason
from variorum.gui.dialogs.frame import CHAPTER
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.ink import set_ink
from variorum.gui.words import tr

WIDTH = 470
_FADE_MS = 120
_SIDE, _TOP, _GAP, _FOOT, _BORDER = 14, 10, 8, 2, 1
LOOKING = tr("Looking at the other versions…")
NOBODY = tr("No other version tells it.")
ALONE = tr("Other versions")


class LensCard(QFrame):
    """One page at a time."""

    entered = Signal()
    left = Signal()
    why_asked = Signal()
    other_chosen = Signal(int)
    """Another version that tells it, or doesn't, by its id in the library."""
    grown = Signal()
    """There is more to show: it needs another place."""

    def __init__(self, theme: ThemeService, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty(CHAPTER, "marks")
        self._theme = theme
        self._told: list[str] = []
        set_look(self, "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tile, self._name, self._verdict, self._heading = Tile(theme), Elided(), Elided(), QLabel()
        self._prose, self._reasons, self._others_label = LensProse(theme), Reasons(theme), QLabel()
        self._own, self._own_heading = LensProse(theme), QLabel()
        self.buttons = ReviewButtons(theme)
        """What can be said of what the passage changes."""
        self._summary, self._sign, self._why = QLabel(), QLabel(), QToolButton()
        self._why_line, self._others_line = hairline(), hairline()
        self._rows, self._head, self._body, self._column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._nested: list[QLayout] = [self._rows]
        """Layouts inside head and body: these don't tell them that something inside them has changed."""
        self._other_rows: list[OtherRow] = []
        self._inside, self._scroll = QWidget(), QScrollArea()
        self._dress()
        self._arrange()
        self.hide()

    def _dress(self) -> None:
        for label in (self._heading, self._own_heading, self._others_label, self._summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._why.setText(tr("Why linked?"))
        self._why.setCheckable(True)
        self._why.setToolTip(tr("What speaks for this link (W)"))
        self._why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._why.clicked.connect(lambda: self.why_asked.emit())
        set_look(self._why, "button")
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setMinimumHeight(1)  # else that of a bar, and the names above a short text give way
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_what_was_asked)
        for part in (self._scroll.viewport(), self._inside):
            part.setAutoFillBackground(False)

    def _arrange(self) -> None:
        head, body = self._head, self._body
        head.setSpacing(8)
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        verdict = QHBoxLayout()
        verdict.setSpacing(6)
        verdict.addWidget(self._sign)
        verdict.addWidget(self._verdict, 1)
        names.addLayout(verdict)
        head.addLayout(names, 1)
        self._nested += (verdict, names)
        head.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.setLayout(body)
        body.setContentsMargins(_SIDE, 0, _SIDE, _TOP)
        body.setSpacing(6)
        self._rows.setSpacing(0)
        for heading, words in ((self._own_heading, self._own), (self._heading, self._prose)):
            body.addWidget(heading)
            prose = QHBoxLayout()
            prose.setContentsMargins(-EDGE, 0, -EDGE, 0)  # its letters stand below those of the heading
            prose.addWidget(words)
            body.addLayout(prose)
            self._nested.append(prose)
        for part in (self._why_line, self._summary, self._reasons, self._others_line, self._others_label):
            body.addWidget(part)
        body.addLayout(self._rows)
        body.addStretch(1)
        column = self._column
        self.setLayout(column)
        column.setContentsMargins(_BORDER, _TOP + _BORDER, _BORDER, _FOOT + _BORDER)
        column.setSpacing(_GAP)
        head.setContentsMargins(_SIDE, 0, _TOP, 0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    # What it says

    def show_page(self, page: Page, article: Article, own: Article) -> None:
        """Show this page; `article` is the version its passage stands in, `own` the one of the passage asked about."""
        self._told = [spoken(page, article, own)]
        self._color()
        self._tile.show_siglum(page.of.siglum)
        self._name.setText(page.of.name)
        self._verdict.setText(page.verdict)
        self._verdict.shorter = page.verdict_short
        self._heading.setText(page.heading)
        self._heading.setVisible(bool(page.heading))
        self._own_heading.setText(page.own_heading)
        self._own_heading.setVisible(page.own is not None)
        self._own.show_passage(page.own, page.side.other, own)
        kind = next(iter(page.kinds), None)
        self._sign.setVisible(kind is not None)
        if kind is not None:
            self._sign.setPixmap(self._theme.icon(kind.value, kind.value).pixmap(QSize(14, 14)))
        self._prose.show_passage(page.shown, page.side, article)
        self._why.setVisible(page.linked)
        self.set_why(False)
        self._clear_others()
        self._show_others_part(page.asks_others)
        self._scroll.verticalScrollBar().setValue(0)
        self._name_it()

    def _color(self) -> None:
        theme = self._theme
        self._name.setFont(theme.interface_font(12.5))
        self._verdict.setFont(theme.interface_font(12.5))
        self._heading.setFont(theme.interface_font(12.5))
        self._own_heading.setFont(theme.interface_font(12.5))
        self._summary.setFont(theme.interface_font(12.5))
        self._others_label.setFont(theme.interface_font(12))
        for label in (self._name, self._heading, self._own_heading, self._others_label):
            set_ink(label, theme.color("soft"))
        for label in (self._verdict, self._summary):
            set_ink(label, theme.color("text"))

    def set_why(self, shown: bool) -> None:
        """Show what speaks for the link, or not."""
        self._why.setChecked(shown)
        for part in (self._why_line, self._summary, self._reasons):
            part.setVisible(shown)
        if not shown:
            self._reasons.clear()

    def _show_what_was_asked(self) -> None:
        """Where not all of it fits, the reasons come before the passage."""
        if self._why.isChecked():
            self._body.activate()  # before, parts that have come last lie nowhere yet
            self._scroll.verticalScrollBar().setValue(self._why_line.y())

    def show_summary(self, words: str) -> None:
        """How sure the link is; what speaks for it follows."""
        self.set_why(True)
        self._summary.setText(words)
        self.grown.emit()

    def show_reasons(self, reasons: Sequence[Reason], note: str, told: str) -> None:
        """What speaks for the link; `told` is all of it for a screen reader."""
        self._reasons.show_reasons(reasons, note)
        self._told.append(told)
        self._name_it()
        self.grown.emit()

    def wants_others(self, *, shown: bool) -> None:
        """Whether there is a story with other versions."""
        self._show_others_part(shown)
        self._others_label.setText(LOOKING)

    def _show_others_part(self, shown: bool) -> None:
        self._others_line.setVisible(shown)
        self._others_label.setVisible(shown)

    def _clear_others(self) -> None:
        for row in self._other_rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._other_rows = []

    def add_other(self, other: Other) -> None:
        """How one more version tells it."""
        row = OtherRow(self._theme, other)
        row.clicked.connect(lambda: self.other_chosen.emit(other.article))
        self._rows.addWidget(row)
        self._other_rows.append(row)
        row.show()
        self._told.append(spoken_other(other))
        self._name_it()
        self.grown.emit()

    def end_others(self, told: int) -> None:
        """All versions were asked, of which so many tell it."""
        self._others_label.setText(ALONE if told else NOBODY)
        self.grown.emit()

    def others(self) -> list[Other]:
        """What stands there of other versions."""
        return [row.other for row in self._other_rows]

    def _name_it(self) -> None:
        self.setAccessibleName(". ".join(self._told))

    def take_keys(self) -> bool:
        """Have the keys at what can be pressed first; whether there is anything."""
        stops = [stop for stop in (self._why, *self._other_rows) if stop.isVisible()]
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def announce(self) -> None:
        """Have a screen reader say what stands here: it was asked for by key."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    # Where it lies

    def wanted(self, width: int) -> QSize:
        """Its size at that width where nothing limits its height."""
        self.ensurePolished()
        for layout in (*self._nested, self._head, self._body):
            layout.invalidate()
        # What the look draws around it takes room from the inside, too.
        inside, edges = self._column.contentsMargins(), self.contentsMargins()
        sides = inside.left() + inside.right() + edges.left() + edges.right()
        ends = inside.top() + inside.bottom() + edges.top() + edges.bottom()
        tall = self._body.totalHeightForWidth(width - sides)  # -1 where nothing in it depends on the width
        tall = tall if tall >= 0 else self._body.totalSizeHint().height()
        return QSize(width, ends + self._head.totalSizeHint().height() + _GAP + tall)

    def lie(self, place: QRect) -> None:
        """Lie there, on top of everything; fading in where it wasn't seen."""
        seen = self.isVisible()
        # Where all of it fits there is nothing to scroll, and no room is given away for a bar.
        low = place.height() < self.wanted(place.width()).height()
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if low else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(bar)
        self.setGeometry(place)
        self.show()
        self.raise_()
        if not seen and not self._theme.reduced_motion:
            self._fade_in()

    def _fade_in(self) -> None:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(_FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        # An effect draws from a picture, which is coarser than letters: it goes when it has done its work.
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
