"""The row of kind chips, legend and filter in one, with the place among the changes and the steps to the next.

Says what the user asks for; the state says what is shown. Each kind has its icon and words, and what is off is struck.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.export.counting import counted
from variorum.gui.compare.chip import HEIGHT, KindChip
from variorum.gui.compare.kinds import ALL_KINDS, FACES
from variorum.gui.compare.options_button import OptionsButton
from variorum.gui.dialogs.frame import CHAPTER
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.ink import set_ink
from variorum.gui.words import tr

_APART = 5
_MARGIN_LEFT, _MARGIN_RIGHT = 14, 12


class ChipBar(QWidget):
    """All kinds in a row; at the right the place among the changes, previous, next, the options, and the rail's
    switch."""

    toggled = Signal(object)
    """A `ChangeKind` to be shown or hidden."""
    alone_asked = Signal(object)
    """A `ChangeKind` to be shown and no other; the same again: all."""
    step_asked = Signal(bool)
    """Go to the next (True) or previous change."""
    rail_toggled = Signal()

    def __init__(self, theme: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(CHAPTER, "marks")
        self._theme = theme
        self.chips = {kind: KindChip(theme, kind) for kind in FACES}
        self._position = QLabel()
        self._position.setFont(theme.interface_font(12.5, tabular=True))
        self._position.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.previous = self._button("arrow-up", tr("Previous change (Shift+F8)"))
        self.next = self._button("arrow-down", tr("Next change (F8)"))
        self.options = OptionsButton(theme)
        self.rail_switch = self._button("rail", tr("Show or hide the list of changes"))
        self._arrange()
        for kind, chip in self.chips.items():
            chip.toggle_asked.connect(lambda kind=kind: self.toggled.emit(kind))
            chip.alone_asked.connect(lambda kind=kind: self.alone_asked.emit(kind))
        self.previous.clicked.connect(lambda: self.step_asked.emit(False))
        self.next.clicked.connect(lambda: self.step_asked.emit(True))
        self.rail_switch.clicked.connect(lambda: self.rail_toggled.emit())
        theme.theme_changed.connect(self._dress)
        self._dress()

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(button, "flat")
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN_LEFT, 6, _MARGIN_RIGHT, 6)
        row.setSpacing(_APART)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        for widget in (self._position, self.previous, self.next, self.options, self.rail_switch):
            row.addWidget(widget)

    def _dress(self, _: object = None) -> None:
        set_ink(self._position, self._theme.color("soft"))

    def show_counts(self, changes: Iterable[Change] | None, *, wait: bool = False) -> None:
        """Show how many of these changes there are of each kind; None are not counted, or not yet (`wait`)."""
        counts = None if changes is None else counted(changes)
        for kind, chip in self.chips.items():
            chip.set_count(None if counts is None else counts[kind], wait=wait)
        self._fit()

    def show_visible(self, visible: frozenset[ChangeKind] = ALL_KINDS) -> None:
        """Check the chips of these kinds."""
        for kind, chip in self.chips.items():
            chip.setChecked(kind in visible)

    def show_position(self, text: str, *, widest: str, any_change: bool) -> None:
        """Say which change one stands on. The chips keep clear of the `widest` text, so that none of them jumps."""
        self._position.setText(text)
        self._position.setMinimumWidth(self._position.fontMetrics().horizontalAdvance(widest) + 1)
        self.previous.setEnabled(any_change)
        self.next.setEnabled(any_change)
        self._fit()

    def show_rail_switch(self, *, open_now: bool) -> None:
        """Say what the rail's switch does."""
        words = tr("Hide the list of changes") if open_now else tr("Show the list of changes")
        self.rail_switch.setToolTip(words)
        self.rail_switch.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Words on all chips, or else on all that have something to show, or else on none.

        Where there is none even without words, the place among the changes is left out, then all chips: menu and keys
        filter as well.
        """
        self._position.setVisible(self.width() >= self._least() + self._words())
        chips = list(self.chips.values())
        for chip in chips:
            chip.setVisible(self.width() >= self._least())
        room = self.width() - self._rest() - sum(chip.width_for(True) + _APART for chip in chips)
        worded = next((some for some in (chips, [chip for chip in chips if chip.count]) if _in_short(some) <= room), [])
        for chip in chips:
            chip.set_compact(chip not in worded)

    def _rest(self) -> int:
        """The width of all that isn't a chip."""
        buttons = (self.previous, self.next, self.options, self.rail_switch)
        words = 0 if self._position.isHidden() else self._words()
        return words + sum(button.sizeHint().width() + _APART for button in buttons) + _MARGIN_LEFT + _MARGIN_RIGHT

    def _words(self) -> int:
        return max(self._position.sizeHint().width(), self._position.minimumWidth()) + _APART

    def _least(self) -> int:
        """The width of the chips without words and of the buttons."""
        buttons = (self.previous, self.next, self.options, self.rail_switch)
        parts = [chip.width_for(True) for chip in self.chips.values()] + [b.sizeHint().width() for b in buttons]
        return sum(parts) + _APART * len(parts) + _MARGIN_LEFT + _MARGIN_RIGHT

    def minimumSizeHint(self) -> QSize:
        chips = sum(chip.width_for(True) + _APART for chip in self.chips.values())
        return QSize(self._least() - chips, HEIGHT + 12)


def _in_short(chips: Sequence[KindChip]) -> int:
    """The room that the words of these chips take."""
    return sum(chip.width_for(False) - chip.width_for(True) for chip in chips)
