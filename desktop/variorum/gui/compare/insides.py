"""What the comparison screen is made of, and how it stands there.

A module of its own so that the screen can leave loading all of it to a moment when nobody waits. Hands services on and
uses none itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.comparing import Comparing
from variorum.gui.compare.context_menu import PassageMenu
from variorum.gui.compare.doubting import Doubting
from variorum.gui.compare.finding import Finding
from variorum.gui.compare.header import VersionHeader
from variorum.gui.compare.legend import Legend
from variorum.gui.compare.lens import Lens
from variorum.gui.compare.link_bar import LinkBar
from variorum.gui.compare.linking import Linking
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.notice import Notice, Veil, hairline
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rail import WIDTH as RAIL_WIDTH
from variorum.gui.compare.rail import Rail
from variorum.gui.compare.rail_switch import RailSwitch
from variorum.gui.compare.refining import Refining
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.told import Told
from variorum.gui.compare.waiting import Waiting
from variorum.gui.compare.walking import Walking
from variorum.gui.compare.warming import warm
from variorum.gui.services import Services
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.progress_line import ProgressLine

__all__ = ["Doubting", "Finding", "Insides", "Lens", "PassageMenu"]


class Insides:
    """The parts of a panel, to be built one after the other: bars, texts, rail."""

    def __init__(self, services: Services, state: CompareState, panel: QWidget) -> None:
        self._services, self._state, self._panel = services, state, panel
        theme = services.theme
        self.header = VersionHeader(theme)
        self.chips = ChipBar(theme)
        self.progress = ProgressLine()
        self.notice = Notice()
        self._legend = Legend(self.chips, state, panel)

    def build_texts(self, *, fade: bool) -> Modes:
        """The texts, whatever the mode."""
        self._texts = Modes(self._services.theme, self._state, fade=fade)
        return self._texts

    def build_waiting(self, comparing: Comparing, refining: Refining, told: Told) -> None:
        """What tells that a comparison is under way, with a veil over the texts."""
        veil = Veil(self._services.theme, self._texts)
        waiting = Waiting(self.progress, veil, self._state, told, self._panel)
        waiting.follow(comparing, refining, self._legend)

    def build_walking(self, waits: Callable[[], bool]) -> Walking:
        """The steps from change to change, of which there are none while something `waits`."""
        return Walking(self._state, self._texts, waits, self._panel)

    def build_linking(self, ended: Callable[[], None]) -> tuple[Linking, LinkBar]:
        """Linking by hand, and the bar that says what is being linked; `ended` is called after each link."""
        theme, state = self._services.theme, self._state
        linking = Linking(theme, state, self._texts.side_by_side, ended, self._panel)
        return linking, LinkBar(theme, state, self._texts)

    def build_rail(self) -> tuple[Rail, RailSwitch]:
        """The list of changes, and what shows and hides it."""
        self._rail = Rail(self._services.theme, self._state)
        return self._rail, RailSwitch(self._services, self._panel, self._rail, self.chips)

    def warm(self, step: int, steps: int) -> None:
        """Have one of so many parts of the fonts loaded."""
        warm(self._services.theme, step, steps)

    def arrange(self) -> None:
        """Put the parts into the panel: bars above the texts, the rail at their right; Tab goes as one looks."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._main())
        splitter.addWidget(self._rail)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        splitter.setSizes([1000, RAIL_WIDTH])
        around = QVBoxLayout(self._panel)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(splitter)
        self._order_tabs()

    def _main(self) -> QWidget:
        """Bars and texts."""
        main = QWidget()
        set_look(main, "panel")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, hairline(), self.chips, hairline(), self.progress, self.notice):
            column.addWidget(part)
        column.addWidget(self._texts, 1)
        return main

    def _order_tabs(self) -> None:
        left, right = (self._texts.panes[side] for side in Side)

        def place(view: QWidget) -> None:
            QWidget.setTabOrder(self.chips.rail_switch, view)
            QWidget.setTabOrder(view, left)

        QWidget.setTabOrder(self.chips.rail_switch, left)
        QWidget.setTabOrder(left, right)
        QWidget.setTabOrder(right, self._rail.list)
        for view in self._texts.views():
            place(view)
        self._texts.view_built.connect(place)
