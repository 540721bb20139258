"""How much a shared word tells: rare in the language and rare in the story weighs most. Knows no pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from variorum.assets import resource_text
from variorum.core.collate.terms import Passage
from variorum.core.collate.version import Version
from variorum.core.text.model import Article

_UNLISTED_BITS = 17
"""Bits of a stem that the list of common ones doesn't hold."""
_LEAST_BITS = 5.5
"""Stems as common as this ("the", "of") weigh nothing."""
_FUNCTION_BITS = 9
"""Stems as common as this are function words."""


@cache
def _common_stems(language: str) -> Mapping[str, int]:
    """Bits (-log2 of the share of all words) of common stems; empty for a language without a list."""
    if language != "en":
        return {}
    rows = (line.split() for line in resource_text("language/common-en.txt").splitlines() if line[:1] != "#")
    return {stem: int(bits) for bits, *stems in rows for stem in stems}


def is_function_word(word: str) -> bool:
    """Whether `word` says next to nothing by itself ("the", "would")."""
    return _common_stems("en").get(word.lower(), _UNLISTED_BITS) <= _FUNCTION_BITS


def bits(stem: str) -> int:
    """How rare an English stem is: -log2 of its share of all words, 17 where the list of common ones lacks it."""
    return _common_stems("en").get(stem, _UNLISTED_BITS)


def shared_language(left: Article, right: Article) -> str:
    """The language that both articles are written in or may be; where they differ, always the same one of the two."""
    return min(filter(None, (left.language, right.language)), default="")


class Lexicon:
    """Weights of stems for the versions of one story."""

    def __init__(self, versions: Sequence[Iterable[Passage]], language: str = "en") -> None:
        self._common = _common_stems(language or "en")
        self._holding: Counter[str] = Counter()
        self._passages = 0
        for version in versions:
            for passage in version:
                self._passages += 1
                self._holding.update(passage.counts.keys())
        self._weights: dict[str, float] = {}

    @classmethod
    def of(cls, left: Version, right: Version) -> Lexicon:
        """The weights for two versions."""
        return cls([left.passages, right.passages], shared_language(left.article, right.article))

    def weight(self, stem: str) -> float:
        """What `stem` tells where two passages share it, from 0 to about 1."""
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = self._weigh(stem)
        return known

    def _weigh(self, stem: str) -> float:
        bits = self._common.get(stem, _UNLISTED_BITS)
        general = max(0.0, (bits - _LEAST_BITS) / (_UNLISTED_BITS - _LEAST_BITS))
        here = math.log((self._passages + 1) / (self._holding[stem] + 0.5)) / math.log(self._passages + 2)
        return general * max(0.0, min(1.0, here))
