"""The bar at the top: word mark, search, Read | Compare, export, appearance. Shows actions; does nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.search_box import SearchBox
from variorum.gui.widgets.segmented import SegmentedControl
from variorum.gui.words import tr

HEIGHT = 52
_BESIDES = 150
"""Width in pixels of the word mark and of all that lies between the parts."""
_ROOM_TO_SEARCH = 220
"""Width in pixels of the search box below which other parts give way."""
_EXPORT = ("export", "", "copy-comparison", "copy-memo", "print")
_WAYS = ("mode-side-by-side", "mode-aligned", "mode-changes-only", "mode-read-clean")
_APPEARANCE = (
    "theme-auto", "theme-light", "theme-dark", "", "colors-standard", "colors-high-contrast", "colors-red-green", "",
    "larger", "smaller", "normal-size",
)  # fmt: skip


class TopBar(QWidget):
    """Built of the window's actions."""

    def __init__(self, theme: ThemeService, actions: Mapping[str, QAction], search_box: SearchBox) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self._search_box = search_box
        self._mark = QLabel("Variorum")
        self.modes = SegmentedControl([actions["read"], actions["compare-mode"]], tr("Read or compare"))
        self.ways = SegmentedControl([actions[name] for name in _WAYS], tr("How the comparison is shown"))
        self.ways_button = self._menu_button(
            tr("Show"), tr("How the comparison is shown"), [actions[name] for name in _WAYS]
        )
        self._ways_shown = False
        for name in _WAYS:
            actions[name].toggled.connect(self._name_way)
        self.export_button = self._menu_button(
            tr("Export"), tr("Save, copy or print the comparison"), _of(actions, _EXPORT)
        )
        self.appearance_button = self._menu_button("Aa", tr("Theme and size of the text"), _of(actions, _APPEARANCE))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 0, 14, 0)
        grid.addLayout(self._left(), 0, 0)
        grid.addWidget(self.modes, 0, 1)
        grid.addLayout(self._right(), 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.show_comparison(False)

    def show_comparison(self, shown: bool) -> None:
        """Offer to show the comparison otherwise and to export it, or not."""
        self._ways_shown = shown
        self.export_button.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all ways beside each other, one button opens them; then the word mark goes."""
        others = (self.modes, self.ways, self.export_button, self.appearance_button)
        roomy = self.width() >= self._needed(*others) + _BESIDES
        self.ways.setVisible(self._ways_shown and roomy)
        self.ways_button.setVisible(self._ways_shown and not roomy)
        least = self._needed(self.modes, self.ways_button, self.export_button, self.appearance_button)
        self._mark.setVisible(self.width() >= least + _BESIDES)

    def _needed(self, *parts: QWidget) -> int:
        return sum(part.sizeHint().width() for part in parts) + _ROOM_TO_SEARCH

    def _name_way(self, on: bool) -> None:
        action = self.sender()
        if on and isinstance(action, QAction):
            self.ways_button.setText(f"{action.iconText()} ▾")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def _left(self) -> QHBoxLayout:
        self._mark.setFont(self._theme.reading_font(16))
        row = QHBoxLayout()
        row.addWidget(self._mark)
        row.addSpacing(10)
        row.addWidget(self._search_box, 1)
        row.addStretch(1)
        return row

    def _right(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.ways)
        row.addWidget(self.ways_button)
        row.addSpacing(4)
        row.addWidget(self.export_button)
        row.addWidget(self.appearance_button)
        return row

    def _menu_button(self, text: str, tip: str, actions: Sequence[QAction | None]) -> QToolButton:
        """A button that opens a menu; None among the actions is a line between them."""
        button = QToolButton()
        button.setText(f"{text} ▾" if text != "Aa" else text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setMinimumHeight(30)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_look(button, "button")
        menu = QMenu(button)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        button.setMenu(menu)
        return button


def _of(actions: Mapping[str, QAction], names: Sequence[str]) -> list[QAction | None]:
    """The actions of these names, None for a line between them."""
    return [actions[name] if name else None for name in names]
