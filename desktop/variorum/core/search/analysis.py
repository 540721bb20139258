"""Words of a text as the index knows them: cut, folded and stemmed, the same for texts, queries and marks.

Folding makes equal what a person takes for equal: case, accents, composed and decomposed letters, ’ and ', "U.S." and
"US", "Ukraine’s" and "Ukraine", "5%" and "five percent", "1,000" and "1000". Knows nothing of queries or of Whoosh.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate, chain, islice

from variorum.core.text import stemming

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
          (?<!\w)[^\W\d_](?:\.[^\W\d_](?!\w))+\.?(?:['’]s(?!\w))?    # U.S., a.m., J.K
        | \d+(?:[.,]\d+)*(?=(?:bn|mn|tn)\b)                            # the 66.5 of 66.5bn
        | \d+(?:[.,]\d+)*(?!{letter})                                  # 1,000 and 3.3
        | [%٪％$\u00a2-\u00a5\u20a0-\u20cf]                            # percent and currency signs
        | (?<!{letter})(?:[cdjlmnst]|qu|dell|nell|all|sull)['’](?={letter})  # the article of l’Ukraine
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
_PERCENT_SIGNS = frozenset("%٪％")
_PER_CENT = re.compile(r"(?<!\w)(per)\s(cent)(?!\w)", re.IGNORECASE)


def _fold(raw: str) -> str:
    """One token as the index knows it."""
    text = raw.lower()
    if not text.isascii():
        text = _LOST_MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES)))
        text = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    if text in _PERCENT_SIGNS:
        return PERCENT
    if text[:1].isdigit():
        text = _THOUSANDS.sub("", text)
    else:
        text = _POSSESSIVE.sub("", text).replace("'", "").replace(".", "")
    return _SHORT_SCALES.get(text, text)[:LONGEST_WORD]


class _Pieces(dict[str, tuple[str, ...]]):
    """Words by what stands between two spaces: news repeats itself, and looking up is far faster than cutting."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) > _MEMO_SIZE:
            self.clear()
        words = tuple(word for raw in _token_pattern().findall(piece) if (word := _fold(raw)))
        if len(piece) <= LONGEST_WORD:
            self[piece] = words
        return words


class _Stems(dict[str, str]):
    """Stems by word (English: other languages lose little by it, as texts and queries lose it alike)."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MEMO_SIZE:
            self.clear()
        stem = stemming.stem(word, "english") if word.isalpha() else word
        self[word] = stem
        return stem


_pieces = _Pieces()
_stems = _Stems()


def stem(word: str) -> str:
    """The stem of a folded word."""
    return _stems[word]


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _with_figures([*chain.from_iterable(map(_pieces.__getitem__, _joined(text).split()))])


class Tokens:
    """The words of a text, in order, with the places where they stand. Places are only looked for when asked for."""

    def __init__(self, text: str) -> None:
        self._text = _joined(text)
        self._cut = self._text.split()
        found = [_pieces[piece] for piece in self._cut]
        self._counts = list(accumulate(map(len, found)))
        self._starts: list[int] = []
        self._end = 0
        self.words = _with_figures([*chain.from_iterable(found)])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from the first to the last one stand, `[start, end)` in code points."""
        return self._place(first)[0], self._place(last)[1]

    def _place(self, number: int) -> tuple[int, int]:
        piece = bisect_right(self._counts, number)
        before = self._counts[piece - 1] if piece else 0
        start = self._start(piece)
        matches = (match for match in _token_pattern().finditer(self._cut[piece]) if _fold(match[0]))
        match = next(islice(matches, number - before, None))
        return start + match.start(), start + match.end()

    def _start(self, number: int) -> int:
        """Where a piece stands; between the end of one and the next there is nothing but space."""
        starts, find, end = self._starts, self._text.find, self._end
        for piece in self._cut[len(starts) : number + 1]:
            start = find(piece, end)
            starts.append(start)
            end = start + len(piece)
        self._end = end
        return starts[number]


def _joined(text: str) -> str:
    """The text with "per cent" as one word; as long as it was."""
    return _PER_CENT.sub("\\1\u2060\\2", text) if "er cent" in text or "er\u00a0cent" in text else text


def stems(text: str) -> list[str]:
    """The stems of the words of a text that are worth finding, in order."""
    known = _stems
    return [known[word] for word in words(text) if word not in COMMON_WORDS]


def _with_figures(found: list[str]) -> list[str]:
    """The words with the numbers before "percent" as digits, where they were written out."""
    if PERCENT in found:
        for place, word in enumerate(found[1:]):
            if word == PERCENT and found[place] in _NUMBER_WORDS:
                found[place] = _NUMBER_WORDS[found[place]]
    return found
