"""Finds spans of time told without a number: "for months", "years ago", "a day after", "take a year". English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.core.text.amounts import TIME_UNITS, Amount, in_years, plural_of_time
from variorum.core.text.model import Span
from variorum.core.text.patterns import words

_MANY = re.compile(rf"\b(?:{TIME_UNITS})s\b", re.IGNORECASE)
_AFTER_MANY = re.compile(r" (?:ago|later|after|before|earlier|of|to come|since|on end)\b|-long\b", re.IGNORECASE)
_OF_WHAT = re.compile(r" of (?:the|a)\b")
_ONE = re.compile(rf"\ban? (?P<unit>{TIME_UNITS})\b")
_AFTER_ONE = re.compile(r" (?:ago|after|before|later|earlier|or so)\b")
_LONGEST = 12
"""Characters that the longest of the words before a span takes."""


def stretches(text: str, passage: Span) -> Iterator[Amount]:
    """All spans of time without a number in a passage."""
    for match in _MANY.finditer(text, passage.start, passage.end):
        start, end = match.span()
        lead = _follows(text, passage, start, "spans") and not _OF_WHAT.match(text, end, passage.end)
        if lead or _AFTER_MANY.match(text, end, passage.end):
            unit = match.group().lower()
            yield Amount(Span(start, end), unit, unit)
    for match in _ONE.finditer(text, passage.start, passage.end):
        lead = _follows(text, passage, match.start(), "span")
        if lead or _AFTER_ONE.match(text, match.end(), passage.end):
            value, unit = in_years("1", plural_of_time(match["unit"]))
            yield Amount(Span(*match.span()), value, unit)


def _follows(text: str, passage: Span, start: int, leading: str) -> bool:
    """Whether a word of the list called `leading` stands right before `start`."""
    before = text[max(passage.start, start - _LONGEST) : start].lower().split()
    if not before or not text[start - 1].isspace():
        return False
    return before[-1].lstrip("“\"‘'(—–") in words("figures", "words", "leading", leading)
