"""What the comparison screen is made of, and how it stands there.

A module of its own so that the screen can leave loading all of it to a moment when nobody waits. Knows neither jobs nor
the library.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from variorum.gui.compare.chips import ChipBar
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
from variorum.gui.compare.waiting import Waiting
from variorum.gui.compare.walking import Walking
from variorum.gui.compare.warming import warm
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.widgets.progress_line import ProgressLine

__all__ = [
    "ChipBar",
    "Doubting",
    "Finding",
    "Legend",
    "Lens",
    "LinkBar",
    "Linking",
    "Modes",
    "Notice",
    "PassageMenu",
    "Rail",
    "RailSwitch",
    "Veil",
    "VersionHeader",
    "Waiting",
    "Walking",
    "arrange",
    "warm",
]


def arrange(
    panel: QWidget,
    header: VersionHeader,
    chips: ChipBar,
    progress: ProgressLine,
    notice: Notice,
    texts: Modes,
    rail: Rail,
) -> None:
    """Put the parts into `panel`: bars above the texts, the rail at their right; Tab goes as one looks."""
    main = QWidget()
    set_look(main, "panel")
    main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(main)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in (header, hairline(), chips, hairline(), progress, notice):
        column.addWidget(part)
    column.addWidget(texts, 1)
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.addWidget(main)
    splitter.addWidget(rail)
    splitter.setStretchFactor(0, 1)
    splitter.setCollapsible(0, False)
    splitter.setSizes([1000, RAIL_WIDTH])
    around = QVBoxLayout(panel)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(splitter)
    left, right = (texts.panes[side] for side in Side)

    def place(view: QWidget) -> None:
        QWidget.setTabOrder(chips.rail_switch, view)
        QWidget.setTabOrder(view, left)

    QWidget.setTabOrder(chips.rail_switch, left)
    QWidget.setTabOrder(left, right)
    QWidget.setTabOrder(right, rail.list)
    for view in texts.views():
        place(view)
    texts.view_built.connect(place)
