"""What a figure measures and how two values of one measure relate. Knows one figure at a time, no articles.

A measure is a short key that figures must share to be held against each other at all: a currency, "share" for
percentages and fractions, "span" for time passing, "age", "times", or what is counted, in one word for all its names.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache

from variorum.core.collate.terms import stem_of
from variorum.core.text.model import Figure
from variorum.core.text.patterns import table, words

_TABLE = "figures"
SHARE, SPAN, AGE, TIMES, PERSON = "share", "span", "age", "times", "person"
UNNAMED = frozenset([SHARE, SPAN, AGE, TIMES, PERSON, ""])
"""Measures that don't say what is counted."""
_DAYS = {
    "seconds": "0.00001157", "minutes": "0.000694", "hours": "0.0416667", "days": "1", "nights": "1", "weeks": "7",
    "weekends": "7", "months": "30.4375", "quarters": "91.3", "years": "365.25",
}  # fmt: skip
_ROUNDED = Decimal("0.1")
"""How far a rounded value may lie off, as a share of it."""
_MORE = Decimal("0.3")
"""How far a value may lie above what "over" or "at least" gives."""
_SLACK = {
    "about": (_ROUNDED, _ROUNDED), "nearly": (_ROUNDED, Decimal(0)), "under": (_ROUNDED, Decimal(0)),
    "up to": (_ROUNDED, Decimal(0)), "over": (Decimal(0), _MORE), "at least": (Decimal(0), _MORE),
}  # fmt: skip
"""What each qualifier allows below and above a round value."""


class Relation(StrEnum):
    """How two values of one measure relate."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The range a figure names, both ends included; `vague` where it names none exactly ("dozens")."""

    low: Decimal
    high: Decimal
    digits: int
    """How many digits the lower end has without the zeros at its end."""
    vague: bool = False


def measure_of(figure: Figure) -> str:
    """The measure of a figure that is no date; "" for a bare number."""
    unit = figure.unit
    if unit == "%" or (not unit and figure.value.startswith("0.")):
        return SHARE
    if unit in _DAYS:
        return AGE if unit == "years" and _is_age(figure.text) else SPAN
    if unit == "" or unit.isupper() or unit in ("ordinal", "times"):
        return TIMES if unit == "ordinal" else unit
    return _counted(unit)


@cache
def _counted(unit: str) -> str:
    if unit in words(_TABLE, "people", "nouns"):
        return PERSON
    return stem_of(_one_name().get(unit, unit))


@cache
def _one_name() -> dict[str, str]:
    """The first of each line of names for one thing, by each of the others."""
    lines = str(table(_TABLE)["synonyms"]["nouns"]).strip().splitlines()
    return {name: line.split()[0] for line in lines for name in line.split()}


def _is_age(text: str) -> bool:
    return text.endswith(("-old", "-olds")) or text.isdigit()


def relation(one: Figure, other: Figure) -> Relation:
    """How two figures of one measure relate; the same value under another qualifier is equal."""
    if one.value == other.value and (one.unit == other.unit or not _in_days(one) or not _in_days(other)):
        return Relation.EQUAL
    first, second = quantity_of(one), quantity_of(other)
    if first is None or second is None:
        return Relation.UNKNOWN
    if (first.low, first.high) == (second.low, second.high):
        return Relation.EQUAL
    if first.vague or second.vague:
        meet = first.low <= second.high and second.low <= first.high
        return Relation.ROUNDED if meet and not (first.vague and second.vague) else Relation.DIFFERENT
    if _rounds(one, first, second) or _rounds(other, second, first):
        return Relation.ROUNDED
    return Relation.DIFFERENT


def _in_days(figure: Figure) -> bool:
    return figure.unit in _DAYS


def quantity_of(figure: Figure) -> Quantity | None:
    """The range that a figure's value names, in days for time passing and percent for shares; None for phrases."""
    return _quantity(figure.value, figure.unit, figure.unit != "%" and measure_of(figure) == SHARE)


@lru_cache(maxsize=4096)
def _quantity(value: str, unit: str, is_fraction: bool) -> Quantity | None:
    factor = Decimal(_DAYS.get(unit, "1")) * (100 if is_fraction else 1)
    if vague := _vague().get(value):
        return Quantity(vague[0] * factor, vague[1] * factor, 0, vague=True)
    low, _, high = value.lstrip("-").partition("-")
    sign = -1 if value.startswith("-") else 1
    try:
        ends = sorted((sign * Decimal(low) * factor, sign * Decimal(high or low) * factor))
    except InvalidOperation:
        return None
    return Quantity(ends[0], ends[1], digits(ends[0]))


@cache
def _vague() -> dict[str, tuple[Decimal, Decimal]]:
    return {phrase: (Decimal(low), Decimal(high)) for phrase, (low, high) in table(_TABLE)["vague"].items()}


def _rounds(figure: Figure, coarse: Quantity, fine: Quantity) -> bool:
    """Whether the figure may be the other one rounded: it has fewer digits and lies close enough."""
    if coarse.low != coarse.high:
        return coarse.low <= fine.low and fine.high <= coarse.high
    if fine.low != fine.high or not coarse.low or coarse.digits >= fine.digits:
        return False
    if figure.qualifier in _SLACK:
        below, above = _SLACK[figure.qualifier]
        return coarse.low * (1 - below) <= fine.low <= coarse.low * (1 + above)
    if measure_of(figure) == SHARE and figure.unit != "%":
        return abs(fine.low - coarse.low) <= 1
    return coarse.digits >= 2 and _cut(fine.low, coarse.digits) == coarse.low


def digits(number: Decimal) -> int:
    """How many digits a number has without the zeros at its end: 2 for 1.7, 15 and 1500000."""
    return len(number.normalize().as_tuple().digits)


def _cut(number: Decimal, digits: int) -> Decimal:
    """`number` rounded to so many digits."""
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1))
