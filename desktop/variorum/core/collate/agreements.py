"""Figures of two versions that give the same value of the same thing, each with one counterpart at most.

Knows values, measures and what stands around figures; what contradicts what is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from variorum.core.collate.contexts import Placed
from variorum.core.collate.contradictions import Kinship
from variorum.core.collate.measures import PERSON, TIMES, UNNAMED, Relation, digits, relation
from variorum.core.collate.moments import date_relation
from variorum.core.collate.sides import Sides

_SMALL = 20
"""Numbers below this say little by themselves."""
_FAIR = 0.3
_SHARED = 0.2
_TELLING = 0.5
_DISTINCT = 3
"""Digits from which two equal numbers hardly are so by chance."""
_LIKELY = 0.15
"""Probability of a link from which equal numbers in its passages may be of one thing."""


def relate(one: Placed, other: Placed) -> Relation:
    """How the values of two figures relate; unknown where they measure different things."""
    if one.dated or other.dated:
        return date_relation(one.figure, other.figure) if one.dated and other.dated else Relation.UNKNOWN
    if one.fate and other.fate and one.fate != other.fate:
        return Relation.UNKNOWN
    if one.measure == other.measure:
        return relation(one.figure, other.figure)
    measures = {one.measure, other.measure}
    alike = one.figure.value == other.figure.value and ("" in measures or not any(map(_fixed, measures)))
    return Relation.EQUAL if alike else Relation.UNKNOWN


def _fixed(measure: str) -> bool:
    """Whether a measure is one of money, shares, ages and time: never another name of a thing counted."""
    return measure.isupper() or (measure in UNNAMED and measure != PERSON)


@dataclass(frozen=True, slots=True, order=True)
class Option:
    """Two figures that may be each other's counterpart; the best sorts first."""

    unlinked: float
    rounded: bool
    unlike: float
    place: int
    """Earlier ones first, the same whichever side is the left one."""
    apart: int
    index: int
    to: int


def option(sides: Sides, index: int, to: int, found: Relation, kin: Kinship) -> Option | None:
    """Two figures of (nearly) one value as counterparts, or None where they aren't about the same thing."""
    one, other = sides.one[index], sides.other[to]
    rounded = found is Relation.ROUNDED
    fits = one.dated or (_fit_rounded(kin) if rounded else _fit(one, other, kin))
    return Option(-kin.link, rounded, -kin.score, index + to, abs(index - to), index, to) if fits else None


def _fit_rounded(kin: Kinship) -> bool:
    return kin.link >= _FAIR or kin.score >= _TELLING


def _fit(one: Placed, other: Placed, kin: Kinship) -> bool:
    if one.measure != other.measure:
        if not one.measure or not other.measure:
            return kin.link > 0 or kin.score >= _FAIR
        return _digits(one.figure.value) >= _DISTINCT and kin.link >= _LIKELY
    if one.measure == TIMES:
        return bool(one.heads & other.heads) or kin.link >= _FAIR or kin.score >= _TELLING
    if one.measure in UNNAMED and _is_small(one.figure.value):
        return kin.link >= _LIKELY or kin.score >= _SHARED
    return True


def _digits(value: str) -> int:
    try:
        return digits(Decimal(value))
    except InvalidOperation:
        return 0


def _is_small(value: str) -> bool:
    return value.replace(".", "", 1).isdigit() and float(value) < _SMALL


def counterparts(options: Sequence[Option], settled: Mapping[int, int]) -> dict[int, int]:
    """The best options besides what is `settled`, no figure in two of them: the left's figure → the right's."""
    found = dict(settled)
    taken = set(found.values())
    for best in sorted(options):
        if best.index not in found and best.to not in taken:
            found[best.index] = best.to
            taken.add(best.to)
    return found
