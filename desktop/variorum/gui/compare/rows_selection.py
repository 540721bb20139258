"""What is selected with the mouse in a column of a table: from one gap between characters to another. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.gui.widgets.passage import Place


@dataclass(frozen=True, slots=True)
class Selection:
    """In the column `cell`, from where it began to where the pointer is: a row, and a place in its passage."""

    cell: int
    anchor: tuple[int, Place]
    head: tuple[int, Place]

    @property
    def rows(self) -> range:
        """The rows any of which is selected."""
        return range(min(self.anchor, self.head)[0], max(self.anchor, self.head)[0] + 1)

    def inside(self, row: int, end: Place) -> tuple[Place, Place] | None:
        """What of a row's passage, which ends at `end`, is selected."""
        first, last = sorted((self.anchor, self.head))
        if first == last or not first[0] <= row <= last[0]:
            return None
        return first[1] if row == first[0] else (0, 0), last[1] if row == last[0] else end
