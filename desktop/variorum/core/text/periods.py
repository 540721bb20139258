"""Finds periods told in words: "in recent weeks", "later this year", "Easter weekend", "early June", "spring of 2017".

English. Values are the phrase in lower case, or ISO with a word before it ("early 06", "late 2004"); where two months
bound a period both stand ("05/early 06"). Knows nothing of plain dates (`dates`) or spans of time (`amounts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.core.text.dates import MONTH, YEAR, Moment, month_number
from variorum.core.text.model import Span
from variorum.core.text.patterns import has_any, table

_PART = r"(?:early|mid|late)"
_RECENT = re.compile(
    r"\b(?P<side>recent|coming|upcoming|past|next|last|previous|following)"
    r" (?P<several>few |several |couple of )?(?P<unit>hour|day|week|month|year|decade)s\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?P<way>earlier|later|early|late)(?P<in> in)? (?P<which>this|last|next|the) "
    r"(?P<unit>day|week|month|year|spring|summer|autumn|fall|winter|decade|century)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    rf"\b(?:(?P<p1>{_PART})[ -])?(?P<m1>{MONTH}) (?:or|and|to|through|until) (?:(?P<p2>{_PART})[ -])?(?P<m2>{MONTH})\b"
    rf"(?! \d)(?:,? (?P<year>{YEAR}))?"
)
_PART_OF = re.compile(
    rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -](?:in )?(?:(?P<month>{MONTH})\b(?! \d{{1,2}}\b)(?:,? (?P<y1>{YEAR})\b)?"
    rf"|(?P<y2>{YEAR})(?P<s>(?:[’']?s)?)(?![\w%]|[.,]\d))"
)
_SEASON = re.compile(
    rf"\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<y1>{YEAR})\b"
    rf"|\b(?P<nth>first|second|third|fourth) (?P<share>half|quarter) of (?P<y2>{YEAR})\b",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:yesterday|tomorrow|tonight)\b(?![’'])", re.IGNORECASE)
_HINTS = (
    "recent", "coming", "past", "next", "last", "previous", "following", "earl", "late", "mid", "spring", "summer",
    "autumn", "fall", "winter", "half of", "quarter of", "yesterday", "tomorrow", "tonight",
)  # fmt: skip
"""One of these stands in every passage with a period told by such words: a quick look before the patterns."""
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def periods(text: str, passage: Span) -> Iterator[Moment]:
    """All mentions of periods in a passage; those found by different rules may overlap."""
    for match in _BOUND.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), _bound(match), "date")
    for match in _holidays().finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), " ".join(match["name"].lower().replace("’", "'").split()), "date")
    if has_any(passage.of(text), _HINTS):
        yield from _in_words(text, passage)


def _in_words(text: str, passage: Span) -> Iterator[Moment]:
    for match in _RECENT.finditer(text, passage.start, passage.end):
        if match["side"].lower() in ("recent", "coming", "upcoming") or match["several"]:
            side = {"upcoming": "coming"}.get(match["side"].lower(), match["side"].lower())
            yield Moment(Span(*match.span()), f"{side} {match['unit'].lower()}s", "date")
    for match in _TURNED.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), " ".join(match.group().lower().split()), "date")
    for match in _PART_OF.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), _part_of(match), "date" if match["month"] else "year")
    for match in _SEASON.finditer(text, passage.start, passage.end):
        season = match["season"] or f"{match['share'][0]}{_ORDER[match['nth'].lower()]}"
        yield Moment(Span(*match.span()), f"{match['y1'] or match['y2']}-{season.lower()}", "date")
    for match in _NEAR.finditer(text, passage.start, passage.end):
        yield Moment(Span(*match.span()), match.group().lower(), "date")


def _bound(match: re.Match[str]) -> str:
    """ "05/early 06" for "May or early June"."""
    year = f"{match['year']}-" if match["year"] else ""
    ends = ((match["p1"], match["m1"]), (match["p2"], match["m2"]))
    return "/".join(f"{part} {year}{month_number(name)}" if part else year + month_number(name) for part, name in ends)


def _part_of(match: re.Match[str]) -> str:
    """ "early 06", "late 2018-06", "mid 2004", "early 2000s"."""
    if match["month"]:
        value = f"{match['y1']}-{month_number(match['month'])}" if match["y1"] else month_number(match["month"])
    else:
        value = match["y2"] + ("s" if match["s"] else "")
    return f"{match['part'].lower()} {value}"


@cache
def _holidays() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in table("figures")["holidays"]["names"]), key=len, reverse=True))
    names = names.replace("'", "[’']")
    return re.compile(
        rf"\b(?P<name>{names})(?:(?: holiday)? [Ww]eekend| [Hh]oliday(?:s| period| season)?)?\b"
        r"(?! (?:eggs?|bunny|rising|island|parade|tree|card|party|shopping|sales?|present|gift|song|carol|dinner)s?\b)"
    )
