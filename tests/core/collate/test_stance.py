"""Certainty, negation and source of a linked claim: what differs is told with its words, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from variorum.core.collate.compare import compare
from variorum.core.collate.model import Claim, ClaimKind, StanceKind, StancePair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.stance import stances
from variorum.core.collate.version import Version
from variorum.core.text.model import Article
from variorum.core.text.plain import plain
from variorum.core.text.reading import read_article

AROUND = (
    "The council closed the harbor bridge on Monday after an inspection.",
    "Shop owners near the bridge fear that customers will stay away.",
    "The repair will cost the city $36 million in all.",
    "The state minister came to Norwick by boat on Tuesday.",
)
Words = tuple[str, str]


def article(sentence: str) -> Article:
    return read_article("\n\n".join((AROUND[0], sentence, *AROUND[1:])))


def edited(before: str, after: str) -> list[tuple[StanceKind, Words]]:
    """What two revisions of a text differ in, of which one sentence was edited."""
    comparison = compare(article(before), article(after))
    return [told(pair, comparison.left.text, comparison.right.text) for pair in comparison.stance]


def told(pair: StancePair, left: str, right: str) -> tuple[StanceKind, Words]:
    return pair.kind, (pair.left.of(left) if pair.left else "", pair.right.of(right) if pair.right else "")


def retold(before: str, after: str, confidence: float = 0.8) -> list[tuple[StanceKind, Words]]:
    """What two sentences differ in that are linked with `confidence` and share no wording."""
    left, right = (Version.of(article(sentence)) for sentence in (before, after))
    spans = (
        next(p.span for p in version.passages if p.span.of(version.article.text) == plain(sentence).text)
        for version, sentence in ((left, before), (right, after))
    )
    claim = Claim(ClaimKind.REWORDED, (next(spans),), (next(spans),), confidence)
    lexicon = Lexicon([left.passages, right.passages])
    found: Sequence[StancePair] = stances(left, right, [claim], lexicon)
    return [told(pair, left.article.text, right.article.text) for pair in found]


CERTAINTY, NEGATION, SOURCE = StanceKind.CERTAINTY, StanceKind.NEGATION, StanceKind.SOURCE


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("The ferry sank in a storm.", "The ferry reportedly sank in a storm.", ("", "reportedly")),
        ("The port will close two piers in spring.", "The port may close two piers in spring.", ("will", "may")),
        ("The port said it had found oil.", "The port claimed it had found oil.", ("said", "claimed")),
        ("The strike is likely to end on Friday.", "The strike is unlikely to end on Friday.", ("likely", "unlikely")),
        ("The report suggests the tunnel leaks.", "The report shows the tunnel leaks.", ("suggests", "shows")),
        ("The minister agreed to pay for it.", "The minister refused to pay for it.", ("agreed", "refused")),
        ("Lind is weighing a tunnel for trucks.", "Lind decided on a tunnel for trucks.", ("weighing", "decided")),
    ],
)  # fmt: skip
def test_an_exchanged_word_changes_the_certainty(before: str, after: str, words: Words) -> None:
    assert edited(before, after) == [(CERTAINTY, words)]
    assert edited(after, before) == [(CERTAINTY, words[::-1])]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("The mayor, Anna Lind, said the budget would pass.", "A city official said the budget would pass.",
         ("Anna Lind", "A city official")),
        ("It will pass in June, according to Anna Lind.", "It will pass in June, according to an aide close to her.",
         ("Anna Lind", "an aide close to her")),
    ],
)  # fmt: skip
def test_the_source_of_a_sentence_that_stays(before: str, after: str, words: Words) -> None:
    assert edited(before, after) == [(SOURCE, words)]
    assert edited(after, before) == [(SOURCE, words[::-1])]


AMID = (
    "While shops along the river stayed open until dawn and bands played for those whom hotels had turned away, "
    "{}, as neighbors complained of noise."
)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("the city could open the old tunnel under the bay to trucks and buses in early May",
         "the city will open the old tunnel under the bay to trucks and buses in early May",
         (CERTAINTY, ("could", "will"))),
        ("the city will open the old tunnel under the bay to trucks and buses in early May",
         "the city will not open the old tunnel under the bay to trucks and buses in early May",
         (NEGATION, ("", "not"))),
    ],
)  # fmt: skip
def test_a_word_exchanged_where_half_of_the_sentence_changed(
    before: str, after: str, found: tuple[StanceKind, Words]
) -> None:
    sentence, longer = before[0].upper() + before[1:] + ".", AMID.format(after)
    assert edited(sentence, longer) == [found]
    assert edited(longer, sentence) == [(found[0], found[1][::-1])]
    assert edited(sentence, AMID.format(before)) == []


def test_a_negation_on_one_side_only() -> None:
    before = "The ferry company has ended its service to the island."
    after = "The ferry company has not ended its service to the island."
    assert edited(before, after) == [(NEGATION, ("", "not"))]
    assert edited(after, before) == [(NEGATION, ("not", ""))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lind denied that the port had found oil there.", "Lind said that the port had not found oil there."),
        ("The port has found oil.", "The port has found oil, although it is not clear who may have lost it there."),
        ("“We will build it in spring,” Lind said.", "“We may build it in spring,” Lind said."),
        (  # a clause put behind it
            "The port authority has found oil in the old basin near the northern lock, Anna Lind told the council.",
            "The port authority has found oil in the old basin near the northern lock, Anna Lind told the council, "
            "which may never say who lost it.",
        ),
        ("The tunnel was approved in spring.", "The tunnel was built in spring."),
        ("The tunnel will open in May.", "The tunnel will open in April."),
        ("The port said it had found oil.", "The port stated it had found oil."),
        ("The report suggests the tunnel leaks.", "The report indicates the tunnel leaks."),
    ],
)  # fmt: skip
def test_other_edits_are_no_matter_of_stance(before: str, after: str) -> None:
    assert edited(before, after) == []
    assert edited(after, before) == []


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            "Mayor Anna Lind suggests a toll tunnel under the bay will be hard to pay for.",
            "Lind rules out such a toll tunnel under the bay for good.",
            ("suggests", "rules out"),
        ),
        (
            "On Tuesday Mayor Lind cast doubt on the plan for a toll tunnel to the islands.",
            "Lind has ruled out the toll tunnel, which would have led to the islands.",
            ("cast doubt", "ruled out"),
        ),
        (
            "Oil leaked from the freighter Astrid into the bay, the coast guard confirmed on Tuesday.",
            "The freighter Astrid reportedly lost oil that leaked into the bay overnight.",
            ("confirmed", "reportedly"),
        ),
    ],
)
def test_another_telling_is_surer(before: str, after: str, words: Words) -> None:
    assert retold(before, after) == [(CERTAINTY, words)]
    assert retold(after, before) == [(CERTAINTY, words[::-1])]
    assert retold(before, after, confidence=0.4) == [], "nothing is said where the link is doubtful"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # other people
            "Mayor Anna Lind rules out a toll tunnel under the bay.",
            "Omar Haddad suggests a toll tunnel under the bay.",
        ),
        (  # of something else
            "Mayor Anna Lind rules out a toll tunnel under the bay.",
            "Lind, who opposes the tunnel under the bay, suggests that trucks take the northern ferry from Kallvik.",
        ),
        (  # to confirm that it failed is to say it did not come about
            "Mayor Anna Lind denied that the toll tunnel contract was signed.",
            "Lind confirmed that the toll tunnel contract failed to be signed.",
        ),
        (  # both say it
            "Mayor Anna Lind reportedly ruled out a toll tunnel under the bay.",
            "Lind has ruled out the toll tunnel under the bay, it was suggested on Tuesday.",
        ),
        (  # not confirmed
            "The coast guard has not confirmed that oil leaked from the freighter Astrid.",
            "Oil reportedly leaked from the freighter Astrid.",
        ),
        (  # inside quotation marks
            "Lind called the toll tunnel under the bay “suggested nonsense of the minister and his staff”.",
            "Lind ruled out the toll tunnel under the bay.",
        ),
    ],
)
def test_words_that_are_not_held_against_the_same_tell_nothing(before: str, after: str) -> None:
    assert retold(before, after) == []
    assert retold(after, before) == []


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            "The port had found oil in the old harbor basin, Mayor Anna Lind said on Tuesday.",
            "Oil had been found in the old harbor basin by the port, according to people familiar with the inspection.",
            ("Anna Lind", "people familiar with the inspection"),
        ),
        (
            "Two senior officials said that the port had found oil in the old harbor basin.",
            "The port found oil in the old harbor basin, according to Mayor Anna Lind.",
            ("Two senior officials", "Anna Lind"),
        ),
    ],
)
def test_a_named_source_and_an_unnamed_one(before: str, after: str, words: Words) -> None:
    assert retold(before, after) == [(SOURCE, words)]
    assert retold(after, before) == [(SOURCE, words[::-1])]


def test_who_is_named_beside_the_unnamed_is_no_other_source() -> None:
    before = "Officials said the port had found oil in the old harbor basin, and Mayor Anna Lind said the same."
    after = "Mayor Anna Lind said the port had found oil in the old harbor basin."
    assert retold(before, after) == []


def test_other_languages_have_no_stance() -> None:
    german = "Der Hafen wird im Frühjahr zwei Piers schließen, sagte die Bürgermeisterin am Dienstag in Norwick."
    left = read_article(german)
    right = read_article(german.replace("wird", "will"))
    assert compare(left, right).stance == ()
