"""Words inside a linked pair: whole words, figures and short quotations in one piece, no confetti."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.collate.model import Op, WordRun
from variorum.core.collate.wording import word_runs
from variorum.core.text.model import Article, Figure, Quotation, Span
from variorum.core.text.reading import read_article


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


def test_an_equal_figure_between_changes_stands_with_the_small_words_at_it() -> None:
    words = "The plan would cost {} million, of which about 40 percent comes from {}."
    left, right = (
        side(words.format(money, source), figures=(f"{money} million", "40 percent"))
        for money, source in (("$480", "the state"), ("$510", "Washington"))
    )
    assert ("=", ", of which about 40 percent comes from ") in runs(left, right)


def test_what_a_changed_figure_counts_stands_where_most_does() -> None:
    left, right = (
        read_article(f"The council passed it by {count} votes to {against}.") for count, against in ((14, 9), (12, 11))
    )
    assert runs(left, right) == [
        ("=", "The council passed it by "), ("-", "14 "), ("+", "12 "), ("=", "votes to "), ("-", "9"), ("+", "11"),
        ("=", "."),
    ]  # fmt: skip


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


def test_a_phrase_stands_though_more_small_words_stand_elsewhere() -> None:
    left = side("Told of rain, and of wind, and of fog, the port authority closed the northern freight terminal.")
    right = side("The northern freight terminal will stay shut, told the authority, for rain and wind and fog came.")
    assert ("=", "northern freight terminal") in [(op, text.strip()) for op, text in runs(left, right)]


def test_an_expansion_is_no_new_passage() -> None:
    left = side("Mayor Anna Lind resigned.")
    right = side(
        "After weeks of protests in front of the town hall and a vote that her own party had asked for, Mayor Anna "
        "Lind told reporters late on Friday that she was leaving office for good and moving abroad."
    )
    assert ("=", "Mayor Anna Lind") in [(op, text.strip()) for op, text in runs(left, right)]


def test_passages_of_one_side_are_held_against_their_own_counterparts() -> None:
    headline, lead = "Ferry lines reopen", "Two ferry lines across the bay reopen on Monday, the council said."
    right = side(f"{headline} {lead}")
    left = side("The council said two ferry lines across the bay reopen on Tuesday.")
    found = runs(left, right, None, [Span(0, len(headline)), Span(len(headline) + 1, len(right.text))])
    assert found[0] == ("-", "The council said two ")
    assert ("=", "ferry lines across the bay reopen on ") in found


def test_a_lone_name_stands_and_a_lone_word_does_not() -> None:
    left = side("Rescuers searched all night in heavy snow before Zelig heard voices from under the wall.")
    right = side("Nobody had much hope left on Sunday, but when heavy machines stopped, Zelig began digging again.")
    equal = [text.strip() for op, text in runs(left, right) if op == "="]
    assert "heavy" not in equal
    assert all(text in ("Zelig", ".") for text in equal)


def test_a_quotation_may_stand_inside_a_longer_one() -> None:
    left = side(
        "The suit calls the port a “racketeering enterprise” of three banks.", quotations=("racketeering enterprise",)
    )
    right = side(
        "The suit calls the port “a racketeering enterprise” of three banks.", quotations=("a racketeering enterprise",)
    )
    assert ("=", "racketeering enterprise” of three banks.") in runs(left, right)


def test_what_one_side_has_more_is_one_run() -> None:
    left, right = side("Lind promised a “state visit” to Bern."), side("Lind promised a state visit soon to Bern.")
    found = runs(left, right)
    assert joined(found, "-") == left.text
    assert joined(found, "+") == right.text
    assert not any(text.isspace() for _, text in found)


@given(TEXT, TEXT)
def test_swapping_mirrors(one: str, other: str) -> None:
    left, right = side(one.strip()), side(other.strip())
    there = [(text, op) for op, text in runs(left, right) if op == "="]
    back = [(text, op) for op, text in runs(right, left) if op == "="]
    assert [text.split() for text, _ in there] == [text.split() for text, _ in back]
