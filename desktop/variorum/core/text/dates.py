"""Finds what places something in time: dates, years, weekdays, times of day, "last week".

English words, digits in any language. Values are ISO where they can be
("2018-07-13", "2018-07", "07-13", "15:30"), else the phrase in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.core.text.model import Span

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night))?"

_DATE = re.compile(
    rf"\b(?:"
    rf"(?P<iso>{YEAR}-[01]\d-[0-3]\d)\b"
    rf"|(?P<m1>{MONTH}) (?P<d1>{_DAY})(?:\s?[-–](?P<to1>{_DAY}))?(?!\d|[.,]\d|%)(?:,? (?P<y1>{YEAR}))?\b"
    rf"|(?P<d2>{_DAY})(?:\s?[-–]\s?(?P<to2>{_DAY}))? (?:of )?(?P<m2>{MONTH})(?:,? (?P<y2>{YEAR}))?(?!\w)"
    rf"|(?P<m3>{MONTH}),? (?:of )?(?P<y3>{YEAR})\b"
    rf"|(?P<weekday>{_WEEKDAY}){_PART}\b"
    rf"|(?P<relative>(?:[Ll]ast|[Tt]his|[Nn]ext) "
    rf"(?:year|month|week|weekend|decade|century|spring|summer|fall|autumn|winter|{_WEEKDAY}|{MONTH}){_PART})\b"
    rf"|(?P<m4>January|February|April|June|July|August|September|October|November|December)\b"
    rf")",
)
_SHY_MONTH = re.compile(
    r"\b(?:in|by|until|till|since|of|early|late|mid|mid-|last|next|this|before|after|from|through) "
    r"(?P<month>March|May)\b(?! (?:be|have)\b)"
)
_TIME = re.compile(
    r"\b(?:(?P<h>[01]?\d|2[0-3])(?:[:.](?P<min>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?(?! \w{1,2}\.)"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d)\b(?!:?\d)"
    r"|(?P<mil>[01]\d|2[0-3])(?P<milmin>[0-5]\d)(?= (?:GMT|UTC|EST|EDT|CET|CEST|BST)\b))"
)
_YEARS = re.compile(
    rf"(?<![\w$€£¥₹.,/])(?:(?P<prefix>pre|post|mid|since|early|late)[-–])?"
    rf"(?:(?P<from>{YEAR})[-–/](?P<until>{YEAR}|\d\d)\b(?!%)|(?P<decade>{YEAR})(?:’s|'s|s)(?=[\s,.;)]|$)|(?P<year>{YEAR}))"
    r"(?![\d%]|[.,]\d|[-–]\d|\s?"
    r"(?:percent|per cent|million|billion|thousand|dollars|euros"
    r"|pounds|people|persons|men|women|children|families|miles|kilometers|kilometres|km|meters|metres|feet|acres|hectares"
    r"|tons|tonnes|troops|soldiers|workers|employees|jobs|votes|homes|houses|deaths|cases|students|pages|words|copies"
    r"|protesters|demonstrators|supporters|square|cubic)\b)"
)
_THIS_AGE = re.compile(r"(?:19|20)\d\d")
_AMOUNT_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|about|some|nearly|almost|approximately|roughly|at least|up to|over)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A mention of a date, year or time. `unit` is "date", "year" or "time"."""

    span: Span
    value: str
    unit: str


def is_year(text: str, span: Span, passage: Span) -> bool:
    """Whether the number in `span` is a year of this age or the last rather than a count ("the 2015 accord")."""
    if not _THIS_AGE.fullmatch(text, span.start, span.end):
        return False
    match = _YEARS.match(text, span.start, passage.end)
    return match is not None and not _AMOUNT_BEFORE.search(text, max(passage.start, span.start - 16), span.start)


def moments(text: str, passage: Span) -> Iterator[Moment]:
    """All mentions of dates, years and times in a passage; those found by different rules may overlap."""
    for match in _DATE.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), _date_value(match), "date")
    for match in _SHY_MONTH.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span("month")), month_number(match["month"]), "date")
    for match in _TIME.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), _time_value(match), "time")
    for match in _YEARS.finditer(text, passage.start, passage.end):
        if not _AMOUNT_BEFORE.search(text, max(passage.start, match.start() - 16), match.start()):
            yield Moment(Span(*match.span()), _year_value(match), "year")


def _date_value(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    if match["weekday"] or match["relative"]:
        return " ".join(match.group().split()) if match["weekday"] else match["relative"].lower()
    month = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    year = match["y1"] or match["y2"] or match["y3"]
    day, until = match["d1"] or match["d2"], match["to1"] or match["to2"]
    value = month_number(month)
    if day:
        value += f"-{_number(day):02d}"
    if until:
        value += f"/{_number(until):02d}"
    return f"{year}-{value}" if year else value


def month_number(name: str) -> str:
    """ "07" for "July" and "Jul."."""
    number = next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))
    return f"{number:02d}"


def _number(day: str) -> int:
    return int(day.rstrip("dhnrst"))


def _time_value(match: re.Match[str]) -> str:
    if match["mil"]:
        return f"{match['mil']}:{match['milmin']}"
    if match["h24"]:
        return f"{int(match['h24']):02d}:{match['min24']}"
    hour = int(match["h"]) % 12 + (12 if match["half"] == "p" else 0)
    return f"{hour:02d}:{match['min'] or '00'}"


def _year_value(match: re.Match[str]) -> str:
    if match["decade"]:
        return f"{match['decade']}s"
    if match["from"]:
        return f"{match['from']}/{match['until'].rjust(4, '_').replace('__', match['from'][:2])}"
    return match["year"]
