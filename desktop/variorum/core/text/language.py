"""Guesses the language of a text from its frequent small words and its script; says "" when unsure."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from variorum.core.text.patterns import table

_SAMPLE = 4000
"""Code points that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")


def guess(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or ""."""
    sample = text[:_SAMPLE].lower()
    letters = sum(map(str.isalpha, sample))
    if by_script := _by_script(sample, letters):
        return by_script
    found = Counter(_WORD.findall(sample))
    total = found.total()
    if total < 5:
        return ""
    scores = sorted(((sum(found[word] for word in words), code) for code, words in _small_words()), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= 0.12 * total and best > 1.25 * second else ""


def _by_script(sample: str, letters: int) -> str:
    if sample.isascii() or not letters:
        return ""
    shares = {code: len(pattern.findall(sample)) / letters for code, pattern in _scripts()}
    if shares["ja"] > 0.1:
        return "ja"  # Japanese mixes its syllables with the characters that Chinese is written in
    code = max(shares, key=lambda key: shares[key])
    return code if shares[code] > 0.4 else ""


@cache
def _small_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((code, tuple(words.split())) for code, words in table("languages")["words"].items())


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern)) for code, pattern in table("languages")["scripts"].items())
