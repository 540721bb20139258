"""Saving a comparison from the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from variorum.core.collate.model import Comparison
from variorum.core.handmade.model import Review
from variorum.gui.exporting import Exporting, file_name
from variorum.gui.services import Services


@pytest.fixture
def comparison(services: Services, story: tuple[int, ...]) -> Comparison:
    return services.workbench.compare(story[0], story[1])


def exporting(qtbot: QtBot, services: Services, comparison: Comparison | None) -> tuple[Exporting, list[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    said_of = {0: Review(reviewed=True, note="ask the city")}
    made = Exporting(services, lambda: comparison, lambda: said_of, window)
    said: list[str] = []
    made.said.connect(said.append)
    return made, said


def test_both_formats_are_written_under_the_name_that_was_chosen(
    qtbot: QtBot, services: Services, comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, said = exporting(qtbot, services, comparison)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bridge"), ""))
    made.save_json()
    made.save_html()
    assert said == ["Saved as bridge.json.", "Saved as bridge.html."]
    assert json.loads((tmp_path / "bridge.json").read_text(encoding="utf-8"))["regime"] in ("revision", "rewrite")
    assert json.loads((tmp_path / "bridge.json").read_text(encoding="utf-8"))["reviews"][0]["note"] == "ask the city"
    assert "ask the city" in (tmp_path / "bridge.html").read_text(encoding="utf-8")
    assert "Old bridge to close in May" in (tmp_path / "bridge.html").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    qtbot: QtBot, services: Services, comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, said = exporting(qtbot, services, comparison)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.html"), ""))
    made.save_html()
    assert said == ["“x.html” could not be saved: No such file or directory."]


def test_without_a_comparison_or_a_name_nothing_happens(
    qtbot: QtBot, services: Services, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for shown in (None, comparison):
        made, said = exporting(qtbot, services, shown)
        made.save_html()
        assert said == []


def test_the_proposed_name_is_one_that_files_may_have(comparison: Comparison) -> None:
    assert file_name(comparison) == "Old bridge to close in May"
