"""Two real panes: the one the user scrolls leads, the other one follows to the linked passage."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.collate.model import Claim, ClaimKind, Comparison, Counts, Regime
from variorum.core.text.model import Article, Kind, Paragraph, Sentence, Span
from variorum.gui.compare.jumping import extent_of
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

COUNT = 60


def long_article(word: str) -> Article:
    lines = [f"{word} {number}. " + "The same words again and again. " * 4 for number in range(COUNT)]
    text = "\n\n".join(lines)
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    return Article(
        text, lines[0], None,
        paragraphs=tuple(Paragraph(s, Kind.SENTENCE) for s in spans),
        sentences=tuple(Sentence(s, Kind.SENTENCE, n) for n, s in enumerate(spans)),
    )  # fmt: skip


@pytest.fixture
def texts(qtbot: QtBot, qapp: QApplication) -> SideBySide:
    """The right version tells first what the left one tells last."""
    left, right = long_article("Left"), long_article("Right")
    turned = [(n + COUNT // 2) % COUNT for n in range(COUNT)]
    claims = tuple(
        Claim(ClaimKind.UNCHANGED, (left.sentences[n].span,), (right.sentences[turned[n]].span,), 0.9)
        for n in range(COUNT)
    )
    comparison = Comparison(left, right, Regime.REWRITE, 0.5, claims, (), (), Counts(unchanged=COUNT))
    state = CompareState()
    made = SideBySide(ThemeService(qapp, "light"), state, fade=True)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    state.show(Presentation(comparison, ()))
    qtbot.waitUntil(
        lambda: all(made.scroll_position()[side] == 0 and extent_of(made.panes[side]).furthest > 0 for side in Side)
    )
    qtbot.waitUntil(lambda: all(len(made.lines[side].extents) == COUNT for side in Side))
    return made


def turn_wheel(texts: SideBySide, side: Side, notches: int) -> None:
    view = texts.panes[side].viewport()
    place = QPointF(20, 20)
    for _ in range(notches):
        event = QWheelEvent(
            place, view.mapToGlobal(place), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)


def middle(texts: SideBySide, side: Side, sentence: int) -> float:
    """Where a sentence's middle stands in the view."""
    shown = texts._shown
    assert shown
    span = side.article(shown.comparison).sentences[sentence].span
    rects = texts.panes[side].rects_of(span)
    return (rects[0].top() + rects[-1].bottom()) / 2 - texts.scroll_position()[side]


@pytest.mark.parametrize("side", list(Side))
def test_the_passage_in_the_middle_has_its_counterpart_beside_it(texts: SideBySide, side: Side, qtbot: QtBot) -> None:
    turn_wheel(texts, side, 12)
    half = texts.height() / 2
    nearest = min(range(COUNT), key=lambda n: abs(middle(texts, side, n) - half))
    counterpart = (nearest + COUNT // 2) % COUNT
    away = 60  # pixels: the sentence in the middle is seldom exactly in the middle
    qtbot.waitUntil(lambda: abs(middle(texts, side.other, counterpart) - middle(texts, side, nearest)) < away)


def test_a_small_step_is_followed_at_once(texts: SideBySide, qtbot: QtBot) -> None:
    turn_wheel(texts, Side.LEFT, 12)
    qtbot.waitUntil(lambda: not texts.scrolling._glide.isActive())
    before = texts.scroll_position()
    bar = texts.panes[Side.LEFT].verticalScrollBar()
    bar.setValue(bar.value() + 10)
    assert 0 < texts.scroll_position()[Side.RIGHT] - before[Side.RIGHT] < 40


def test_nothing_follows_a_jump(texts: SideBySide, qtbot: QtBot) -> None:
    turn_wheel(texts, Side.LEFT, 6)
    qtbot.wait(300)
    texts.restore_scroll({Side.LEFT: 100, Side.RIGHT: 900})
    assert texts.scroll_position() == {Side.LEFT: 100, Side.RIGHT: 900}
    turn_wheel(texts, Side.LEFT, 1)
    assert abs(texts.scroll_position()[Side.RIGHT] - 900) <= 200, "it starts from where it stands"


def test_both_ends_can_be_reached(texts: SideBySide, qtbot: QtBot) -> None:
    bar = texts.panes[Side.LEFT].verticalScrollBar()
    turn_wheel(texts, Side.LEFT, 1)
    for value in range(0, bar.maximum() + 1, 60):
        bar.setValue(value)
    bar.setValue(bar.maximum())
    end = texts.panes[Side.RIGHT].verticalScrollBar()
    qtbot.waitUntil(lambda: end.value() >= end.maximum() - 2)


def test_passages_are_measured_anew_when_lines_move(texts: SideBySide, qtbot: QtBot) -> None:
    before = dataclasses.replace(texts.lines[Side.LEFT].extents[COUNT - 1][0])
    texts.resize(600, 500)
    qtbot.waitUntil(lambda: texts.lines[Side.LEFT].extents[COUNT - 1][0].top > before.top)
