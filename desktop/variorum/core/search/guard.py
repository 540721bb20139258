"""Limits that keep a query from hanging the search, applied before it is parsed; each says in one line what it changed.

Without them `a*`, a phrase of 500 words or a thousand parentheses take seconds or overflow the stack. Knows the text
of a query only, neither its meaning nor the index.
"""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 500
MOST_DEPTH = 20
MOST_CLAUSES = 32
MOST_WORDS_IN_PHRASE = 12
LETTERS_BEFORE_STAR = 3
LETTERS_FOR_FUZZY = {1: 4, 2: 6}
"""How many letters a word needs before it may be searched with one or two letters wrong."""

_QUOTES = str.maketrans("“”„‟«»＂〝〞", '"' * 9)
_BOOST = re.compile(r"(?<=[\w\")])\^\d*\.?\d*")


def clean(query: str) -> tuple[str, list[str]]:
    """The query with only what can be searched, and what was changed in it."""
    notes: list[str] = []
    if len(query) > MOST_CHARACTERS:
        query = query[:MOST_CHARACTERS]
        notes.append(f"Only the first {MOST_CHARACTERS} characters were searched.")
    query = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in query)
    query = query.translate(_QUOTES)
    if _BOOST.search(query):
        query = _BOOST.sub("", query)
        notes.append("Weights (^) are not used.")
    return query, notes


def fuzzy_distance(word: str, wanted: int) -> int:
    """How many letters may differ from `word`, if `wanted` were asked for: 0, 1 or 2."""
    return max((d for d, letters in LETTERS_FOR_FUZZY.items() if d <= wanted and len(word) >= letters), default=0)
