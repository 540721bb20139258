"""Makes typographic variants of a text equal: quotation marks, dashes, spaces, composed letters."""

from __future__ import annotations

import re
import unicodedata

_VARIANTS = {
    **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\u200a\u2002\u2003\u2007\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
_TABLE = str.maketrans(_VARIANTS)
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` with typographic variants made equal: straight quotes, hyphens, plain spaces, NFC. Case is kept."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def same_words(text: str) -> str:
    """A key that texts share when they differ in typography and white space only."""
    return " ".join(fold(text).split())


def bare(text: str) -> str:
    """The letters and digits of `text` alone, caseless: equal for passages that differ in setting only."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())
