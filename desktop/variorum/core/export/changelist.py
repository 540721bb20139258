"""The list of changes as rows of plain words, for tables and data. Knows no format."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from variorum.core.collate.changes import INSIDE, Change, changes
from variorum.core.collate.model import Comparison
from variorum.core.export.content import EVERYTHING, Scope
from variorum.core.export.printable import on_one_line
from variorum.core.handmade.model import Review
from variorum.core.text.model import Article, Span


@dataclass(frozen=True, slots=True)
class Listed:
    """A change. `before` and `after` are what changed on either side, `left` and `right` the passages around it
    (offsets of the first one in `left_at` and `right_at`, None where it isn't told)."""

    number: int
    kinds: tuple[str, ...]
    title: str
    look: bool
    before: str
    after: str
    left: str
    right: str
    left_at: Span | None
    right_at: Span | None
    confidence: float
    doubtful: bool
    review: Review


def changes_listed(comparison: Comparison, scope: Scope = EVERYTHING) -> tuple[Listed, ...]:
    """The changes in `scope`, in reading order, numbered from 1: as the window does with the same kinds shown, unless
    something of another kind has a note."""
    return tuple(
        _listed(comparison, number, change, scope.review_of(index))
        for number, (index, change) in enumerate(scope.told(changes(comparison)), 1)
    )


def _listed(comparison: Comparison, number: int, change: Change, review: Review) -> Listed:
    left, right = _passages(comparison, change)
    return Listed(
        number=number,
        kinds=tuple(kind.value for kind in change.kinds),
        title=on_one_line(change.title),
        look=change.look,
        before=on_one_line(change.before),
        after=on_one_line(change.after),
        left=left,
        right=right,
        left_at=change.left[0] if change.left else None,
        right_at=change.right[0] if change.right else None,
        confidence=round(change.confidence, 3),
        doubtful=change.doubtful,
        review=Review(review.reviewed, on_one_line(review.note)),
    )


def _passages(comparison: Comparison, change: Change) -> tuple[str, str]:
    """What either side tells: the passages of a claim, the sentences around what changed inside one."""
    inside = not INSIDE.isdisjoint(change.kinds)
    sides = (comparison.left, change.left), (comparison.right, change.right)
    left, right = (
        on_one_line(" ".join((_sentences(article, span) if inside else span).of(article.text) for span in spans))
        for article, spans in sides
    )
    return left, right


def _sentences(article: Article, place: Span) -> Span:
    """From the sentence in which a place begins to the one in which it ends."""
    first = bisect_right(article.sentences, place.start, key=lambda sentence: sentence.span.start) - 1
    last = bisect_right(article.sentences, place.end - 1, key=lambda sentence: sentence.span.start) - 1
    if first < 0:
        return place
    return Span(article.sentences[first].span.start, max(place.end, article.sentences[last].span.end))
