"""Where a sentence can be cut into clauses. Knows punctuation and English openers, no grammar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from variorum.core.text.model import Span

FEWEST_WORDS = 4
"""A clause has this many words at least."""
_BORDER = re.compile(
    r"[,;:][”\"’']?\s+|[—–]\s*|\s(?=(?:and|but|while|that|which|who|when|where|after|because|although|as|to)\s)"
)
"""Where a clause may end: behind punctuation or before a word that opens one. English openers; commas elsewhere."""
_LEANS = re.compile(r"(?:that|as|to)\s")
"""Openers of what mostly leans on the words before it: what somebody said, a role, an aim."""
_GOES_ON = re.compile(r"(?:(?:and|but)\s+)?(\w)")
"""The first letter behind a border: a capital is a name that tells who that is, or goes on with a list."""
_WHITHER = re.compile(r"to\s+(?:[^a-z]|(?:the|an?|his|her|its|their|our|my|your|this|that|these|those)\s)")
"""A place or a person that something goes to: no clause."""


def borders(text: str, span: Span) -> Iterator[int]:
    """Where in `span` a clause may begin, in order, however short it is."""
    return (match.end() for match in _BORDER.finditer(text, span.start, span.end))


def cuts(text: str, span: Span, *, leaning: bool) -> Iterator[int]:
    """The borders at which `span` may be cut in two that are read apart, those before what leans on the words before
    it or the others. What has capitalized words alone tells nothing: a dateline."""
    for at in borders(text, span):
        first = _GOES_ON.match(text, at)
        leans = bool(_LEANS.match(text, at) or (first and first[1].isupper()))
        if leans is not leaning or _WHITHER.match(text, at):
            continue
        if _tells(text[span.start : at]) and _tells(text[at : span.end]):
            yield at


def _tells(part: str) -> bool:
    return any(word[0].isalpha() and not word[0].isupper() for word in part.split())


def clauses(text: str, span: Span, words: Sequence[int]) -> list[Span]:
    """`span` cut into clauses that join to it; `words` are the starts of its words, in order."""
    found = []
    start, last = span.start, bisect_left(words, span.end)
    for at in borders(text, span):
        middle = bisect_left(words, at)
        if middle - bisect_left(words, start) >= FEWEST_WORDS and last - middle >= FEWEST_WORDS:
            found.append(Span(start, at))
            start = at
    return [*found, Span(start, span.end)]
