"""What the comparison screen fetches in the background: two versions compared, and the rows its headers show.

Runs on a thread of the jobs: no widgets here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.changes import Change, changes
from variorum.core.collate.model import Comparison
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.gui.services import Services
from variorum.gui.telling import distinctions


@dataclass(frozen=True, slots=True)
class Choice:
    """The version shown on a side, with those of its story to choose from."""

    shown: ArticleRow
    versions: tuple[ArticleRow, ...] = ()
    distinctions: Mapping[int, str] = field(default_factory=dict)
    """What tells those with the same headline apart, by their ids."""

    @property
    def distinction(self) -> str:
        """What tells the one shown from others with its headline."""
        return self.distinctions.get(self.shown.id, "")


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
    left, right = _choices(services.library, left_id, right_id)
    return Answer(comparison, changes(comparison), left, right)


def _choices(library: Library, left_id: int, right_id: int) -> tuple[Choice, Choice]:
    left, right = library.article(left_id), library.article(right_id)
    versions = [library.story(row.story_id).versions if row.story_id is not None else () for row in (left, right)]
    apart = distinctions((left, right, *versions[0], *versions[1]))
    return Choice(left, versions[0], apart), Choice(right, versions[1], apart)


def mirrored(change: Change | None, among: Sequence[Change]) -> int | None:
    """The number of the change that is `change` with the sides swapped."""
    if change is None:
        return None
    sides = (change.right, change.left)
    return next((n for n, other in enumerate(among) if (other.left, other.right) == sides), None)
