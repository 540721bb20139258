"""The list of changes as a table for spreadsheets: CSV as RFC 4180 has it, UTF-8 with a byte order mark, so that Excel
reads the letters right. No cell can become a formula.
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from variorum.core.collate.model import Comparison
from variorum.core.export.changelist import Listed, changes_listed
from variorum.core.export.content import EVERYTHING, Scope
from variorum.core.text.model import Span

_COLUMNS = (
    "number", "needs a look", "kind", "change", "before", "after", "left passage", "right passage", "left start",
    "left end", "right start", "right end", "confidence", "doubtful", "reviewed", "note",
)  # fmt: skip
_FORMULA = re.compile(r"\s*[=+\-@]")
"""How cells begin that a spreadsheet might compute (OWASP, CSV injection)."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def as_csv(comparison: Comparison, scope: Scope = EVERYTHING) -> str:
    """The table, a row for each change."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for change in changes_listed(comparison, scope):
        writer.writerow(map(_harmless, _cells(change)))
    return "\ufeff" + stream.getvalue()


def _cells(change: Listed) -> tuple[str, ...]:
    return (
        str(change.number), _yes(change.look), ", ".join(change.kinds), change.title, change.before, change.after,
        change.left, change.right, *_places(change.left_at), *_places(change.right_at), f"{change.confidence:g}",
        _yes(change.doubtful), _yes(change.review.reviewed), change.review.note,
    )  # fmt: skip


def _yes(value: bool) -> str:
    return "yes" if value else ""


def _places(span: Span | None) -> tuple[str, str]:
    return (str(span.start), str(span.end)) if span else ("", "")


def _harmless(cell: str) -> str:
    """A cell that might be taken for a formula begins with an apostrophe, which spreadsheets take for text."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
