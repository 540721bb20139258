"""Passages that quote the same utterance: the strongest evidence there is that they tell the same. Knows words only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.version import Version

ANCHORED = 0.95
"""Probability of a link between passages that quote the same utterance: of 35 such pairs in annotated stories all are
links."""
_FEWEST = 5
"""Content words inside quotation marks that both must share."""
_SHARE = 0.7
"""Share of the shorter quotation's content words that must stand in the longer one."""


def anchors(left: Version, right: Version) -> Iterator[Pair]:
    """The pairs of passages that quote the same utterance."""
    one, other = _quoting(left), _quoting(right)
    often = Counter(word for side in (one, other) for words in side.values() for word in words)
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for b, words in other.items():
        for word in _rarest(words, often):
            holding[word].append(b)
    for a, words in one.items():
        for b in sorted({b for word in _rarest(words, often) for b in holding.get(word, ())}):
            shared = len(words & other[b])
            if shared >= _FEWEST and shared >= _SHARE * min(len(words), len(other[b])):
                yield a, b


def _rarest(words: frozenset[str], often: Mapping[str, int]) -> list[str]:
    """The words but for the most frequent ones: whoever shares enough of all of them shares one of these."""
    return sorted(words, key=lambda word: (often[word], word))[: len(words) - _FEWEST + 1]


def _quoting(version: Version) -> dict[int, frozenset[str]]:
    """The content words inside quotation marks of the passages that have enough of them."""
    found = {}
    for index, passage in enumerate(version.passages):
        words = frozenset(stem for stem in passage.quoted if not is_function_word(stem))
        if len(words) >= _FEWEST:
            found[index] = words
    return found
