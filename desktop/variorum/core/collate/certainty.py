"""Words that say how sure a claim is, and whether two of them are held against the same thing.

The words stand in `resources/text/stance.toml`. English. Knows passages and words; which passages tell the same claim
is `claims`' matter, and what is reported is `stance`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum

from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.version import Version
from variorum.core.text.model import Span
from variorum.core.text.patterns import table, words

_RANKS = {"denied": 0, "doubtful": 1, "hedged": 2, "claimed": 2, "maybe": 2, "said": 3, "sure": 3, "firm": 4}
"""From what is denied to what is firm."""
_TELLING = frozenset(map(frozenset, (
    ("denied", "doubtful"), ("denied", "hedged"), ("denied", "firm"), ("doubtful", "hedged"), ("doubtful", "firm"),
    ("hedged", "firm"),
)))  # fmt: skip
"""Levels that differ, whatever else the sentences say."""
_SAME_EITHER_WAY = frozenset(map(frozenset, (("denied", "doubtful"), ("denied", "hedged"))))
"""Levels that differ even where a word beside one of them denies by its meaning: who suggests that it fails says less
than who rules it out."""
_BEFORE, _AFTER = 6, 8
"""Telling words on either side of a term that say what it is about."""
_FEW = 3
"""With fewer behind it a term is about all that stands before it: "…, officials confirmed"."""
_SHARED, _TOLD, _SHARE = 3, 2, 0.4
"""How many of them both versions must have, how many of those behind the term, and their share of the weight of the
smaller side."""
_OBJECT = 5
"""Telling words right behind a term: if both versions name the same subject, two shared ones there are enough."""
_CLOSE = 24
"""Characters before a term in which a negation is its own."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the lists where it stands."""

    span: Span
    level: str

    @property
    def rank(self) -> int:
        """How sure it is, for comparing."""
        return _RANKS[self.level]


def differ(one: Term, other: Term) -> bool:
    """Whether two terms contradict or weaken each other."""
    return frozenset((one.level, other.level)) in _TELLING


def terms(text: str, span: Span, *lists: str) -> Iterator[Term]:
    """The terms of the table's `lists` ("certainty", "edited") in `span`, in order; the longest where two begin."""
    for match in _pattern(*lists).finditer(text, span.start, span.end):
        yield Term(Span(*match.span()), _level_of(*lists)[" ".join(match.group().lower().split())])


@cache
def _level_of(*lists: str) -> dict[str, str]:
    found = {}
    for name in lists:
        for level, phrases in table("stance")[name].items():
            found.update(dict.fromkeys(phrases, level))
    return found


@cache
def _pattern(*lists: str) -> re.Pattern[str]:
    phrases = sorted(_level_of(*lists), key=len, reverse=True)
    forms = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    initial = "|".join(phrase.capitalize() for phrase in phrases if phrase.endswith("ly"))
    return re.compile(rf"(?<![\w’'-])(?:{forms}|{initial or forms})(?![\w-])")


@cache
def negation() -> re.Pattern[str]:
    """Matches a word that negates."""
    forms = "|".join(table("stance")["negation"]["words"])
    return re.compile(rf"\b(?:{forms})\b|n['’]t\b", re.IGNORECASE)


class Governed:
    """What a term is about: the telling words around it in its sentence, outside of other things."""

    def __init__(self, version: Version, sentence: Span, term: Term) -> None:
        rows = [
            (start, stem, stem in passage.names)
            for passage in map(version.passages.__getitem__, version.touched(sentence))
            for start, stem in zip(passage.starts, passage.stems, strict=True)
            if sentence.start <= start < sentence.end and not is_function_word(stem)
        ]
        before = [row for row in rows if row[0] < term.span.start]
        after = [row for row in rows if row[0] >= term.span.end]
        subject = before[-_BEFORE:]
        if len(after) < _FEW:
            before, after = [], before
        self._text, self._sentence, self._term = version.article.text, sentence, term
        self.stems = frozenset(stem for _, stem, _ in (*before[-_BEFORE:], *after[: _AFTER if before else None]))
        self.told = frozenset(stem for _, stem, _ in (after[:_AFTER] if before else after))
        self.object = frozenset(stem for _, stem, _ in after[:_OBJECT])
        self.subject = frozenset(stem for _, stem, name in subject if name)

    @property
    def level(self) -> str:
        """The term's level."""
        return self._term.level

    @property
    def negated(self) -> bool:
        """Whether a negation stands right before the term."""
        at = self._term.span.start
        return bool(negation().search(self._text, max(self._sentence.start, at - _CLOSE), at))

    @property
    def turned(self) -> bool:
        """Whether a word beside the term denies by its meaning."""
        at = self._term.span
        around = f"{self._text[self._sentence.start : at.start]} {self._text[at.end : self._sentence.end]}".lower()
        return not words("stance", "negation", "inherent").isdisjoint(re.findall(r"[\w’'-]+", around))


def same_matter(one: Governed, other: Governed, weight: Callable[[str], float]) -> bool:
    """Whether two terms are held against the same thing, by the same people as far as the sentences name any."""
    shared = one.stems & other.stems
    if len(shared) < _SHARED or len(one.told & other.told) < _TOLD or one.negated or other.negated:
        return False
    if one.subject and other.subject and not one.subject & other.subject:
        return False
    levels = frozenset((one.level, other.level))
    if levels not in _SAME_EITHER_WAY and one.turned != other.turned:
        return False
    if one.subject & other.subject and len(one.object & other.object) >= _TOLD:
        return True
    least = min(fsum(map(weight, stems)) for stems in (one.stems, other.stems))
    return fsum(map(weight, shared)) >= _SHARE * least


def outside(items: Sequence[Term], holes: Sequence[Span]) -> list[Term]:
    """The terms outside of quotation marks: what is quoted is compared as a quotation."""
    return [term for term in items if not any(hole.overlap(term.span) for hole in holes)]
