"""The left version turned into the right one, as one running text with every deletion and insertion. Knows no format.

What is kept and what came, read on, is the right version; what is kept and what is gone, the left one: ends of
paragraphs as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Comparison
from variorum.core.export.anchors import Anchor, anchors, moves
from variorum.core.text.model import Article, Kind, Span

_TOKEN = re.compile(r"\s+|\S+")


class Fate(Enum):
    """What becomes of a piece of text from left to right."""

    KEPT = "kept"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Tracked:
    """A piece of text, white space as single spaces. `move` numbers the move it is an end of, `remarks` (indexes
    into what was asked for) are what is to be said of it."""

    text: str
    fate: Fate
    move: int | None = None
    remarks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """A paragraph; `end` says what becomes of its end: where it is gone or come, its text joins the next paragraph."""

    pieces: tuple[Tracked, ...]
    end: Fate
    kind: Kind


Place = tuple[Span | None, Span | None]
"""A place of the right version, or of the left one where the right doesn't tell it: (left, None) or (…, right)."""


def tracked(
    comparison: Comparison, remarks: Sequence[Place] = (), should_cancel: ShouldCancel = never
) -> tuple[TrackedParagraph, ...]:
    """The text of both versions; `remarks` are the places that something is to be said of.

    Raises `CanceledError`.
    """
    return tuple(_Tracking(comparison, remarks).paragraphs(should_cancel))


class _Side:
    """The text of a version, and what its places are marked with: ends of moves, remarks."""

    def __init__(self, article: Article, moved: Iterable[Span], remarks: Iterable[tuple[int, Span]]) -> None:
        self.text = article.text
        self.paragraphs = article.paragraphs
        self._moved = list(enumerate(moved))
        self._remarks = list(remarks)
        self._done = 0
        self.start = self.paragraphs[0].span.start if self.paragraphs else 0
        self.end = self.paragraphs[-1].span.end if self.paragraphs else 0

    def lines(self, start: int, end: int) -> tuple[list[Span], list[Kind]]:
        """What stands from `start` to `end`, cut at ends of paragraphs, and the kinds of the paragraphs that end.

        To be asked in order: an end of a paragraph is told once.
        """
        lines, kinds = [], []
        while self._done < len(self.paragraphs) and self.paragraphs[self._done].span.end <= end:
            paragraph = self.paragraphs[self._done]
            lines.append(Span(start, max(start, paragraph.span.end)))
            kinds.append(paragraph.kind)
            self._done += 1
            start = self.paragraphs[self._done].span.start if self._done < len(self.paragraphs) else end
        lines.append(Span(min(start, end), end))
        return lines, kinds

    def cut(self, span: Span, fate: Fate) -> Iterator[Tracked]:
        """A span in pieces, each with its marks."""
        moved, remarks = ([item for item in found if item[1].overlap(span)] for found in (self._moved, self._remarks))
        borders = {span.start, span.end}
        borders |= {
            min(max(at, span.start), span.end) for _, place in (*moved, *remarks) for at in (place.start, place.end)
        }
        for start, end in pairwise(sorted(borders)):
            text = re.sub(r"\s+", " ", self.text[start:end])
            move = next(iter(_numbers(moved, start, end)), None) if fate is not Fate.KEPT else None
            yield Tracked(text, fate, move, _numbers(remarks, start, end))


def _numbers(places: Iterable[tuple[int, Span]], start: int, end: int) -> tuple[int, ...]:
    """What lies over a stretch of text."""
    return tuple(number for number, place in places if place.start <= start and end <= place.end)


class _Tracking:
    def __init__(self, comparison: Comparison, remarks: Sequence[Place]) -> None:
        chain = anchors(comparison)
        moved = [pair for pair in moves(comparison) if not _meets(pair, chain)]
        self._chain = chain
        self._left = _Side(comparison.left, (left for left, _ in moved), _places(remarks, right=False))
        self._right = _Side(comparison.right, (right for _, right in moved), _places(remarks, right=True))
        self._pieces: list[Tracked] = []

    def paragraphs(self, should_cancel: ShouldCancel) -> Iterator[TrackedParagraph]:
        """All paragraphs, in order."""
        left, right = self._left.start, self._right.start
        for anchor in self._chain:
            check(should_cancel)
            yield from self._between(Span(left, anchor.left.start), Span(right, anchor.right.start))
            if anchor.kept:
                self._keep(anchor.left, anchor.right)
            else:
                self._replace(anchor.left, anchor.right)
            left, right = anchor.left.end, anchor.right.end
        yield from self._between(Span(left, self._left.end), Span(right, self._right.end), last=True)

    def _between(self, left: Span, right: Span, *, last: bool = False) -> Iterator[TrackedParagraph]:
        """What stands between two anchors. The first paragraphs that end there end together; the last ones of both
        texts do as well."""
        gone, gone_kinds = self._left.lines(left.start, left.end)
        come, come_kinds = self._right.lines(right.start, right.end)
        closing = (come_kinds or gone_kinds)[-1:] if last else []
        if last:
            for lines, kinds in ((gone, gone_kinds), (come, come_kinds)):
                if kinds:  # behind the end of the last paragraph is nothing
                    del lines[-1], kinds[-1]
        if gone_kinds and come_kinds:
            del gone_kinds[0]
            self._replace(gone.pop(0), come.pop(0))
            yield self._ended(Fate.KEPT, come_kinds.pop(0))
        yield from self._whole(self._left, gone, gone_kinds, Fate.GONE)
        yield from self._whole(self._right, come, come_kinds, Fate.COME)
        self._replace(gone[-1], come[-1])
        for kind in closing:
            yield self._ended(Fate.KEPT, kind)

    def _whole(
        self, side: _Side, lines: Sequence[Span], kinds: Sequence[Kind], fate: Fate
    ) -> Iterator[TrackedParagraph]:
        """Paragraphs of one side only; the line behind the last of them is left over."""
        for line, kind in zip(lines, kinds, strict=False):
            self._add(side.cut(line, fate))
            yield self._ended(fate, kind)

    def _ended(self, end: Fate, kind: Kind) -> TrackedParagraph:
        paragraph = TrackedParagraph(tuple(_joined(self._pieces)), end, kind)
        self._pieces = []
        return paragraph

    def _keep(self, left: Span, right: Span) -> None:
        """Words that stay; where only their typography differs, each word that does is replaced."""
        if _plain(left.of(self._left.text)) == _plain(right.of(self._right.text)):
            self._add(self._right.cut(right, Fate.KEPT))
            return
        old, new = _tokens(left, self._left.text), _tokens(right, self._right.text)
        if len(old) != len(new):
            self._exchange(left, right)
            return
        for one, other in zip(old, new, strict=True):
            if _plain(one.of(self._left.text)) == _plain(other.of(self._right.text)):
                self._add(self._right.cut(other, Fate.KEPT))
            else:
                self._exchange(one, other)

    def _replace(self, left: Span, right: Span) -> None:
        """What is gone and what came for it; white space around both stays."""
        old, new = left.of(self._left.text), right.of(self._right.text)
        if _plain(old) == _plain(new):
            self._add(self._right.cut(right, Fate.KEPT))
            return
        before = old[:1].isspace() and new[:1].isspace()
        if before:
            self._add([Tracked(" ", Fate.KEPT)])
        behind = bool(old.strip() and new.strip()) and old[-1:].isspace() and new[-1:].isspace()
        self._exchange(*(
            Span(span.start + len(text) - len(text.lstrip()) if before else span.start,
                 span.start + len(text.rstrip()) if behind else span.end)
            for span, text in ((left, old), (right, new))
        ))  # fmt: skip
        if behind:
            self._add([Tracked(" ", Fate.KEPT)])

    def _exchange(self, left: Span, right: Span) -> None:
        self._add(self._left.cut(left, Fate.GONE))
        self._add(self._right.cut(right, Fate.COME))

    def _add(self, pieces: Iterable[Tracked]) -> None:
        self._pieces += [piece for piece in pieces if piece.text]


def _places(remarks: Sequence[Place], *, right: bool) -> Iterator[tuple[int, Span]]:
    for number, (left, other) in enumerate(remarks):
        place = other if right else None if other else left
        if place:
            yield number, place


def _meets(pair: tuple[Span, Span], chain: Iterable[Anchor]) -> bool:
    return any(anchor.left.overlap(pair[0]) or anchor.right.overlap(pair[1]) for anchor in chain)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _tokens(span: Span, text: str) -> list[Span]:
    found = _TOKEN.finditer(text, span.start, span.end)
    return [Span(match.start(), match.end()) for match in found]


def _joined(pieces: Iterable[Tracked]) -> Iterator[Tracked]:
    """Neighbors with the same marks as one."""
    for (fate, move, remarks), same in groupby(pieces, key=lambda piece: (piece.fate, piece.move, piece.remarks)):
        yield Tracked("".join(piece.text for piece in same), fate, move, remarks)
