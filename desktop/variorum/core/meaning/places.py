"""Which pieces belong to which clause and word of an article. Knows pieces and words, no vectors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.terms import words_in
from variorum.core.meaning.pieces import Pieces
from variorum.core.text.clauses import clauses
from variorum.core.text.model import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a passage that the model read, and the range of its pieces, at least one."""

    span: Span
    first: int
    last: int
    """Behind the last piece."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places in one passage, in reading order."""

    clauses: tuple[Place, ...]
    words: tuple[Place, ...]


def places_of(text: str, pieces: Pieces) -> Places:
    """The clauses and content words of a passage, as far as its pieces reach: nothing behind these is looked at."""
    words = words_in(text, pieces.read)
    starts = [start for _word, start in words]
    cut = [_place(clause, pieces) for clause in clauses(text, pieces.read, starts)]
    told = [_place(Span(start, start + len(word)), pieces) for word, start in words if not is_function_word(word)]
    return Places(tuple(p for p in cut if p), tuple(p for p in told if p))


def _place(span: Span, pieces: Pieces) -> Place | None:
    first, last = bisect_right(pieces.ends, span.start), bisect_left(pieces.starts, span.end)
    return Place(span, first, last) if first < last else None
