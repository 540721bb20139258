"""How probable it is that two passages tell the same claim. Knows evidence and weights, not where evidence comes from.

Evidence about a pair of versions comes as numbers for pairs of passages (`Evidence`); a logistic regression whose
weights stand in `resources/links.toml` turns them into a probability. More evidence, such as meaning, joins by
another `Evidence` with its own weights, and nobody who calls `Linker.link` has to know.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from variorum.assets import resource_text
from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.grouping import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version


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


@cache
def shipped_model() -> Model:
    """The weights in `resources/links.toml`."""
    data = tomllib.loads(resource_text("links.toml"))
    return Model(threshold=data["threshold"], words=Weights(data["words"]["bias"], data["words"]["weights"]))


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
        lexicon = Lexicon([v.passages for v in (left, right, *among)], left.article.language)
        return self._first(left, right, lexicon, should_cancel)

    def _first(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> dict[Pair, float]:
        """Probabilities from the evidence about each pair of passages alone."""
        names = [name for evidence in self._evidence for name in evidence.names]
        found = [evidence.of(left, right, lexicon, should_cancel) for evidence in self._evidence]
        nothing = [(0.0,) * len(evidence.names) for evidence in self._evidence]
        probabilities: dict[Pair, float] = {}
        for pair in {pair for numbers in found for pair in numbers}:
            row = [x for numbers, none in zip(found, nothing, strict=True) for x in numbers.get(pair, none)]
            probabilities[pair] = self.model.words.probability(names, row)
        return probabilities
