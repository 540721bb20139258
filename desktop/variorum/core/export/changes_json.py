"""The list of changes as data; the shape is `resources/schemas/changes.schema.json`."""

from __future__ import annotations

from typing import Any

from variorum.core.collate.changes import changes
from variorum.core.collate.model import Comparison
from variorum.core.export.changelist import Listed, changes_listed
from variorum.core.export.content import EVERYTHING, Head, Scope
from variorum.core.export.counting import NAMES, counted
from variorum.core.export.gathering import head_of
from variorum.core.text.model import Span


def changes_as_json(comparison: Comparison, scope: Scope = EVERYTHING) -> dict[str, Any]:
    """Both versions, how many changes there are of each kind, and those in `scope`.

    Offsets are code points of each side's text.
    """
    numbers = counted(changes(comparison))
    return {
        "left": _version(head_of(comparison.left, scope.sigla[0])),
        "right": _version(head_of(comparison.right, scope.sigla[1])),
        "regime": comparison.regime.value,
        "counts": {kind.value: numbers[kind] for kind in NAMES},
        "changes": [_change(change) for change in changes_listed(comparison, scope)],
    }


def _version(head: Head) -> dict[str, str]:
    return {"siglum": head.siglum, "headline": head.headline, "facts": head.facts}


def _change(change: Listed) -> dict[str, Any]:
    return {
        "number": change.number,
        "kinds": list(change.kinds),
        "title": change.title,
        "look": change.look,
        "before": change.before,
        "after": change.after,
        "left": _passage(change.left, change.left_at),
        "right": _passage(change.right, change.right_at),
        "confidence": change.confidence,
        "doubtful": change.doubtful,
        "reviewed": change.review.reviewed,
        "note": change.review.note,
    }


def _passage(text: str, place: Span | None) -> dict[str, Any] | None:
    """The passage, and where that which changed begins and ends in the version's text."""
    return None if place is None else {"text": text, "start": place.start, "end": place.end}
