"""What a range covers of a laid out line, also where the line changes direction. Knows no documents."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtGui import QTextLine

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff]")
_BRIDGE = 6.0
"""Pieces of a line nearer than this, in pixels, are one: glyphs leave out the spaces between directions."""


def x_of(line: QTextLine, position: int) -> float:
    """Where the gap before a position stands on a line."""
    # The binding returns (x, the position it took); its stubs say "object".
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def stretches(line: QTextLine, start: int, end: int, mixed: bool) -> list[tuple[float, float]]:
    """What the units from `start` to `end` cover of `line`, as left and right edges."""
    if mixed:
        boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
        return _joined(sorted((box.left(), box.right()) for box in boxes))
    left, right = sorted((x_of(line, start), x_of(line, end)))
    return [(left, min(right, max(left, line.naturalTextRect().right())))]


def _joined(cells: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in cells:
        if joined and left <= joined[-1][1] + _BRIDGE:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def has_right_to_left(text: str) -> bool:
    """Whether any letter belongs to a script written from right to left (Hebrew to Arabic, and its forms)."""
    return _RIGHT_TO_LEFT.search(text) is not None
