"""The bar over an article: what it is, which hit one stands on, folding, the other versions. Knows no library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from variorum.gui.pairing.choosing import OTHERS
from variorum.gui.pairing.keep_button import KeepButton
from variorum.gui.reader.facts import caption, hit_count, title
from variorum.gui.reader.hits import HitWalk
from variorum.gui.reader.loading import Opened
from variorum.gui.reader.title import ArticleTitle
from variorum.gui.telling import described, distinctions, one_line, told
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import plural, tr

HEIGHT = 44
_MENU_CHARACTERS = 70
_ROOM_FOR_WORDS = 640
"""From this width on buttons have words, in logical pixels."""


class ReaderHeader(QWidget):
    """Shows an opened article's facts and offers what can be done with it."""

    previous_asked = Signal()
    next_asked = Signal()
    folding_asked = Signal()
    version_chosen = Signal(int)
    """The id of the version to compare with."""
    other_asked = Signal(str)
    """What else to compare with: one of `OTHERS`."""
    keep_asked = Signal(int)
    """The id of the open article, which is to be put into the library."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._title = ArticleTitle(theme)
        self._hits = _HitControl(theme)
        self._hits.previous.clicked.connect(self.previous_asked)
        self._hits.next.clicked.connect(self.next_asked)
        self._fold = _button(theme, "unfold", "")
        self._fold.clicked.connect(self.folding_asked)
        self._keep = KeepButton(theme)
        self._keep.asked.connect(self.keep_asked)
        self._compare = self.partner_button = _button(theme, "compare", tr("Compare with ▾"))
        self._compare.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._versions = QMenu(self._compare)
        self._versions.setToolTipsVisible(True)
        self._compare.setMenu(self._versions)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 1)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        for widget in (self._hits, self._fold, self._keep, self._compare):
            row.addWidget(widget)
        self.setFixedHeight(HEIGHT)
        theme.theme_changed.connect(self.update)

    def show_opened(self, opened: Opened) -> None:
        """Show what this article is and which other versions there are."""
        self._title.set_text(opened.row.siglum, title(opened), caption(opened), described(opened.row))
        self._versions.clear()
        apart = distinctions(opened.story.versions if opened.story else ())
        for row in opened.others:
            line = told(one_line(row.headline, _MENU_CHARACTERS), apart.get(row.id, ""))
            action = self._versions.addAction(f"{row.siglum}    {line}".replace("&", "&&"))
            action.setToolTip(described(row))
            action.triggered.connect(partial(self.version_chosen.emit, row.id))
        if opened.others:
            self._versions.addSeparator()
        for source, text in OTHERS.items():
            self._versions.addAction(text).triggered.connect(partial(self._ask_for, source))
        self._keep.show_row(opened.row)
        self._compare.setAccessibleName(tr("Compare with another version"))
        self._compare.setToolTip(tr("Hold another text beside this one"))

    def _ask_for(self, source: str, _checked: bool = False) -> None:
        self.other_asked.emit(source)

    def show_hits(self, hits: HitWalk) -> None:
        """Show which hit one stands on; nothing where there is none."""
        self._hits.show_hits(hits)
        self._hits.setVisible(bool(hits.stops))

    def show_folding(self, folds: int, folded: bool) -> None:
        """Show what the fold button does, if there are `folds` parts to fold."""
        self._fold.setVisible(folds > 0)
        self._fold.setText(tr("Unfold") if folded else tr("Fold"))
        self._fold.setAccessibleName(tr("Unfold all parts") if folded else tr("Fold all parts"))
        self._fold.setIcon(self._theme.icon("unfold" if folded else "fold"))
        self._fold.setToolTip(_fold_tip(folds, folded=folded))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the title needs it more than the words on the buttons, which tips and names tell too."""
        super().resizeEvent(event)
        short = event.size().width() < _ROOM_FOR_WORDS
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if short else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self._fold, self._compare):
            button.setToolButtonStyle(style)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()


def _fold_tip(folds: int, *, folded: bool) -> str:
    if folded:
        told = plural(
            "Show %n part that doesn't belong to the article, or repeats it",
            "Show %n parts that don't belong to the article, or repeat it",
            folds,
        )
    else:
        told = plural(
            "Fold %n part that doesn't belong to the article, or repeats it",
            "Fold %n parts that don't belong to the article, or repeat it",
            folds,
        )
    return f"{told} (Ctrl+Shift+F)"


class _HitControl(QWidget):
    """ "hit 2 of 5" with a button for each direction."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setFont(theme.interface_font(12, tabular=True))
        self.previous = _button(theme, "arrow-up", "", "flat")
        self.previous.setToolTip(tr("Previous hit (Shift+F3)"))
        self.previous.setAccessibleName(tr("Previous hit"))
        self.next = _button(theme, "arrow-down", "", "flat")
        self.next.setToolTip(tr("Next hit (F3)"))
        self.next.setAccessibleName(tr("Next hit"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(0)
        row.addWidget(self._label)
        row.addSpacing(4)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.hide()

    def show_hits(self, hits: HitWalk) -> None:
        self._label.setText(hit_count(hits))


def _button(theme: ThemeService, icon: str, text: str, look: str = "button") -> QToolButton:
    button = QToolButton()
    set_look(button, look)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(14, 14))
    button.setText(text)
    if text or look == "button":
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFont(theme.interface_font(12))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
