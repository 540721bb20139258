"""The map between the source and the page: whatever the text, offsets and positions find each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.model import Article, Kind, Paragraph, Sentence, Span
from variorum.gui.widgets.prose_layout import Role, byline_of, fold_at, folds_of, lay_out

CLEF = "\U0001d11e"


def make(*parts: tuple[Kind, str], outlet: str = "", dateline: str = "", date: str = "") -> Article:
    """An article of these paragraphs."""
    text, paragraphs, sentences = "", [], []
    for number, (kind, words) in enumerate(parts):
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        paragraphs.append(Paragraph(span, kind))
        sentences.append(Sentence(span, kind, number))
    headline = next((p.span for p in paragraphs if p.kind is Kind.HEADLINE), None)
    return Article(text, "", headline, outlet, dateline, date, "en", tuple(paragraphs), tuple(sentences))


characters = st.text(st.sampled_from(f"ab .\n\t\r\u2029\u00a0é{CLEF}\ufffcא\ufdd0\x00😀"), min_size=0, max_size=40)
kinds = st.sampled_from(list(Kind))
articles = st.lists(st.tuples(kinds, characters), max_size=6).map(lambda parts: make(*parts))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(articles, st.booleans())
def test_every_shown_character_is_found_again(article: Article, byline: bool) -> None:
    page = lay_out(article, frozenset(range(folds_of(article))), byline)
    for offset in range(len(article.text)):
        position = page.position_of(offset)
        if position is None or article.text[offset].isspace():
            continue
        assert page.offset_at(position) == offset


@given(articles)
def test_positions_of_shown_text_lead_to_the_same_characters(article: Article) -> None:
    page = lay_out(article)
    for block, start in zip(page.blocks, page.starts, strict=True):
        if not block.runs:
            assert page.offset_at(start) is None
            continue
        unit = start
        for character in block.text:
            offset = page.offset_at(unit)
            assert offset is not None
            source = article.text[offset]
            assert source == character or character in " \ufffd"
            unit += units(character)


@given(articles)
def test_blocks_follow_each_other_in_utf16_units(article: Article) -> None:
    page = lay_out(article)
    text = "\u2029".join(block.text for block in page.blocks)
    for block, start in zip(page.blocks, page.starts, strict=True):
        assert text.encode("utf-16-le")[2 * start :].decode("utf-16-le").startswith(block.text)


@given(articles)
def test_what_is_folded_has_no_position(article: Article) -> None:
    page = lay_out(article)
    for paragraph in article.paragraphs:
        if paragraph.kind.folds:
            assert page.ranges_of(paragraph.span) == []


@given(articles)
def test_no_block_holds_what_a_document_takes_for_structure(article: Article) -> None:
    for block in lay_out(article, frozenset(range(folds_of(article)))).blocks:
        assert not set(block.text) & set("\n\r\t\u2029\ufffc\ufdd0\x00")
        assert block.text == block.text.strip(" ")


@given(articles, st.integers(0, 200), st.integers(0, 60))
def test_ranges_hold_what_the_span_covers(article: Article, start: int, length: int) -> None:
    page = lay_out(article)
    span = Span(start, start + length)
    for piece in page.ranges_of(span):
        first = page.starts[piece.block] + piece.start
        last = page.starts[piece.block] + piece.end
        between = page.spans_between(first, last)
        assert len(between) == 1
        assert span.contains(between[0])


def test_a_character_of_two_units_moves_what_follows_by_two() -> None:
    page = lay_out(make((Kind.SENTENCE, f"a{CLEF}b")), byline=False)
    assert [page.position_of(offset) for offset in range(3)] == [0, 1, 3]
    assert [page.offset_at(position) for position in range(4)] == [0, 1, 1, 2]


def test_line_breaks_and_wide_gaps_are_set_as_one_space() -> None:
    article = make((Kind.SENTENCE, "  one\n   two  three "))
    page = lay_out(article, byline=False)
    assert page.blocks[0].text == "one two three"
    start = article.text.index("two")
    piece = page.ranges_of(Span(start, start + 3))[0]
    assert page.blocks[0].text[piece.start : piece.end] == "two"


def test_a_span_over_two_paragraphs_is_a_range_in_each() -> None:
    article = make((Kind.SENTENCE, "First one."), (Kind.SENTENCE, "Second one."))
    pieces = lay_out(article).ranges_of(Span(6, 18))
    assert [piece.block for piece in pieces] == [1, 2]


def test_neighboring_folded_paragraphs_are_one_part() -> None:
    article = make(
        (Kind.HEADLINE, "Title"),
        (Kind.REPEATED, "Title"),
        (Kind.REPEATED, "Body body."),
        (Kind.SENTENCE, "Body body."),
        (Kind.FURNITURE, "Leave a reply"),
    )
    assert folds_of(article) == 2
    roles = [block.role for block in lay_out(article).blocks]
    assert roles == [Role.HEADLINE, Role.BYLINE, Role.FOLD, Role.TEXT, Role.FOLD]
    opened = [block.role for block in lay_out(article, frozenset({0})).blocks]
    assert opened == [Role.HEADLINE, Role.BYLINE, Role.FOLD, Role.ASIDE, Role.ASIDE, Role.TEXT, Role.FOLD]
    assert fold_at(article, article.text.index("Leave")) == 1
    assert fold_at(article, 0) is None


def test_a_placeholder_says_how_the_folded_part_begins() -> None:
    long = "word " * 60
    page = lay_out(make((Kind.SENTENCE, "Text."), (Kind.FURNITURE, "Source: Tribune"), (Kind.FURNITURE, long)))
    assert page.blocks[-1].text == "Folded: “Source: Tribune” and 1 more"
    alone = lay_out(make((Kind.REPEATED, long))).blocks[-1].text
    assert alone.startswith("Folded, repeated: “word word")
    assert len(alone) < 80


def test_the_byline_follows_the_headline_or_comes_first() -> None:
    article = make(
        (Kind.SENTENCE, "Text."), (Kind.HEADLINE, "Title"), outlet="Tribune", dateline="OSLO", date="2025-02-12"
    )
    assert byline_of(article) == "Tribune  ·  Oslo  ·  2025-02-12  ·  2 words  ·  1 min"
    assert lay_out(article).blocks[2].role is Role.BYLINE
    assert lay_out(make((Kind.SENTENCE, "Text."))).blocks[0].role is Role.BYLINE
    assert Role.BYLINE not in {block.role for block in lay_out(article, byline=False).blocks}


def test_nothing_to_show_is_an_empty_page() -> None:
    page = lay_out(Article("", "", None), byline=False)
    assert page.blocks == ()
    assert page.position_of(0) is None
    assert page.offset_at(0) is None
    assert page.spans_between(0, 5) == []


def test_a_selection_over_paragraphs_is_a_span_in_each() -> None:
    article = make((Kind.SENTENCE, "First one."), (Kind.FURNITURE, "Ad"), (Kind.SENTENCE, "Second  one."))
    page = lay_out(article)
    spans = page.spans_between(page.starts[1] + 6, page.starts[3] + 6)
    assert [span.of(article.text) for span in spans] == ["one.", "Second"]
    whole = page.span_between(0, page.starts[-1] + 99)
    assert whole == Span(0, len(article.text))


def test_a_span_that_ends_in_a_wide_gap_ends_before_the_next_word() -> None:
    article = make((Kind.SENTENCE, "one     two"))
    page = lay_out(article, byline=False)
    [piece] = page.ranges_of(Span(0, 6))
    [span] = page.spans_between(piece.start, piece.end)
    assert Span(0, 6).contains(span)
