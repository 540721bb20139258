"""Quotations: the same utterance, its wording, its speaker."""

from __future__ import annotations

import pytest

from variorum.core.collate.model import PairKind, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.quotes import quote_pairs
from variorum.core.collate.speakers import same_speaker
from variorum.core.collate.version import Version
from variorum.core.text.model import Article, Kind, Quotation, Sentence, Span


def version(*said: tuple[str, str]) -> Version:
    """A version in which each (words, speaker) is a sentence."""
    text, sentences, quotations = "", [], []
    for words, speaker in said:
        start = len(text)
        text += f"“{words}” "
        sentences.append(Sentence(Span(start, len(text) - 1), Kind.SENTENCE, 0))
        quotations.append(Quotation(Span(start + 1, start + 1 + len(words)), words, speaker))
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
    ],
)
def test_speakers(one: str, other: str, verdict: SpeakerVerdict) -> None:
    assert same_speaker(one, other) is verdict
    assert same_speaker(other, one) is verdict
