"""What the comparison screen fetches in the background: two versions compared, and the rows its headers show.

Runs on a thread of the jobs: no widgets here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.core.cancel import ShouldCancel, check
from variorum.core.collate.changes import Change, changes
from variorum.core.collate.model import Claim, Comparison
from variorum.core.collate.options import AS_COLLATED, WordOptions
from variorum.core.handmade.model import Review
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.gui.compare.clean import clean_text
from variorum.gui.compare.marks import side_marks
from variorum.gui.compare.presentation import Filter, Presentation, Side
from variorum.gui.compare.rows import aligned
from variorum.gui.services import Services
from variorum.gui.telling import distinctions
from variorum.gui.theme.theme import Theme

ALL_SEEN = Filter()


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
    """A comparison ready to be shown, and what the headers show."""

    presentation: Presentation
    left: Choice
    right: Choice
    lacking: tuple[int, ...] = ()
    """Articles whose meaning would be evidence and isn't known yet."""
    reviews: Mapping[int, Review] = field(default_factory=dict)
    """What was said of the changes, by their numbers."""
    by_words_only: bool = False
    """Whether there is nothing that could read for meaning."""

    @property
    def ids(self) -> tuple[int, int]:
        """The ids of the two articles."""
        return self.left.shown.id, self.right.shown.id

    def choice(self, side: Side) -> Choice:
        """What stands on a side, and what could."""
        return side.pick(self.left, self.right)

    def not_compared(self, side: Side) -> tuple[ArticleRow, ...]:
        """The other versions of the story that stands on a side."""
        return tuple(row for row in self.choice(side).versions if row.id not in self.ids)

    @property
    def comparison(self) -> Comparison:
        """What is compared."""
        return self.presentation.comparison

    @property
    def changes(self) -> tuple[Change, ...]:
        """Its changes."""
        return self.presentation.changes


def fetch(
    services: Services,
    left_id: int,
    right_id: int,
    should_cancel: ShouldCancel,
    options: WordOptions = AS_COLLATED,
    seen: Filter = ALL_SEEN,
) -> Answer:
    """Compare two articles of the library; `options` say which words count as changed, `seen` what of it is shown.

    Raises `LibraryError` if one isn't there, `CanceledError` if told to stop.
    """
    workbench = services.workbench
    # Asked before: what comes meanwhile is then only waited for in vain, and not missed.
    lacking = workbench.lacking(left_id, right_id)
    comparison = workbench.compare(left_id, right_id, should_cancel, options)
    check(should_cancel)
    left, right = _choices(services.library, left_id, right_id)
    found = changes(comparison)
    reviews = workbench.reviews(left_id, right_id, comparison, found)
    sigla = left.shown.siglum, right.shown.siglum
    shown = Presentation(comparison, found, seen.visible, sigla, removals=seen.removals)
    make_ready(shown, services.theme.theme)
    return Answer(shown, left, right, lacking, reviews, not workbench.reads_meaning)


def make_ready(shown: Presentation, theme: Theme) -> None:
    """Work out here what showing it takes, as far as it needs no window."""
    for side in Side:
        side_marks(shown, side, theme)
        shown.claim_at(side, 0)
        shown.page(side)
    _ = shown.links, shown.kinds_by_passage, shown.looks, shown.passages
    aligned(shown)
    _ = clean_text(shown).rows(frozenset())


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


def counterpart(stood: Change | Claim | None, among: Sequence[Change], keys: Side | None = None) -> int | None:
    """The number of the change that stands where `stood` was in an older comparison of the same two texts.

    Where its two sides have become two changes, the one on the side that has the `keys`, else the first of both.
    """
    if stood is None or not among:
        return None
    kinds = set(stood.kinds) if isinstance(stood, Change) else set()
    scored = [(_overlap(stood, other), len(kinds & set(other.kinds)), -n) for n, other in enumerate(among)]
    overlap, _, place = max(scored)
    if not overlap:
        return None
    halves = {side: number for side in Side if (number := _half(stood, among, side)) is not None}
    if all(_common(side, stood, among[-place]) for side in halves):
        return -place
    return halves[keys] if keys in halves else min(halves.values())


def _half(stood: Change | Claim, among: Sequence[Change], side: Side) -> int | None:
    """The number of the change that has most of what stood on a side, None where none has any."""
    common, place = max((_common(side, stood, other), -n) for n, other in enumerate(among))
    return -place if common else None


def _common(side: Side, one: Change | Claim, other: Change) -> int:
    """How many characters of a side belong to both."""
    return sum(a.overlap(b) for a in side.spans(one) for b in side.spans(other))


def _overlap(one: Change | Claim, other: Change) -> float:
    """How much of both changes is the same text, from 0 to 1."""
    common = sum(_common(side, one, other) for side in Side)
    return common / max(1, sum(len(span) for change in (one, other) for span in (*change.left, *change.right)) - common)
