"""Quotations told without quotation marks by the other version."""

from __future__ import annotations

from variorum.core.collate.compare import compare
from variorum.core.collate.model import PairKind, Paraphrase, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.paraphrases import with_paraphrases
from variorum.core.collate.quotes import quote_pairs
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.reading import read_article

AROUND = "The council closed the harbor bridge on Monday after an inspection.\n\nShop owners fear for their trade.\n\n"
SAID = "“Ferries will carry every commuter across the bay until spring,” Mayor Anna Lind said."
TOLD = "Commuters would be carried across the bay by ferries until the spring, according to Lind."


def pairs(before: str, after: str, probability: float = 0.9) -> list[QuotePair]:
    """The quotations of two texts whose last passages are linked with `probability`."""
    left, right = (Version.of(read_article(AROUND + text)) for text in (before, after))
    link = (len(left.passages) - 1, len(right.passages) - 1)
    found = quote_pairs(left, right, {link})
    return list(with_paraphrases(found, left, right, {link: probability}, Lexicon([left.passages, right.passages])))


def test_a_quotation_told_in_other_words() -> None:
    (pair,) = pairs(SAID, TOLD)
    assert (pair.kind, pair.wording, pair.speaker) == (PairKind.CHANGED, Wording.PARAPHRASED, SpeakerVerdict.SAME)
    assert pair.left
    assert pair.left.text.startswith("Ferries will carry")
    assert isinstance(pair.right, Paraphrase)
    assert (pair.right.text, pair.right.speaker) == (TOLD, "Anna Lind")


def test_and_back() -> None:
    (pair,) = pairs(TOLD, SAID)
    assert isinstance(pair.left, Paraphrase)
    assert (pair.kind, pair.wording) == (PairKind.CHANGED, Wording.PARAPHRASED)


def test_a_paraphrase_that_names_nobody() -> None:
    (pair,) = pairs(SAID, "Commuters will be carried across the bay by ferries until the spring.")
    assert (pair.wording, pair.speaker) == (Wording.PARAPHRASED, SpeakerVerdict.UNKNOWN)


def test_a_doubtful_link_tells_nothing() -> None:
    assert {pair.kind for pair in pairs(SAID, TOLD, probability=0.4)} == {PairKind.DROPPED}


def test_a_passage_about_the_same_that_says_something_else_is_no_paraphrase() -> None:
    other = "Lind came to the bay on Tuesday to see the ferries, which are old and had been laid up for years."
    assert {pair.kind for pair in pairs(SAID, other)} == {PairKind.DROPPED}


def test_what_the_other_side_quotes_is_no_paraphrase() -> None:
    quoted = "“Commuters are carried over the bay by ferries till the spring, all of them,” a union leader said."
    assert Wording.PARAPHRASED not in {pair.wording for pair in pairs(SAID, quoted)}


def test_a_few_words_can_stand_anywhere() -> None:
    assert {pair.kind for pair in pairs("Lind spoke of “ferries until spring” in the bay.", TOLD)} == {PairKind.DROPPED}


def test_a_comparison_counts_it_as_a_changed_quotation() -> None:
    comparison = compare(read_article(AROUND + SAID), read_article(AROUND + TOLD))
    assert comparison.counts.changed_quotes == 1


def test_what_somebody_else_says_is_no_paraphrase() -> None:
    other = "Ferries carry every commuter across the bay until spring, the ministry announced."
    assert {pair.kind for pair in pairs(SAID, other)} == {PairKind.DROPPED}
