"""How two dates relate: equal, one told less exactly, different, or not to be told without knowing today's date.

Knows the values that `core.text.dates` and `core.text.periods` give; reads no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from variorum.core.collate.measures import Relation
from variorum.core.text.model import Figure
from variorum.core.text.patterns import table

_PLAIN = re.compile(
    r"(?:(?P<part>early|mid|late) )?(?:(?P<decade>\d{3})0s|(?P<year>\d{4})(?:-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?)?"
    r"(?:-(?P<season>[a-z]\w+))?|(?P<m2>\d\d)(?:-(?P<d2>\d\d))?)"
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?")
_CALENDAR = re.compile(
    r"(?P<side>last|this|next) (?P<unit>year|month|week|weekend|decade|century|spring|summer|fall|autumn|winter)"
)
_LOOSE = re.compile(r"(?:recent|coming|past|next|last|previous|following) \w+s|(?:earlier|later|early|late)(?: in)? .+")


class _Form(StrEnum):
    """How a date is told, which says what it can be held against."""

    PLAIN = "2018-07"
    WEEKDAY = "Monday"
    HOLIDAY = "easter"
    CALENDAR = "last week"
    """Which one depends on today."""
    LOOSE = "recent weeks"
    """Nobody can say when."""
    TIME = "15:30"
    OTHER = ""


@cache
def _form(value: str, unit: str) -> _Form:
    if unit == "time":
        return _Form.TIME
    if all(_PLAIN.fullmatch(end) for end in value.split("/")):
        return _Form.PLAIN
    if _WEEKDAY.fullmatch(value):
        return _Form.WEEKDAY
    if _CALENDAR.fullmatch(value):
        return _Form.CALENDAR
    if _LOOSE.fullmatch(value):
        return _Form.LOOSE
    return _Form.HOLIDAY if value in _holidays() else _Form.OTHER


@cache
def _holidays() -> frozenset[str]:
    return frozenset(name.lower() for name in table("figures")["holidays"]["names"])


def date_relation(one: Figure, other: Figure) -> Relation:
    """How two dates relate, as far as it can be told without knowing the day of the text.

    "Easter weekend" and "last week" are told apart, as are "in the coming months" and "early June": one says less or
    something else. "Last month" and "March" may well be one, so nothing is said of them.
    """
    if one.value == other.value:
        return Relation.EQUAL
    if len(sides := {_side(one.value), _side(other.value)} - {""}) == 2:
        return Relation.UNKNOWN  # what is past can't be what is to come: they tell of different things
    forms = _form(one.value, one.unit), _form(other.value, other.unit)
    if forms[0] is forms[1]:
        return _OF_ONE_FORM[forms[0]](one.value, other.value)
    if _Form.HOLIDAY in forms:
        different = sides == {"past"}
    else:
        plain = next((f for f, form in zip((one, other), forms, strict=True) if form is _Form.PLAIN), None)
        different = _Form.LOOSE in forms and sides == {"to come"} and plain is not None and not _has_year(plain.value)
    return Relation.DIFFERENT if different else Relation.UNKNOWN


def is_loose(figure: Figure) -> bool:
    """Whether a date is told by a holiday or in words that leave the day open ("last week", "in recent months")."""
    return _form(figure.value, figure.unit) in (_Form.HOLIDAY, _Form.CALENDAR, _Form.LOOSE)


def is_weekday(figure: Figure) -> bool:
    """Whether a date is a day of the week, which mostly is the day on which somebody said something."""
    return _form(figure.value, figure.unit) is _Form.WEEKDAY


def _side(value: str) -> str:
    """Whether a date told from today is past or to come; "" where it doesn't say."""
    first, _, rest = value.partition(" ")
    if first in ("recent", "past", "last", "previous", "earlier", "yesterday") or rest.startswith("last"):
        return "past"
    to_come = first in ("coming", "next", "following", "later", "tomorrow", "tonight") or rest.startswith("next")
    return "to come" if to_come else ""


def _has_year(value: str) -> bool:
    return bool(re.match(r"(?:early |mid |late )?\d{4}", value))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date in parts; "" where it doesn't say."""

    decade: str
    year: str
    month: str
    day: str
    part: str


@cache
def _parts(value: str) -> _Parts:
    match = _PLAIN.fullmatch(value)
    assert match is not None  # only plain dates come here
    year = match["year"] or ""
    decade = match["decade"] or year[:3]
    return _Parts(
        decade, year, match["m1"] or match["m2"] or "", match["d1"] or match["d2"] or "",
        match["part"] or match["season"] or "",
    )  # fmt: skip


def _plain(one: str, other: str) -> Relation:
    if "/" in one or "/" in other:
        ends, others = set(one.split("/")), set(other.split("/"))
        return Relation.ROUNDED if ends & others else _of_ranges(one, other)
    return _of_parts(_parts(one), _parts(other))


def _of_ranges(one: str, other: str) -> Relation:
    """Ranges that share no end: told by their beginnings ("2018-07-11/12" and "2018-07")."""
    found = _of_parts(_parts(one.split("/")[0]), _parts(other.split("/")[0]))
    return Relation.UNKNOWN if found is Relation.EQUAL else found


def _of_parts(a: _Parts, b: _Parts) -> Relation:
    if bool(a.year) != bool(b.year) and a.decade and b.decade:
        return Relation.UNKNOWN if a.decade == b.decade else Relation.DIFFERENT  # "the early 2000s" and "2003"
    both = [(a.decade, b.decade), (a.year, b.year), (a.month, b.month), (a.day, b.day)]
    shared = [(x, y) for x, y in both if x and y]
    if not shared:
        return Relation.UNKNOWN
    if any(x != y for x, y in shared):
        return Relation.DIFFERENT
    if a.part and b.part and a.part != b.part:
        return Relation.DIFFERENT
    return Relation.ROUNDED


def _weekdays(one: str, other: str) -> Relation:
    day, _, part = one.partition(" ")
    other_day, _, other_part = other.partition(" ")
    return Relation.DIFFERENT if day != other_day or (part and other_part) else Relation.ROUNDED


def _calendar(one: str, other: str) -> Relation:
    """ "last week" is no "this week"; "last month" may well be "last week"."""
    return Relation.DIFFERENT if one.split()[1] == other.split()[1] else Relation.UNKNOWN


def _other_words(one: str, other: str) -> Relation:
    return Relation.DIFFERENT


def _unknown(one: str, other: str) -> Relation:
    return Relation.UNKNOWN


_OF_ONE_FORM = {
    _Form.PLAIN: _plain, _Form.WEEKDAY: _weekdays, _Form.CALENDAR: _calendar, _Form.HOLIDAY: _other_words,
    _Form.LOOSE: _other_words, _Form.TIME: _other_words, _Form.OTHER: _unknown,
}  # fmt: skip
