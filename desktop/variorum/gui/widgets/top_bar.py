"""The bar at the top: word mark, search, Read | Compare, export, appearance. Shows actions; does nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.search_box import SearchBox
from variorum.gui.widgets.segmented import SegmentedControl

HEIGHT = 52
_EXPORT = ("export-html", "export-json")
_APPEARANCE = ("theme-auto", "theme-light", "theme-dark", "high-contrast", "", "larger", "smaller", "normal-size")


class TopBar(QWidget):
    """Built of the window's actions."""

    def __init__(self, theme: ThemeService, actions: Mapping[str, QAction], search_box: SearchBox) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self._search_box = search_box
        self.modes = SegmentedControl([actions["read"], actions["compare-mode"]], "Read or compare")
        self.export_button = self._menu_button("Export", "Save the comparison", [actions[name] for name in _EXPORT])
        self.appearance_button = self._menu_button(
            "Aa", "Theme and size of the text", [actions[name] if name else None for name in _APPEARANCE]
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 0, 14, 0)
        grid.addLayout(self._left(), 0, 0)
        grid.addWidget(self.modes, 0, 1)
        grid.addLayout(self._right(), 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.show_export(False)

    def show_export(self, shown: bool) -> None:
        """Offer to export, or not."""
        self.export_button.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def _left(self) -> QHBoxLayout:
        mark = QLabel("Variorum")
        mark.setFont(self._theme.reading_font(16))
        row = QHBoxLayout()
        row.addWidget(mark)
        row.addSpacing(10)
        row.addWidget(self._search_box, 1)
        row.addStretch(1)
        return row

    def _right(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
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
