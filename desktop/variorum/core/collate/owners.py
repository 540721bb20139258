"""Finds the claim to which a place of a version belongs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from variorum.core.collate.model import Claim
from variorum.core.text.model import Span


class Owners:
    """Which claim a place of one version, the left one unless told otherwise, belongs to."""

    def __init__(self, claims: Iterable[Claim], *, right: bool = False) -> None:
        spans = ((i, span) for i, claim in enumerate(claims) for span in (claim.right if right else claim.left))
        self._rows = sorted((span.start, span.end, i) for i, span in spans)

    def of(self, span: Span) -> int | None:
        """Index of the claim whose side holds the start of `span`."""
        at = bisect_right(self._rows, span.start, key=lambda row: row[0]) - 1
        return self._rows[at][2] if at >= 0 and span.start < self._rows[at][1] else None
