"""Finds words in a text as people type them: curly or straight quotes, long or short dashes, any white space. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.core.text.folding import fold
from variorum.core.text.model import Span

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be found. Capitals matter only with `case`, accents never do; with `whole_words` it must not be a part
    of a word."""

    words: str
    case: bool = False
    whole_words: bool = False


def find(text: str, sought: Sought) -> tuple[Span, ...]:
    """Where `sought` stands in `text`, in order, none overlapping. White space is like any other white space."""
    wanted = _even(sought.words, sought.case).split()
    if not wanted:
        return ()
    evened, places = _evened(text, sought.case)
    pattern = r"\s+".join(map(re.escape, wanted))
    if sought.whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    spans = (Span(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(pattern, evened))
    return tuple(dict.fromkeys(spans))  # one character may be several dots


@lru_cache(maxsize=8)
def _evened(text: str, case: bool) -> tuple[str, Sequence[int]]:
    """`text` with its variants made equal, and for each character of that the place in `text` it comes from."""
    if text.isascii():
        return (text if case else text.lower()), range(len(text))
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _BEYOND_ASCII.finditer(text):
        plain, piece = text[at : match.start()], _even(match[0], case)
        pieces += (plain if case else plain.lower(), piece)
        places += range(at, match.start())
        places += [match.start()] * len(piece)
        at = match.end()
    pieces.append(text[at:] if case else text[at:].lower())
    places += range(at, len(text))
    return "".join(pieces), places


@lru_cache(maxsize=4096)
def _even(words: str, case: bool) -> str:
    """`words` with their variants made equal, without accents, which are composed in one text and not in another."""
    letters = unicodedata.normalize("NFD", fold(words if case else words.casefold()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
