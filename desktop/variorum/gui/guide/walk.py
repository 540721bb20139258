"""Back and forward through what was read in the guide. Pure."""

from __future__ import annotations


class Walk:
    """The chapters that were shown, and where in that row one is."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._here = -1
        self._passes = False
        """Whether one is here only in passing."""

    def go(self, name: str, *, passing: bool = False) -> None:
        """A chapter was asked for: what was forward from here is forgotten, and so is here, if one only passes: who
        looks for a word comes through many chapters."""
        if self._names[self._here : self._here + 1] != [name]:
            first = self._here if passing and self._passes else self._here + 1
            self._names[first:] = [name]
            self._here = first
            self._passes = passing

    def can_step(self, by: int) -> bool:
        """Whether there is a chapter before (-1) or after (1) this one."""
        return 0 <= self._here + by < len(self._names)

    def step(self, by: int) -> str:
        """Go to the chapter before or after this one; returns its name."""
        self._here += by
        self._passes = False
        return self._names[self._here]
