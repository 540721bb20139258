"""What is marked on each side: one test a kind, and that nothing is filled where nothing changed."""

from __future__ import annotations

import dataclasses

import pytest

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Op, Regime, StanceKind, StancePair, WordRun
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.marks import Marks, lifted, side_marks, word_style
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.theme.theme import Theme, load_theme
from variorum.gui.widgets.prose_marks import Mark, Pattern


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def texts(marks: Marks, layer: str, shown: Presentation, side: Side) -> list[str]:
    source = side.article(shown.comparison).text
    return [mark.span.of(source) for mark in marks[layer]]


def test_a_dropped_claim_has_a_wash_and_a_rule_and_no_words(presentation: Presentation, theme: Theme) -> None:
    marks = side_marks(presentation, Side.LEFT, theme)
    washed = [m for m in marks["passages"] if m.style.wash]
    assert [m.span.of(presentation.comparison.left.text) for m in washed] == ["The old bridge is closed."]
    assert washed[0].style.wash == theme.kinds["dropped"].wash
    assert washed[0].style.left_rule == theme.kinds["dropped"].rule
    assert washed[0].style.strike is None


def test_an_added_claim_likewise_on_the_right(presentation: Presentation, theme: Theme) -> None:
    marks = side_marks(presentation, Side.RIGHT, theme)
    washed = [m for m in marks["passages"] if m.style.wash]
    assert [m.span.of(presentation.comparison.right.text) for m in washed] == ["A new school opens."]
    assert washed[0].style.left_rule == theme.kinds["added"].rule


def test_changed_words_of_a_reworded_claim(presentation: Presentation, theme: Theme) -> None:
    left, right = (side_marks(presentation, side, theme) for side in Side)
    assert texts(left, "words", presentation, Side.LEFT) == ["spring", "now", "Ann Lee"]
    assert texts(right, "words", presentation, Side.RIGHT) == ["summer", "Bob Ray"]
    assert all(mark.style.strike for mark in left["words"])
    assert not any(mark.style.strike for mark in right["words"])


def test_what_stayed_is_faded_and_never_filled(presentation: Presentation, theme: Theme) -> None:
    marks = side_marks(presentation, Side.LEFT, theme)
    faded = texts(marks, "unchanged", presentation, Side.LEFT)
    assert "Ministers met on Monday." in faded
    assert "Rates rise to " in faded
    assert "this" in faded
    assert all(m.style.fill is None and m.style.wash is None for m in marks["unchanged"])
    assert side_marks(presentation, Side.LEFT, theme, fade=False)["unchanged"] == []


def test_where_nothing_changed_nothing_is_faded(presentation: Presentation, theme: Theme) -> None:
    same = Presentation(presentation.comparison, ())
    assert side_marks(same, Side.LEFT, theme)["unchanged"] == []


def test_a_changed_figure_is_a_bold_chip(presentation: Presentation, theme: Theme) -> None:
    (mark,) = side_marks(presentation, Side.RIGHT, theme)["figures"]
    assert mark.span.of(presentation.comparison.right.text) == "12 percent"
    assert (mark.style.chip, mark.style.bold, mark.style.ink) == (True, True, theme.kinds["figure"].ink)


def test_a_figure_whose_kind_is_hidden_is_marked_as_words(presentation: Presentation, theme: Theme) -> None:
    shown = presentation.showing(ALL_KINDS - {ChangeKind.FIGURE})
    assert texts(side_marks(shown, Side.LEFT, theme), "words", shown, Side.LEFT)[0] == "10"


def test_a_changed_quotation_is_washed_and_underlined(presentation: Presentation, theme: Theme) -> None:
    (mark,) = side_marks(presentation, Side.LEFT, theme)["quotations"]
    assert mark.span.of(presentation.comparison.left.text) == "“We must act now,”", "with the marks around it"
    assert mark.style.underline
    assert (mark.style.underline.pattern, mark.style.underline.width) == (Pattern.SOLID, 2.0)


def test_a_moved_claim_has_a_dotted_outline_where_order_counts(presentation: Presentation, theme: Theme) -> None:
    def outlined(regime: Regime) -> list[Mark]:
        comparison = dataclasses.replace(presentation.comparison, regime=regime)
        marks = side_marks(Presentation(comparison, presentation.changes), Side.LEFT, theme)
        return [m for m in marks["passages"] if m.style.outline]

    (mark,) = outlined(Regime.REVISION)
    assert mark.span == presentation.comparison.claims[3].left[0]
    assert mark.style.outline
    assert mark.style.outline.pattern is Pattern.DOTTED
    assert outlined(Regime.REWRITE) == []


@pytest.mark.parametrize(("confidence", "pattern"), [(0.9, "DOTTED"), (0.3, "DASHED")])
def test_a_passage_told_anew_is_neither_faded_nor_confetti(
    presentation: Presentation, theme: Theme, confidence: float, pattern: str
) -> None:
    comparison = presentation.comparison
    claims = list(comparison.claims)
    claims[1] = dataclasses.replace(claims[1], words=(), confidence=confidence)
    anew = Presentation(dataclasses.replace(comparison, claims=tuple(claims)), presentation.changes)
    marks = side_marks(anew, Side.RIGHT, theme)
    told = "Rates rise to 12 percent this summer."
    assert "summer" not in texts(marks, "words", anew, Side.RIGHT)
    assert told not in texts(marks, "unchanged", anew, Side.RIGHT)
    mark = next(mark for mark in marks["passages"] if mark.span.of(anew.comparison.right.text) == told)
    assert mark.style.underline
    assert mark.style.underline.pattern is Pattern[pattern], "doubtful links look doubtful"


@pytest.mark.parametrize(
    ("kept", "confidence", "marked"), [(0.1, 0.9, False), (0.3, 0.9, True), (0.3, 0.4, False), (0.6, 0.4, True)]
)
def test_words_are_marked_only_where_enough_of_the_passage_stands(
    presentation: Presentation, theme: Theme, kept: float, confidence: float, marked: bool
) -> None:
    comparison = presentation.comparison
    claims = list(comparison.claims)
    left, right = claims[1].left[0], claims[1].right[0]
    cut = Span(left.start, left.start + round(kept * len(left)))
    runs = (
        WordRun(Op.EQUAL, cut, right),
        WordRun(Op.DELETE, Span(cut.end, left.end), None),
    )
    claims[1] = dataclasses.replace(claims[1], words=runs, confidence=confidence)
    shown = Presentation(dataclasses.replace(comparison, claims=tuple(claims)), presentation.changes)
    words = [mark.span for mark in side_marks(shown, Side.LEFT, theme)["words"]]
    assert any(left.contains(span) for span in words) is marked


def test_words_of_another_stance_are_underlined_on_either_side(presentation: Presentation, theme: Theme) -> None:
    comparison = presentation.comparison
    left, right = (Span(at, at + 4) for at in (comparison.left.text.index("rise"), comparison.right.text.index("rise")))
    stance = (StancePair(StanceKind.CERTAINTY, 1, left, right), StancePair(StanceKind.NEGATION, 1, None, right))
    shown = Presentation(dataclasses.replace(comparison, quotes=(), stance=stance), presentation.changes)
    for side, times in ((Side.LEFT, 1), (Side.RIGHT, 2)):
        marks = side_marks(shown, side, theme)
        assert texts(marks, "quotations", shown, side) == ["rise"] * times
        underlines = [mark.style.underline for mark in marks["quotations"]]
        assert {underline and underline.pattern for underline in underlines} == {Pattern.DASHED}, "quotations are solid"
        hidden = side_marks(shown.showing(ALL_KINDS - {ChangeKind.STANCE}), side, theme)
        assert hidden["quotations"] == []


@pytest.mark.parametrize(("kind", "layer"), [("figure", "figures"), ("quote", "quotations"), ("reworded", "words")])
def test_a_hidden_kind_leaves_no_mark(presentation: Presentation, theme: Theme, kind: str, layer: str) -> None:
    shown = presentation.showing(ALL_KINDS - {ChangeKind(kind)})
    assert all(side_marks(shown, side, theme)[layer] == [] for side in Side)


def test_all_kinds_hidden_is_plain_faded_prose(presentation: Presentation, theme: Theme) -> None:
    marks = side_marks(presentation.showing(frozenset()), Side.LEFT, theme)
    assert texts(marks, "unchanged", presentation, Side.LEFT) == [
        s.span.of(presentation.comparison.left.text) for s in presentation.comparison.left.sentences
    ]
    assert not any(marks[layer] for layer in marks if layer != "unchanged")


def test_a_strike_is_lifted_inside_the_passage_under_the_pointer(presentation: Presentation, theme: Theme) -> None:
    words = side_marks(presentation, Side.LEFT, theme)["words"]
    readable = lifted(words, presentation.comparison.claims[1].left, word_style(theme, Side.LEFT, lifted=True))
    assert [mark.style.strike is None for mark in readable] == [True, False, False]
    assert [mark.span for mark in readable] == [mark.span for mark in words]


def test_a_figure_with_another_qualifier_has_a_line_and_no_fill(theme: Theme) -> None:
    texts_of = [f"The harbor bridge was closed by {count} residents on Monday." for count in ("over 300", "about 300")]
    left, right = map(read_article, texts_of)
    comparison = compare(left, right)
    shown = Presentation(comparison, changes(comparison))
    for side, words in zip(Side, ("over 300", "about 300"), strict=True):
        (mark,) = side_marks(shown, side, theme)["figures"]
        assert mark.span.of(side.article(comparison).text).startswith(words)
        assert (mark.style.fill, bool(mark.style.underline)) == (None, True)
        words_marked = texts(side_marks(shown, side, theme), "words", shown, side)
        assert words_marked == [words.split()[0]], "the word that changed keeps its color"
        hidden = side_marks(shown.showing(ALL_KINDS - {ChangeKind.FIGURE}), side, theme)
        assert hidden["figures"] == []


@pytest.mark.parametrize(("ending", "snug"), [(".", True), (" in all.", False)])
def test_a_chip_leaves_the_full_stop_behind_it_legible(theme: Theme, ending: str, snug: bool) -> None:
    text = "Bridge plan\n\nThe city council voted on Monday to close the harbor bridge. The work takes {} months{}\n"
    one, other = (read_article(text.format(count, ending)) for count in (12, 18))
    comparison = compare(one, other)
    marks = side_marks(Presentation(comparison, changes(comparison), ALL_KINDS), Side.LEFT, theme)
    assert [(mark.style.chip, mark.style.snug) for mark in marks["figures"]] == [(True, snug)]
