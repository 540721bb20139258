"""People as evidence for links: whom names, offices and pronouns mean, within an article and across versions."""

from __future__ import annotations

import pytest

from variorum.core.cancel import never
from variorum.core.collate.cast import Cast
from variorum.core.collate.persons import NAMES, PersonEvidence
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.model import Kind
from variorum.core.text.reading import read_article

OPENING = "Harbor Minister Ada Lund closed the bridge on Monday, as Mayor Ole Berg had asked her to for weeks."


def told(text: str) -> list[list[str]]:
    """The people of each sentence of an article, in order."""
    article = read_article(text)
    cast = Cast(article)
    sentences = [sentence for sentence in article.sentences if sentence.kind is Kind.SENTENCE]
    return [[mention.person for mention in cast.of(sentence.span.start)] for sentence in sentences]


def numbers(left: str, right: str, a: int, b: int) -> dict[str, float]:
    one, other = (Version.of(read_article(text)) for text in (left, right))
    evidence = PersonEvidence().about(one, other, Lexicon([one.passages, other.passages]), never)
    return dict(zip(NAMES, evidence.of(a, b), strict=True))


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Lund said that ferries would sail.", ["lund"]),
        ("The harbor minister said that ferries would sail.", ["lund"]),
        ("The minister’s plan calls for ferries.", ["lund"]),
        ("The mayor thanked the minister on Tuesday.", ["berg", "lund"]),
        ("She said that ferries would sail.", ["lund"]),
        ("“She is late with it,” the mayor said.", ["berg"]),
        ("The former mayor said that ferries would sail.", [""]),
        ("The French harbor minister said nothing.", [""]),
        ("The governor said that ferries would sail.", [""]),
        ("The city said that ferries would sail.", []),
    ],
)
def test_whom_a_sentence_tells_of(sentence: str, people: list[str]) -> None:
    assert told(f"{OPENING}\n\n{sentence}\n\nNobody was hurt when the first of the pillars broke.")[1] == people


def test_of_two_holders_the_one_named_last_is_meant() -> None:
    text = f"{OPENING}\n\nMayor Ida Holm of Norvik opened her own bridge. {{}}\n\nFerries sail from Tuesday."
    assert told(text.format("The mayor was cheered."))[2] == ["holm"]
    assert told(text.format("Lund told Berg so. The mayor was cheered."))[3] == ["berg"]


def test_the_setting_of_a_text_changes_nothing() -> None:
    text = f"{OPENING}\n\n“It is late,” the harbor minister said. “We’ll see,” she added.\n\nThe mayor’s office closed."
    respelt = text.replace(" ", "\u00a0").replace("“", '"').replace("”", '"').replace("’", "'")
    assert told(respelt) == told(text)
    assert told(text)[1:3] == [["lund"], ["lund"]]


def test_the_other_version_may_know_who_holds_an_office() -> None:
    left = f"{OPENING}\n\nLund said that ferries would sail from Tuesday on."
    right = "The bridge was closed on Monday.\n\nThe harbor minister said that ferries would sail from Tuesday on."
    for one, other, a, b in ((left, right, 1, 1), (right, left, 1, 1)):
        found = numbers(one, other, a, b)
        assert found["persons"] > 0
        assert (found["same actor"], found["other actor"]) == (1, 0)


def test_different_actors_are_told_apart_unless_both_passages_tell_of_one() -> None:
    left = f"{OPENING}\n\nLund said that ferries would sail.\n\nThe mayor doubted that ferries would ever sail."
    right = f"{OPENING}\n\nBerg thanked Lund.\n\nBerg doubted that any ferry would ever sail."
    assert numbers(left, right, 1, 2) == {"persons": 0, "same actor": 0, "other actor": 1}
    assert numbers(left, right, 1, 1)["other actor"] == 0
    assert numbers(left, right, 2, 2)["same actor"] == 1
    assert numbers(left, right, 1, 2) == numbers(right, left, 2, 1)
