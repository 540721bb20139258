"""Files chosen together are opened together, however they come."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.gui.instance.arrivals import Arrivals

A, B, C = Path("/news/a.txt"), Path("/news/b.txt"), Path("/news/c.txt")


@pytest.fixture
def came() -> list[tuple[Path, ...]]:
    return []


def arrivals(came: list[tuple[Path, ...]], pause_ms: int) -> Arrivals:
    made = Arrivals(pause_ms)
    made.came.connect(came.append)
    return made


def test_where_all_are_named_at_once_nothing_waits(qapp: QApplication, came: list[tuple[Path, ...]]) -> None:
    made = arrivals(came, 0)
    made.add([A])
    made.add([A, B])
    made.add([])
    assert came == [(A,), (A, B)]


def test_single_files_in_quick_succession_are_one_opening(qtbot: QtBot, came: list[tuple[Path, ...]]) -> None:
    made = arrivals(came, 30)
    for file in (A, B, A):
        made.add([file])
    assert came == []
    qtbot.waitUntil(lambda: came == [(A, B)])
    made.add([C])
    qtbot.waitUntil(lambda: came == [(A, B), (C,)])


def test_several_at_once_are_not_mixed_with_one_that_waits(qapp: QApplication, came: list[tuple[Path, ...]]) -> None:
    made = arrivals(came, 10_000)
    made.add([C])
    made.add([A, B])
    assert came == [(C,), (A, B)]


def test_the_finder_sends_events(qapp: QApplication, came: list[tuple[Path, ...]]) -> None:
    made = arrivals(came, 0)
    qapp.installEventFilter(made)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/news/a.txt")))
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.txt")))
    qapp.removeEventFilter(made)
    assert came == [(A,)]
