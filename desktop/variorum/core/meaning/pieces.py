"""Text cut into the word pieces that the sentence encoder knows, each with its place. Knows the vocabulary, no model.

The method is BERT's (Devlin et al. 2019; WordPiece: Schuster and Nakajima 2012), uncased: control characters dropped,
accents stripped, lower case, punctuation and Chinese characters alone, then greedily the longest known piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.core.text.model import Span

_PAD, _UNKNOWN, _START, _END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
"""Characters; what is longer is one unknown piece."""
_CHINESE = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""Blocks whose characters stand alone, as the model was trained."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a stretch of text: their numbers in the vocabulary and where each stands in the whole text."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    read: Span
    """The stretch they cover: all that was to be cut, or its beginning."""


class PieceCutter:
    """Cuts text into pieces of one vocabulary. Usable from one thread at a time."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """`vocabulary` has a piece a number; pieces inside words begin with "##"."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.pad, self.unknown = self._ids[_PAD], self._ids[_UNKNOWN]
        self.start, self.end = self._ids[_START], self._ids[_END]

    def cut(self, text: str, span: Span, most: int) -> Pieces:
        """The first `most` pieces of `span`. Takes any text; the effort depends on `most`, not on the text's length."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        at = span.start
        while at < span.end and len(ids) < most:
            word, places, at = _next_word(text, at, span.end)
            for number, first, last in self._pieces(word):
                ids.append(number)
                starts.append(places[first])
                ends.append(places[last - 1] + 1)
        whole = at >= span.end and len(ids) <= most
        read = span if whole else Span(span.start, ends[:most][-1])
        return Pieces(tuple(ids[:most]), tuple(starts[:most]), tuple(ends[:most]), read)

    def _pieces(self, word: str) -> list[tuple[int, int, int]]:
        """Number, start and end inside `word` of each of its pieces."""
        if len(word) > _LONGEST_WORD:
            return [(self.unknown, 0, len(word))]
        found = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._ids.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return [(self.unknown, 0, len(word))]
            found.append((number, start, end))
            start = end
        return found


def _next_word(text: str, at: int, end: int) -> tuple[str, list[int], int]:
    """The first word at or behind `at` as the model spells it, the place of each letter, and where to go on."""
    letters: list[str] = []
    places: list[int] = []
    while at < end:
        spelled, alone = _spelling(text[at])
        if (alone or spelled == " ") and letters:
            break
        at += 1
        if spelled != " ":
            letters.extend(spelled)
            places.extend([at - 1] * len(spelled))
            if alone or len(letters) > _LONGEST_WORD * 4:  # so that no run of letters without end is taken whole
                break
    return "".join(letters), places, at


@cache
def _spelling(char: str) -> tuple[str, bool]:
    """How the model spells a character (" " for white space, "" for none) and whether it is a word by itself."""
    if char in "\t\n\r" or char.isspace():
        return " ", False
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs"):
        return "", False
    bare = "".join(part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part) != "Mn").lower()
    number = ord(char)
    alone = _is_punctuation(bare) or any(first <= number <= last for first, last in _CHINESE)
    return bare, alone


def _is_punctuation(char: str) -> bool:
    if len(char) != 1:
        return False
    return (char.isascii() and char.isprintable() and not char.isalnum()) or unicodedata.category(char)[0] == "P"
