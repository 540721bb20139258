"""How probable it is that two passages tell the same claim. Knows evidence and weights, not where evidence comes from.

Evidence about a pair of versions comes as numbers for pairs of passages (`Evidence`); a logistic regression whose
weights stand in `resources/links.toml` turns them into a probability. More evidence, such as meaning, joins by
another `Evidence` with its own weights, and nobody who calls `Linker.link` has to know.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from variorum.assets import resource_text
from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.anchors import ANCHORED, anchors
from variorum.core.collate.grouping import Pair
from variorum.core.collate.rarity import Lexicon, shared_language
from variorum.core.collate.version import Version

STORY_NAMES = ("own", "path", "rivals")
"""What the second step looks at: the first step's log odds, the best way through a third version, and how much else
either passage is linked to."""
_FAINT = 0.05
"""First-step probabilities below this lead nowhere."""
_UNSEEN = 0.01
"""First-step probability of a pair that shares no telling word."""


class Evidence(Protocol):
    """Something that speaks for or against links."""

    @property
    def names(self) -> tuple[str, ...]:
        """What each number is called; the weights are looked up by these names."""

    def of(
        self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel
    ) -> Mapping[Pair, Sequence[float]]:
        """The numbers for each pair worth looking at, in the order of `names`."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: the probability is 1 / (1 + exp(-(bias + Σ weight · number)))."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, names: Sequence[str], numbers: Sequence[float]) -> float:
        """The probability that the numbers speak for."""
        z = self.bias + sum(self.weights[name] * number for name, number in zip(names, numbers, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@dataclass(frozen=True, slots=True)
class Model:
    """Everything fitted: see `tests/accuracy/fit_links.py`."""

    threshold: float
    """Links less probable than this are none."""
    words: Weights
    """From the evidence about a pair of passages."""
    story: Weights
    """From the first step's probabilities, once over: `STORY_NAMES`."""


@cache
def shipped_model() -> Model:
    """The weights in `resources/links.toml`."""
    data = tomllib.loads(resource_text("links.toml"))
    words, story = (Weights(data[step]["bias"], data[step]["weights"]) for step in ("words", "story"))
    return Model(data["threshold"], words, story)


class Linker:
    """Probabilities of links between versions of one story."""

    def __init__(self, evidence: Sequence[Evidence], model: Model) -> None:
        self._evidence = tuple(evidence)
        self.model = model

    def link(
        self,
        left: Version,
        right: Version,
        among: Sequence[Version] = (),
        should_cancel: ShouldCancel = never,
    ) -> dict[Pair, float]:
        """The probability of each pair worth looking at; `among` are the story's other versions.

        Raises CanceledError.
        """
        own = self.first(left, right, should_cancel)
        if not among:
            return own
        paths: dict[Pair, float] = {}
        for other in among:
            there = self.first(left, other, should_cancel)
            back = self.first(other, right, should_cancel)
            for pair, through in best_paths(there, back).items():
                paths[pair] = max(paths.get(pair, 0.0), through)
        found = {
            pair: self.model.story.probability(STORY_NAMES, numbers)
            for pair, numbers in story_evidence(own, paths).items()
        }
        return anchored(found, left, right)

    def first(self, left: Version, right: Version, should_cancel: ShouldCancel = never) -> dict[Pair, float]:
        """The first step: probabilities from the evidence about each pair of passages. Raises CanceledError."""
        lexicon = Lexicon([left.passages, right.passages], shared_language(left.article, right.article))
        names = [name for evidence in self._evidence for name in evidence.names]
        found = [evidence.of(left, right, lexicon, should_cancel) for evidence in self._evidence]
        nothing = [(0.0,) * len(evidence.names) for evidence in self._evidence]
        probabilities: dict[Pair, float] = {}
        for pair in {pair for numbers in found for pair in numbers}:
            check(should_cancel)
            row = [x for numbers, none in zip(found, nothing, strict=True) for x in numbers.get(pair, none)]
            probabilities[pair] = self.model.words.probability(names, row)
        return anchored(probabilities, left, right)


def anchored(probabilities: dict[Pair, float], left: Version, right: Version) -> dict[Pair, float]:
    """`probabilities` with no less than `ANCHORED` for passages that quote the same utterance."""
    return probabilities | {pair: max(ANCHORED, probabilities.get(pair, 0.0)) for pair in anchors(left, right)}


def best_paths(there: Mapping[Pair, float], back: Mapping[Pair, float]) -> dict[Pair, float]:
    """How probable the best way from a left passage to a right one through a third version is."""
    onward: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (via, b), probability in back.items():
        if probability >= _FAINT:
            onward[via].append((b, probability))
    paths: dict[Pair, float] = {}
    for (a, via), probability in there.items():
        if probability >= _FAINT:
            for b, further in onward.get(via, ()):
                paths[a, b] = max(paths.get((a, b), 0.0), probability * further)
    return paths


def story_evidence(own: Mapping[Pair, float], paths: Mapping[Pair, float]) -> dict[Pair, tuple[float, float, float]]:
    """The numbers called `STORY_NAMES` for each pair that either step knows."""
    rows: defaultdict[int, float] = defaultdict(float)
    columns: defaultdict[int, float] = defaultdict(float)
    for (a, b), probability in own.items():
        rows[a] += probability
        columns[b] += probability
    found = {}
    for a, b in {*own, *(pair for pair, through in paths.items() if through >= _FAINT)}:
        probability = own.get((a, b), _UNSEEN)
        rivals = max(0.0, rows[a] + columns[b] - 2 * own.get((a, b), 0.0))
        found[a, b] = (_log_odds(probability), paths.get((a, b), 0.0), math.log(0.1 + rivals))
    return found


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1.0 - bounded))
