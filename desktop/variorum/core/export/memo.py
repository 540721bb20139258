"""The change memo: what an editor sends a colleague about two versions, on one page however much there is to say.

Figures, speakers, quotations and certainty come first, then what else has a note, then what was added and dropped. A
change with a note is always told. Knows no format; how much fits is reckoned in lines of about `LINE` characters.
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
    rest: str = ""
    """A line on what is counted at the head and told in no section, "" where there is no such thing."""


def memo_of(comparison: Comparison, day: date, scope: Scope = EVERYTHING, room: float = PAGE) -> Memo:
    """The memo, dated `day`, with as many changes as there are lines of `room`; at least one of each kind,
    and all that have a note."""
    found: dict[str, list[MemoItem]] = {title: [] for _, title in _SECTIONS}
    untold: list[Change] = []
    for number, change in enumerate(changes(comparison)):
        if scope.kinds.isdisjoint(change.kinds):
            continue
        review = scope.reviews.get(number, NO_REVIEW)
        title = _section_of(change)
        if title == _NOTED and not review.note:
            untold.append(change)
        else:
            found[title].append(_item(comparison, change, review))
    rest = _rest(untold, scope)
    sections = [MemoSection(glyph, title, tuple(found[title])) for glyph, title in _SECTIONS if found[title]]
    return Memo(
        left=head_of(comparison.left, scope.sigla[0]),
        right=head_of(comparison.right, scope.sigla[1]),
        how=HOW[comparison.regime],
        counts=counts_of(comparison.counts),
        sections=fitted(sections, room - (_HEADING if rest else 0)),
        day=f"{day:%B} {day.day}, {day.year}",
        language=comparison.right.language or "en",
        rest=rest,
    )


def _rest(untold: Sequence[Change], scope: Scope) -> str:
    """ "Also 4 told in other words, 1 moved: see the comparison."."""
    told = [
        f"{count:,} {words}"
        for kind, words in ((ChangeKind.REWORDED, "told in other words"), (ChangeKind.MOVED, "moved"))
        if kind in scope.kinds and (count := sum(kind in change.kinds for change in untold))
    ]
    return f"Also {', '.join(told)}: see the comparison." if told else ""


def fitted(sections: Sequence[MemoSection], room: float) -> tuple[MemoSection, ...]:
    """The sections with what fits into `room` lines, one item of each at least and all that have a note: first all that
    needs a look, then what was added and dropped by turns."""
    kept = [_always(section) for section in sections]
    free = room
    for section, always in zip(sections, kept, strict=True):
        free -= _HEADING + sum(section.items[index].lines for index in always) + (len(section.items) > len(always))
    for number, index in _turns(sections):
        if index in kept[number]:
            continue
        cost = sections[number].items[index].lines
        if cost > free:
            break
        free -= cost
        kept[number].add(index)
    return tuple(
        replace(section, items=tuple(section.items[index] for index in sorted(own)), more=len(section.items) - len(own))
        for section, own in zip(sections, kept, strict=True)
    )


def _always(section: MemoSection) -> set[int]:
    """Which of its items are told whether there is room or not."""
    return {index for index, item in enumerate(section.items) if item.review.note} or {0}


def _turns(sections: Sequence[MemoSection]) -> Iterator[tuple[int, int]]:
    """The sections' numbers and their items' in the order in which they are given room."""
    looks = [number for number, section in enumerate(sections) if section.title not in _TOLD_ONCE]
    once = [number for number, section in enumerate(sections) if section.title in _TOLD_ONCE]
    for number in looks:
        yield from ((number, index) for index in range(len(sections[number].items)))
    for turn in range(max((len(sections[number].items) for number in once), default=0)):
        yield from ((number, turn) for number in once if turn < len(sections[number].items))


_NOTED = "Reworded or moved, with a note"
_SECTIONS = (
    (GLYPHS[ChangeKind.FIGURE], "Figures"),
    (GLYPHS[ChangeKind.QUOTE], "Speakers"),
    (GLYPHS[ChangeKind.QUOTE], "Quotations"),
    (GLYPHS[ChangeKind.STANCE], "Certainty, negation, sources"),
    (GLYPHS[ChangeKind.REWORDED] + GLYPHS[ChangeKind.MOVED], _NOTED),
    (GLYPHS[ChangeKind.ADDED], "Added"),
    (GLYPHS[ChangeKind.DROPPED], "Dropped"),
)


_TOLD_ONCE = frozenset(("Added", "Dropped"))


def _section_of(change: Change) -> str:
    """The title of the section a change belongs to."""
    if ChangeKind.FIGURE in change.kinds:
        return "Figures"
    if ChangeKind.QUOTE in change.kinds:
        return "Speakers" if change.title == "Speaker changed" else "Quotations"
    if ChangeKind.STANCE in change.kinds:
        return "Certainty, negation, sources"
    if ChangeKind.ADDED in change.kinds:
        return "Added"
    return "Dropped" if ChangeKind.DROPPED in change.kinds else _NOTED


def _item(comparison: Comparison, change: Change, review: Review) -> MemoItem:
    title, text = on_one_line(change.title), change.detail
    if ChangeKind.QUOTE in change.kinds:
        title, text = _quotation(comparison, change)
    elif not {ChangeKind.ADDED, ChangeKind.DROPPED}.isdisjoint(change.kinds):
        title = ""
    elif ChangeKind.STANCE in change.kinds:
        title = title.partition(": ")[2] or title
    elif ChangeKind.REWORDED in change.kinds:
        text = _both(comparison, change)
    return MemoItem(
        on_one_line(title), shortened(on_one_line(text), _LONGEST), Review(review.reviewed, on_one_line(review.note))
    )


def _both(comparison: Comparison, change: Change) -> str:
    """The passages of both sides, each cut to half of what an item may have."""
    sides = (comparison.left, change.left), (comparison.right, change.right)
    told = (on_one_line(" ".join(span.of(article.text) for span in spans)) for article, spans in sides)
    return " → ".join(shortened(text, _LONGEST // 2 - 2) for text in told)


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
