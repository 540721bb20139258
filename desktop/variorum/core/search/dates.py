"""Reads what stands after `date:`: a year, month or day, a range of them, before or after. Knows no articles."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
Days = tuple[date, date]
"""The first and the last day of a period."""


def _period(text: str) -> Days | None:
    """The days of "2025", "2025-02" or "2025-02-12"; None if there is no such date."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        return None
    if match[3]:
        return first, first
    last_month = month if match[2] else 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def read_days(text: str) -> Days | None:
    """The first and last day that `text` asks for, or None if it is no date.

    "2025-01..2025-03" has both ends in it, either may be left out; ">2025-01" begins after that month, ">=" with it.
    """
    if ".." in text:
        low, _, high = text.partition("..")
        first = _period(low) if low else (date.min, date.min)
        last = _period(high) if high else (date.max, date.max)
        return (first[0], last[1]) if first and last and (low or high) else None
    sign = re.match(r"[<>]=?", text)
    if sign is None:
        return _period(text)
    days = _period(text[sign.end() :])
    return None if days is None else _beside(sign[0], days)


def _beside(sign: str, days: Days) -> Days:
    first, last = days
    one = timedelta(days=1)
    if sign == ">":
        return (last + one if last < date.max else last), date.max
    if sign == "<":
        return date.min, (first - one if first > date.min else first)
    return (first, date.max) if sign == ">=" else (date.min, last)
