"""Figures by value: the same in other words, changed only where nothing speaks against it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.core.collate.agreements import relate
from variorum.core.collate.compare import compare
from variorum.core.collate.contexts import Placed
from variorum.core.collate.figures import figure_pairs
from variorum.core.collate.measures import Relation
from variorum.core.collate.model import Agreement, Comparison, PairKind
from variorum.core.collate.version import Version
from variorum.core.text.model import Article, Figure, Kind, Sentence, Span
from variorum.core.text.reading import read_article

STORY = (
    "The council closed the harbor bridge on Monday.",
    "Mayor Anna Lind said that ferries would carry commuters across the bay.",
    "Shop owners near the bridge fear that customers will stay away.",
)


def figure(value: str, unit: str = "") -> Figure:
    return Figure(Span(0, 1), value, value, unit)


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
    assert changed(dollars(36), dollars(42), {(0, 0): 0.2}) == []
    assert changed(dollars(36), dollars(42), {}) == []


def test_a_value_that_the_other_side_has_anywhere_contradicts_nothing() -> None:
    left = "Halvorsen asks the mayor for $36 million to mend the fallen roof of the hall."
    right = "The fallen roof, Halvorsen told the mayor, was insured for $42 million."
    assert retold(left, right).counts.changed_figures == 1
    assert retold(left, right + " The council lends the port $36 million.").counts.changed_figures == 0


def test_an_exchanged_number_has_changed_wherever_else_it_stands() -> None:
    assert changed(dollars(36, 36), dollars(42, 36), {(0, 0): 0.9, (1, 1): 0.1}) == [("36", "42")]


def test_two_candidates_contradict_nothing() -> None:
    assert changed(dollars(36, 37), dollars(42), {(0, 0): 0.9, (1, 0): 0.9}) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure("50", "country"), figure("50", "nation"), True),
        (figure("55000", "page"), figure("55000", "%"), False),
        (figure("14", "days"), figure("2", "weeks"), True),
        (figure("0.333"), figure("33", "%"), True),
        (figure("dozens", "person"), figure("48", "person"), True),
        (figure("dozens", "person"), figure("480", "person"), False),
        (figure("50", "country"), figure("60", "country"), False),
        (figure("5", "%"), figure("5", "USD"), False),
        (figure("5", "%"), figure("5"), True),
        (figure("2018-07", "date"), figure("2018-07-13", "date"), True),
        (figure("2018-07-14", "date"), figure("2018-07-13", "date"), False),
    ],
)
def test_agreeing(one: Figure, other: Figure, same: bool) -> None:
    agree = Relation.EQUAL, Relation.ROUNDED
    assert (relate(Placed.bare(one), Placed.bare(other)) in agree) is same
    assert (relate(Placed.bare(other), Placed.bare(one)) in agree) is same


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
        "By noon Facebook had 4,000 attendees.",
        "By noon a Facebook event calling for the march had 4,000 comments.",
        "By noon a Facebook event calling for the march had 9,000 attendees, of 4,000 people asked.",
    ],
)
def test_another_crowd_is_no_contradiction(sentence: str) -> None:
    assert changed(crowds(MARCH), crowds(sentence), LIKELY) == []


NORWICK = (
    "Rescuers searched the ruins of a market hall in Norwick on Tuesday after its roof came down in the morning rush.",
    "Mayor Anna Lind called the collapse the worst disaster the harbor city had seen.",
    "Prosecutors opened an inquiry into Halvorsen Works, the firm that renovated the hall.",
)
RETOLD = (
    "The city mourned on Wednesday as cranes lifted slabs from what had been the Norwick market.",
    "“We owe the families an answer,” Lind said at a vigil outside the town hall.",
    "Halvorsen Works, which rebuilt the roof, said that it would cooperate with investigators.",
)


def retold(left: str, right: str) -> Comparison:
    """Two tellings of one story with hardly a sentence in common, and one more each."""
    return compare(read_article("\n\n".join((*NORWICK, left))), read_article("\n\n".join((*RETOLD, right))))


@pytest.mark.parametrize(
    ("left", "right", "before", "after"),
    [
        ("At least 12 people were killed.", "The collapse killed 14 people.", "12 people", "14 people"),
        ("Twelve people were killed, the fire brigade said.", "The death toll rose to 17.", "Twelve people", "17"),
        ("Some 30 others were hurt.", "The disaster left 14 dead and 45 injured.", "30 others", "45"),
        ("Dozens of people were injured.", "Hospitals treated 312 injured people.", "Dozens of people",
         "312 injured people"),
        ("Prosecutors detained two managers of Halvorsen Works.", "Three Halvorsen managers were arrested.",
         "two managers", "Three Halvorsen managers"),
        ("The renovation of the roof cost $3.2 million.", "Halvorsen was paid $4.1 million to renovate the roof.",
         "$3.2 million", "$4.1 million"),
        ("The hall was built in 1961 and was renovated in 2011.", "The hall, renovated in 2014, was a landmark.",
         "2011", "2014"),
        ("The mayor said that the inquiry would take six months.", "The inquiry will take a year, Lind said.",
         "six months", "a year"),
        ("The 61-year-old baker Ole Berg ran from the hall.", "Berg, 63, a baker, said that he ran out of the hall.",
         "61-year-old", "63"),
        ("Inspectors had warned of cracks three times.", "Inspectors warned of the cracks twice.", "three times",
         "twice"),
        ("Lind and Halvorsen have met four times in the town hall.", "It was the second Lind-Halvorsen meeting.",
         "four times", "second"),
        ("Tens of thousands of workers will march through Norwick.", "Hundreds of thousands of workers will march "
         "in Norwick.", "Tens of thousands of workers", "Hundreds of thousands of workers"),
        ("The roof fell at 8:15 a.m., witnesses told Lind.", "The roof fell around 9 a.m., Lind said.", "8:15 a.m.",
         "9 a.m."),
        ("At least 12 people were killed. In the storm of 1999 as many as 29 people died.", "In Norwick four people "
         "lost their lives.", "12 people", "four people"),
        ("Norwick lost 12 lives.", "Norwick mourns 14 people killed.", "12 lives", "14 people"),
        ("Some 40% of the stalls were open when the roof fell.", "Only 60 percent of the stalls were open when the "
         "roof came down.", "40%", "60 percent"),
        ("Inspectors saw the cracks in recent weeks, Halvorsen Works said.", "Halvorsen Works said that inspectors saw "
         "the cracks over Christmas.", "recent weeks", "Christmas"),
        ("Lind plans to meet the Halvorsen directors in the coming weeks.", "Lind is planning to meet with Halvorsen "
         "directors in early June.", "coming weeks", "early June"),
    ],
)  # fmt: skip
def test_rewrites_that_contradict(left: str, right: str, before: str, after: str) -> None:
    assert ("changed", before, after) in {
        (p.kind.value, p.left.text, p.right.text) for p in retold(left, right).figures if p.left and p.right
    }
    assert ("changed", after, before) in {
        (p.kind.value, p.left.text, p.right.text) for p in retold(right, left).figures if p.left and p.right
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The hall had 12 exits.", "The collapse killed 14 people."),
        ("Twelve people were killed.", "Thirty people were injured."),
        ("Twelve people were killed.", "A collapse killed five people in 2009."),
        ("The renovation cost $3.2 million.", "The city will give families $1.5 million."),
        ("The firm lost 5% of its value.", "Turnout in the last vote was 38%."),
        ("The hall was built in 1961.", "Lind became mayor in 2015."),
        ("Two managers were detained.", "Three ministers came to the vigil."),
        ("It was the first vigil.", "It was the third collapse."),
        ("The search took three days.", "Schools stay closed for a week."),
        ("Berg, 54, sold bread.", "The victim, 31, sold fish."),
        ("The baker Ole Berg, 54, was killed in the hall.", "Ida Holm, 31, who sold fish in the hall, died there."),
        ("Halvorsen earned $31.5 million, above the $30.8 million that Norwick banks expected.",
         "Halvorsen earned $31.5 million, up from $30 million."),
        ("Rents doubled in Norwick.", "Lind saw the cracks three times."),
        ("Lind met inspectors last week.", "Lind will meet inspectors next week."),
        ("Lind met inspectors last month.", "Lind met inspectors on March 3."),
        ("Allies should pay 5% instead of 2% of output for roofs.", "Norwick will pay above three percent of output "
         "for roofs. Allies should pay 5% for roofs."),
    ],
)  # fmt: skip
def test_figures_of_different_things_contradict_nothing(left: str, right: str) -> None:
    assert retold(left, right).counts.changed_figures == 0
    assert retold(right, left).counts.changed_figures == 0


def test_every_mention_of_another_toll_has_changed() -> None:
    found = retold(
        "Twelve people were killed in Norwick.", "Collapse kills 14 in Norwick. Firemen found 14 people dead."
    )
    changes = [(p.left.text, p.right.text) for p in found.figures if p.kind is PairKind.CHANGED and p.left and p.right]
    assert changes == [("Twelve people", "14"), ("Twelve people", "14 people")]


def test_a_figure_told_twice_and_differently_contradicts_the_one_that_is_also_told_alike() -> None:
    left = (
        "Inspectors secretly met Halvorsen directors over Easter weekend, Lind said. The directors, aides said, "
        "had met the inspectors in secret last week."
    )
    found = retold(left, "Halvorsen directors met secretly with inspectors over Easter weekend.").figures
    told = [(p.kind.value, p.left.text, p.right.text) for p in found if p.left and p.right]
    assert ("same", "Easter weekend", "Easter weekend") in told
    assert ("changed", "last week", "Easter weekend") in told


@pytest.mark.parametrize(
    ("left", "right", "agreement", "qualifier_changed"),
    [
        ("The city owns 48 ambulances.", "The city owns 48 ambulances.", Agreement.VERBATIM, False),
        ("Rents doubled in the district.", "Rents in the district rose twofold.", Agreement.OTHER_WORDS, False),
        ("The search went on for two weeks.", "The search lasted 14 days.", Agreement.OTHER_WORDS, False),
        ("Nearly 50 ambulances rushed to it.", "Forty-eight ambulances rushed to it.", Agreement.ROUNDED, True),
        ("Over 300 people signed the letter.", "About 300 people signed the letter.", Agreement.VERBATIM, True),
        ("Exactly 300 people signed it.", "It was signed by 300 people.", Agreement.VERBATIM, False),
    ],
)  # fmt: skip
def test_how_figures_agree(left: str, right: str, agreement: Agreement, qualifier_changed: bool) -> None:
    found = [p for p in retold(left, right).figures if p.kind is PairKind.SAME]
    assert [(p.agreement, p.qualifier_changed) for p in found] == [(agreement, qualifier_changed)]


def test_a_number_of_something_else_is_no_counterpart() -> None:
    found = retold("The archive has 5,500 pages.", "The archive has 5,500 visitors.").figures
    assert all(p.kind is not PairKind.SAME for p in found)


def test_articles_of_other_stories_contradict_nothing(seed_articles: tuple[Article, ...]) -> None:
    other = read_article("\n\n".join((*NORWICK, "At least 12 people were killed and 5% of the stalls lost.")))
    for article in seed_articles:
        assert compare(article, other).counts.changed_figures == 0
        assert compare(other, article).counts.changed_figures == 0


SENTENCES = st.lists(
    st.builds(
        "{} {} {} near the {} {}.".format,
        st.sampled_from(["Lind said that", "In Norwick", "The firm knew that"]),
        st.sampled_from(["12", "over 300", "Nearly 50", "dozens of", "14"]),
        st.sampled_from(["people were killed", "ships sank", "people fled", "percent of homes burned"]),
        st.sampled_from(["harbor", "market", "bridge"]),
        st.sampled_from(["on Monday", "last week", "in 2015", "over Easter", "in early June"]),
    ),
    max_size=8,
)


@given(SENTENCES, SENTENCES)
@settings(max_examples=40, deadline=None)
def test_every_figure_is_told_of_and_swapping_mirrors(left: list[str], right: list[str]) -> None:
    one, other = (Version.of(read_article("\n\n".join((*NORWICK, *told)))) for told in (left, right))
    likely = {(a, b): 1.0 / (1 + abs(a - b)) for a in range(len(one.passages)) for b in range(len(other.passages))}
    there = figure_pairs(one, other, {}, likely=likely)
    back = figure_pairs(other, one, {}, likely={(b, a): p for (a, b), p in likely.items()})
    for version, side in ((one, "left"), (other, "right")):
        told = {getattr(pair, side).span for pair in there if getattr(pair, side)}
        assert told == {figure.span for figure in version.article.figures}
    mirrored = {(p.right, p.left, p.agreement, p.qualifier_changed) for p in back}
    assert {(p.left, p.right, p.agreement, p.qualifier_changed) for p in there} == mirrored


@given(SENTENCES)
@settings(max_examples=20, deadline=None)
def test_a_version_agrees_with_itself(told: list[str]) -> None:
    article = read_article("\n\n".join((*NORWICK, *told)))
    assert {pair.kind for pair in compare(article, article).figures} <= {PairKind.SAME}
