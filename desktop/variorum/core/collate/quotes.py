"""Quotations of two versions held against each other: the same utterance, its wording, who is said to have said it.

Utterances are paired by their words; a fragment belongs to the whole it was taken from, so a long quotation may have
several counterparts. A different speaker is reported only where both versions name somebody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.core.collate.model import PairKind, QuotePair, SpeakerVerdict, Wording
from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.speakers import same_speaker
from variorum.core.collate.typography import folded
from variorum.core.collate.version import Version
from variorum.core.text.model import Quotation

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_SAME_UTTERANCE = 0.7
"""Share of the shorter quotation's words that the longer one must hold."""
_IN_ORDER = 0.6
"""Share of them that must stand there in the same order."""
_FEWEST = 3
"""Content words that two quotations must share unless one holds the other as it is."""
_SURELY_THE_SAME = 0.85
_SURELY_ENOUGH = 4
"""What both must reach where the speakers differ: many people say "state visit"."""


@dataclass(frozen=True, slots=True)
class _Said:
    quotation: Quotation
    words: tuple[str, ...]


def quote_pairs(left: Version, right: Version) -> tuple[QuotePair, ...]:
    """Every quotation of both versions with its counterpart, in reading order of the left, then those of the right."""
    one, other = _said(left), _said(right)
    likeness = _likeness(one, other)
    best_left: dict[int, tuple[float, int]] = {}
    best_right: dict[int, tuple[float, int]] = {}
    for (a, b), value in sorted(likeness.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]))):
        best_left.setdefault(a, (value, b))
        best_right.setdefault(b, (value, a))
    pairs = {(a, b) for a, (_, b) in best_left.items()}
    told = {b for _, b in pairs}
    pairs |= {(a, b) for b, (_, a) in best_right.items() if b not in told}
    rows: list[tuple[int, int, QuotePair]] = [(a, b, _pair(one[a], other[b])) for a, b in pairs]
    for a, said in enumerate(one):
        if a not in best_left:
            rows.append(
                (a, -1, QuotePair(PairKind.DROPPED, Wording.DIFFERS, SpeakerVerdict.UNKNOWN, said.quotation, None))
            )
    rows.sort(key=lambda row: row[:2])
    added = [
        QuotePair(PairKind.ADDED, Wording.DIFFERS, SpeakerVerdict.UNKNOWN, None, said.quotation)
        for b, said in enumerate(other)
        if b not in best_right
    ]
    return (*(pair for _, _, pair in rows), *added)


def _said(version: Version) -> list[_Said]:
    """The quotations in passages that take part, with their words."""
    told = [p.span for p in version.passages]
    found = []
    at = 0
    for quotation in version.article.quotations:
        while at < len(told) and told[at].end <= quotation.span.start:
            at += 1
        words = tuple(_WORD.findall(folded(quotation.text).lower()))
        if words and at < len(told) and told[at].overlap(quotation.span):
            found.append(_Said(quotation, words))
    return found


def _likeness(one: Sequence[_Said], other: Sequence[_Said]) -> dict[tuple[int, int], float]:
    """How surely two quotations are the same utterance, for those that may be."""
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for b, said in enumerate(other):
        for word in set(said.words):
            if not is_function_word(word):
                holding[word].add(b)
    found: dict[tuple[int, int], float] = {}
    for a, said in enumerate(one):
        for b in {b for word in set(said.words) for b in holding.get(word, ())}:
            value = _alike(said, other[b])
            if value:
                found[a, b] = value
    return found


def _alike(one: _Said, other: _Said) -> float:
    """0 where two quotations are different utterances, else how alike they are (2 for the same words)."""
    words, others = set(one.words), set(other.words)
    content = sum(not is_function_word(word) for word in words & others)
    share = len(words & others) / min(len(words), len(others))
    held = bool(content) and _within(one.words, other.words)
    if not held and (content < _FEWEST or share < _SAME_UTTERANCE):
        return 0.0
    if not held and _in_order(one.words, other.words) < _IN_ORDER:
        return 0.0
    sizes = sorted((len(one.words), len(other.words)))
    of_one_length = held or sizes[0] >= _IN_ORDER * sizes[1]
    doubtful = content < _SURELY_ENOUGH or share < _SURELY_THE_SAME or not of_one_length
    if doubtful and same_speaker(one.quotation.speaker, other.quotation.speaker) is SpeakerVerdict.DIFFERS:
        return 0.0
    return 1.0 + sizes[0] / sizes[1] if held else share


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter quotation's words that stand in the longer one in the same order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(one), len(other))


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter run of words stands in the longer one as it is."""
    short, long = sorted((one, other), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _pair(one: _Said, other: _Said) -> QuotePair:
    speaker = same_speaker(one.quotation.speaker, other.quotation.speaker)
    if one.words == other.words:
        wording = Wording.SAME
    else:
        wording = Wording.TRIMMED if _within(one.words, other.words) else Wording.DIFFERS
    altered = wording is Wording.DIFFERS or speaker is SpeakerVerdict.DIFFERS
    return QuotePair(PairKind.CHANGED if altered else PairKind.SAME, wording, speaker, one.quotation, other.quotation)
