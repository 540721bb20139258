"""Snippets are set, marked and cut as Qt counts, whatever characters they hold."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from variorum.gui.search.snippet import _set
from variorum.gui.theme.service import ThemeService


def shown(layout: QTextLayout, mark: tuple[int, int]) -> str:
    units = layout.text().encode("utf-16-le")
    return units[2 * mark[0] : 2 * mark[1]].decode("utf-16-le")


def test_hits_are_marked_where_they_stand(qtbot: QtBot, theme: ThemeService) -> None:
    text = "𝄞 “bridge” 😀 closes"
    hits = [(text.index(word), text.index(word) + len(word)) for word in ("bridge", "closes")]
    setting = _set(text, hits, theme.interface_font(13), 400, 2)
    assert [shown(setting.layout, mark) for mark in setting.marks] == ["bridge", "closes"]
    assert len(setting.grounds) == 2


def test_what_does_not_fit_is_cut_between_characters(qtbot: QtBot, theme: ThemeService) -> None:
    text = "😀" * 200
    setting = _set(text, [(0, 1), (199, 200)], theme.interface_font(13), 200, 2)
    assert setting.layout.lineCount() == 2
    assert setting.layout.text().rstrip("…").strip("😀") == ""
    assert setting.layout.text().endswith("😀…")
    assert [shown(setting.layout, mark) for mark in setting.marks] == ["😀"]
