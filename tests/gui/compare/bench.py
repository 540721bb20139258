"""A panel on the first two versions of a story of four, for tests of what one asks a comparison."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Side
from variorum.gui.services import Services

SHARED = "The city council voted on Monday to close the harbor bridge for repairs."
LIND = "Mayor Anna Lind said the work would take 18 months."
SHOPS = "Shop owners fear that customers will stay away until the bridge is open again."
TEXTS = (
    f"Bridge to close\n\n{SHARED}\n\n{LIND}\n\n{SHOPS}\n",
    f"Bridge to close\n\n{SHARED}\n\n{LIND.replace('18', '24')}\n\nFerries will run every ten minutes.\n",
    f"Owners worry\n\n{SHOPS}\n\nThe choir sang on Friday.\n",
    "Choir wins\n\nThe choir of the harbor school won a prize in the capital.\n",
)


class Bench:
    """A panel on the first two versions of a story of four."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        library = services.library
        self.ids = [library.add(text).id for text in TEXTS]
        library.new_story("Bridge", self.ids)
        self.panel = ComparePanel(services)
        self.said: list[str] = []
        self.panel.status_changed.connect(self.said.append)
        self.panel.inquiry.comparison_asked.connect(self.panel.open)
        qtbot.addWidget(self.panel)
        self.panel.resize(1200, 700)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.open(self.ids[0], self.ids[1])
        QApplication.processEvents()
        self.state = self.panel._state
        assert self.panel.inquiry._lens
        self.lens = self.panel.inquiry._lens
        self.card = self.lens.card

    def claim(self, side: Side, start: str) -> int:
        shown = self.state.presentation
        assert shown
        number = shown.claim_at(side, side.article(shown.comparison).text.index(start))
        assert number is not None
        return number

    def point(self, side: Side, start: str) -> None:
        """Move the pointer onto these words."""
        shown, view = self.state.presentation, self.panel._texts.panes[side]
        assert shown
        at = side.article(shown.comparison).text.index(start)
        rect = view.rects_of(replace(shown.comparison.claims[0].left[0], start=at, end=at + 4))[0]
        spot = rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
        QTest.mouseMove(view.viewport(), spot + QPoint(0, 1))
        QTest.mouseMove(view.viewport(), spot)

    def stand_on(self, side: Side, start: str) -> None:
        number = self.claim(side, start)
        shown = self.state.presentation
        assert shown
        change = shown.change_of(number)
        self.state.set_current(change) if change is not None else self.state.stand_on(number)
