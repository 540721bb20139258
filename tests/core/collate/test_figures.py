"""Figures by value: the same in other words, changed only where nothing speaks against it."""

from __future__ import annotations

import pytest

from variorum.core.collate.agreements import agree
from variorum.core.collate.compare import compare
from variorum.core.collate.figures import figure_pairs
from variorum.core.collate.model import Comparison, PairKind
from variorum.core.collate.version import Version
from variorum.core.text.model import Article, Figure, Kind, Sentence, Span
from variorum.core.text.reading import read_article

STORY = (
    "The council closed the harbor bridge on Monday.",
    "Mayor Anna Lind said that ferries would carry commuters across the bay.",
    "Shop owners near the bridge fear that customers will stay away.",
)


def figure(value: str, unit: str = "", referent: str = "") -> Figure:
    return Figure(Span(0, 1), value, value, unit, "", referent)


def compared(left: str, right: str) -> Comparison:
    return compare(read_article("\n\n".join((*STORY, left))), read_article("\n\n".join((*STORY, right))))


def pairs(comparison: Comparison) -> set[tuple[str, str, str]]:
    """(kind, left, right) of the figures that measure something."""
    return {
        (pair.kind.value, pair.left.text if pair.left else "", pair.right.text if pair.right else "")
        for pair in comparison.figures
        if not any(figure and figure.is_date for figure in (pair.left, pair.right))
    }


def test_the_same_value_in_other_words() -> None:
    found = compared(
        "Defense spending should exceed three percent of output.", "Defense spending should exceed 3% of output."
    )
    assert [pair.kind for pair in found.figures if pair.left and pair.left.value == "3"] == [PairKind.SAME]
    assert found.counts.changed_figures == 0


def test_another_value_of_the_same_thing_has_changed() -> None:
    found = compared(
        "The repair will cost the city $36 million in all.", "The repair will cost the city $42 million in all."
    )
    assert ("changed", "$36 million", "$42 million") in pairs(found)
    assert found.counts.changed_figures == 1


def test_figures_of_one_sentence_keep_to_their_own() -> None:
    found = compared(
        "Allies are to spend 5% of output on defense, not the 2% of today.",
        "Instead of 2% of output, allies are to spend 5% on defense.",
    )
    assert {("same", "5%", "5%"), ("same", "2%", "2%")} <= pairs(found)
    assert found.counts.changed_figures == 0


def test_a_value_told_elsewhere_does_not_contradict() -> None:
    left = "The repair will cost the city $36 million, the state $12 million."
    right = "The repair will cost the city $36 million in all."
    assert compared(left, right).counts.changed_figures == 0


def test_the_same_number_of_something_else_is_no_counterpart() -> None:
    left = "The collapse injured 10 people in the market. The city owns 12 ferries."
    right = "The collapse injured 12 people in the market. The city owns 12 ferries."
    found = pairs(compared(left, right))
    assert ("same", "12", "12") in {(kind, a.split()[0], b.split()[0]) for kind, a, b in found if a and b}
    assert ("changed", "10", "12") in {(kind, a.split()[0], b.split()[0]) for kind, a, b in found if a and b}


def dollars(*values: int) -> Version:
    """A version with one amount a sentence."""
    text, sentences, figures = "", [], []
    for value in values:
        start = len(text)
        text += f"It cost ${value}. "
        sentences.append(Sentence(Span(start, len(text) - 1), Kind.SENTENCE, 0))
        figures.append(Figure(Span(start + 8, len(text) - 2), f"${value}", str(value), "USD", "", "cost"))
    return Version.of(Article(text, "", None, language="en", sentences=tuple(sentences), figures=tuple(figures)))


def changed(left: Version, right: Version, links: dict[tuple[int, int], float]) -> list[tuple[str, str]]:
    found = figure_pairs(left, right, links)
    return [(p.left.value, p.right.value) for p in found if p.kind is PairKind.CHANGED and p.left and p.right]


def test_only_sure_links_contradict() -> None:
    assert changed(dollars(36), dollars(42), {(0, 0): 0.9}) == [("36", "42")]
    assert changed(dollars(36), dollars(42), {(0, 0): 0.4}) == []
    assert changed(dollars(36), dollars(42), {}) == []


def test_a_value_that_the_other_side_has_anywhere_contradicts_nothing() -> None:
    assert changed(dollars(36, 36), dollars(42, 36), {(0, 0): 0.9, (1, 1): 0.1}) == []
    assert changed(dollars(42, 36), dollars(36, 36), {(0, 0): 0.9, (1, 1): 0.1}) == []


def test_two_candidates_contradict_nothing() -> None:
    assert changed(dollars(36, 37), dollars(42), {(0, 0): 0.9, (1, 0): 0.9}) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure("50", "country"), figure("50", "nation"), True),
        (figure("50", "country"), figure("60", "country"), False),
        (figure("5", "%"), figure("5", "USD"), False),
        (figure("5", "%"), figure("5"), True),
        (figure("2018-07", "date"), figure("2018-07-13", "date"), True),
        (figure("2018-07-14", "date"), figure("2018-07-13", "date"), False),
    ],
)
def test_agreeing(one: Figure, other: Figure, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def crowds(*sentences: str) -> Version:
    return Version.of(read_article("\n\n".join(("The council met in an old hall on Monday.", *sentences))))


MARCH = "A Facebook page for the march has gained more than 9,000 supporters."
LIKELY = {(1, 1): 0.35}


def test_the_same_crowd_under_another_name_has_changed() -> None:
    other = crowds("By noon a Facebook event calling for the march had 4,000 attendees.")
    assert changed(crowds(MARCH), other, LIKELY) == [("9000", "4000")]


@pytest.mark.parametrize(
    "sentence",
    [
        "By noon a page calling for the march had 4,000 attendees.",
        "By noon Facebook had 4,000 attendees.",
        "By noon a Facebook event calling for the march had 4,000 comments.",
        "By noon a Facebook event calling for the march had 9,000 attendees, of 4,000 people asked.",
    ],
)
def test_another_crowd_is_no_contradiction(sentence: str) -> None:
    assert changed(crowds(MARCH), crowds(sentence), LIKELY) == []
