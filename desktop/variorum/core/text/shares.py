"""Finds shares told in words: "one-third", "half of", "four in 10". English; knows no percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from variorum.core.text import numbers
from variorum.core.text.amounts import Amount
from variorum.core.text.model import Span
from variorum.core.text.nouns import counted_noun
from variorum.core.text.patterns import has_any, table

_TABLE = "figures"
_FRACTION = re.compile(
    r"\b(?P<top>one|two|three|four|five|seven|a|an)[ -]"
    r"(?P<bottom>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b"
    r"(?! (?:time|day|week|month|year|quarter|round|term|place|anniversary|party|country|man|person|reason|way))"
    r"|(?<!first )(?<!second )(?<!last )(?<!other )\b(?P<half>half)\b(?= (?:a|an|of|the|its|their|his|her|all)\b)"
    r"(?: an?(?= (?:ton|mile|hour|day|year|century|dozen)))?",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r" (?!of\b|or\b|and\b|more\b|less\b|as\b|in\b|from\b|to\b|by\b|at\b|on\b|since\b|have\b|had\b|do\b|did\b"
    r"|say\b|said\b|will\b|would\b|was\b|were\b|is\b|are\b)[a-z]"
)
_PARTS = ("half", "halves", "third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth")
_MOST = 1500
"""What a share is told of at most: "one in 2019" is a year."""


def shares(text: str, passage: Span) -> Iterator[Amount]:
    """All mentions of shares in a passage."""
    for match in _so_many_in().finditer(text, passage.start, passage.end):
        top, many = (_worth(match[name]) for name in ("top", "many"))
        if top and many and top < many < _MOST and (top == 1 or many in (3, 4, 5, 6, 7, 8, 9, 10, 100, 1000)):
            yield Amount(Span(*match.span()), numbers.plain(round(top / many, 3)), "")
    if has_any(passage.of(text), _PARTS):
        for match in _FRACTION.finditer(text, passage.start, passage.end):
            if found := _fraction(match, text, passage):
                yield found


@cache
def _so_many_in() -> re.Pattern[str]:
    small = "|".join(table(_TABLE)["small"])
    return re.compile(
        rf"\b(?P<top>{small}|\d{{1,3}})[ -](?:in|out of)[ -](?:every )?(?P<many>{small}|\d{{1,4}})\b"
        r"(?![,.]\d|%| percent)",
        re.IGNORECASE,
    )


def _worth(written: str) -> Decimal | None:
    return numbers.from_digits(written) if written[0].isdigit() else numbers.from_words(written)


def _fraction(match: re.Match[str], text: str, passage: Span) -> Amount | None:
    if match["half"]:
        noun = counted_noun(text, match.end(), passage.end) if match.group()[-1] in "an" else None
        return Amount(Span(match.start(), noun.end if noun else match.end()), "0.5", noun.unit if noun else "")
    bottom = match["bottom"].lower().replace("halves", "half")
    one = match["top"].lower() in ("a", "an")
    if one and bottom not in ("half", "quarter") and _NOUN_AFTER.match(text, match.end(), passage.end):
        return None  # "a third child"
    top = 1 if one else int(table(_TABLE)["small"][match["top"].lower()])
    value = Decimal(table(_TABLE)["fractions"][bottom]) * top
    return Amount(Span(*match.span()), "0.667" if str(value) == "0.666" else numbers.plain(value), "")
