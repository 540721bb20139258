"""The evidence of meaning: what is alike, whatever the words, and what becomes of versions that know less."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from variorum.core.cancel import CanceledError, never
from variorum.core.collate.likeness import NAMES, Likeness, MeaningEvidence
from variorum.core.collate.links import Linker
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.meaning.encoder import Encoder
from variorum.core.text.reading import read_article

LEFT = (
    "The mayor shut the harbor bridge on Monday.",
    "Doctors at the clinic were overwhelmed by the number of patients.",
    "A petition gathered thousands of signatures.",
    "School will begin a week later than planned.",
)
RIGHT = (
    "Classes are to start seven days behind schedule.",
    "Physicians could not cope with so many sick people.",
    "The crossing over the port was closed at the beginning of the week by the head of the town.",
    "Ferry fares rise in spring.",
)
SAME = {(0, 2), (1, 1), (3, 0)}
"""Hardly a word is shared."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = Encoder.load()
    assert found is not None
    return found


def known(encoder: Encoder, *sentences: str) -> Version:
    article = read_article("Local news\n\n" + "\n\n".join(sentences))
    version = Version.of(article).known(encoder.encode(article))
    return version.only([i for i in range(len(version.passages)) if version.text(i) in sentences])


def about(left: Version, right: Version) -> Likeness:
    return MeaningEvidence().about(left, right, Lexicon([left.passages, right.passages]), never)


def tables(likeness: Likeness, rows: int, columns: int) -> np.ndarray:
    return np.array([[likeness.of(a, b) for b in range(columns)] for a in range(rows)])


def test_what_tells_the_same_in_other_words_is_linked(encoder: Encoder) -> None:
    left, right = known(encoder, *LEFT), known(encoder, *RIGHT)
    found = Linker().link(left, right)
    best = sorted(found.probability, key=lambda pair: -found.probability[pair])[:3]
    assert set(best) == SAME
    words = Linker().link(left.known(None), right.known(None)).probability
    assert all(words.get(pair, 0.0) < found.probability[pair] for pair in SAME)


def test_the_most_alike_are_candidates_even_without_a_word_in_common(encoder: Encoder) -> None:
    assert set(about(known(encoder, *LEFT), known(encoder, *RIGHT)).candidates()) >= SAME


def test_turned_round_it_says_the_same(encoder: Encoder) -> None:
    left, right = known(encoder, *LEFT), known(encoder, *RIGHT)
    one, other = tables(about(left, right), 4, 4), tables(about(right, left), 4, 4)
    np.testing.assert_allclose(one, other.transpose(1, 0, 2), atol=1e-5)


def test_a_passage_by_itself_is_as_alike_as_among_others(encoder: Encoder) -> None:
    left, right = known(encoder, *LEFT), known(encoder, *RIGHT)
    alone = about(left.only([1]), right.only([1])).of(0, 0)
    words = NAMES.index("words both ways")
    assert alone[words] == pytest.approx(about(left, right).of(1, 1)[words], abs=0.05)


def test_nothing_is_alike_where_nothing_is_told(encoder: Encoder) -> None:
    left, nothing = known(encoder, *LEFT), known(encoder, *RIGHT).only([])
    assert list(about(left, nothing).candidates()) == []
    assert list(about(nothing, left).candidates()) == []


def test_one_passage_without_telling_words_is_no_obstacle(encoder: Encoder) -> None:
    left, right = known(encoder, "And so it was.", LEFT[0]), known(encoder, "It was so.", RIGHT[2])
    assert np.isfinite(tables(about(left, right), 2, 2)).all()


def test_meanings_by_two_models_are_not_held_against_each_other(encoder: Encoder) -> None:
    left, right = known(encoder, *LEFT), known(encoder, *RIGHT)
    assert right.meaning is not None
    other = replace(right, meaning=replace(right.meaning, model="another"))
    assert MeaningEvidence.reaches(left, right)
    assert not MeaningEvidence.reaches(left, other)
    assert not MeaningEvidence.reaches(left, right.known(None))
    assert Linker().link(left, other).threshold == Linker().link(left.known(None), right.known(None)).threshold


def test_it_can_be_canceled(encoder: Encoder) -> None:
    left, right = known(encoder, *LEFT), known(encoder, *RIGHT)
    with pytest.raises(CanceledError):
        MeaningEvidence().about(left, right, Lexicon([left.passages, right.passages]), lambda: True)
