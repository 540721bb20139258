"""How high the rows of a long table stand: guessed until they are set, and nothing seen moves when a guess was wrong.

Numbers only, in pixels; knows no rows and no widgets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class RowHeights:
    """Heights one below the other. A row is `known` once its true height has been told."""

    def __init__(self, guesses: Iterable[float] = ()) -> None:
        self._heights = list(guesses)
        self._known = bytearray(len(self._heights))
        self._tops = [0.0] * (len(self._heights) + 1)
        self._right_below = 0
        """Down to this row the tops are up to date."""
        self._first_unknown = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """Height of all rows together."""
        return self.top(len(self))

    def top(self, row: int) -> float:
        """Where a row begins; of the row after the last, where the table ends."""
        if self._right_below < row:
            y = self._tops[self._right_below]
            for number in range(self._right_below, row):
                y += self._heights[number]
                self._tops[number + 1] = y
            self._right_below = row
        return self._tops[row]

    def height(self, row: int) -> float:
        """The height of a row, guessed or known."""
        return self._heights[row]

    def is_known(self, row: int) -> bool:
        """Whether the row's height is its true one."""
        return bool(self._known[row])

    def tell(self, row: int, height: float) -> float:
        """The true height of a row; by how much it differs from what was thought."""
        difference = height - self._heights[row]
        self._known[row] = 1
        if difference:
            self._heights[row] = height
            self._right_below = min(self._right_below, row)
        return difference

    def at(self, y: float) -> int:
        """The row at height `y`, the first or the last one beyond the ends; 0 where there are none."""
        self.top(len(self))
        return max(0, min(bisect_right(self._tops, y) - 1, len(self) - 1))

    def between(self, top: float, bottom: float) -> range:
        """The rows any of which stands between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self._heights else range(0)

    def next_unknown(self) -> int | None:
        """The first row whose height is only guessed."""
        while self._first_unknown < len(self) and self._known[self._first_unknown]:
            self._first_unknown += 1
        return self._first_unknown if self._first_unknown < len(self) else None
