"""ProseView in an offscreen window: where text stands, what is painted, what keys and the mouse do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from variorum.core.text.model import Article, Kind, Paragraph, Sentence, Span
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose import ProseView
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Pattern, Stroke

SENTENCE = (
    "The harbor council voted on Tuesday to widen the northern quay before the winter storms return to the coast. "
)
RED, GREEN = "#ff0000", "#00ff00"


def make(*parts: tuple[Kind, str]) -> Article:
    text, paragraphs, sentences = "", [], []
    for number, (kind, words) in enumerate(parts):
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        paragraphs.append(Paragraph(span, kind))
        sentences.append(Sentence(span, kind, number))
    return Article(text, "Title", None, paragraphs=tuple(paragraphs), sentences=tuple(sentences))


ARTICLE = make(
    (Kind.HEADLINE, "Council widens the quay"),
    (Kind.SENTENCE, SENTENCE * 3),
    (Kind.REPEATED, "Council widens the quay, again"),
    *[(Kind.SENTENCE, SENTENCE * 4)] * 12,
    (Kind.FURNITURE, "Leave a comment"),
)


def span_of(text: str, article: Article = ARTICLE) -> Span:
    start = article.text.index(text)
    return Span(start, start + len(text))


@pytest.fixture
def theme(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> ThemeService:
    monkeypatch.setattr(ThemeService, "reduced_motion", True)
    return ThemeService(qapp, "light")


@pytest.fixture
def view(qtbot: QtBot, theme: ThemeService) -> ProseView:
    view = ProseView(theme)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show_article(ARTICLE)
    view.show()
    qtbot.waitExposed(view)
    return view


def in_view(view: ProseView, rect: QRectF) -> QPoint:
    return (rect.center() - QPointF(0, view.verticalScrollBar().value())).toPoint()


def color_at(view: ProseView, point: QPoint) -> str:
    return QColor(view.viewport().grab().toImage().pixel(point)).name()


def test_lines_keep_to_a_comfortable_measure(view: ProseView) -> None:
    def characters_a_line(width: int) -> float:
        view.resize(width, 500)
        return len(SENTENCE) * 4 / len(view.rects_of(ARTICLE.paragraphs[3].span))

    assert 50 <= characters_a_line(900) <= 68
    assert characters_a_line(1600) == characters_a_line(900)
    rects = view.rects_of(ARTICLE.paragraphs[3].span)
    assert abs(rects[0].left() + max(r.right() for r in rects) - view.viewport().width()) < 120


def test_a_column_uses_the_whole_width_and_has_no_byline(qtbot: QtBot, theme: ThemeService) -> None:
    view = ProseView(theme, column=True)
    qtbot.addWidget(view)
    view.resize(1400, 500)
    view.show_article(ARTICLE)
    view.show()
    assert max(rect.right() for rect in view.rects_of(ARTICLE.paragraphs[3].span)) > 1200
    assert "words" not in view.toPlainText().splitlines()[1]


def test_rects_stand_where_the_text_is(view: ProseView) -> None:
    rects = view.rects_of(span_of("harbor council"))
    assert len(rects) == 1
    offset = view.offset_at(in_view(view, rects[0]))
    assert offset is not None
    middle = span_of("harbor council").start + len("harbor council") // 2
    assert abs(offset - middle) <= 2
    whole = view.rects_of(ARTICLE.paragraphs[1].span)
    assert len(whole) > 3
    assert [r.top() for r in whole] == sorted(r.top() for r in whole)


def test_beside_the_text_there_is_no_offset(view: ProseView) -> None:
    assert view.offset_at(QPoint(3, 200)) is None
    assert view.offset_at(QPoint(400, 2)) is None


def test_a_fill_is_painted_behind_its_words_and_the_highest_layer_wins(view: ProseView) -> None:
    span = span_of("council voted")
    rect = view.rects_of(span)[0]
    corner = (rect.topLeft() + QPointF(2, 2)).toPoint()
    paper = color_at(view, corner)
    view.set_marks("words", [Mark(span, MarkStyle(fill=RED))])
    assert color_at(view, corner) == RED
    view.set_marks("hits", [Mark(span, MarkStyle(fill=GREEN))])
    assert color_at(view, corner) == GREEN
    view.set_marks("hits", [])
    view.set_marks("words", [])
    assert color_at(view, corner) == paper


def test_the_text_is_painted_over_fills(view: ProseView) -> None:
    span = span_of("council voted")
    view.set_marks("words", [Mark(span, MarkStyle(fill=RED, ink=GREEN))])
    rect = view.rects_of(span)[0].toRect()
    image = view.viewport().grab().toImage()
    colors = {
        QColor(image.pixel(x, y)).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }
    assert RED in colors
    assert any(QColor(name).green() > 150 for name in colors)


@pytest.mark.parametrize(
    ("style", "place"),
    [
        (MarkStyle(strike=Stroke(RED, width=3)), lambda r: QPointF(r.left() + 3, r.top() + r.height() * 0.55)),
        (MarkStyle(underline=Stroke(RED, width=3)), lambda r: QPointF(r.left() + 3, r.bottom() - 2)),
        (MarkStyle(left_rule=RED), lambda r: QPointF(r.left() - 3, r.center().y())),
        (MarkStyle(outline=Stroke(RED, Pattern.SOLID, 3)), lambda r: QPointF(r.left() - 2, r.center().y())),
        (MarkStyle(wash=RED), lambda r: QPointF(r.left() + 3, r.top() + 2)),
    ],
    ids=["strike", "underline", "left rule", "outline", "wash"],
)
def test_each_part_of_a_style_is_painted(view: ProseView, style: MarkStyle, place: Callable[[QRectF], QPointF]) -> None:
    span = span_of("council voted")
    point = place(view.rects_of(span)[0]).toPoint()
    assert QColor(color_at(view, point)).red() - QColor(color_at(view, point)).green() < 100
    view.set_marks("passages", [Mark(span, style)])
    color = QColor(color_at(view, point))
    assert color.red() - color.green() > 150


def test_marks_out_of_sight_are_never_measured(view: ProseView) -> None:
    length = len(ARTICLE.text)
    marks = [Mark(Span(n * length // 3000, n * length // 3000 + 2), MarkStyle(fill=RED)) for n in range(3000)]
    view.set_marks("words", marks)
    view.viewport().grab()
    assert 0 < len(view._page._rects) < 1000


def test_marks_of_color_never_move_lines(view: ProseView, qtbot: QtBot) -> None:
    before = view.rects_of(ARTICLE.paragraphs[3].span)
    view.document().size()
    qtbot.wait(60)
    with qtbot.assertNotEmitted(view.laid_out, wait=20):
        view.set_marks("words", [Mark(span_of("council voted"), MarkStyle(fill=RED, ink=GREEN))])
    assert view.rects_of(ARTICLE.paragraphs[3].span) == before


def test_another_width_is_announced(view: ProseView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.laid_out):
        view.resize(600, 500)


def test_bold_widens_words_and_goes_again(view: ProseView, qtbot: QtBot) -> None:
    span = span_of("council voted")
    before = view.rects_of(span)[0].width()
    with qtbot.waitSignal(view.laid_out):
        view.set_marks("figures", [Mark(span, MarkStyle(bold=True))])
    assert view.rects_of(span)[0].width() > before
    view.set_marks("figures", [])
    assert view.rects_of(span)[0].width() == pytest.approx(before)


def test_folded_parts_are_shown_by_a_click_and_hidden_by_another(view: ProseView, qtbot: QtBot) -> None:
    folded = ARTICLE.paragraphs[2].span
    assert view.rects_of(folded) == []
    placeholder = view.rects_of(ARTICLE.paragraphs[1].span)[-1].bottom() + 35
    point = QPoint(view.viewport().width() // 2, round(placeholder))
    with qtbot.waitSignal(view.folding_changed):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.rects_of(folded)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.rects_of(folded) == []


def test_one_command_unfolds_all(view: ProseView) -> None:
    assert view.folds == 2
    assert view.folded
    view.set_folded(False)
    assert not view.folded
    assert all(view.rects_of(paragraph.span) for paragraph in ARTICLE.paragraphs)
    view.set_folded(True)
    assert view.folded


def test_tab_goes_through_placeholders_which_return_opens_and_then_leaves(theme: ThemeService, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    view, after = ProseView(theme), QLineEdit()
    column.addWidget(view)
    column.addWidget(after)
    view.show_article(ARTICLE)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.rects_of(ARTICLE.paragraphs[2].span)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_reveal_scrolls_there_and_opens_what_is_folded(view: ProseView) -> None:
    last = Span(ARTICLE.paragraphs[-2].span.start, ARTICLE.paragraphs[-2].span.start + 10)
    view.reveal(last)
    top = view.rects_of(last)[0].top() - view.verticalScrollBar().value()
    bar = view.verticalScrollBar()
    assert top == pytest.approx(0.4 * view.viewport().height(), abs=2) or bar.value() == bar.maximum()
    assert view.shows(last)
    view.reveal(ARTICLE.paragraphs[-1].span)
    assert view.rects_of(ARTICLE.paragraphs[-1].span)


def test_reveal_glides_where_motion_is_welcome(view: ProseView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ThemeService, "reduced_motion", False)
    target = ARTICLE.paragraphs[8].span
    view.reveal(target)
    assert view.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: bool(view.verticalScrollBar().value()) and view.shows(Span(target.start, target.start + 5)))


def test_while_it_glides_what_counts_is_where_it_will_be(view: ProseView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ThemeService, "reduced_motion", False)
    start = Span(ARTICLE.paragraphs[1].span.start, ARTICLE.paragraphs[1].span.start + 5)
    target = Span(ARTICLE.paragraphs[8].span.start, ARTICLE.paragraphs[8].span.start + 5)
    assert view.shows(start)
    view.reveal(target)
    assert view.shows(target)
    assert not view.shows(start)


def test_the_place_one_reads_survives_another_width_and_size(view: ProseView, theme: ThemeService) -> None:
    here = Span(ARTICLE.paragraphs[9].span.start, ARTICLE.paragraphs[9].span.start + 5)

    def height() -> float:
        return view.rects_of(here)[0].top() - view.verticalScrollBar().value()

    view.reveal(here, at=0.0)
    assert height() == pytest.approx(0, abs=2)
    view.resize(500, 500)
    assert height() == pytest.approx(0, abs=40)
    theme.set_reading_px(24)
    assert height() == pytest.approx(0, abs=60)
    view.set_folded(False)
    assert height() == pytest.approx(0, abs=60)


def test_a_click_and_the_pointer_tell_the_offset_under_them(view: ProseView, qtbot: QtBot) -> None:
    span = span_of("northern")
    point = in_view(view, view.rects_of(span)[0])
    with qtbot.waitSignal(view.hovered) as hovered:
        QTest.mouseMove(view.viewport(), point)
    with qtbot.waitSignal(view.pressed) as pressed:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert span.start <= pressed.args[0] < span.end
    assert hovered.args == pressed.args


def test_what_is_selected_is_copied_as_plain_source(view: ProseView) -> None:
    view.set_marks("words", [Mark(span_of("council voted"), MarkStyle(fill=RED))])
    view.selectAll()
    span = view.selected_span()
    assert span is not None
    assert span.start == 0
    copied = view.createMimeDataFromSelection().text()
    assert "\ufffc" not in copied
    assert copied.startswith("Council widens the quay\n\nThe harbor")
    assert "Folded" not in copied
    assert "again" not in copied


def test_keys_scroll_and_copy(view: ProseView) -> None:
    bar = view.verticalScrollBar()
    for down, up in (
        (Qt.Key.Key_Down, Qt.Key.Key_Up),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
        (Qt.Key.Key_End, Qt.Key.Key_Home),
    ):
        QTest.keyClick(view, down)
        assert bar.value() > 0, down
        QTest.keyClick(view, up)
        assert bar.value() == 0, up
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert bar.value() > 300
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Council widens the quay\n\nThe harbor")


def test_ctrl_and_the_wheel_ask_for_another_size(view: ProseView, qtbot: QtBot) -> None:
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.size_asked) as asked:
        QApplication.sendEvent(view.viewport(), wheel)
    assert asked.args == [-1]
    assert view.verticalScrollBar().value() == 0


def test_the_theme_changes_what_is_painted_at_once(view: ProseView, theme: ThemeService) -> None:
    corner = QPoint(2, 2)
    assert color_at(view, corner) == theme.theme.paper.lower()
    theme.set_mode("dark")
    assert color_at(view, corner) == theme.theme.paper.lower()
    assert theme.theme.dark


def test_right_to_left_text_is_covered_where_it_stands(view: ProseView) -> None:
    article = make((Kind.SENTENCE, "אמר שר ההגנה ביום רביעי NATO כי המלחמה צריכה להסתיים"))
    view.show_article(article)
    first = view.rects_of(span_of("אמר", article))[0]
    later = view.rects_of(span_of("ביום", article))[0]
    assert first.left() > later.right()
    across = view.rects_of(span_of("רביעי NATO כי", article))
    assert sum(rect.width() for rect in across) >= view.rects_of(span_of("NATO", article))[0].width()


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 lone", "x" * 100_000, "\u2029\ufffc\ufdd0", "𝄞" * 50])
def test_odd_texts_are_shown_without_harm(view: ProseView, text: str) -> None:
    article = make((Kind.SENTENCE, text))
    view.show_article(article)
    view.set_marks("words", [Mark(Span(0, len(article.text)), MarkStyle(fill=RED, ink=GREEN))])
    view.viewport().grab()
    view.selectAll()
    view.createMimeDataFromSelection()


def test_no_article_is_an_empty_view(view: ProseView) -> None:
    view.show_article(None)
    assert view.article is None
    assert view.rects_of(Span(0, 5)) == []
    assert view.offset_at(QPoint(200, 100)) is None
    assert view.selected_span() is None
    assert view.place() is None
    view.viewport().grab()


def test_the_scroll_bar_has_a_handle_only_where_there_is_something_to_scroll(view: ProseView) -> None:
    assert view.verticalScrollBar().isEnabled()
    view.show_article(Article(text="Short.", headline="Short.", headline_span=None))
    assert not view.verticalScrollBar().isEnabled()
    view.show_article(ARTICLE)
    assert view.verticalScrollBar().isEnabled()


def test_a_passage_read_from_the_right_has_its_rule_at_the_right(view: ProseView) -> None:
    hebrew = make(
        (
            Kind.SENTENCE,
            "\u05d4\u05e2\u05d9\u05e8 \u05ea\u05e1\u05d2\u05d5\u05e8 \u05d0\u05ea \u05d4\u05d2\u05e9\u05e8.",
        )
    )
    view.show_article(hebrew)
    span = hebrew.sentences[0].span
    view.set_marks("words", [Mark(span, MarkStyle(left_rule=RED))])
    rect = view.rects_of(span)[0]
    image = view.viewport().grab().toImage()
    middle = round(rect.center().y())
    red = [x for x in range(image.width()) if QColor(image.pixel(x, middle)).name() == RED]
    assert red
    assert min(red) >= rect.right()


def test_text_is_selected_by_keys_from_where_one_went_or_what_is_in_sight(view: ProseView) -> None:
    shift, both = (
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
    )
    view.show_article(ARTICLE)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, both)
    assert view.selected_span() == span_of("Council ")
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.selected_span() == span_of("Council w")
    view.clear_selection()
    spot = span_of(SENTENCE)
    view.reveal(spot, eased=False)
    QTest.keyClick(view, Qt.Key.Key_Right, both)
    selected = view.selected_span()
    assert selected is not None
    assert selected.start == spot.start
    view.clear_selection()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_Down, shift)
    selected = view.selected_span()
    assert selected is not None
    assert selected.start > len(ARTICLE.text) // 2, "what was gone to is out of sight"
