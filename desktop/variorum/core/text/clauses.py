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


def borders(text: str, span: Span) -> Iterator[int]:
    """Where in `span` a clause may begin, in order, however short it is."""
    return (match.end() for match in _BORDER.finditer(text, span.start, span.end))


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
