"""Full garbage collections wait until nobody types."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from variorum.gui.garbage import GarbageKeeper


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[GarbageKeeper]:
    before = gc.get_threshold()
    made = GarbageKeeper(qapp)
    yield made
    made.deleteLater()
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("state", "collected"),
    [(Qt.ApplicationState.ApplicationActive, False), (Qt.ApplicationState.ApplicationInactive, True)],
)
def test_everything_is_collected_when_the_user_goes_elsewhere(
    qapp: QApplication, keeper: GarbageKeeper, state: Qt.ApplicationState, collected: bool
) -> None:
    full: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            full.append(info["collected"])

    gc.callbacks.append(note)
    try:
        qapp.applicationStateChanged.emit(state)
    finally:
        gc.callbacks.remove(note)
    assert bool(full) is collected


def test_full_collections_are_rare_while_one_works(keeper: GarbageKeeper) -> None:
    assert gc.get_threshold()[2] >= 100
