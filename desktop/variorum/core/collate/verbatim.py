"""Passages that stand word for word in both versions, each with its own counterpart where it stands more than once.

Knows keys (what a passage says, as a string) and places, nothing else. The same whichever version is called left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.order import kept_order, steadiness
from variorum.core.collate.pieces import Pair


def verbatim(left: Sequence[str], right: Sequence[str], should_cancel: ShouldCancel = never) -> list[Pair]:
    """The pairs of passages with the same key, by rising left index.

    Keys that stand once on both sides come first; what stands more than once goes with its neighbors, then with what
    stands between the same passages, then by order. Raises CanceledError.
    """
    pairing = _Pairing(left, right)
    steps = (
        pairing.take_unique,
        pairing.grow,
        lambda: pairing.take_repeated(gap=True),
        pairing.grow,
        lambda: pairing.take_repeated(gap=False),
        pairing.grow,
    )
    for step in steps:
        check(should_cancel)
        step()
    return sorted(pairing.of_left.items())


class _Pairing:
    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._left, self._right = left, right
        self.of_left: dict[int, int] = {}
        self._taken: set[int] = set()

    def _take(self, a: int, b: int) -> None:
        self.of_left[a] = b
        self._taken.add(b)

    def take_unique(self) -> None:
        """Pair the keys that stand once on both sides."""
        places = _places(self._left), _places(self._right)
        for key, here in places[0].items():
            there = places[1].get(key, ())
            if len(here) == len(there) == 1:
                self._take(here[0], there[0])

    def grow(self) -> None:
        """Pair what follows on pairs and has the same key, then what comes before them.

        What stands first in both versions together goes first: pairs that contend for a passage never tie in that.
        """
        for step in (1, -1):
            waiting = [(step * (a + b), a, b) for a, b in self.of_left.items()]
            heapify(waiting)
            while waiting:
                _, a, b = heappop(waiting)
                a, b = a + step, b + step
                if self._fits(a, b):
                    self._take(a, b)
                    heappush(waiting, (step * (a + b), a, b))

    def _fits(self, a: int, b: int) -> bool:
        inside = 0 <= a < len(self._left) and 0 <= b < len(self._right)
        return inside and a not in self.of_left and b not in self._taken and self._left[a] == self._right[b]

    def take_repeated(self, *, gap: bool) -> None:
        """Pair what is left over, in its order; with `gap` only between the same pairs that kept their order."""
        lefts, rights = self._backbone() if gap else ([], [])
        waiting: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for b in range(len(self._right) - 1, -1, -1):
            if b not in self._taken:
                waiting[bisect_left(rights, b), self._right[b]].append(b)
        for a, key in enumerate(self._left):
            if a not in self.of_left:
                places = waiting.get((bisect_left(lefts, a), key))
                if places:
                    self._take(a, places.pop())

    def _backbone(self) -> tuple[list[int], list[int]]:
        pairs = sorted(self.of_left.items())
        return backbone(pairs, [steadiness(self._left[a]) for a, _ in pairs])


def backbone(pairs: Sequence[Pair], weights: Sequence[int]) -> tuple[list[int], list[int]]:
    """The left and the right indexes of the pairs (by rising left index) that kept their order."""
    kept = kept_order(pairs, weights)
    return [a for i, (a, _) in enumerate(pairs) if i in kept], [b for i, (_, b) in enumerate(pairs) if i in kept]


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        found[key].append(index)
    return found
