"""Where the lens lies: beside the passage it is about, never over it, inside its room. Pure numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 8
"""Pixels between the lens and the passage."""
NARROWEST = 260
"""Pixels of width it has at least beside a passage."""
LEAST = 120
"""Pixels of height without which a place is none."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.y + self.height


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around all of them."""
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def placed(width: int, height: int, passage: Box, room: Box) -> Box | None:
    """Where a lens of that size lies in `room` without touching `passage`, made lower if it must be; None if nowhere.

    Below the passage where all of it fits, else above, else beside; else where most of it fits.
    """
    width = min(width, room.width)
    top = max(passage.bottom + GAP, room.y)
    foot = min(passage.y - GAP, room.bottom)
    below, above = room.bottom - top, foot - room.y
    x = max(room.x, min(passage.x, room.right - width))
    if height <= below:
        return Box(x, top, width, height)
    if height <= above:
        return Box(x, foot - height, width, height)
    y = max(room.y, min(passage.y, room.bottom - min(height, room.height)))
    right = max(passage.right + GAP, room.x)
    left = min(passage.x - GAP, room.right)
    for at, space in ((right, room.right - right), (max(room.x, left - width), left - room.x)):
        if space >= min(width, NARROWEST):
            return Box(at, y, min(width, space), min(height, room.height))
    if max(below, above) < LEAST:
        return None
    if below >= above:
        return Box(x, top, width, below)
    return Box(x, room.y, width, above)
