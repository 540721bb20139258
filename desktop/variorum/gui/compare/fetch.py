"""What the comparison screen fetches in the background: two versions compared, and the rows its headers show.

Runs on a thread of the jobs: no widgets here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.changes import Change, changes
from variorum.core.collate.model import Comparison
from variorum.core.library.model import ArticleRow
from variorum.gui.services import Services


@dataclass(frozen=True, slots=True)
class Choice:
    """The version shown on a side, with those of its story to choose from."""

    shown: ArticleRow
    versions: tuple[ArticleRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A comparison, its changes, and what the headers show."""

    comparison: Comparison
    changes: tuple[Change, ...]
    left: Choice
    right: Choice


def fetch(services: Services, left_id: int, right_id: int, should_cancel: ShouldCancel) -> Answer:
    """Compare two articles of the library.

    Raises `LibraryError` if one isn't there, `CanceledError` if told to stop.
    """
    comparison = services.workbench.compare(left_id, right_id, should_cancel)
    check(should_cancel)
    left, right = _choice(services, left_id), _choice(services, right_id)
    return Answer(comparison, changes(comparison), left, right)


def _choice(services: Services, article_id: int) -> Choice:
    row = services.library.article(article_id)
    versions = services.library.story(row.story_id).versions if row.story_id is not None else ()
    return Choice(row, versions)


def mirrored(change: Change | None, among: Sequence[Change]) -> int | None:
    """The number of the change that is `change` with the sides swapped."""
    if change is None:
        return None
    sides = (change.right, change.left)
    return next((n for n, other in enumerate(among) if (other.left, other.right) == sides), None)
