"""Finds where a text says it comes from: dateline, outlet, date. Only what the text says of itself counts.

"According to the Post" names somebody else's report; "Source: Post" at the foot, a wire's name in the dateline or a
copyright line name the text's own outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from variorum.core.text.agencies import any_agency, closing, credited
from variorum.core.text.patterns import table
from variorum.core.text.patterns import words as _words

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þa-zà-ÿ.'’-]*"
_DATELINE = re.compile(
    rf"(?P<line>(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){{0,4}})"
    rf"(?:, (?:{_PLACE} ?){{1,3}})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: ?\((?P<wire>[A-Z][\w .&/-]{1,30})\))?)\s*(?:—|–|--|-|:)\s"
)
_DATELINE_MIXED = re.compile(
    r"(?P<line>(?P<place>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})"
    r"(?:, [A-Z][\w. ]{1,20})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r" ?\((?P<wire>[A-Z][\w .&/-]{1,30})\))\s*(?:—|–|--|-|:)\s"
)
_DATELINE_BARE = re.compile(r"(?P<line>\((?P<wire>[A-Z][\w .&/-]{1,30})\))\s*(?:—|–|--|-)\s")
_SOURCE = re.compile(r"(?:sources?|quelle|fuente|fonte|bron|источник) ?[:;] ?(?P<name>.{2,60}?)[ .]*$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|\(c\)|©)[ ,©]*(?:\(c\) ?)?(?:\d{4}(?:-\d{4})? )?(?:by )?(?P<name>[A-ZÀ-Þ][\w&.'’ -]{1,40}?)"
    r"(?:,? (?:\d{4}|Inc|LLC|Ltd|Limited|All|all)\b.*|[.,].*)?$",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"(?:.{0,160}\bappeared (?:first )?(?:on|in)"
    r"|.{0,60}\b(?:originally|first) (?:published|posted|appeared) (?:on|in|by|at)) "
    r"(?P<name>[A-ZÀ-Þ][\w&.'’ -]{1,40}?)\.?$"
)
_BY_PAPER = re.compile(r"(?:By|BY) (?P<name>The [A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})$")
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’ -]{2,60}?(?:,| \||/| [–—-]) ?(?P<name>[A-Z][\w&.'’ -]{1,40}?)$")
_MASTHEAD = re.compile(
    r"(?P<name>(?:The )?[A-ZÀ-Þ][\w&.'’-]*(?: [A-ZÀ-Þ&][\w&.'’-]*){0,4})(?:, ?| ?[|/·•–—] ?| - )(?:[A-Z][a-z]+day,? )?"
    r"(?P<date>\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th|\.)? [A-Za-zäûé]{3,9}\.?,? \d{4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
    r"(?:[ ,|·•]{1,3}(?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?: ?[A-Z]{1,5})?)?$"
)
_IN_HEADLINE = re.compile(r".{15,} (?:\||»|::) (?P<name>[A-ZÀ-Þ][\w&.'’ -]{1,30})$")
_AS_REPORTED = re.compile(
    r",? as (?:reported by (?P<by>[A-Z][\w&.'’-]+(?: [A-Z][\w&.'’-]+){0,3})|"
    r"(?P<name>[A-Z][\w&.'’-]+(?: [A-Z][\w&.'’-]+){0,3}) (?:reports|reported))[.”\"]"
)
_PERSON = re.compile(r"(?:[Bb]y|BY) ")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)? ([A-Za-zäéûç]{3,10})\.?,? ((?:19|20)\d\d)\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")


def dateline_of(line: str) -> str:
    """The dateline that `line` begins with, as it stands ("WASHINGTON (Reuters)"), or ""."""
    match = _dateline(line)
    return match["line"].strip() if match else ""


def without_dateline(line: str) -> str:
    """`line` from behind the dateline that it begins with; as it is where it has none or nothing else."""
    match = _dateline(line)
    return (line[match.end() :].lstrip() if match else "") or line


def wire_of(line: str) -> str:
    """The agency named in the dateline of `line` ("Reuters"), or ""."""
    match = _dateline(line)
    return _full_name(match["wire"] or credited(match["line"])) if match else ""


def outlet_of(headline: str, body: Sequence[str], furniture: Sequence[str], end: str = "") -> str:
    """The outlet that a text names as its own, or "".

    `body` holds the beginnings of its first paragraphs, `furniture` its lines of furniture, `end` the last words.
    """
    for pattern in (_SOURCE, _APPEARED, _COPYRIGHT, _BYLINE):
        for line in furniture:
            match = pattern.match(line)
            if match and (name := _plausible(match["name"])):
                return name
    for line in furniture:
        if (match := _BY_PAPER.match(line)) and _is_paper(match["name"]):
            return _full_name(match["name"])
    for line in furniture:
        if (match := _MASTHEAD.match(line)) and _is_paper(match["name"]) and (name := _plausible(match["name"])):
            return name
    if match := _IN_HEADLINE.match(headline):
        return _full_name(match["name"])
    for line in body[:3]:
        if wire := wire_of(line):
            return wire
    if agency := next(filter(None, map(credited, furniture)), "") or closing(end):
        return _full_name(agency)
    for line in body[:3]:
        if match := _AS_REPORTED.search(line):
            return _plausible(match["name"] or match["by"])
    return ""


def is_masthead(line: str) -> bool:
    """Whether `line` is nothing but a name and a date: "Northport Herald, 12 March 2026"."""
    match = _MASTHEAD.match(line)
    return bool(match and date_of([match["date"]]))


def _is_paper(name: str) -> bool:
    """Whether a name is an outlet's by its words, rather than a place's."""
    words = name.replace(".", " ").casefold().split()
    return bool(_words("outlets", "papers") & set(words))


def date_of(lines: Sequence[str]) -> str:
    """The ISO date that one of `lines` gives (a line of furniture, or a dateline), or ""."""
    for line in lines:
        if match := _ISO.search(line):
            found = _iso(match[1], match[2], match[3])
        elif match := _MONTH_FIRST.search(line):
            found = _iso(match[3], match[1], match[2])
        elif match := _DAY_FIRST.search(line):
            found = _iso(match[3], match[2], match[1])
        else:
            continue
        if found:
            return found
    return ""


def _dateline(line: str) -> re.Match[str] | None:
    beginning = line[:140]
    return (
        _DATELINE.match(beginning)
        or _DATELINE_MIXED.match(beginning)
        or _DATELINE_BARE.match(beginning)
        or _without_dash().match(beginning)
    )


@cache
def _without_dash() -> re.Pattern[str]:
    """A dateline that nothing but an agency in parentheses ends: "(CNN) The talks …", "Washington (AFP) The …"."""
    return re.compile(
        rf"(?P<line>(?:{_PLACE}(?: {_PLACE}){{0,2}}(?:, [A-Z][\w. ]{{1,20}})?,? ?)?\((?P<wire>{any_agency()})\))\s+"
        r"(?=[“‘\"'A-ZÀ-Þ])"
    )


def _plausible(name: str) -> str:
    """`name` as an outlet, or "" where it can't be one (a web address with a path, a person's credit, a sentence)."""
    name = name.strip(" .,;:-–—")
    if "/" in name or len(name.split()) > 5 or not any(map(str.isalpha, name)) or _PERSON.match(name):
        return ""
    return "" if name.casefold() in table("outlets")["not_outlets"] else _full_name(name)


def _full_name(name: str) -> str:
    name = " ".join(name.split())
    return str(table("outlets")["names"].get(name, name))


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else int(table("outlets")["months"].get(month.casefold()[:3], 0))
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
