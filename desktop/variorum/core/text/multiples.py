"""Finds how often and how many times ("twice", "doubled", "threefold") and numbers in forms of their own ("a pair of").

English. Everything counted in times has the unit "times", so that "doubled" and "rose twofold" are one value; yields
mentions that may overlap those of `amounts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.core.text import numbers
from variorum.core.text.amounts import Amount
from variorum.core.text.model import Span
from variorum.core.text.nouns import counted_noun
from variorum.core.text.patterns import has_any, table, words

TIMES = "times"
_TABLE = "figures"
_FOLDED = re.compile(
    r"\b(?:(?P<doubled>doubl|redoubl)|(?P<tripled>tripl|trebl)|(?P<fourfold>quadrupl)|(?P<halved>halv))(?:ed|es|ing)\b"
    r"(?! (?:back|down|up|over)\b)"
    r"|\b(?P<double>double|twice)(?= (?:the|that|what|its|their|his|her|as|last|this)\b)"
    r"|\b(?P<triple>triple|thrice)(?= (?:the|that|what|its|their|his|her|as|last|this)\b)",
    re.IGNORECASE,
)
_IN_HIS = re.compile(r"\b(?:his|her|their) (?:early |mid-?|late )?(?P<age>[2-9]0s)\b")
_HINTS = ("doubl", "tripl", "trebl", "quadrupl", "halv", "twice", "thrice", "once")
"""One of these stands in every passage that has such words: a quick look before the patterns."""
_WORTH = {"doubled": "2", "tripled": "3", "fourfold": "4", "halved": "0.5", "double": "2", "triple": "3"}
_OFTEN = re.compile(
    r"\b(?:(?P<once>once(?:(?<=\bonly once)|(?<=\bjust once)"
    r"|(?= (?:before|again|more|every|a (?:day|week|month|year))\b)))"
    r"|(?P<twice>twice)|(?P<thrice>thrice))\b",
    re.IGNORECASE,
)


def multiples(text: str, passage: Span) -> Iterator[Amount]:
    """All mentions of times, folds and groups of so many in a passage."""
    piece = passage.of(text)
    if has_any(piece, _HINTS):
        for match in _FOLDED.finditer(text, passage.start, passage.end):
            yield Amount(Span(*match.span()), _WORTH[match.lastgroup or ""], TIMES)
        for match in _OFTEN.finditer(text, passage.start, passage.end):
            value = "1" if match["once"] else "2" if match["twice"] else "3"
            yield Amount(Span(*match.span()), value, TIMES)
    for match in _IN_HIS.finditer(text, passage.start, passage.end) if "0s" in piece else ():
        yield Amount(Span(*match.span("age")), match["age"], "years")
    patterns = (_folds() if "fold" in piece else None, _groups() if " of " in piece else None, _cited())
    for match in (m for p in patterns if p for m in p.finditer(text, passage.start, passage.end)):
        if found := _of_words(match, text, passage):
            yield found


@cache
def _digits_or_words() -> str:
    small = "|".join(table(_TABLE)["small"])
    return rf"(?:{numbers.DIGITS}|(?:{small})(?:-(?:{small}))?)"


@cache
def _folds() -> re.Pattern[str]:
    """ "tenfold", "10-fold"."""
    return re.compile(rf"(?<![\w.,-])(?P<fold>{_digits_or_words()})[ -]?fold\b", re.IGNORECASE)


@cache
def _groups() -> re.Pattern[str]:
    """ "an audience of one", "a pair of ships"."""
    groups, sets = "|".join(sorted(words(_TABLE, "words", "groups"))), "|".join(table(_TABLE)["sets"])
    return re.compile(
        rf"\b(?:(?P<group>{groups}) of (?P<of>{_digits_or_words()})(?![\w%-]|[.,:/]\d)"
        rf"(?! (?:the|its|them|those|these|his|her)\b)|(?P<set>{sets}) of\b)",
        re.IGNORECASE,
    )


@cache
def _cited() -> re.Pattern[str]:
    """ "Article Five"."""
    cited = "|".join(sorted(word.capitalize() for word in words(_TABLE, "words", "cited")))
    return re.compile(rf"\b(?P<cited>{cited}) (?P<number>(?i:{_digits_or_words()}))\b(?![.,]\d|[’'%])")


def _of_words(match: re.Match[str], text: str, passage: Span) -> Amount | None:
    parts = match.groupdict()
    if name := parts.get("set"):
        noun = counted_noun(text, match.end() - len(" of"), passage.end)
        return (
            Amount(Span(match.start(), noun.end), str(table(_TABLE)["sets"][name.lower()]), noun.unit) if noun else None
        )
    written = parts.get("fold") or parts.get("of") or parts["number"]
    number = numbers.from_digits(written) if written[0].isdigit() else numbers.from_words(written)
    if number is None or ("of" in parts and not _ends(text, match.end(), passage)):
        return None
    unit = TIMES if "fold" in parts else "person" if "of" in parts else f"{match['cited'].lower()} number"
    return Amount(Span(*match.span()), numbers.plain(number), unit)


def _ends(text: str, end: int, passage: Span) -> bool:
    """Whether the phrase ends with the number, so that the group itself is what is counted."""
    return end >= passage.end or not text[end : end + 2].strip()[:1].isalnum()
