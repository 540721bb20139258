"""Passages: what is shown of a source, and where it stands once it is set in lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from variorum.core.text.model import Article, Span
from variorum.core.text.reading import read_article
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.passage import Dress, Passage
from variorum.gui.widgets.passage_text import Cutter, Own, Tone, compose
from variorum.gui.widgets.prose_document import Typography
from variorum.gui.widgets.prose_marks import Mark, MarkStyle

TEXT = (
    "The mill opens again\n\nThe old mill opens on Friday, the owner said. It had stood empty since the flood.\n\n"
    "Nobody expected that, least of all the bakers."
)


@pytest.fixture
def article() -> Article:
    return read_article(TEXT)


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_sentences_of_one_paragraph_are_one_and_others_apart(article: Article) -> None:
    sentences = [place("The old mill opens on Friday, the owner said."), place("It had stood empty since the flood.")]
    texts = Cutter(article).paragraphs([*sentences, place("Nobody expected that, least of all the bakers.")])
    assert [text.block.text for text in texts] == [
        "The old mill opens on Friday, the owner said. It had stood empty since the flood.",
        "Nobody expected that, least of all the bakers.",
    ]


def test_cuts_inside_a_sentence_show(article: Article) -> None:
    cutter = Cutter(article)
    assert [t.block.text for t in cutter.paragraphs([place("least of all the bakers.")])] == [
        "… least of all the bakers."
    ]
    both = cutter.paragraphs([place("The old mill opens"), place("the owner said.")])
    assert [t.block.text for t in both] == ["The old mill opens … the owner said."]
    assert [t.block.text for t in cutter.paragraphs([place("Nobody expected that,")])] == ["Nobody expected that, …"]


def test_spans_and_offsets_go_around_words_of_our_own() -> None:
    source = "One 🌉 bridge. Two bridges."
    whole = compose(source, [Span(0, 13), Own(" gone", Tone.REMOVED, 3), Span(13, len(source))])
    assert whole.block.text == "One 🌉 bridge. goneTwo bridges."
    (start, end), *rest = whole.ranges_of(Span(4, 5))
    assert (end - start, rest) == (2, [])  # one character, two units
    ours = whole.own[0]
    assert whole.offset_at(ours[0]) is None
    found = whole.own_at(ours[0])
    assert found is not None
    assert found.number == 3
    assert all(end <= ours[0] or start >= ours[1] for start, end in whole.ranges_of(Span(0, len(source))))


def test_a_passage_finds_its_characters_again(article: Article, theme: ThemeService) -> None:
    texts = Cutter(article).paragraphs([sentence.span for sentence in article.sentences[1:]])
    dress = Dress(theme.theme, MarkStyle())
    passage = Passage(
        texts, [Mark(place("flood"), MarkStyle(bold=True))], Typography(theme, 16, column=True), 180, dress
    )
    assert passage.height > 5 * 24
    for words in ("Friday", "owner", "flood", "bakers"):
        rects = passage.rects_of(place(words))
        middle = QPointF(rects[0].left() + 2, rects[0].center().y())
        assert passage.offset_at(middle) == place(words).start
        assert 0 <= rects[0].top() <= rects[0].bottom() <= passage.height
    assert passage.offset_at(QPointF(5000, 10)) is None


def test_a_paragraph_read_from_the_right_ends_at_the_left(theme: ThemeService) -> None:
    source = "المجلس يصوت."
    text, whole = compose(source, [Span(0, len(source))]), Span(0, len(source))
    mark = Mark(whole, MarkStyle(left_rule="#ff0000"))
    passage = Passage([text], [mark], Typography(theme, 18), 400, Dress(theme.theme, MarkStyle()))
    (line,) = passage.rects_of(whole)
    assert line.left() > 100
    assert 396 <= line.right() <= 401
    assert passage._reads_from_the_right(whole)
