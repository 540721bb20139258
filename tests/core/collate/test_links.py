"""Links, groups and order: the numbers behind claims, and the seam for more evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.circumstances import CircumstanceEvidence
from variorum.core.collate.features import WordEvidence
from variorum.core.collate.grouping import groups
from variorum.core.collate.likeness import MeaningEvidence
from variorum.core.collate.links import (
    STORY_NAMES,
    Evidence,
    Linker,
    Method,
    Model,
    Weights,
    best_paths,
    shipped_model,
)
from variorum.core.collate.order import in_order
from variorum.core.collate.parts import groups_of
from variorum.core.collate.persons import PersonEvidence
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon, is_function_word
from variorum.core.collate.terms import stem_name
from variorum.core.collate.version import Version
from variorum.core.text.model import Article, Kind, Sentence, Span


def version(*sentences: str) -> Version:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    told = tuple(Sentence(span, Kind.SENTENCE, 0) for span in spans)
    return Version.of(Article(text, "", None, language="en", sentences=told))


LEFT = version(
    "Mayor Anna Lind closed the harbor bridge on Monday.",
    "Ferries will carry commuters across the bay.",
    "A petition gathered thousands of signatures.",
)
RIGHT = version(
    "Commuters must take ferries across the bay from now on.",
    "The harbor bridge was closed by Anna Lind, the mayor.",
    "The weather is to stay mild all week.",
)


def test_passages_that_share_rare_words_are_linked() -> None:
    found = Linker().link(LEFT, RIGHT)
    best = sorted(found.probability, key=lambda pair: -found.probability[pair])[:2]
    assert set(best) == {(0, 1), (1, 0)}
    assert min(found.probability[pair] for pair in best) > found.threshold
    assert all(p < found.threshold for pair, p in found.probability.items() if pair not in best)


class Told:
    """Evidence of somebody who knows that the last passages tell the same."""

    names = ("told",)

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Told:
        return self

    def candidates(self) -> Iterator[Pair]:
        yield 2, 2

    def of(self, a: int, b: int) -> tuple[float, ...]:
        return (float((a, b) == (2, 2)),)


def test_more_evidence_joins_without_its_callers_knowing() -> None:
    shipped = shipped_model("words")
    pair = Weights(shipped.pair.bias, {**shipped.pair.weights, "told": 20.0})
    linker = Linker(
        words=Method(
            (WordEvidence(), PersonEvidence(), CircumstanceEvidence(), Told()),
            Model(shipped.threshold, pair, shipped.story),
        )
    )
    found = linker.link(LEFT, RIGHT).probability
    assert found[2, 2] > 0.9
    assert found[0, 1] == pytest.approx(Linker().link(LEFT, RIGHT).probability[0, 1])


@pytest.mark.parametrize(
    ("method", "evidence"),
    [
        ("words", (WordEvidence, PersonEvidence, CircumstanceEvidence)),
        ("meaning", (WordEvidence, PersonEvidence, CircumstanceEvidence, MeaningEvidence)),
    ],
)
def test_every_weight_belongs_to_a_number(method: str, evidence: Sequence[Evidence]) -> None:
    names = {name for kind in evidence for name in kind.names}
    assert set(shipped_model(method).pair.weights) <= names
    assert set(shipped_model(method).story.weights) == set(STORY_NAMES)


def test_a_pair_is_looked_at_once_for_all_comparisons_of_a_story() -> None:
    asked = []

    class Counting(Told):
        def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Told:
            asked.append((left, right))
            return self

    linker = Linker(words=Method((Counting(),), Model(0.2, Weights(0.0, {"told": 1.0}), Weights(0.0, {}))))
    third = version("Nothing of this kind.", "Nor of that.", "Nor anything else.")
    linker.link(LEFT, RIGHT, [third])
    linker.link(RIGHT, LEFT, [third])
    linker.link(third, LEFT, [RIGHT])
    assert len(asked) == 3


def test_a_third_version_can_join_two() -> None:
    assert best_paths({(0, 0): 0.9, (0, 1): 0.5}, {(0, 3): 0.5, (1, 3): 0.8}) == {(0, 3): pytest.approx(0.45)}


def test_groups_hold_all_pairs_or_none() -> None:
    chain = {(0, 0): 0.9, (0, 1): 0.8, (1, 1): 0.3, (1, 0): 0.0, (2, 2): 0.6}
    found = sorted((sorted(g.left), sorted(g.right)) for g in groups(chain, 0.25))
    assert found == [([0], [0, 1]), ([2], [2])], "joining 1 would bring in an improbable pair that costs more"
    chain[1, 0] = 0.5
    assert ([0, 1], [0, 1]) in [(sorted(g.left), sorted(g.right)) for g in groups(chain, 0.25)]


def test_groups_stay_small() -> None:
    everything = {(a, b): 0.9 for a in range(10) for b in range(10)}
    assert all(len(g.left) <= 4 and len(g.right) <= 4 for g in groups(everything, 0.2))


OTHERS = ("A petition was signed.", "Rain is likely.", "Taxes will rise.", "Nobody answered.", "Schools open late.")


def test_a_sentence_that_tells_two_claims_is_cut_at_a_clause() -> None:
    left = version(
        "The council closed the harbor bridge on Monday, and ferries will carry commuters across the bay.",
        "Ferries for commuters will leave the bay every ten minutes.",
        *OTHERS,
    )
    right = version(
        "The harbor bridge was closed by the council.", "Commuters cross the bay on ferries each ten minutes.", *OTHERS
    )
    links = {(0, 0): 0.9, (0, 1): 0.5, (1, 1): 0.8, (1, 0): 0.01}
    found = groups_of(left, right, links, 0.2)
    pairs = {(a.passage, b.passage) for group in found for a in group.left for b in group.right}
    assert pairs == {(0, 0), (0, 1), (1, 1)}
    parts = sorted(part.span for group in found for part in group.left if part.passage == 0)
    assert [span.of(left.article.text) for span in parts] == [
        "The council closed the harbor bridge on Monday, ",
        "and ferries will carry commuters across the bay.",
    ]


def test_the_longest_increasing_run_stands() -> None:
    assert in_order([0, 3, 1, 2, 4]) == {0, 2, 3, 4}
    assert in_order([]) == set()
    assert len(in_order([5, 4, 3])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "Russian"), ("Iran", "Iranian"), ("Europe", "Europeans"), ("Korea", "Korean"), ("U.S.", "US")],
)
def test_places_and_their_adjectives_are_one_name(one: str, other: str) -> None:
    assert stem_name(one) == stem_name(other)


def test_rare_words_weigh_more_than_common_ones() -> None:
    lexicon = Lexicon([LEFT.passages, RIGHT.passages])
    assert lexicon.weight("petit") > lexicon.weight("week") > lexicon.weight("the") == 0.0
    assert is_function_word("The")
    assert not is_function_word("bridge")
