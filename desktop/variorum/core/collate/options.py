"""What counts as a change of words inside linked passages, as the reader wants it. Knows words, not what is linked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from variorum.core.text.folding import same_words
from variorum.core.text.model import Span

_NUMBER = "0"
"""Stands for any figure where figures are ignored."""


class Granularity(StrEnum):
    """What is marked in a reworded passage: its changed words, or all of it as taken out and put in."""

    WORD = "word"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class WordOptions:
    """In what two words may differ and still be the same; how much is marked where they are not."""

    ignore_case: bool = False
    ignore_punctuation: bool = False
    ignore_typography: bool = True
    """Whether “x” is "x", and a dash any other dash."""
    ignore_figures: bool = False
    granularity: Granularity = Granularity.WORD

    def key(self, word: str, *, figure: bool = False) -> str:
        """What words share that count as the same; `figure` where the word belongs to a figure."""
        counts = figure or any(letter.isdigit() for letter in word)
        if counts and self.ignore_figures:
            return _NUMBER
        return self._folded(same_words(word) if self.ignore_typography else " ".join(word.split()), counts=counts)

    def plain_key(self, word: str, *, figure: bool = False) -> str:
        """The key of a word whatever its typography."""
        return replace(self, ignore_typography=True).key(word, figure=figure)

    def _folded(self, key: str, *, counts: bool) -> str:
        if self.ignore_punctuation and not counts:  # "5%" and "-5" are others than "5"
            key = " ".join("".join(letter for letter in key if not is_mark(letter)).split())
        return key.casefold() if self.ignore_case else key


AS_COLLATED = WordOptions()
"""What a comparison is made with."""


def is_mark(text: str) -> bool:
    """Whether there is nothing but punctuation in `text`: no letter, digit, or sign of a currency or quantity."""
    return all(unicodedata.category(letter).startswith("P") and letter not in "%‰" for letter in text)


def joined_to_words(pieces: Iterable[Span], text: str) -> Iterator[Span]:
    """The words among `pieces` of a passage together with the punctuation at them, the last word before a dash with it.

    A passage without words is one piece.
    """
    whole: Span | None = None
    has_word = False
    for piece in pieces:
        mark = is_mark(piece.of(text))
        opens = mark and whole is not None and has_word and piece.start > whole.end and _touches_next(piece, text)
        if whole is not None and (opens or (not mark and has_word)):
            yield whole
            whole, has_word = None, False
        whole = Span(whole.start if whole else piece.start, piece.end)
        has_word = has_word or not mark
    if whole is not None:
        yield whole


def _touches_next(piece: Span, text: str) -> bool:
    """Whether a word or another mark follows at once: a quotation opens."""
    return piece.end < len(text) and not text[piece.end].isspace()
