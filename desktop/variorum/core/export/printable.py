"""Text from articles and file names made harmless: nothing in it steers a terminal or turns the line around."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def printable(text: str) -> str:
    """`text` without control characters, which a terminal would obey. Tabs and line feeds stay."""
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text))


def on_one_line(text: str) -> str:
    """`printable` with every run of white space as one space."""
    return " ".join(printable(text).split())
