"""Words of a text as the index knows them: cut, folded and stemmed, the same for texts, queries and marks.

Folding makes equal what a person takes for equal: case, accents, composed and decomposed letters, ’ and ', "U.S." and
"US", "Ukraine’s" and "Ukraine", "5%" and "five percent", "1,000" and "1000". Knows nothing of queries or of Whoosh.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from snowballstemmer import stemmer

LONGEST_WORD = 64
"""A longer run of letters is no word; it is kept up to here, so that a broken file can't swell the index."""

PERCENT = "percent"

# fmt: off
COMMON_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he",
    "her", "his", "in", "is", "it", "its", "of", "on", "or", "she", "that", "the", "their", "they", "this",
    "to", "was", "were", "which", "with",
})
# fmt: on
"""Words that nearly every English article has: they find nothing and cost much, except inside quotation marks."""

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_NUMBERS)}
_SHORT_SCALES = {"bn": "billion", "mn": "million", "tn": "trillion"}
_MEMO_SIZE = 200_000


class Token(NamedTuple):
    """A word with the place where it stands, `[start, end)` in code points."""

    word: str
    start: int
    end: int


def _classes() -> tuple[str, str]:
    """Character classes: marks that belong to the letter before them, and letters of scripts that set no spaces."""
    ranges = ((0x300, 0x3100), (0xA66F, 0xAC00), (0xFB1E, 0xFB1F), (0xFE20, 0xFE30))
    marks = "".join(chr(c) for low, high in ranges for c in range(low, high) if unicodedata.category(chr(c))[0] == "M")
    unspaced = (
        "\u0e01-\u0e30\u0e32-\u0eff\u1000-\u109f\u1780-\u17b3\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    )
    return re.escape(marks + "\u00ad\u200b\u200c\u200d\u2060"), unspaced + "\U00020000-\U0003ffff"


@cache
def _token_pattern() -> re.Pattern[str]:
    marks, unspaced = _classes()
    letter = rf"[^\W_{unspaced}]"
    word = rf"{letter}+(?:[{marks}]+{letter}*)*"
    return re.compile(
        rf"""
          (?<!\w)[^\W\d_](?:\.[^\W\d_](?!\w))+\.?                      # U.S., a.m., J.K
        | \d+(?:[.,]\d+)*(?=(?:bn|mn|tn)\b)                            # the 66.5 of 66.5bn
        | \d+(?:[.,]\d+)*(?!{letter})                                  # 1,000 and 3.3
        | (?<!\w)per[ \u00a0]cent(?!\w)
        | [%٪％$\u00a2-\u00a5\u20a0-\u20cf]                            # percent and currency signs
        | (?<!\w)(?:[cdjlmnst]|qu|dell|nell|all|sull)['’](?={letter})  # the article of l’Ukraine
        | {word}(?:['’ʼ＇]{word})*
        | [{unspaced}][{marks}]*
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_LOST_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"})
_QUOTES = str.maketrans("’ʼ＇", "'''")
_POSSESSIVE = re.compile(r"'s?$|(?<=s)'$")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_PER_CENT = re.compile(r"per\s?cent|[%٪％]")


def _fold(raw: str) -> str:
    """One token as the index knows it."""
    text = raw.lower()
    if not text.isascii():
        text = _LOST_MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES)))
        text = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    if _PER_CENT.fullmatch(text):
        return PERCENT
    if text[:1].isdigit():
        text = _THOUSANDS.sub("", text)
    else:
        text = _POSSESSIVE.sub("", text).replace("'", "").replace(".", "")
    return _SHORT_SCALES.get(text, text)[:LONGEST_WORD]


class _Memo(dict[str, str]):
    """Folded words by raw token: news repeats its words, and a look-up is ten times faster than folding."""

    def __missing__(self, raw: str) -> str:
        if len(self) > _MEMO_SIZE:
            self.clear()
        folded = _fold(raw)
        if len(raw) <= LONGEST_WORD:
            self[raw] = folded
        return folded


class _Stems(dict[str, str]):
    """Stems by word (English: other languages lose little by it, as texts and queries lose it alike)."""

    def __init__(self) -> None:
        super().__init__()
        self._stem = stemmer("english").stemWord

    def __missing__(self, word: str) -> str:
        if len(self) > _MEMO_SIZE:
            self.clear()
        stem: str = self._stem(word) if word.isalpha() else word
        self[word] = stem
        return stem


_folded = _Memo()


@cache
def _stems() -> _Stems:
    return _Stems()


def stem(word: str) -> str:
    """The stem of a folded word."""
    return _stems()[word]


def tokens(text: str) -> list[Token]:
    """The words of a text with their places, in order."""
    folded = _folded
    found = [Token(folded[m[0]], m.start(), m.end()) for m in _token_pattern().finditer(text)]
    for place in _percentages([token.word for token in found]):
        found[place] = found[place]._replace(word=_NUMBER_WORDS[found[place].word])
    return [token for token in found if token.word]


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    folded = _folded
    found = [folded[raw] for raw in _token_pattern().findall(text)]
    for place in _percentages(found):
        found[place] = _NUMBER_WORDS[found[place]]
    return [word for word in found if word]


def stems(text: str) -> list[str]:
    """The stems of the words of a text that are worth finding, in order."""
    known = _stems()
    return [known[word] for word in words(text) if word not in COMMON_WORDS]


def _percentages(found: list[str]) -> list[int]:
    """Where a number is written out before "percent": these are read as figures."""
    if PERCENT not in found:
        return []
    return [i for i in range(len(found) - 1) if found[i + 1] == PERCENT and found[i] in _NUMBER_WORDS]
