"""Qt counts a text in UTF-16 units, Python in code points: from one to the other. Pure.

An article set for reading keeps its own way (`prose_layout.Block`), which counts nothing anew.
"""

from __future__ import annotations

_AS_QT_HAS_IT, _HALVES_TOO = "utf-16-le", "surrogatepass"


def units(text: str) -> int:
    """How long `text` is as Qt counts."""
    return len(text) if text.isascii() else len(text.encode(_AS_QT_HAS_IT, _HALVES_TOO)) // 2


def points(text: str, before: int) -> int:
    """How many code points of `text` its first `before` units hold."""
    if text.isascii():
        return min(before, len(text))
    return len(text.encode(_AS_QT_HAS_IT, _HALVES_TOO)[: 2 * before].decode(_AS_QT_HAS_IT, _HALVES_TOO))
