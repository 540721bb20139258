"""Why two passages are linked, in words: shared names, figures, quotations and rare words, strongest first."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.core.collate.inside import starting_in
from variorum.core.collate.pieces import Part
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import word_at
from variorum.core.collate.version import Version

_MOST = 6
_FIGURE = 1.0
"""A shared figure weighs as much as the rarest word."""
_TELLING = 0.25
"""Shared words that weigh less are not worth naming."""


def reasons(
    left: Version, left_parts: Sequence[Part], right: Version, right_parts: Sequence[Part], lexicon: Lexicon
) -> tuple[str, ...]:
    """What the parts share, as the left version writes it, strongest first."""
    shared = _stems(left, left_parts) & _stems(right, right_parts)
    values = _values(right, right_parts)
    weights: dict[str, float] = {}
    for part in left_parts:
        for figure in starting_in(left.article.figures, part.span):
            if figure.value in values:
                weights[figure.text] = _FIGURE
        passage = left.passages[part.passage]
        for stem, start in zip(passage.stems, passage.starts, strict=True):
            weight = lexicon.weight(stem)
            if weight >= _TELLING and stem in shared and not (word := word_at(left.article, start))[0].isdigit():
                weights.setdefault(word, weight)
    kept: dict[str, str] = {}
    for word in sorted(weights, key=lambda word: -weights[word]):
        kept.setdefault(word.lower(), word)
    return tuple(kept.values())[:_MOST]


def _stems(version: Version, parts: Sequence[Part]) -> set[str]:
    return {stem for part in parts for stem in version.passages[part.passage].stems}


def _values(version: Version, parts: Sequence[Part]) -> set[str]:
    return {figure.value for part in parts for figure in starting_in(version.article.figures, part.span)}
