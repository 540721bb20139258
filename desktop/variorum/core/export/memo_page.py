"""What stands in a change memo, and which of it there is room for: one page, however much there is to say.

Knows no comparison and no format; room is reckoned in lines of about `LINE` characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from variorum.core.collate.changes import ChangeKind
from variorum.core.export.content import Count, Head, shortened
from variorum.core.export.counting import NAMES
from variorum.core.handmade.model import NO_REVIEW, Review

LINE = 92
"""Characters of a line of the page, about."""
PAGE = 54
"""Lines that sections have on the page, below heads of two lines."""
_HEADING = 1.7
"""Lines that a section's heading takes, with the space above it."""
_HEADLINE, _USUAL = 42, 2
"""Characters of a line of a headline, and lines of one that the page reckons with."""
_TIGHT = 50
"""Characters of a passage where there is no room for all notes."""
TOLD_ONCE = frozenset(("Added", "Dropped"))
"""Sections of what one version alone tells: they share what room the others leave."""


@dataclass(frozen=True, slots=True)
class MemoItem:
    """A change: what happened ("14 votes → 12 votes"), and the words it happened in."""

    title: str
    text: str
    review: Review = NO_REVIEW
    kinds: tuple[ChangeKind, ...] = ()

    @property
    def lines(self) -> float:
        """How many lines it takes."""
        note = f"Note: {self.review.note}" if self.review.note else ""
        told = "   ".join(filter(None, (self.title, self.text, note)))
        return 0.2 + -(-_width(told) // LINE)


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
    untold: tuple[ChangeKind, ...] = ()
    """The kinds of the changes that are counted at the head and told in no section."""
    more_notes: int = 0
    """How many notes there was no room for."""
    closing: tuple[str, ...] = ()
    """Lines at the end: what isn't told, and where it stands."""


def fitted(memo: Memo, room: float = PAGE) -> Memo:
    """The memo with what fits into `room` lines, where headlines take no more than usual.

    What has a note comes first, of that what needs a look; then one of each kind, all that needs a look, what was
    added and dropped by turns. What is left out is counted at the end. Where notes would be, passages are cut short.
    """
    if (page := _fitted(memo, room)).more_notes:
        return _fitted(_tightened(memo), room)
    return page


def _tightened(memo: Memo) -> Memo:
    """With passages of a line at most, so that there is room for more notes."""
    sections = (
        replace(section, items=tuple(replace(item, text=shortened(item.text, _TIGHT)) for item in section.items))
        for section in memo.sections
    )
    return replace(memo, sections=tuple(sections))


def _fitted(memo: Memo, room: float) -> Memo:
    room -= max(0, max(-(-_width(head.title) // _HEADLINE) for head in (memo.left, memo.right)) - _USUAL)
    lines = [[item.lines for item in section.items] for section in memo.sections]
    everything = [set(range(len(section.items))) for section in memo.sections]
    closing = _closing(memo, everything)
    if _taken(lines, everything) + len(closing) <= room:
        return replace(memo, closing=closing)
    # At the end there may be a line on notes and one on kinds now, above it there is some space.
    kept = _chosen(memo.sections, lines, room - _HEADING - 2 - len(memo.closing))
    sections = [
        replace(section, items=tuple(section.items[index] for index in sorted(own)), more=len(section.items) - len(own))
        for section, own in zip(memo.sections, kept, strict=True)
    ]
    told = tuple(section for section in sections if section.items)
    return replace(memo, sections=told, closing=_closing(memo, kept), more_notes=_notes_left(memo, kept))


def _chosen(sections: Sequence[MemoSection], lines: Sequence[Sequence[float]], room: float) -> list[set[int]]:
    """The items of each section that there is room for, which take so many `lines`.

    The first that has none ends it, so that nothing is told in its place; only where each kind is to have one, the next
    may be shorter.
    """
    kept: list[set[int]] = [set() for _ in sections]
    for number, index, needed in _turns(sections):
        before = kept[number]
        if index in before or (before and not needed):
            continue
        kept[number] = {*before, index}
        if _taken(lines, kept) > room:
            kept[number] = before
            if needed:
                break
    return kept


def _taken(lines: Sequence[Sequence[float]], kept: Sequence[set[int]]) -> float:
    """What the items that are kept take, with the headings of their sections and a line on what they leave out."""
    return sum(
        _HEADING + sum(items[index] for index in own) + (len(own) < len(items))
        for items, own in zip(lines, kept, strict=True)
        if own
    )


def _turns(sections: Sequence[MemoSection]) -> Iterator[tuple[int, int, bool]]:
    """The sections' numbers and their items' in the order in which they are given room, and whether none may be told
    behind one that has no room."""
    noted = [(n, at) for n, section in enumerate(sections) for at, item in enumerate(section.items) if item.review.note]
    yield from ((n, at, True) for n, at in sorted(noted, key=lambda place: sections[place[0]].title in _NO_LOOK))
    yield from ((n, 0, False) for n in range(len(sections)))
    once = [n for n, section in enumerate(sections) if section.title in TOLD_ONCE]
    for n in range(len(sections)):
        if n not in once:
            yield from ((n, at, True) for at in range(len(sections[n].items)))
    for turn in range(max((len(sections[n].items) for n in once), default=0)):
        yield from ((n, turn, True) for n in once if turn < len(sections[n].items))


def _closing(memo: Memo, kept: Sequence[set[int]]) -> tuple[str, ...]:
    """The lines at the end, as "and 40 more notes: see the comparison"."""
    notes = _notes_left(memo, kept)
    untold = Counter(memo.untold)
    for section, own in zip(memo.sections, kept, strict=True):
        untold.update(kind for item in section.items if not own for kind in item.kinds)
    kinds = ", ".join(f"{NAMES[kind]} {untold[kind]:,}" for kind in NAMES if untold[kind])
    lines = [f"and {notes:,} more {'note' if notes == 1 else 'notes'}: see the comparison"] if notes else []
    lines += [f"Not told here: {kinds}. See the comparison."] if kinds else []
    return (*lines, *memo.closing)


def _notes_left(memo: Memo, kept: Sequence[set[int]]) -> int:
    return sum(
        bool(item.review.note) and index not in own
        for section, own in zip(memo.sections, kept, strict=True)
        for index, item in enumerate(section.items)
    )


def _width(text: str) -> int:
    """The characters of a text as far as room is concerned: those of East Asia and capitals are wider."""
    wide = 0 if text.isascii() else sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide + sum(map(str.isupper, text)) // 4


NOTED = "Reworded or moved, with a note"
"""The section of what is told only where it has a note."""
_NO_LOOK = TOLD_ONCE | {NOTED}


def more_text(section: MemoSection) -> str:
    """What stands below a section that has more than the page holds: "and 12 more"."""
    return f"and {section.more:,} more" if section.more else ""
