"""Stems of words by the Snowball algorithms, in any thread.

A stemmer keeps the word it works on in itself: two threads with one of them get wrong stems or an error, so each thread
has its own.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer import stemmer


class _Stemmers(threading.local):
    def __init__(self) -> None:
        self.by_algorithm: dict[str, stemmer] = {}


_stemmers = _Stemmers()


def stem(word: str, algorithm: str) -> str:
    """The stem of a lower-case word by a Snowball algorithm ("english"); `KeyError` if there is none of that name."""
    own = _stemmers.by_algorithm
    found = own.get(algorithm)
    if found is None:
        # All languages at once: the start of the window needs none of them.
        from snowballstemmer import stemmer

        found = own[algorithm] = stemmer(algorithm)
    return str(found.stemWord(word))
