"""The gutter: what it tells of a stub whose other end is off screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
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


def test_the_edge_of_a_ribbon_does_not_run_through_a_sign(qtbot: QtBot, theme: ThemeService) -> None:
    gutter = Gutter(theme, lambda _: "")
    qtbot.addWidget(gutter)
    gutter.resize(WIDTH, 400)
    band = bands(0, [Extent(100, 300)], [Extent(100, 300)])
    cut, clear = (((top, Side.LEFT, ChangeKind.REWORDED),) for top in (90, 200))
    link = {0: Link(0, 0, ChangeKind.REWORDED, False)}
    gutter.join(BandMap(band), link, cut, 24.0)
    assert gutter._is_cut(gutter._visible_signs()[0][0])
    gutter.join(BandMap(band), link, clear, 24.0)
    assert not gutter._is_cut(gutter._visible_signs()[0][0])


@pytest.mark.parametrize("far", [False, True], ids=["ribbon", "stub"])
def test_a_link_made_by_hand_bears_a_hand(qtbot: QtBot, theme: ThemeService, far: bool) -> None:
    def picture(by_hand: bool) -> QImage:
        gutter = Gutter(theme, lambda _: "")
        qtbot.addWidget(gutter)
        gutter.resize(WIDTH, 400)
        band = bands(0, [Extent(180, 220)], [Extent(1380, 1420) if far else Extent(180, 220)])
        gutter.join(BandMap(band), {0: Link(0, 0, None, False, by_hand=by_hand)}, (), 24.0)
        return gutter.grab().toImage()

    plain, by_hand = picture(False), picture(True)
    changed = [(x, y) for x in range(WIDTH) for y in range(400) if plain.pixel(x, y) != by_hand.pixel(x, y)]
    assert changed
    assert all(185 <= y <= 225 for _, y in changed)
    assert max(x for x, _ in changed) < WIDTH
