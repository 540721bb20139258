"""Words inside a linked pair: whole words, figures and short quotations in one piece, no confetti."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.model import Op, WordRun
from variorum.core.collate.wording import word_runs
from variorum.core.text.model import Article, Figure, Quotation, Span


def side(text: str, *, figures: tuple[str, ...] = (), quotations: tuple[str, ...] = ()) -> Article:
    def at(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    return Article(
        text=text,
        headline="",
        headline_span=None,
        figures=tuple(Figure(at(f), f, "1", "") for f in figures),
        quotations=tuple(Quotation(at(q), q) for q in quotations),
    )


def runs(
    left: Article, right: Article, left_spans: list[Span] | None = None, right_spans: list[Span] | None = None
) -> list[tuple[str, str]]:
    found = word_runs(left, left_spans or [Span(0, len(left.text))], right, right_spans or [Span(0, len(right.text))])
    return [(run.op.value, text_of(left, right, run)) for run in found]


def text_of(left: Article, right: Article, run: WordRun) -> str:
    if run.left is not None:
        return run.left.of(left.text) or " "
    assert run.right is not None
    return run.right.of(right.text) or " "


def joined(found: list[tuple[str, str]], op: str) -> str:
    return "".join(text for kind, text in found if kind in ("=", op))


def test_one_changed_word() -> None:
    left, right = side("The council met in a crowded hall."), side("The council met in an empty hall.")
    assert runs(left, right) == [("=", "The council met in "), ("-", "a crowded "), ("+", "an empty "), ("=", "hall.")]


def test_figures_are_never_split() -> None:
    left = side("They gave over $126 billion in military aid.", figures=("$126 billion",))
    right = side("They gave over $112 billion in military aid.", figures=("$112 billion",))
    assert ("-", "$126 billion ") in runs(left, right)
    assert ("+", "$112 billion ") in runs(left, right)


def test_short_quotations_are_never_split() -> None:
    left = side("The minister spoke of a “very bad deal” in parliament.", quotations=("very bad deal",))
    right = side("The minister spoke of a “very good deal” in parliament.", quotations=("very good deal",))
    assert ("-", "very bad deal") in runs(left, right)


def test_words_with_inner_marks_are_whole() -> None:
    left, right = (
        side("Borders of the U.S. and pre-2014 lines don’t count here."),
        side("Borders of the U.K. and pre-2015 lines didn’t count here."),
    )
    changed = {text.strip() for op, text in runs(left, right) if op != "="}
    assert any("U.S." in text for text in changed)
    assert not any(text in {"S", "K", "t", "2014", "pre"} for text in changed)


def test_small_islands_are_no_unchanged_run() -> None:
    left = side("Police closed the old harbor bridge to all of the heavy trucks on Monday.")
    right = side("Police closed the old harbor gates for most of the early commuters on Monday.")
    assert [op for op, _ in runs(left, right)] == ["=", "-", "+", "="], "“the … of the” is no island worth keeping"


def test_where_little_survives_the_passage_stands_whole() -> None:
    left, right = (
        side("Rain fell on the valley all night."),
        side("On Friday the finance committee adjourned without a vote."),
    )
    assert runs(left, right) == [("-", left.text), ("+", right.text)]


def test_typographic_variants_are_equal_and_given_as_on_the_left() -> None:
    left, right = side("“It’s over” — he said today in Bern"), side('"It\'s over" - he said today in Bern')
    assert runs(left, right) == [("=", left.text)]


def test_borders_of_passages_read_as_a_space() -> None:
    left = side("He resigned on Friday.And he left the country.")
    right = side("He resigned on Friday. And he left the country.")
    found = runs(left, right, [Span(0, 22), Span(22, 46)])
    assert joined(found, "-") == "He resigned on Friday. And he left the country."
    assert joined(found, "+") == right.text
    assert {op for op, _ in found} == {"="}


TEXT = (
    st.lists(
        st.sampled_from(["the", "council", "Lind", ",", "12", "$5", "bay", "—", "“so”", "U.S.", "  "]),
        min_size=1,
        max_size=25,
    )
    .map(" ".join)
    .filter(str.strip)
)


@given(TEXT, TEXT)
def test_runs_join_to_both_sides(one: str, other: str) -> None:
    left, right = side(one.strip()), side(other.strip())
    found = runs(left, right)
    assert joined(found, "-") == left.text
    assert joined(found, "+").split() == right.text.split()


@given(TEXT)
def test_a_text_differs_from_itself_in_nothing(text: str) -> None:
    one = side(text.strip())
    found = word_runs(one, [Span(0, len(one.text))], one, [Span(0, len(one.text))])
    assert {run.op for run in found} == {Op.EQUAL}
