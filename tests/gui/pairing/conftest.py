"""The whole window on a real library, for tests of holding any two texts side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from made_window import Made
from variorum.gui.services import Services


@pytest.fixture
def made(qtbot: QtBot, services: Services, story: tuple[int, ...], tmp_path: Path) -> Made:
    return Made(qtbot, services, tmp_path / "settings.toml")
