"""The letters that name the versions of a story: A, B, … Z, AA, AB, … Knows nothing of the database."""

from __future__ import annotations

from string import ascii_uppercase


def siglum(ordinal: int) -> str:
    """The siglum of the version that came `ordinal`-th into its story, counted from 0 (as columns of a spreadsheet)."""
    letters = ""
    number = ordinal + 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
