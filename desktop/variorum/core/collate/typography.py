"""Typographic variants of the same characters: curly and straight quotation marks, dashes. Knows no articles."""

from __future__ import annotations

import unicodedata

_VARIANTS = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)


def folded(text: str) -> str:
    """`text` with one form for each quotation mark, dash, ellipsis and composed letter; spaces as they are."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(_VARIANTS))


def same_words(text: str) -> str:
    """A key that texts share when they differ in typography and white space only."""
    return " ".join(folded(text).split())
