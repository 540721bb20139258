"""Stretches of a text that don't overlap: what is painted later covers what was there. Pure."""

from __future__ import annotations

from bisect import bisect_left


class Stretches:
    """Stretches of positions that don't overlap, each with a name: what is painted later covers what was there."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int, str]] = []

    def paint(self, start: int, end: int, name: str) -> None:
        """Give the positions from `start` to `end` that name."""
        if start >= end:
            return
        old = self._stretches
        first = bisect_left(old, start, key=lambda s: s[1])
        last = bisect_left(old, end, lo=first, key=lambda s: s[0])
        kept: list[tuple[int, int, str]] = []
        for left, right, other in old[first:last]:
            kept += [(left, start, other)] if left < start else []
            kept += [(end, right, other)] if right > end else []
        old[first:last] = sorted([*kept, (start, end, name)])

    def all(self) -> list[tuple[int, int, str]]:
        """All stretches as (start, end, name), in order."""
        return self._stretches
