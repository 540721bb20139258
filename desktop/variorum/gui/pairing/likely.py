"""Which articles one most likely wants beside a given one: first those. Pure: knows rows, no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from variorum.core.library.model import ArticleRow

_WORD = re.compile(r"[^\W_]{4,}")
"""Words of a headline that say what it is about: shorter ones are everybody's."""
_NEAR = 3
"""Days between two tellings of one event."""


def most_likely_first(rows: Sequence[ArticleRow], beside: ArticleRow | None) -> tuple[ArticleRow, ...]:
    """`rows` with those first that are likely to be compared with `beside`, which itself comes last.

    First other versions of its story in their order, then texts of the same file, then those with words of its headline
    or near its date; all others stay in their order.
    """
    if beside is None:
        return tuple(rows)
    words, day = _words(beside), _day(beside)

    def place(row: ArticleRow) -> tuple[bool, bool, str, float]:
        in_story = beside.story_id is not None and row.story_id == beside.story_id
        letter = row.siglum.rjust(4) if in_story else ""
        return row.id == beside.id, not in_story, letter, 0.0 if in_story else -_likeness(row, beside, words, day)

    return tuple(sorted(rows, key=place))


def _likeness(row: ArticleRow, beside: ArticleRow, words: frozenset[str], day: date | None) -> float:
    same_file = 2.0 if row.path and row.path == beside.path else 0.0
    theirs = _words(row)
    common = len(words & theirs) / len(words | theirs) if words and theirs else 0.0
    other = _day(row) if common or same_file else None
    near = 0.1 if day and other and abs((day - other).days) <= _NEAR else 0.0
    return same_file + common + near


def _words(row: ArticleRow) -> frozenset[str]:
    return frozenset(_WORD.findall(row.headline[:400].casefold()))


def _day(row: ArticleRow) -> date | None:
    try:
        return date.fromisoformat(row.date)
    except ValueError:
        return None
