"""Quotations: the same utterance, its wording, its speaker."""

from __future__ import annotations

import pytest

from variorum.core.collate.model import PairKind, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.quotes import quote_pairs
from variorum.core.collate.speakers import same_speaker
from variorum.core.collate.version import Version
from variorum.core.text.model import Article, Kind, Quotation, Sentence, Span


def version(*said: tuple[str, str], named: bool = False, scare: bool = False) -> Version:
    """A version in which each (words, speaker) is a sentence, which says who says it if `named`."""
    text, sentences, quotations = "", [], []
    for words, speaker in said:
        start = len(text)
        inner = Span(start + 1, start + 1 + len(words))
        text += f"“{words}” {speaker} said. " if named else f"“{words}” "
        where = Span(inner.end + 2, inner.end + 2 + len(speaker)) if named else None
        sentences.append(Sentence(Span(start, len(text) - 1), Kind.SENTENCE, 0))
        quotations.append(Quotation(inner, words, speaker, where, scare))
    return Version.of(Article(text, "", None, language="en", sentences=tuple(sentences), quotations=tuple(quotations)))


def verdicts(pair: QuotePair) -> tuple[PairKind, Wording, SpeakerVerdict]:
    return pair.kind, pair.wording, pair.speaker


ABOUT = "We hear your concerns about stepping up for Ukraine, and we hear your concerns about stepping up for Europe,"
ON = ABOUT.replace("about", "on")


def test_one_utterance_given_to_two_people() -> None:
    (pair,) = quote_pairs(version((ABOUT, "Pete Hegseth")), version((ON, "John Healey")))
    assert verdicts(pair) == (PairKind.CHANGED, Wording.DIFFERS, SpeakerVerdict.DIFFERS)


def test_the_seeds_words_of_healey(seed_articles: tuple[Article, ...]) -> None:
    pairs = quote_pairs(Version.of(seed_articles[3]), Version.of(seed_articles[4]))
    (pair,) = [p for p in pairs if p.speaker is SpeakerVerdict.DIFFERS]
    assert pair.left
    assert pair.right
    assert ("Hegseth" in pair.left.speaker, "Healey" in pair.right.speaker) == (True, True)


def test_a_fragment_is_trimmed_and_not_changed() -> None:
    whole = "The work must be finished before the winter storms come"
    left, right = (
        version((whole, "Anna Lind")),
        version(("before the winter storms", "Lind"), ("The work must be finished", "")),
    )
    pairs = quote_pairs(left, right)
    assert [verdicts(p) for p in pairs] == [
        (PairKind.SAME, Wording.TRIMMED, SpeakerVerdict.SAME),
        (PairKind.SAME, Wording.TRIMMED, SpeakerVerdict.UNKNOWN),
    ]


def test_the_last_comma_is_no_difference() -> None:
    (pair,) = quote_pairs(version(("It must end,", "Lind")), version(("It must end.", "Lind")))
    assert verdicts(pair) == (PairKind.SAME, Wording.SAME, SpeakerVerdict.SAME)


def test_common_words_of_two_people_are_two_quotations() -> None:
    pairs = quote_pairs(
        version(("state visit", "Anna Lind")), version(("a state visit is a state visit", "Omar Haddad"))
    )
    assert {p.kind for p in pairs} == {PairKind.DROPPED, PairKind.ADDED}


def test_few_words_are_one_quotation_where_their_passages_are_linked() -> None:
    left, right = version(("A good day for Northport,", "Helen Marsh")), version(("A good day for Northport,", "Olsen"))
    assert {p.kind for p in quote_pairs(left, right)} == {PairKind.DROPPED, PairKind.ADDED}
    (pair,) = quote_pairs(left, right, {(0, 0)})
    assert verdicts(pair) == (PairKind.CHANGED, Wording.SAME, SpeakerVerdict.DIFFERS)


def test_a_pull_quote_read_as_somebody_elses_is_no_changed_speaker() -> None:
    left = version((ABOUT, "Tom Perez"))
    right = version((ABOUT, "Donald Trump"), ("It is a disgrace.", "Donald Trump"), (ABOUT, "Perez"))
    assert SpeakerVerdict.DIFFERS not in {pair.speaker for pair in quote_pairs(left, right)}
    assert SpeakerVerdict.DIFFERS not in {pair.speaker for pair in quote_pairs(right, left)}


FRAGMENT = "brazen raid on the treasury"
WHOLE = f"For ten years this was a {FRAGMENT} and nobody in this hall lifted a finger against it."


def test_a_rare_fragment_given_to_somebody_else_is_a_changed_speaker() -> None:
    left, right = version((FRAGMENT, "Harbor Workers’ Union"), named=True), version((WHOLE, "Anna Lind"), named=True)
    (pair,) = quote_pairs(left, right)
    assert verdicts(pair) == (PairKind.CHANGED, Wording.TRIMMED, SpeakerVerdict.DIFFERS)


@pytest.mark.parametrize("words", ["the right thing to do", "Brazen Raid on the Treasury", "brazen raid"])
def test_common_short_or_titled_words_are_nobodys(words: str) -> None:
    left = version((words, "Harbor Workers’ Union"), named=True)
    right = version((f"For ten years this was {words} and nobody lifted a finger.", "Anna Lind"), named=True)
    assert {pair.kind for pair in quote_pairs(left, right)} == {PairKind.DROPPED, PairKind.ADDED}


def test_a_fragment_without_its_own_attribution_is_no_changed_speaker() -> None:
    pairs = quote_pairs(version((FRAGMENT, "Omar Haddad")), version((WHOLE, "Anna Lind"), named=True))
    assert {pair.kind for pair in pairs} == {PairKind.DROPPED, PairKind.ADDED}


def test_a_spokesperson_says_what_the_body_says() -> None:
    left = version((ABOUT, "Harbor Council"), named=True)
    right = version((ABOUT, "Jon Dahl"), ("It rained.", "spokesman Jon Dahl"), named=True)
    for one, other in ((left, right), (right, left)):
        (pair,) = [pair for pair in quote_pairs(one, other) if pair.left and pair.right]
        assert pair.speaker is SpeakerVerdict.UNKNOWN


def test_a_lawsuit_and_a_person_in_like_words_are_two_utterances() -> None:
    suit = "The plot was a brazen raid on the treasury: a mayor in league with the builders of her own tower."
    said = "This was a brazen raid on all of us: a mayor of the harbor in league with the builders of a hostile power."
    kinds = {pair.kind for pair in quote_pairs(version((suit, "the suit")), version((said, "Omar Haddad")))}
    assert kinds == {PairKind.DROPPED, PairKind.ADDED}


def test_words_held_up_by_marks_alone_never_changed() -> None:
    left, right = version(("the big dig", ""), scare=True), version(("the big old dig", ""), scare=True)
    assert PairKind.CHANGED not in {pair.kind for pair in quote_pairs(left, right, {(0, 0)})}


def test_one_word_of_a_short_quotation_was_altered_in_a_linked_passage() -> None:
    left, right = version(("We will build it.", "Lind")), version(("We may build it.", "Lind"))
    (pair,) = quote_pairs(left, right, {(0, 0)})
    assert verdicts(pair) == (PairKind.CHANGED, Wording.DIFFERS, SpeakerVerdict.SAME)
    assert {p.kind for p in quote_pairs(left, right)} == {PairKind.DROPPED, PairKind.ADDED}


def test_swapping_mirrors() -> None:
    left = version((ABOUT, "Lind"), ("before the winter storms", ""), ("It must end.", "Lind"))
    right = version(
        ("The work is done before the winter storms come", ""), (ON, "Haddad"), ("stepping up for Ukraine", "")
    )
    there = {
        (p.kind, p.left and p.left.text, p.right and p.right.text)
        for p in quote_pairs(left, right)
        if p.left and p.right
    }
    back = {
        (p.kind, p.right and p.right.text, p.left and p.left.text)
        for p in quote_pairs(right, left)
        if p.left and p.right
    }
    assert there == back
    assert len(there) == 3


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Pete Hegseth", "Hegseth", SpeakerVerdict.SAME),
        ("U.S. Defense Secretary Pete Hegseth", "Secretary Hegseth", SpeakerVerdict.SAME),
        ("Democratic National Committee", "the DNC", SpeakerVerdict.SAME),
        ("Pete Hegseth", "John Healey", SpeakerVerdict.DIFFERS),
        ("Mayor Lind", "Mayor Haddad", SpeakerVerdict.DIFFERS),
        ("Pete Hegseth", "", SpeakerVerdict.UNKNOWN),
        ("Pete Hegseth", "the defense secretary", SpeakerVerdict.UNKNOWN),
        ("A Number 10 spokesperson", "Downing Street", SpeakerVerdict.UNKNOWN),
        ("Anna Lind", "Omar Lind", SpeakerVerdict.DIFFERS),
        ("Anna Lind", "A. Lind", SpeakerVerdict.SAME),
        ("Robert Dahl", "Bob Dahl", SpeakerVerdict.SAME),
        ("Petro Zelenko", "Zelenkoy", SpeakerVerdict.SAME),
        ("Police", "Anna Lind", SpeakerVerdict.UNKNOWN),
        ("Israel", "Anna Lind", SpeakerVerdict.UNKNOWN),
        ("Israel", "Israel", SpeakerVerdict.SAME),
        ("NATO", "Anna Lind", SpeakerVerdict.DIFFERS),
        ("Anna Lind", "the Northport businessman", SpeakerVerdict.UNKNOWN),
        ("Harbor Council", "City Council", SpeakerVerdict.SAME),
    ],
)
def test_speakers(one: str, other: str, verdict: SpeakerVerdict) -> None:
    assert same_speaker(one, other) is verdict
    assert same_speaker(other, one) is verdict


def test_a_word_written_in_two_is_the_same_word() -> None:
    left, right = version(("I believe there is good will here", "Lind")), version(("there is goodwill here", "Lind"))
    (pair,) = quote_pairs(left, right)
    assert verdicts(pair) == (PairKind.SAME, Wording.TRIMMED, SpeakerVerdict.SAME)


def test_a_speaker_named_pages_before_is_not_held_against_another() -> None:
    other = version((ABOUT, "Anna Lind"), named=True)
    for between, verdict in (("", SpeakerVerdict.DIFFERS), ("It rained on the harbor. " * 30, SpeakerVerdict.UNKNOWN)):
        text = f"Omar Haddad said. {between}“{ABOUT}”"
        start = text.index("“") + 1
        quotation = Quotation(Span(start, len(text) - 1), ABOUT, "Omar Haddad", Span(0, 11))
        sentences = tuple(Sentence(Span(a, b), Kind.SENTENCE, 0) for a, b in ((0, 17), (start - 1, len(text))))
        article = Article(text, "", None, language="en", sentences=sentences, quotations=(quotation,))
        (pair,) = quote_pairs(Version.of(article), other)
        assert pair.speaker is verdict
