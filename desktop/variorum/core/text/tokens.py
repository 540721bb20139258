"""Cuts text into words for everything that compares or counts them: what belongs together stays one word.

"$126 billion", "5%", "U.S.", "pre-2014", "don't" and "Kyiv-based" are one word each. Knows no sentences and no meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.core.text.folding import fold
from variorum.core.text.model import Span

# No possessive quantifier behind a group: Python before 3.11.5 matches it wrongly (gh-106052); Debian 12 has 3.11.2.
_WORD = (
    r"(?:(?:US|U\.S\.|A|C|NZ|HK|R)?[$€£¥₹₽₴₩₺₪]\s?)?(?<!\d)[-+−]?(?<![\w)][-+−])\d(?:\d|[.,:/](?=\d))*"
    r"(?:\s?[%‰°]|(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion|percent|per cent))+\b"
    r"|(?:st|nd|rd|th|bn|m|k)\b)?"
    r"(?:[-’'][^\W_]+)*"
    r"|(?:[^\W\d_]\.){2,}(?:[’']s\b)?"
    r"|[^\W_]+(?:(?:[-‐‑'’ʼ.@&]|[\u0300-\u036f\u00ad])[^\W_]+|[\u0300-\u036f])*"
)
_WORDS = re.compile(_WORD)
_PIECES = re.compile(rf"{_WORD}|\.{{3}}|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands. `folded` is equal for typographic and case variants."""

    span: Span
    text: str
    folded: str


def words(text: str, passage: Span | None = None) -> Iterator[Word]:
    """The words of `text`, or of a passage of it, in order. White space and other punctuation belong to none."""
    start, end = (passage.start, passage.end) if passage else (0, len(text))
    for match in _WORDS.finditer(text, start, end):
        yield Word(Span(*match.span()), match.group(), fold(match.group()).casefold())


def pieces(text: str, passage: Span) -> Iterator[Span]:
    """The words and the single marks between them, in order: all of a passage but its white space."""
    return (Span(*match.span()) for match in _PIECES.finditer(text, passage.start, passage.end))
