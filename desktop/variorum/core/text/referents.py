"""What a figure is about, in the text's own words: what is counted, else what it is an amount of. Knows no values."""

from __future__ import annotations

import re
from functools import cache

from variorum.core.text.amounts import Amount
from variorum.core.text.model import Span
from variorum.core.text.multiples import TIMES
from variorum.core.text.patterns import table, words

_TABLE = "figures"
_LEADING = r"(?:(?:the|its|their|his|her|a|an|our|all|each|this|that|these|those|any|new|additional) )*"
_ABOUT = re.compile(
    rf"(?:[ \u00a0]|-)?(?:(?:worth )?(?:of|in|for|on|from|to|by|as|against) ){_LEADING}"
    r"(?P<words>[\w’'.-]+(?: [\w’'-]+){0,2})"
)
_OF = re.compile(rf" of {_LEADING}(?P<words>[\w’'.-]+(?: [\w’'-]+)?)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BREAK = re.compile(r"[,.;:!?“”\"()—–]")
_REACH = 60
"""Characters around a figure in which its words are looked for."""


def referent_of(text: str, amount: Amount, passage: Span) -> str:
    """What is counted ("secret files"), else the words after "of", "in", "for", else the nearest ones in the clause."""
    span = amount.span
    before = _content(_BREAK.split(text[max(passage.start, span.start - _REACH) : span.start])[-1])
    if amount.unit == TIMES and before:
        return " ".join(before[-2:])
    if counted := _counted(text, amount, passage):
        return counted
    match = _ABOUT.match(text, span.end, passage.end)
    if match and (named := _told(match["words"])):
        return named
    after = _content(_BREAK.split(text[span.end : min(passage.end, span.end + _REACH)])[0])
    return " ".join(after[:2] or before[-2:])


def numbered(text: str, span: Span, passage: Span) -> str:
    """What an ordinal numbers: "Trump-Abe summit" after "the third"."""
    return " ".join(_content(_BREAK.split(text[span.end : min(passage.end, span.end + 40)])[0])[:2])


def _counted(text: str, amount: Amount, passage: Span) -> str:
    """The things counted as the text calls them, with what they are of: "compact discs of Iranian files"."""
    unit = amount.unit
    gauges = words(_TABLE, "words", "gauges")
    if not unit.islower() or unit in gauges or unit.split()[-1] in gauges:
        return ""
    named = " ".join(word for word in _content(amount.span.of(text)) if word.lower() not in _numerals())
    if not named:
        return ""
    match = _OF.match(text, amount.span.end, passage.end)
    of = _told(match["words"]) if match else ""
    return f"{named} of {of}" if of else named


@cache
def _numerals() -> frozenset[str]:
    found = {word for part in ("small", "scales", "fractions", "sets") for word in table(_TABLE)[part]}
    return frozenset(found | {f"{word}s" for word in found} | {"several", "few", "couple", "handful", "scores"})


def _told(phrase: str) -> str:
    """The words of a phrase that say something."""
    stops = words(_TABLE, "words", "stops")
    kept = [word for word in phrase.split() if word.lower() not in stops and not word[0].isdigit()]
    return " ".join(kept).rstrip(".’'-")


def _content(clause: str) -> list[str]:
    stops = words(_TABLE, "words", "stops") | words(_TABLE, "words", "measuring")
    return [word for word in _WORD.findall(clause) if word.lower() not in stops and len(word) > 2]
