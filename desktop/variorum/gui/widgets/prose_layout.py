"""An article as the blocks of a page, with the map between source offsets and positions in the document.

Pure: knows no Qt. A position counts UTF-16 units of the document (blocks joined by one separator each), because that is
what Qt counts; an offset counts code points of `Article.text`. This is the one place that converts between them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from math import ceil

from variorum.core.text.model import Article, Kind, Paragraph, Span
from variorum.gui.words import plural, tr

WORDS_A_MINUTE = 200
_LABEL_LENGTH = 40

_SPACES = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_WIDE_GAP = re.compile(f"[{re.escape(_SPACES)}]{{2,}}")
# Characters that a text document would take for structure (objects, frames) or cannot hold (lone surrogates, controls).
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_TO_SPACE = str.maketrans(dict.fromkeys(_SPACES, " "))


class Role(StrEnum):
    """What a block of the page is, which decides how it is set."""

    HEADLINE = "headline"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    TEXT = "text"
    FOLD = "fold"
    """The placeholder of a folded part; stays as its title when the part is open."""
    ASIDE = "aside"
    """A paragraph of an opened part."""


@dataclass(frozen=True, slots=True)
class Run:
    """`length` code points of the source from `source` on, shown one for one from `shown` on in the block."""

    source: int
    shown: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the page. Without runs its words are ours, not the source's."""

    role: Role
    text: str
    runs: tuple[Run, ...] = ()
    fold: int = -1
    """For FOLD and ASIDE: the number of the folded part."""
    open: bool = False
    """For FOLD: whether the part is open."""
    astral: tuple[int, ...] = ()
    """Indices into `text` of the characters that take two UTF-16 units."""

    @property
    def units(self) -> int:
        """Its length in UTF-16 units."""
        return len(self.text) + len(self.astral)

    def unit_of(self, index: int) -> int:
        """The UTF-16 unit at which the code point `index` starts."""
        return index + bisect_left(self.astral, index)

    def index_of(self, unit: int) -> int:
        """The code point that the UTF-16 `unit` belongs to."""
        if not self.astral:
            return unit
        starts = [index + before for before, index in enumerate(self.astral)]
        return unit - bisect_left(starts, unit)

    def index_at(self, offset: int) -> int:
        """Where the source `offset` is shown; inside a collapsed gap, the end of that gap."""
        run = self.runs[max(0, bisect_right(self.runs, offset, key=lambda r: r.source) - 1)]
        return run.shown + min(max(0, offset - run.source), run.length)

    def offset_at(self, index: int) -> int:
        """The source offset shown at `index`."""
        run = self.runs[max(0, bisect_right(self.runs, index, key=lambda r: r.shown) - 1)]
        return run.source + min(index - run.shown, run.length)

    @property
    def span(self) -> Span | None:
        """What of the source it shows."""
        if not self.runs:
            return None
        return Span(self.runs[0].source, self.runs[-1].source + self.runs[-1].length)


@dataclass(frozen=True, slots=True)
class Range:
    """A piece of a block in UTF-16 units from the block's start."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class ProseLayout:
    """The blocks of a page and where they stand. Blocks that show source text are in the order of the source."""

    blocks: tuple[Block, ...]
    starts: tuple[int, ...] = field(init=False)
    """The position of each block's first unit."""
    _sourced: tuple[tuple[int, Span], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sizes = (block.units + 1 for block in self.blocks)
        object.__setattr__(self, "starts", tuple(accumulate(sizes, initial=0))[:-1])
        spans = ((number, block.span) for number, block in enumerate(self.blocks))
        object.__setattr__(self, "_sourced", tuple((n, span) for n, span in spans if span is not None))

    @property
    def right_to_left(self) -> bool:
        """Whether the text begins in a script written from right to left."""
        return begins_right_to_left(self.blocks[self._sourced[0][0]].text) if self._sourced else False

    def ranges_of(self, span: Span) -> list[Range]:
        """The pieces of blocks that show `span`, in reading order; empty where nothing of it is shown."""
        found = []
        first = bisect_right(self._sourced, span.start, key=lambda entry: entry[1].end)
        for number, shown in self._sourced[first:]:
            if shown.start >= span.end:
                break
            block = self.blocks[number]
            start = block.unit_of(block.index_at(max(span.start, shown.start)))
            end = block.unit_of(block.index_at(min(span.end, shown.end)))
            if start < end:
                found.append(Range(number, start, end))
        return found

    def position_of(self, offset: int) -> int | None:
        """The position at which the character at `offset` is shown, or None where it isn't."""
        at = bisect_right(self._sourced, offset, key=lambda entry: entry[1].end)
        if at == len(self._sourced) or offset < self._sourced[at][1].start:
            return None
        block = self.blocks[self._sourced[at][0]]
        return self.starts[self._sourced[at][0]] + block.unit_of(block.index_at(offset))

    def position_at_or_after(self, offset: int) -> int:
        """The position of `offset`, or where it isn't shown of what follows it; 0 on an empty page."""
        position = self.position_of(offset)
        if position is not None or not self._sourced:
            return position or 0
        at = bisect_right(self._sourced, offset, key=lambda entry: entry[1].start)
        return self.starts[self._sourced[min(at, len(self._sourced) - 1)][0]]

    def block_at(self, position: int) -> int:
        """The number of the block that holds `position`."""
        return max(0, bisect_right(self.starts, position) - 1)

    def offset_at(self, position: int) -> int | None:
        """The source offset shown at `position`, or None where the words are ours (byline, placeholder).

        At a block's end it is the end of what the block shows.
        """
        if not self.blocks:
            return None
        number = self.block_at(position)
        block = self.blocks[number]
        if not block.runs:
            return None
        unit = min(position - self.starts[number], block.units)
        return block.offset_at(block.index_of(unit))

    def spans_between(self, start: int, end: int) -> list[Span]:
        """What of the source is shown between two positions: one span a block."""
        spans: list[Span] = []
        if not self.blocks:
            return spans
        for number in range(self.block_at(start), self.block_at(end) + 1):
            block = self.blocks[number]
            if not block.runs:
                continue
            first = min(max(start - self.starts[number], 0), block.units)
            last = min(max(end - self.starts[number], 0), block.units)
            if first < last:
                # The end is that of the last character shown: what follows it may stand after a wide gap.
                stop = block.offset_at(block.index_of(last - 1)) + 1
                spans.append(Span(block.offset_at(block.index_of(first)), stop))
        return spans

    def span_between(self, start: int, end: int) -> Span | None:
        """The span from the first to the last character shown between two positions."""
        spans = self.spans_between(start, end)
        return Span(spans[0].start, spans[-1].end) if spans else None


def lay_out(article: Article, opened: frozenset[int] = frozenset(), byline: bool = True) -> ProseLayout:
    """The page of `article` with the folded parts in `opened` open."""
    blocks: list[Block] = []
    for number, group in parts_of(article.paragraphs):
        if number is None:
            blocks += [block_of(article.text, paragraph.span, _ROLES[paragraph.kind]) for paragraph in group]
            continue
        is_open = number in opened
        blocks.append(_own(Role.FOLD, fold_label(article.text, group, is_open), fold=number, is_open=is_open))
        if is_open:
            blocks += [block_of(article.text, paragraph.span, Role.ASIDE, number) for paragraph in group]
    if byline:
        line = byline_of(article)
        after = next((n + 1 for n, block in enumerate(blocks) if block.role is Role.HEADLINE), 0)
        blocks[after:after] = [_own(Role.BYLINE, line)] if line else []
    return ProseLayout(tuple(block for block in blocks if block.text))


def folds_of(article: Article) -> int:
    """How many folded parts the article has."""
    return sum(1 for number, _ in parts_of(article.paragraphs) if number is not None)


def fold_at(article: Article, offset: int) -> int | None:
    """The number of the folded part that holds `offset`, if one does."""
    for number, group in parts_of(article.paragraphs):
        if number is not None and any(p.span.start <= offset < p.span.end for p in group):
            return number
    return None


def byline_of(article: Article) -> str:
    """Outlet, place, date, length and reading time on one line."""
    place = article.dateline.title() if article.dateline.isupper() else article.dateline
    minutes = max(1, ceil(article.words / WORDS_A_MINUTE))
    length = plural("%n word", "%n words", article.words)
    parts = (article.outlet, place, article.date, length, plural("%n min", "%n min", minutes))
    return _plain("  ·  ".join(part for part in parts if part))


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is read from the right: then all of a paragraph is set so."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def fold_label(text: str, group: Sequence[Paragraph], is_open: bool) -> str:
    """What a placeholder says of the paragraphs it stands for: how they begin, and how many there are."""
    words = " ".join(group[0].span.of(text).split()).strip('“”"')
    start = words if len(words) <= _LABEL_LENGTH else words[:_LABEL_LENGTH].rsplit(" ", 1)[0] + "…"
    if all(paragraph.kind is Kind.REPEATED for paragraph in group):
        why = tr("Unfolded, repeated") if is_open else tr("Folded, repeated")
    else:
        why = tr("Unfolded") if is_open else tr("Folded")
    more = len(group) - 1
    if more:
        return _plain(
            plural("{why}: “{start}” and %n more", "{why}: “{start}” and %n more", more, why=why, start=start)
        )
    return _plain(f"{why}: “{start}”")


_ROLES = {Kind.HEADLINE: Role.HEADLINE, Kind.SUBHEAD: Role.SUBHEAD, Kind.SENTENCE: Role.TEXT}


def parts_of(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int | None, list[Paragraph]]]:
    """Paragraphs in runs: those that are read (None) and parts that are folded (numbered from 0)."""
    number = -1
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and group[-1].kind.folds != paragraph.kind.folds:
            yield (number if group[-1].kind.folds else None), group
            group = []
        if paragraph.kind.folds and not group:
            number += 1
        group.append(paragraph)
    if group:
        yield (number if group[-1].kind.folds else None), group


def _own(role: Role, text: str, fold: int = -1, is_open: bool = False) -> Block:
    return Block(role, text, fold=fold, open=is_open, astral=_astral(text))


def block_of(text: str, span: Span, role: Role, fold: int = -1) -> Block:
    """A block that shows `span`: spaces trimmed, gaps set as one space, line breaks as spaces."""
    start, end = span.start, span.end
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    runs, pieces, shown, at = [], [], 0, start
    for gap in [*_WIDE_GAP.finditer(text, start, end), None]:
        stop = end if gap is None else gap.start() + 1
        if stop > at:
            pieces.append(text[at:stop])
            runs.append(Run(at, shown, stop - at))
            shown += stop - at
        at = end if gap is None else gap.end()
    plain = _plain("".join(pieces))
    return Block(role, plain, tuple(runs), fold, astral=_astral(plain))


def _plain(text: str) -> str:
    """`text` with what a document block can't hold replaced, character for character."""
    return _UNFIT.sub("\ufffd", text.translate(_TO_SPACE))


def _astral(text: str) -> tuple[int, ...]:
    if text.isascii() or max(text, default="") < "\U00010000":
        return ()
    return tuple(index for index, character in enumerate(text) if character > "\uffff")
