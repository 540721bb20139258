"""Why two passages are linked, in words: shared names, figures, quotations and rare words, strongest first."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import words_of
from variorum.core.collate.version import Version

_MOST = 6
_TELLING = 0.25
"""Shared words that weigh less are not worth naming."""


def reasons(
    left: Version, left_passages: Iterable[int], right: Version, right_passages: Iterable[int], lexicon: Lexicon
) -> tuple[str, ...]:
    """What the passages share, as the left version writes it, strongest first."""
    one = [left.passages[a] for a in left_passages]
    other = [right.passages[b] for b in right_passages]
    shared = {s for p in one for s in p.counts} & {s for p in other for s in p.counts}
    figures = {n for p in one for n in p.numbers} & {n for p in other for n in p.numbers}
    weights: dict[str, float] = {}
    for passage in one:
        for figure in left.article.figures:
            if figure.value in figures and passage.span.contains(figure.span):
                weights[figure.text] = 1.0
        for stem, word in zip(passage.stems, words_of(left.article, passage.span), strict=True):
            weight = lexicon.weight(stem)
            if stem in shared and weight >= _TELLING and not word[0].isdigit():
                weights.setdefault(word, weight)
    best = sorted(weights, key=lambda word: -weights[word])
    kept: list[str] = []
    for word in best:
        if word.lower() not in {k.lower() for k in kept}:
            kept.append(word)
    return tuple(kept[:_MOST])
