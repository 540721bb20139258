"""How much of the words of two passages stands on both sides in one order. Knows stems, not what is linked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.pieces import Pair
from variorum.core.collate.terms import Passage

_LONGEST = 600
"""Stems of a passage that are looked at: what is longer is no sentence."""
_MOST_OFTEN = 40
"""Passages in which a stem may stand and still raise candidates."""
_MOST = 8
"""Candidates of a passage, those with most shared stems."""
_CONTAINED = 0.65
"""What it is worth that a passage stands wholly in a longer one: enough for a split, too little for nearly verbatim."""
_SHORT = 6
"""Words that a shorter passage counts as having, at least: three words stand in many a sentence by chance."""


class Words:
    """The stems of a passage, or of several in a row, made ready for `in_common`."""

    __slots__ = ("_places", "stems")

    def __init__(self, *passages: Passage) -> None:
        self.stems = [stem for passage in passages for stem in passage.stems][:_LONGEST]
        self._places: dict[str, int] = {}
        for at, stem in enumerate(self.stems):
            self._places[stem] = self._places.get(stem, 0) | 1 << at

    def __len__(self) -> int:
        return len(self.stems)

    def in_common(self, other: Words) -> int:
        """Length of the longest common subsequence of stems, a machine word of them at a time (Hyyrö 2004)."""
        rest = everything = (1 << len(self.stems)) - 1
        for stem in other.stems:
            places = self._places.get(stem)
            if places:
                here = rest & places
                rest = (rest + here | rest - here) & everything
        return len(self.stems) - rest.bit_count()


def likeness(one: Words, other: Words, shared: int) -> float:
    """How alike two passages are that share so many words, 0 to 1: of both, or of the shorter one of unlike two."""
    shorter = min(len(one), len(other))
    dice = 2 * shared / max(1, len(one) + len(other))
    return max(dice, _CONTAINED * shared / max(_SHORT, shorter))


def candidates(
    left: Sequence[Passage],
    right: Sequence[Passage],
    here: Collection[int],
    there: Collection[int],
    should_cancel: ShouldCancel = never,
) -> set[Pair]:
    """Pairs of `here` on the left and `there` on the right that share rare stems: for each passage those with most.

    Raises CanceledError.
    """
    one, other = _holding(left, here), _holding(right, there)
    rows: defaultdict[int, Counter[int]] = defaultdict(Counter)
    columns: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for stem, places in one.items():
        check(should_cancel)
        others = other.get(stem, ())
        if len(places) <= _MOST_OFTEN and len(others) <= _MOST_OFTEN:
            for a in places:
                rows[a].update(others)
            for b in others:
                columns[b].update(places)
    found = {(a, b) for a, row in rows.items() for b in _best(row)}
    return found | {(a, b) for b, column in columns.items() for a in _best(column)}


def _holding(passages: Sequence[Passage], among: Collection[int]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in among:
        for stem in passages[index].counts:
            found[stem].append(index)
    return found


def _best(line: Counter[int]) -> list[int]:
    return sorted(line, key=lambda index: (-line[index], index))[:_MOST]
