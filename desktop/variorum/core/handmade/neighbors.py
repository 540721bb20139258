"""Which of several passages of the same words is meant: the one whose neighbors are most like those it had. Pure.

Neighbors are the nearest words on either side. A number alone would name another passage as soon as the same sentence
is put in before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_WORDS, _CHARACTERS = 12, 160
"""How far neighbors reach."""
_BORDER = "\x1f"
_ALIKE = 1 / 3
"""The share of its neighbors by which a passage is known again: one side may have been edited, both have not."""


def around(text: str, start: int, end: int) -> str:
    """The words next to `text[start:end]`, never ""."""
    before, after = text[max(0, start - _CHARACTERS) : start], text[end : end + _CHARACTERS]
    if start > _CHARACTERS:
        before = before.partition(" ")[2]
    if end + _CHARACTERS < len(text):
        after = after.rpartition(" ")[0]
    return f"{' '.join(before.split()[-_WORDS:])}{_BORDER}{' '.join(after.split()[:_WORDS])}"


def chosen(named: str, occurrence: int, places: Sequence[str]) -> int | None:
    """Which of `places`, told by what is around them, is the one that had `named` around it and stood `occurrence`-th.

    Without neighbors (`named` is "") the number decides, and the only place there is is taken whatever its number was;
    so it is where the first place is meant, for its neighbors may have been edited.
    """
    only_one = len(places) == 1
    if not named:
        return 0 if only_one else occurrence if occurrence < len(places) else None
    if only_one and not occurrence:
        return 0
    pairs = _pairs(named)
    likeness = [(_pairs(place) & pairs).total() / pairs.total() for place in places]
    best = max(range(len(places)), key=lambda n: (likeness[n], -abs(n - occurrence)), default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None


def _pairs(neighbors: str) -> Counter[tuple[str, str]]:
    """Words that follow each other, on either side; the ends of the text and of the passage count as words."""
    before, _, after = neighbors.partition(_BORDER)
    one, other = before.split() or ["^"], after.split() or ["$"]
    return Counter(pairwise([*one, "|"])) + Counter(pairwise(["|", *other]))
