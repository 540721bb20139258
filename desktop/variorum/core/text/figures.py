"""Finds the figures of a sentence: amounts and dates with value, unit, qualifier and what they are about.

Chooses among the mentions that the rules of `amounts`, `dates` and ordinals find: the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.core.text.amounts import Amount, amounts
from variorum.core.text.dates import Moment, moments
from variorum.core.text.model import Figure, Span
from variorum.core.text.multiples import multiples
from variorum.core.text.patterns import table
from variorum.core.text.periods import periods
from variorum.core.text.referents import numbered, referent_of
from variorum.core.text.shares import shares
from variorum.core.text.stretches import stretches

_TABLE = "figures"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS)})\b(?!,| of all\b| [a-z]+ed\b| place\b|-(?:hand|rate|class|ever)\b"
    r"|-(?:degree|time|year)\b| (?:got|came|began|met|wrote|told|said|saw|made|took)\b)"
    r"(?:(?:-ever)? (?P<noun>[a-z]{3,}))?"
    r"|\b(?P<digits>\d{1,3})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_SECOND_UNIT = re.compile(r"\b(?:a|per|every|split|each) $")
_AT_FIRST = re.compile(r"\b(?:at|[Aa]t) $")
_STRETCHED = re.compile(r"\b(?:spread(?:ing)?|scattered|strewn|distributed|divided|split|pored?|poring)\s$")
"""Before "over": what is spread over 300 pages needn't be more than 300."""
_SHOUTED = re.compile(r"[A-Z]{3,}")
_FEWEST_SHOUTED = 3
"""Words from which a passage is set in capitals and doesn't just hold initials."""
_CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:march|may)(?= \d)"
    r"|january|february|april|june|july|august|september|october|november|december)\b"
)
_AFTER = re.compile(r" (?:or (?P<more>more|so|less|fewer)\b|(?P<plus>plus)\b)")


def figures(text: str, passage: Span, *, english: bool) -> Iterator[Figure]:
    """The figures of a passage in order, none overlapping another. English in capitals throughout is read as if it were
    in small letters."""
    read = _in_small_letters(text, passage) if english else text
    for found in _longest(_mentions(read, passage, english=english)):
        span, written = found.span, found.span.of(text)
        if isinstance(found, Amount):
            qualifier, where = _qualifier(read, found, passage)
            yield Figure(span, written, found.value, found.unit, qualifier, referent_of(read, found, passage), where)
        else:
            referent = numbered(read, span, passage) if found.unit == "ordinal" else ""
            yield Figure(span, written, found.value, found.unit, referent=referent)


def _in_small_letters(text: str, passage: Span) -> str:
    """`text` with a passage that is in capitals throughout in small letters, days and months apart."""
    piece = passage.of(text)
    if not piece.isupper() or len(_SHOUTED.findall(piece)) < _FEWEST_SHOUTED:
        return text
    small = _CALENDAR.sub(lambda match: match.group().capitalize(), piece.lower())
    return f"{text[: passage.start]}{small}{text[passage.end :]}" if len(small) == len(piece) else text


def _mentions(text: str, passage: Span, *, english: bool) -> list[Amount | Moment]:
    found: list[Amount | Moment] = list(moments(text, passage))
    found.extend(amounts(text, passage, english=english))
    if english:
        parts = list(shares(text, passage))
        found = [one for one in found if not any(part.span.start < one.span.start < part.span.end for part in parts)]
        found += parts  # the voters of "one in three voters" are no three voters
        found.extend(stretches(text, passage))
        found.extend(multiples(text, passage))
        found.extend(periods(text, passage))
        found.extend(_ordinals(text, passage))
    return found


def _longest(mentions: list[Amount | Moment]) -> list[Amount | Moment]:
    """Mentions without overlaps, in order; of two that meet the longer stays, of equals the earlier found."""
    taken: list[Amount | Moment] = []
    end = -1
    for mention in sorted(mentions, key=lambda found: (found.span.start, -found.span.end)):
        if mention.span.start >= end:
            taken.append(mention)
            end = mention.span.end
        elif len(mention.span) > len(taken[-1].span):
            taken[-1] = mention
            end = mention.span.end
    return taken


def _ordinals(text: str, passage: Span) -> Iterator[Moment]:
    for match in _ORDINAL.finditer(text, passage.start, passage.end):
        before = text[max(passage.start, match.start() - 8) : match.start()]
        if match["digits"]:
            yield Moment(Span(*match.span()), match["digits"], "ordinal")
            continue
        name = match["word"][0].isupper() and match.start() != passage.start
        if name or _AT_FIRST.search(before) or (match["word"].lower() == "second" and _SECOND_UNIT.search(before)):
            continue
        yield Moment(Span(*match.span("word")), str(_ORDINALS.index(match["word"].lower()) + 1), "ordinal")


def _qualifier(text: str, amount: Amount, passage: Span) -> tuple[str, Span | None]:
    """What the words right before (or after) an amount make of it, and where they stand."""
    span = amount.span
    if amount.unit.endswith(" number"):
        return "", None  # "under Article Five" names it
    before = max(passage.start, span.start - 24)
    if match := _qualifiers().search(text[before : span.start]):
        if match["phrase"].lower() in ("over", "inside") and amount.unit.endswith("s"):
            return "", None  # "over three days" lasts no longer than they do
        where = Span(before + match.start("phrase"), before + match.end("phrase"))
        if match["phrase"] == "over" and _STRETCHED.search(text[max(passage.start, where.start - 16) : where.start]):
            return "", None
        return _meaning(match["phrase"]), where
    if text[span.end - 1] == "+" or "-plus" in span.of(text):
        return "over", None
    if after := _AFTER.match(text, span.end, passage.end):
        meaning = {"more": "at least", "so": "about"}.get(after["more"] or "", "over" if after["plus"] else "up to")
        return meaning, Span(after.start() + 1, after.end())
    return "", None


@cache
def _qualifiers() -> re.Pattern[str]:
    phrases = sorted((p for group in table(_TABLE)["qualifiers"].values() for p in group), key=len, reverse=True)
    return re.compile(
        rf"(?:^|(?<=[^\w]))(?P<phrase>{'|'.join(map(re.escape, phrases))})"
        r"(?: an?| the (?:past|last|next|first))?[ \u00a0]?$",
        re.IGNORECASE,
    )


def _meaning(phrase: str) -> str:
    phrase = phrase.lower()
    return next(str(name) for name, group in table(_TABLE)["qualifiers"].items() if phrase in group)
