"""Inks that touch each other: each stretch of letters has its own."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.text.model import Article, Kind, Paragraph, Sentence, Span
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose import ProseView
from variorum.gui.widgets.prose_marks import Mark, MarkStyle

TEXT = "aaaaaa MMMMMMMM bbbbbb"


def test_three_inks_side_by_side_are_all_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    view = ProseView(ThemeService(qapp, "light"), column=True)
    qtbot.addWidget(view)
    view.resize(500, 200)
    span = Span(0, len(TEXT))
    view.show_article(
        Article(
            TEXT,
            TEXT,
            None,
            paragraphs=(Paragraph(span, Kind.SENTENCE),),
            sentences=(Sentence(span, Kind.SENTENCE, 0),),
        )
    )
    inks = {"#ff0000": Span(0, 7), "#00ff00": Span(7, 15), "#0000ff": Span(15, 22)}
    view.set_marks("words", [Mark(place, MarkStyle(ink=ink)) for ink, place in inks.items()])
    view.show()
    image = view.viewport().grab().toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(min(80, image.height()))}
    for ink in inks:
        assert any(_close(QColor(name), QColor(ink)) for name in drawn), f"nothing is drawn in {ink}"


def _close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]
