"""How probable it is that two passages tell the same claim. Knows evidence and weights, not where evidence comes from.

Evidence about a pair of versions comes as numbers for pairs of passages (`Evidence`); a logistic regression whose
weights stand in `resources/links.toml` turns them into a probability. A second one looks at what the first says of the
story's other versions. There are weights for words alone and weights for words and meaning; whoever calls `Linker.link`
needn't know which were used.
"""

from __future__ import annotations

import math
import threading
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from variorum.assets import resource_text
from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.anchors import ANCHORED, anchors
from variorum.core.collate.circumstances import CircumstanceEvidence
from variorum.core.collate.features import WordEvidence
from variorum.core.collate.memory import Memory
from variorum.core.collate.persons import PersonEvidence
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version

STORY_NAMES = ("own", "path", "rivals")
"""What the second step looks at: the first step's log odds, the best way through a third version, and how much else
either passage is linked to."""
_FAINT = 0.05
"""First-step probabilities below this lead nowhere."""
_UNSEEN = 0.01
"""First-step probability of a pair that nothing made a candidate."""


class Found(Protocol):
    """What a kind of evidence says about two versions."""

    def candidates(self) -> Iterable[Pair]:
        """The pairs worth looking at."""

    def of(self, a: int, b: int) -> Sequence[float]:
        """The numbers of any pair, in the order of `Evidence.names`."""


class Evidence(Protocol):
    """Something that speaks for or against links."""

    @property
    def names(self) -> tuple[str, ...]:
        """What each number is called; the weights are looked up by these names."""

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Found:
        """What it says about two versions. Raises CanceledError."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: the probability is 1 / (1 + exp(-(bias + Σ weight · number)))."""

    bias: float
    weights: Mapping[str, float]

    def judge(self, names: Sequence[str]) -> Callable[[Sequence[float]], float]:
        """Tells the probability that numbers of these names speak for; one without a weight counts for nothing."""
        weights = [self.weights.get(name, 0.0) for name in names]

        def probability(numbers: Sequence[float]) -> float:
            z = self.bias + sum(weight * number for weight, number in zip(weights, numbers, strict=True))
            return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))

        return probability


@dataclass(frozen=True, slots=True)
class Model:
    """Weights fitted for one set of evidence: see `tests/accuracy/fit_links.py`."""

    threshold: float
    """Links less probable than this are none."""
    pair: Weights
    """From the evidence about a pair of passages."""
    story: Weights
    """From the first step's probabilities, once over: `STORY_NAMES`."""


@dataclass(frozen=True, slots=True)
class Method:
    """A set of evidence with its weights."""

    evidence: tuple[Evidence, ...]
    model: Model

    def first(self, left: Version, right: Version, should_cancel: ShouldCancel = never) -> dict[Pair, float]:
        """The first step: probabilities from the evidence about each pair of passages. Raises CanceledError."""
        lexicon = Lexicon.of(left, right)
        probability = self.model.pair.judge([name for evidence in self.evidence for name in evidence.names])
        found = [evidence.about(left, right, lexicon, should_cancel) for evidence in self.evidence]
        probabilities: dict[Pair, float] = {}
        for a, b in {pair for numbers in found for pair in numbers.candidates()}:
            check(should_cancel)
            row = [number for numbers in found for number in numbers.of(a, b)]
            probabilities[a, b] = probability(row)
        return anchored(probabilities, left, right)


@dataclass(frozen=True, slots=True)
class Links:
    """How probable links are, and from where on they count as links."""

    probability: dict[Pair, float]
    threshold: float
    likely: dict[Pair, float]
    """The higher one of both steps: what other versions tell otherwise may still be of the same matter."""


@cache
def shipped_model(name: str) -> Model:
    """The weights in `resources/links.toml` for "words" or for "meaning"."""
    data = tomllib.loads(resource_text("links.toml"))[name]
    pair, story = (Weights(data[step]["bias"], data[step]["weights"]) for step in ("pair", "story"))
    return Model(data["threshold"], pair, story)


class Linker:
    """Probabilities of links between versions of one story. Usable from several threads."""

    def __init__(self, words: Method | None = None, meaning: Method | None = None) -> None:
        """`words` is for versions whose meaning isn't known, `meaning` for the others; the ones shipped by default."""
        self._words = words
        self._meaning = meaning
        self._plain: tuple[Evidence, ...] = (WordEvidence(), PersonEvidence(), CircumstanceEvidence())
        self._lock = threading.Lock()
        """While a method is made: with one of its own, a thread would leave the story's other versions out."""
        self.memory = Memory()

    def link(
        self,
        left: Version,
        right: Version,
        among: Sequence[Version] = (),
        should_cancel: ShouldCancel = never,
    ) -> Links:
        """The probability of each pair worth looking at; `among` are the story's other versions.

        Raises CanceledError.
        """
        method = self._method(left, right)
        model = method.model
        own = self._first(method, left, right, should_cancel)
        others = [version for version in among if self._method(left, version) is method is self._method(version, right)]
        if not others:
            return Links(own, model.threshold, own)
        paths: dict[Pair, float] = {}
        for other in others:
            there = self._first(method, left, other, should_cancel)
            back = self._first(method, other, right, should_cancel)
            for pair, through in best_paths(there, back).items():
                paths[pair] = max(paths.get(pair, 0.0), through)
        probability = model.story.judge(STORY_NAMES)
        found = {pair: probability(numbers) for pair, numbers in story_evidence(own, paths).items()}
        probable = anchored(found, left, right)
        return Links(probable, model.threshold, {pair: max(p, own.get(pair, 0.0)) for pair, p in probable.items()})

    def _method(self, left: Version, right: Version) -> Method:
        if left.meaning is not None and right.meaning is not None:
            # Loads numpy, which those who have no meaning needn't wait for.
            from variorum.core.collate.likeness import MeaningEvidence

            if MeaningEvidence.reaches(left, right):
                with self._lock:
                    self._meaning = self._meaning or Method((*self._plain, MeaningEvidence()), shipped_model("meaning"))
                return self._meaning
        with self._lock:
            self._words = self._words or Method(self._plain, shipped_model("words"))
        return self._words

    def _first(self, method: Method, left: Version, right: Version, should_cancel: ShouldCancel) -> dict[Pair, float]:
        return self.memory.pair(left, right, lambda one, other: method.first(one, other, should_cancel))


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
