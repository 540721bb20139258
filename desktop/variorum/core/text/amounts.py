"""Finds amounts in a passage: money, percentages, counts with what they count, fractions, spans of time, vague numbers.

Yields mentions that may overlap (the caller keeps the longest); knows nothing of qualifiers, dates or referents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from variorum.core.text import numbers
from variorum.core.text.dates import is_year
from variorum.core.text.model import Span
from variorum.core.text.nouns import CountedNoun, counted_noun, singular
from variorum.core.text.patterns import table, words

_TABLE = "figures"
TIME_UNITS = "second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie|generation"
_PERCENT = re.compile(
    r"\s?(?:%|٪|％)"
    r"|[ -](?:percent\b|per cent\b|pct\b|prozent\b|pour cent\b|por ciento\b|per cento\b|procent\b|процент\w*)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"[ -]percentage[ -]points?\b")
_BASIS_POINTS = re.compile(r"[ -]basis[ -]points?\b")
_HYPHENED = re.compile(r"-(?P<unit>[a-z]+)(?:-(?:old|long|high|tall|wide|deep|plus|strong|or-more))?(?:s\b|\b)")
_TIME = re.compile(
    rf" (?:(?:more|other|full|whole|long|consecutive|straight|separate) )?(?P<unit>{TIME_UNITS})(?P<s>s?)\b(?:[’']|\b)"
)
_VAGUE = re.compile(
    r"\b(?P<phrase>(?:(?:tens|dozens|hundreds|thousands|millions|billions|trillions|scores)"
    r"(?: and (?:tens|dozens|hundreds|thousands))?"
    r"(?: of (?:thousands|millions|billions))?)|several(?: (?:dozen|hundred|thousand|million|billion))?"
    r"|a (?:few|couple|handful)(?: (?:dozen|hundred|thousand|million))?|few)\b(?: of)?",
    re.IGNORECASE,
)
_FEW_AT = re.compile(r" (?:in|at|among|outside|inside) [A-Z]")
_NOT_FEW = re.compile(r"\b(?:\w+[st]|every|first|the|precious) $", re.IGNORECASE)
_MULTI = re.compile(
    r"\bmulti[- ]?(?P<scale>million|billion|trillion)[- ](?P<unit>dollar|euro|pound|year)s?\b", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:rose|rises?|fell|falls?|gain(?:ed|s)?|lost|loses?|jump(?:ed|s)?|climb(?:ed|s)?|drop(?:ped|s)?|slid|slipped"
    r"|add(?:ed|s)?|surged|up|down|by) $",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([\w.’'-]+)[ \u00a0]$")
_AGE = re.compile(r", \d{1,3},")  # “I saw it,” Ida Berg, 54, said
_AGED = re.compile(r"\b(?:aged?|ages|(?:dies|died|dead) at) $", re.IGNORECASE)
_WAS = re.compile(r"\b[SsHh]?he (?:was|is|turned|turns) $")
_ENDS = re.compile(r"[.,;”\"]| when\b| at the time\b|$")
_LONGEST_AGE = 3
_UNITS = {"time": "times"}  # "time" is the unit of a time of day
_OF_THIS_AGE = re.compile(r"(?:19|20)\d\d")
_OF_MANY = re.compile(r" of (?:the|its|their|his|her|our|these|those|some|about|nearly|more than)? ?")
_OF_THEM = re.compile(r" of (?:them|those|the \w+ed|whom|which)\b")
_THE_TWO = re.compile(r"\b(?:the|these|those|other|both|her|his|their|its) $", re.IGNORECASE)
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;—–\"“”‘(]\s*)[\w’'-]+[ \u00a0]$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A mention of an amount with its canonical value and unit, as `Figure` has them."""

    span: Span
    value: str
    unit: str


def amounts(text: str, passage: Span, *, english: bool) -> Iterator[Amount]:
    """All mentions of amounts in a passage; those found by different rules may overlap."""
    for match in _numbers(text, passage, english=english):
        if found := _amount(text, match, passage, english=english):
            yield found
    if english:
        yield from _vague(text, passage)


def _numbers(text: str, passage: Span, *, english: bool) -> Iterator[re.Match[str]]:
    """The numbers of a passage; "rose $2 to $73" are two."""
    pattern, position = _number(english), passage.start
    while match := pattern.search(text, position, passage.end):
        if match["sign2"] and english and _MOVED.search(text, max(passage.start, match.start() - 12), match.start()):
            match = pattern.match(text, match.start(), match.end("first")) or match
        yield match
        position = match.end()


@cache
def _number(english: bool) -> re.Pattern[str]:
    """The pattern of a number with its sign, currency, range and scale."""
    signs = "|".join(sorted(map(re.escape, table(_TABLE)["signs"]), key=len, reverse=True))
    scales = "|".join(sorted(table(_TABLE)["scales"], key=len, reverse=True))
    number = numbers.DIGITS + (f"|{numbers.number_words()}" if english else "")
    return re.compile(
        rf"(?<![\w@#&/\\='’])(?<![\w’'][-.,:])(?P<between>(?<=[bB]etween ))?"
        rf"(?:(?P<sign>{signs})\s?)?(?P<minus>(?<![\w)])[-−+])?(?P<first>{number})"
        rf"(?:(?:\s?[-–—]\s?|\sto\s|-to-|\sand\s(?(between)|(?=[$€£]))|\sor\s)(?P<sign2>{signs})?(?P<second>{number}))?"
        rf"(?P<half> and an? half\b)?"
        rf"(?:[ \u00a0-]?(?P<scale>{scales})\b(?!-(?!a-|per-|plus\b|strong\b)\w|[’']\w))?"
        r"(?P<plus>\+|-plus\b|-strong\b)?"
        rf"(?P<metric>(?:kg|km|kph|mph|lbs?|cm|[kMG]W|[GMT]B)\b)?"
        rf"(?![\w]|[.,]\d|:\d|/\d)",
        re.IGNORECASE,
    )


def _amount(text: str, match: re.Match[str], passage: Span, *, english: bool) -> Amount | None:
    """What a number found is an amount of, or None where it is a label, an address or a mere word."""
    value = _value(match, decimal_comma=not english)
    if value is None:
        return None
    end = match.end()
    if sign := match["sign"] or match["sign2"]:
        return Amount(Span(match.start(), end), value, _currency(sign))
    if match["metric"]:
        return Amount(Span(match.start(), end), value, singular(match["metric"].lower()))
    for pattern, unit in ((_BASIS_POINTS, "basis point"), (_POINTS, "percentage point"), (_PERCENT, "%")):
        if after := pattern.match(text, end, passage.end):
            return Amount(Span(match.start(), after.end()), value, unit)
    if after := _currency_names().match(text, end, passage.end):
        return Amount(Span(match.start(), after.end()), value, _currency(after["name"]))
    if english and (after := _HYPHENED.match(text, end, passage.end)):
        return _hyphened(match, after, value)
    return _count(text, match, value, passage, english=english)


def _value(match: re.Match[str], *, decimal_comma: bool) -> str | None:
    """The canonical value of a number or range ("10-15" with the scale applied to both ends)."""
    parts = [match["first"], match["second"]] if match["second"] else [match["first"]]
    scale = Decimal(table(_TABLE)["scales"].get((match["scale"] or "").lower(), 1))
    values = []
    for part in parts:
        number = (
            numbers.from_digits(part, decimal_comma=decimal_comma) if part[0].isdigit() else numbers.from_words(part)
        )
        if number is None:
            return None
        values.append(number + (Decimal("0.5") if match["half"] and part == parts[-1] else 0))
    scale_first = Decimal(1) if len(values) == 2 and values[0] >= 1000 > values[1] else scale
    scaled = [numbers.plain(values[0] * scale_first), *(numbers.plain(value * scale) for value in values[1:])]
    return ("-" if match["minus"] in ("-", "−") else "") + "-".join(scaled)


def _currency(name: str) -> str:
    signs, names = table(_TABLE)["signs"], table(_TABLE)["currencies"]
    for candidate in (name, name.upper(), name.lower(), name.capitalize()):
        if code := signs.get(candidate) or names.get(candidate):
            return str(code)
    return ""


@cache
def _currency_names() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, table(_TABLE)["currencies"]), key=len, reverse=True))
    return re.compile(rf"(?:[ \u00a0-]|(?=[€£$]))(?:(?:de|of|di) )?(?P<name>{names})(?!\w)", re.IGNORECASE)


def _hyphened(match: re.Match[str], after: re.Match[str], value: str) -> Amount | None:
    """ "66-page", "12-year-old", "90-day": units tied to the number."""
    unit = after["unit"].removesuffix("s")
    if (
        unit in words(_TABLE, "words", "hyphened")
        or unit in table(_TABLE)["fractions"]
        or after["unit"] in table(_TABLE)["fractions"]
    ):
        return None
    if re.fullmatch(TIME_UNITS, unit):
        value, unit = in_years(value, unit + "s")
    return Amount(Span(match.start(), after.end()), value, unit)


def _count(text: str, match: re.Match[str], value: str, passage: Span, *, english: bool) -> Amount | None:
    """A number without sign, currency or percent: a span of time, things counted, or just a number."""
    if is_year(text, Span(*match.span()), passage) or _are_years(match):
        return None
    if english and (found := _time(text, match, value, passage)):
        return found
    if _is_label(text, match, passage):
        return None
    end, in_words = match.end(), not match["first"][0].isdigit()
    if not in_words and english and _is_age(text, match, passage):
        return Amount(Span(match.start(), end), value, "years")
    noun = counted_noun(text, end, passage.end) if english else None
    if in_words and _is_pronoun(text, match, value, passage, noun):
        return None
    if noun:
        return Amount(Span(match.start(), noun.end), value, _UNITS.get(noun.unit, noun.unit))
    if english and (unit := _unit_of_many(text, end, passage)):
        return Amount(Span(match.start(), end), value, unit)
    if english and _meets_fate(text, match, passage):
        return Amount(Span(match.start(), end), value, "person")
    if in_words and value != "1" and _OF_THEM.match(text, end, passage.end):
        return Amount(Span(match.start(), end), value, "")
    is_small = in_words and not match["scale"] and "dozen" not in match["first"] and Decimal(value.split("-")[0]) <= 12
    named = match["scale"] is None and "," not in match["first"] and _CAPITAL_AFTER.match(text, end, passage.end)
    if is_small or named:
        return None  # "ten of the best": a word rather than a figure; "10 Downing Street"
    return Amount(Span(match.start(), end), value, "")


def _is_age(text: str, match: re.Match[str], passage: Span) -> bool:
    """Whether a plain number is somebody's age: "Ida Berg, 54, said", "aged 54", "She was 92."."""
    if _AGE.match(text, match.start() - 2, passage.end):
        return True
    lead = text[max(passage.start, match.start() - 12) : match.start()]
    if _AGED.search(lead):
        return True
    return len(match.group()) <= _LONGEST_AGE and bool(
        _WAS.search(lead) and _ENDS.match(text, match.end(), passage.end)
    )


def _are_years(match: re.Match[str]) -> bool:
    """Whether a range is one of years: "between 2016 and 2018"."""
    return bool(match["second"] and _OF_THIS_AGE.fullmatch(match["first"]) and _OF_THIS_AGE.fullmatch(match["second"]))


def _time(text: str, match: re.Match[str], value: str, passage: Span) -> Amount | None:
    """ "three years", "an hour": a number with a unit of time in the fitting number."""
    after = _TIME.match(text, match.end(), passage.end)
    if after is None or not (after["s"] or value == "1"):
        return None
    value, unit = in_years(value, plural_of_time(after["unit"]))
    return Amount(Span(match.start(), after.end("s")), value, unit)


def _is_pronoun(text: str, match: re.Match[str], value: str, passage: Span, noun: CountedNoun | None) -> bool:
    """Whether a number in words only points at something: "the two leaders", "one official", "one of them"."""
    if value == "1":
        return noun is None or noun.word not in words(_TABLE, "words", "ones")
    return value == "2" and bool(_THE_TWO.search(text[max(passage.start, match.start() - 8) : match.start()]))


def _unit_of_many(text: str, end: int, passage: Span) -> str:
    """What is counted in "six of the eleven nations" and "two of its members"."""
    of = _OF_MANY.match(text, end, passage.end)
    if of is None:
        return ""
    number = _number(True).match(text, of.end(), passage.end)
    noun = counted_noun(text, number.end() if number else of.end() - 1, passage.end)
    return noun.unit if noun else ""


def in_years(value: str, unit: str) -> tuple[str, str]:
    """Value and unit with decades and centuries in years, so that "six decades" equals "60 years"."""
    factor = {"decades": 10, "centuries": 100}.get(unit)
    if factor is None or "-" in value:
        return value, unit
    return numbers.plain(Decimal(value) * factor), "years"


def _meets_fate(text: str, match: re.Match[str], passage: Span) -> bool:
    """Whether a number alone counts people of whom the words beside it tell: "five were hurt", "killing two"."""
    after, before = _fates()
    lead = text[max(passage.start, match.start() - 28) : match.start()]
    return bool(after.match(text, match.end(), passage.end) or before.search(lead))


@cache
def _fates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = "|".join(sorted({word for words_ in table(_TABLE)["fates"].values() for word in words_.split()}))
    causing = "|".join(sorted(words(_TABLE, "words", "harming")))
    return (
        re.compile(rf" (?:(?:more|others|people|were|was|are|is|have been|remain(?:ed)?) ){{0,2}}(?:{told})\b"),
        re.compile(rf"\b(?:{causing}) (?:at least |about |some |another |up to )?$", re.IGNORECASE),
    )


def _is_label(text: str, match: re.Match[str], passage: Span) -> bool:
    """Whether a plain number names something: "Article Five", "Boeing 747", "Number 10"."""
    before = _LABEL.search(text, max(passage.start, match.start() - 40), match.start())
    if before is None or match["scale"]:
        return False
    word = before.group(1)
    if word.lower() in words(_TABLE, "words", "labels"):
        return True
    begins = bool(_SENTENCE_START.search(text[max(passage.start, match.start() - 40) : match.start()]))
    begins = begins or before.start() == passage.start
    return (
        word[0].isupper()
        and not begins
        and word not in _NOT_NAMES
        and match["first"][0].isdigit()
        and "," not in match["first"]
    )


_NOT_NAMES = frozenset(
    ["About", "Some", "Nearly", "Almost", "Over", "I", "U.S.", "The", "By", "In", "Only", "And", "At"]
)


def plural_of_time(unit: str) -> str:
    """ "years" for "year": a span of time, as opposed to the unit "year" of a date."""
    unit = unit.lower()
    return {"centurie": "centuries", "century": "centuries"}.get(unit, unit + "s")


def _vague(text: str, passage: Span) -> Iterator[Amount]:
    for match in _VAGUE.finditer(text, passage.start, passage.end):
        after = _TIME.match(text, match.end("phrase"), passage.end)
        noun = None if after else counted_noun(text, match.end(), passage.end)
        phrase = " ".join(match["phrase"].lower().split())
        if phrase == "few" and (after or _NOT_FEW.search(text, max(passage.start, match.start() - 10), match.start())):
            continue
        if after:
            yield Amount(Span(match.start(), after.end("s")), phrase, plural_of_time(after["unit"]))
        elif noun:
            yield Amount(Span(match.start(), noun.end), phrase, _UNITS.get(noun.unit, noun.unit))
        elif phrase == "few" and _FEW_AT.match(text, match.end(), passage.end):
            yield Amount(Span(match.start(), match.end()), phrase, "person")
        elif not phrase.startswith(("a ", "several", "few")):
            yield Amount(Span(match.start(), match.end("phrase")), phrase, "")
    for match in _MULTI.finditer(text, passage.start, passage.end):
        unit = "years" if match["unit"].lower() == "year" else _currency(match["unit"].lower())
        yield Amount(Span(*match.span()), f"{match['scale'].lower()}s", unit)
