"""Makes articles for benchmarks: words nobody ever wrote, but as often as words are (Zipf), from a seed.

Not a word is taken from anywhere, so a corpus of any size is made anew on every machine, each time the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

# fmt: off
_ONSETS = [
    "b", "bl", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "fr", "g", "gl", "gr", "h", "j", "k", "kn",
    "l", "m", "n", "p", "ph", "pl", "pr", "qu", "r", "s", "sc", "scr", "sh", "sk", "sl", "sm", "sn", "sp",
    "spr", "st", "str", "sw", "t", "th", "tr", "tw", "v", "w", "wh", "wr", "y", "z",
]
# fmt: on
_VOWELS = ["a", "e", "i", "o", "u", "y", "ai", "ea", "ee", "ie", "oa", "oo", "ou"]
_CODAS = ["", "", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "x"]
_ENDINGS = ["", "", "", "", "s", "ed", "ing"]
_VOCABULARY = 100_000
_EXPONENT, _SHIFT = 1.15, 2.7
"""Zipf–Mandelbrot, so that 200 articles have 18,000 different words and 10,000 have 97,000, about as news has."""
_OUTLETS = 40
_FIRST_DAY = date(2020, 1, 1)
_DAYS = 2_000


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article as a benchmark needs it."""

    headline: str
    outlet: str
    date: str
    text: str


class Corpus:
    """An endless corpus. The same seed makes the same articles and queries."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self._words = _vocabulary(random.Random(seed))
        self._weights = list(accumulate((rank + _SHIFT) ** -_EXPONENT for rank in range(1, len(self._words) + 1)))

    def articles(self, count: int) -> Iterator[MadeArticle]:
        """The first `count` articles, of 300 to 800 words each."""
        rng = random.Random(self._seed + 1)
        outlets = [self._words[200 + number].title() for number in range(_OUTLETS)]
        for _ in range(count):
            headline = " ".join(self._draw(rng, rng.randint(6, 11))).capitalize()
            paragraphs = [headline, *self._paragraphs(rng, rng.randint(300, 800))]
            day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
            yield MadeArticle(headline, rng.choice(outlets), day.isoformat(), "\n\n".join(paragraphs))

    def queries(self, count: int) -> list[str]:
        """What people might type: one to three words, of every frequency but the very highest."""
        rng = random.Random(self._seed + 2)
        return [
            " ".join(self._words[int(rng.triangular(20, 3_000, 200))] for _ in range(1 + i % 3)) for i in range(count)
        ]

    def _paragraphs(self, rng: random.Random, words: int) -> Iterator[str]:
        while words > 0:
            sentences = []
            for _ in range(rng.randint(1, 4)):
                length = min(rng.randint(8, 30), max(words, 3))
                words -= length
                sentences.append(" ".join(self._draw(rng, length)).capitalize() + ".")
            yield " ".join(sentences)

    def _draw(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self._words, cum_weights=self._weights, k=count)


def _vocabulary(rng: random.Random) -> list[str]:
    """Made-up words, the frequent ones short as they are in languages."""
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        syllables = 1 if len(found) < 300 else rng.choice([2, 2, 3]) if len(found) < 10_000 else rng.choice([2, 3, 4])
        stem = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables))
        found[stem + rng.choice(_ENDINGS)] = None
    return list(found)


def make_corpus(count: int, seed: int = 1) -> Iterator[str]:
    """The texts of the first `count` articles."""
    return (article.text for article in Corpus(seed).articles(count))
