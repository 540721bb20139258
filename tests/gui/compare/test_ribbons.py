"""The gutter: what it tells of a stub whose other end is off screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.geometry import BandMap, Extent, bands
from variorum.gui.compare.presentation import Link, Side
from variorum.gui.compare.ribbons import WIDTH, Gutter
from variorum.gui.theme.service import ThemeService


def test_the_number_and_the_stub_say_how_far_the_counterpart_is(qtbot: QtBot, theme: ThemeService) -> None:
    gutter = Gutter(theme, lambda _: "Moved down 3")
    qtbot.addWidget(gutter)
    gutter.resize(WIDTH, 400)
    band = bands(0, [Extent(180, 220)], [Extent(1380, 1420)])
    gutter.join(BandMap(band), {0: Link(0, 0, None, False)}, (), 24.0)
    gutter.grab()
    tips = {gutter.tip_at(QPointF(x, y)) for x in range(WIDTH) for y in range(160, 260, 2)}
    assert tips == {"", "The counterpart stands 50 lines further down\nMoved down 3"}
    assert gutter.tip_at(QPointF(5, 200)), "the stub"
    assert gutter.tip_at(QPointF(30, 206)), "the number beside it"
    assert "lines" in gutter.accessibleDescription()


def test_a_sign_stands_out_from_a_lit_ribbon(qtbot: QtBot, theme: ThemeService) -> None:
    gutter = Gutter(theme, lambda _: "")
    qtbot.addWidget(gutter)
    gutter.resize(WIDTH, 400)
    band = bands(0, [Extent(100, 300)], [Extent(100, 300)])
    gutter.join(BandMap(band), {0: Link(0, 0, ChangeKind.QUOTE, False)}, ((150, Side.LEFT, ChangeKind.QUOTE),), 24.0)
    gutter.light(0)
    image = gutter.grab().toImage()
    beside, behind = image.pixelColor(8, 250), image.pixelColor(6, 159)
    assert behind.lightness() > beside.lightness() + 100
