"""The change memo: what an editor sends a colleague about two versions, on one page however much there is to say.

Figures, speakers, quotations and certainty come first, then what was added and dropped. Knows no format; how much fits
is reckoned in lines of about `LINE` characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.excerpt import around
from variorum.core.collate.model import Comparison
from variorum.core.export.content import EVERYTHING, Count, Head, Scope, shortened
from variorum.core.export.counting import GLYPHS, HOW, counts_of
from variorum.core.export.gathering import head_of
from variorum.core.export.printable import on_one_line
from variorum.core.handmade.model import NO_REVIEW, Review

LINE = 92
"""Characters of a line of the page, about."""
PAGE = 44
"""Lines that sections have on the page, below the heads."""
_HEADING = 1.7
"""Lines that a section's heading takes, with the space above it."""
_LONGEST = 200
"""Characters of a passage at most."""


@dataclass(frozen=True, slots=True)
class MemoItem:
    """A change: what happened ("14 votes → 12 votes"), and the words it happened in."""

    title: str
    text: str
    review: Review = NO_REVIEW

    @property
    def lines(self) -> float:
        """How many lines it takes."""
        told = " ".join(filter(None, (self.title, self.text, self.review.note)))
        return 0.2 + -(-len(told) // LINE)


@dataclass(frozen=True, slots=True)
class MemoSection:
    """Changes of one kind; `more` that there was no room for."""

    glyph: str
    title: str
    items: tuple[MemoItem, ...]
    more: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.items) + self.more


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole page."""

    left: Head
    right: Head
    how: str
    counts: tuple[Count, ...]
    sections: tuple[MemoSection, ...]
    day: str
    language: str


def memo_of(comparison: Comparison, day: date, scope: Scope = EVERYTHING, room: float = PAGE) -> Memo:
    """The memo, dated `day`, with as many changes as there are lines of `room`; at least one of each kind."""
    found: dict[str, list[MemoItem]] = {title: [] for _, title in _SECTIONS}
    for number, change in enumerate(changes(comparison)):
        title = _section_of(change)
        if title and not scope.kinds.isdisjoint(change.kinds):
            found[title].append(_item(comparison, change, scope.reviews.get(number, NO_REVIEW)))
    sections = [MemoSection(glyph, title, tuple(found[title])) for glyph, title in _SECTIONS if found[title]]
    return Memo(
        left=head_of(comparison.left, scope.sigla[0]),
        right=head_of(comparison.right, scope.sigla[1]),
        how=HOW[comparison.regime],
        counts=counts_of(comparison.counts),
        sections=fitted(sections, room),
        day=f"{day:%B} {day.day}, {day.year}",
        language=comparison.right.language or "en",
    )


def fitted(sections: Sequence[MemoSection], room: float) -> tuple[MemoSection, ...]:
    """The sections with what fits into `room` lines, one item of each at least: first all that needs a look, then what
    was added and dropped by turns."""
    kept = [1] * len(sections)
    free = room - sum(_HEADING + section.items[0].lines + (len(section.items) > 1) for section in sections)
    for index in _turns(sections):
        cost = sections[index].items[kept[index]].lines
        if cost > free:
            break
        free -= cost
        kept[index] += 1
    return tuple(
        replace(section, items=section.items[:count], more=len(section.items) - count)
        for section, count in zip(sections, kept, strict=True)
    )


def _turns(sections: Sequence[MemoSection]) -> Iterator[int]:
    """The sections' numbers in the order in which their items, from the second on, are given room."""
    looks = [index for index, section in enumerate(sections) if section.title not in _TOLD_ONCE]
    once = [index for index, section in enumerate(sections) if section.title in _TOLD_ONCE]
    for index in looks:
        yield from [index] * (len(sections[index].items) - 1)
    for turn in range(1, max((len(sections[index].items) for index in once), default=0)):
        yield from (index for index in once if turn < len(sections[index].items))


_SECTIONS = (
    (GLYPHS[ChangeKind.FIGURE], "Figures"),
    (GLYPHS[ChangeKind.QUOTE], "Speakers"),
    (GLYPHS[ChangeKind.QUOTE], "Quotations"),
    (GLYPHS[ChangeKind.STANCE], "Certainty, negation, sources"),
    (GLYPHS[ChangeKind.ADDED], "Added"),
    (GLYPHS[ChangeKind.DROPPED], "Dropped"),
)


_TOLD_ONCE = frozenset(("Added", "Dropped"))


def _section_of(change: Change) -> str:
    """The title of the section a change belongs to, "" for none."""
    if ChangeKind.FIGURE in change.kinds:
        return "Figures"
    if ChangeKind.QUOTE in change.kinds:
        return "Speakers" if change.title == "Speaker changed" else "Quotations"
    if ChangeKind.STANCE in change.kinds:
        return "Certainty, negation, sources"
    if ChangeKind.ADDED in change.kinds:
        return "Added"
    return "Dropped" if ChangeKind.DROPPED in change.kinds else ""


def _item(comparison: Comparison, change: Change, review: Review) -> MemoItem:
    title, text = on_one_line(change.title), change.detail
    if ChangeKind.QUOTE in change.kinds:
        title, text = _quotation(comparison, change)
    elif not {ChangeKind.ADDED, ChangeKind.DROPPED}.isdisjoint(change.kinds):
        title = ""
    elif ChangeKind.STANCE in change.kinds:
        title = title.partition(": ")[2] or title
    return MemoItem(
        on_one_line(title), shortened(on_one_line(text), _LONGEST), Review(review.reviewed, on_one_line(review.note))
    )


def _quotation(comparison: Comparison, change: Change) -> tuple[str, str]:
    if change.title == "Speaker changed":
        return f"{change.before or 'nobody named'} → {change.after or 'nobody named'}", change.detail
    if change.before and change.after:
        half = _LONGEST // 2
        return "Altered", f"“{shortened(change.before, half)}” → “{shortened(change.after, half)}”"
    return change.title, f"{change.detail} → {around(comparison.right, change.right[0])}"


def more_text(section: MemoSection) -> str:
    """What stands below a section that has more than the page holds: "and 12 more"."""
    return f"and {section.more:,} more" if section.more else ""


def counts_text(counts: Iterable[Count]) -> str:
    """The counts in one line."""
    return "   ".join(f"{count.glyph} {count.text}" for count in counts)
