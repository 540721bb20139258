"""What stands around a figure: the words of its clause weighed by nearness, and what becomes of the people it counts.

Knows one version at a time; nothing of pairs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import fsum

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.inside import starting_in
from variorum.core.collate.measures import PERSON, TIMES, UNNAMED, measure_of
from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.terms import Passage, stem_name, stem_of
from variorum.core.collate.version import Version
from variorum.core.text.model import Figure
from variorum.core.text.patterns import table, words

_TABLE = "figures"
_BREAK = re.compile(r"[,;:()“”\"]|[—–]| -")
_CALENDAR = frozenset(
    map(
        stem_name,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "july",
         "august", "september", "october", "november", "december"),
    )
)  # fmt: skip
"""Days, and the months that are no people's names."""
_NEAR = 3
"""Words on either side that stand as near as can be."""
_FADING = 0.05
"""What each word farther off takes from a word's weight."""
_FARTHEST = 0.35
"""The least weight a word of the passage has."""
_REACH = 200
"""Words on either side that are looked at, more than sentences have: a text without full stops would take too long."""
LISTED = 100
"""Figures of a passage up to which it is a sentence that tells of each; more are a list without full stops."""
_BROKEN = 0.8
"""What each mark or word that parts clauses leaves of the weight of what stands beyond."""
_YEAR = 4
"""Digits from which a number around another one tells something."""
_HEAD_AFTER, _HEAD_BEFORE = 3, 2
"""Words after an ordinal and before "six times" that may be what is counted."""
_LOSING = frozenset(["lost", "lose", "cost", "claim"])
"""Stems of words before "their lives"."""
_FATE_AFTER, _FATE_BEFORE = 4, 3
"""Words after and before a number that may tell what becomes of those it counts."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure where it stands."""

    figure: Figure
    passage: int
    measure: str
    """See `measures.measure_of`; "" for dates and bare numbers."""
    fate: str
    """What becomes of the people it counts ("killed"), if they are people and it says."""
    near: Mapping[str, float]
    """The words around it in one form for each happening, with their nearness from 0 to 1."""
    mass: float
    """The sum of their nearness."""
    names: frozenset[str]
    """The names in its passage."""
    heads: frozenset[str]
    """For ordinals and times, what is counted: "the third summit", "met six times" → "meet"."""

    @property
    def dated(self) -> bool:
        """Whether it places something in time rather than measuring it."""
        return _is_dated(self.figure)

    @classmethod
    def bare(cls, figure: Figure, passage: int = 0) -> Placed:
        """A figure without anything around it."""
        dated = _is_dated(figure)
        return cls(figure, passage, "" if dated else measure_of(figure), "", {}, 0.0, frozenset(), frozenset())


def _is_dated(figure: Figure) -> bool:
    """Whether a figure places something in time: ordinals number other things as well."""
    return figure.is_date and figure.unit != "ordinal"


def placed_in(version: Version, plain: Set[int] = frozenset(), should_cancel: ShouldCancel = never) -> list[Placed]:
    """The figures of a version in order, with what stands around each but for those in the passages `plain` and in long
    lists.

    Raises CanceledError.
    """
    found: list[Placed] = []
    for index, passage in enumerate(version.passages):
        check(should_cancel)
        figures = starting_in(version.article.figures, passage.span)
        if not figures:
            continue
        if index in plain or len(figures) > LISTED:
            found += [Placed.bare(figure, index) for figure in figures]
        else:
            found += _of_passage(version.article.text, passage, index, figures)
    return found


def _of_passage(text: str, passage: Passage, index: int, figures: Sequence[Figure]) -> Iterator[Placed]:
    stems = [event_of(stem) for stem in passage.stems]
    breaks, tells = _breaks(text, passage), [_tells(stem) for stem in stems]
    for figure in figures:
        first = bisect_left(passage.starts, figure.span.start)
        last = bisect_left(passage.starts, figure.span.end) - 1
        dated = _is_dated(figure)
        fate = "" if dated else _fate(passage.stems, breaks, first, last, figure)
        measure = "" if dated else measure_of(figure)
        near = _near(stems, tells, breaks, first, last, figure)
        yield Placed(
            figure=figure,
            passage=index,
            measure=PERSON if fate and (not measure or figure.unit in table(_TABLE)["people"]["fates"]) else measure,
            fate=fate,
            near=near,
            mass=fsum(near.values()),
            names=names_in(passage),
            heads=_heads(stems, breaks, first, last, figure),
        )


def names_in(passage: Passage) -> frozenset[str]:
    """The names in a passage, days and months apart."""
    return passage.names - _CALENDAR


def _breaks(text: str, passage: Passage) -> list[int]:
    """For each word how many marks and words that part clauses stand before it in the passage."""
    counts, total, end = [], 0, passage.span.start
    for start, stem in zip(passage.starts, passage.stems, strict=True):
        total += bool(_BREAK.search(text, end, start)) + (stem in words(_TABLE, "words", "joints"))
        counts.append(total)
        end = start
    return counts


def _tells(stem: str) -> bool:
    """Whether a word around a figure says what it is about: no number, unless it is a year, and no function word."""
    is_number = (stem[0].isdigit() and len(stem) < _YEAR) or stem in _numerals()
    return not is_number and not is_function_word(stem)


def _near(
    stems: list[str], tells: list[bool], breaks: list[int], first: int, last: int, figure: Figure
) -> dict[str, float]:
    found: dict[str, float] = {}
    unit = stem_of(figure.unit) if figure.unit else ""
    counts = figure.unit.islower() and not figure.is_date
    for at in range(max(0, first - _REACH), min(len(stems), last + 1 + _REACH)):
        stem = stems[at]
        if not tells[at] or (first <= at <= last and (stem == unit or not counts)):
            continue
        edge = first if at < first else min(at, last)
        away = max(0, abs(at - edge) - _NEAR)
        weight = max(_FARTHEST, 1.0 - _FADING * away) * _BROKEN ** abs(breaks[at] - breaks[min(edge, len(breaks) - 1)])
        found[stem] = max(found.get(stem, 0.0), weight)
    return found


def _heads(stems: list[str], breaks: list[int], first: int, last: int, figure: Figure) -> frozenset[str]:
    if figure.unit == "ordinal":
        places = range(last + 1, min(len(stems), last + 1 + _HEAD_AFTER))
    elif figure.unit == TIMES:
        places = range(max(0, first - _HEAD_BEFORE), first)
    else:
        return frozenset()
    clause = breaks[min(first, len(breaks) - 1)]
    return frozenset(stems[at] for at in places if breaks[at] == clause and not is_function_word(stems[at]))


@cache
def _numerals() -> frozenset[str]:
    return frozenset(stem_of(word) for part in ("small", "scales", "fractions") for word in table(_TABLE)[part])


@cache
def _events() -> dict[str, str]:
    lines = str(table(_TABLE)["synonyms"]["events"]).strip().splitlines()
    found: dict[str, str] = {}
    for line in lines:
        for word in line.split():
            found.setdefault(stem_of(word), stem_of(line.split()[0]))
    return found


def is_event(stem: str) -> bool:
    """Whether a stem is the one form of a happening that news tell of in several words."""
    return stem in _happenings()


@cache
def _happenings() -> frozenset[str]:
    return frozenset(_events().values())


def event_of(stem: str) -> str:
    """One stem for all that tell the same happening: "met", "meeting" and "summit" → "meet"."""
    return _events().get(stem, stem)


@cache
def _fates() -> dict[str, str]:
    return {stem_of(word): fate for fate, told in table(_TABLE)["fates"].items() for word in told.split()}


def _fate(stems: tuple[str, ...], breaks: list[int], first: int, last: int, figure: Figure) -> str:
    """What becomes of those a figure counts, going by the nearest word that tells it in its clause."""
    if own := table(_TABLE)["people"]["fates"].get(figure.unit):
        return str(own)
    measure = measure_of(figure)
    if measure.isupper() or (measure in UNNAMED and measure not in ("", PERSON)):
        return ""
    options = []
    for at in range(max(0, first - _FATE_BEFORE), min(len(stems), last + 1 + _FATE_AFTER)):
        if first <= at <= last or breaks[at] != breaks[min(first, len(breaks) - 1)]:
            continue
        lives = stems[at] == "live" and not _LOSING.isdisjoint(stems[max(0, at - 2) : at])
        if fate := "killed" if lives else _fates().get(stems[at]):
            options.append((first - at if at < first else at - last, at > last, fate))
    return min(options)[2] if options else ""
