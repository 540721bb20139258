"""A passage as it is shown: stretches of a source text, words of our own between them. Pure: knows no Qt.

Offsets are the source's, in code points; units are UTF-16 units of what is shown, because that is what Qt counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from variorum.core.text.model import Article, Span
from variorum.gui.widgets.prose_layout import Block, Role, Run, block_of

ELLIPSIS = "…"


class Tone(StrEnum):
    """What words of our own are."""

    ASIDE = "aside"
    """A sign that belongs to neither text, like an ellipsis."""
    REMOVED = "removed"
    """Words of the other text, put in where they stood."""
    STRUCK = "struck"
    """The same, where others have taken their place."""


@dataclass(frozen=True, slots=True)
class Own:
    """Words that the source hasn't got here. `number` tells several apart."""

    words: str
    tone: Tone = Tone.ASIDE
    number: int = -1


Part = Span | Own


@dataclass(frozen=True, slots=True)
class PassageText:
    """One paragraph as it is shown."""

    block: Block
    own: tuple[tuple[int, int, Own], ...] = ()
    """Our own words, each with its first unit and the one after its last."""
    _ends: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", tuple(run.source + run.length for run in self.block.runs))

    def ranges_of(self, span: Span) -> list[tuple[int, int]]:
        """The units that show `span`, first and after the last; more than one pair only where our words lie between."""
        found: list[tuple[int, int]] = []
        for run in self.block.runs[bisect_right(self._ends, span.start) :]:
            if run.source >= span.end:
                break
            first = run.shown + max(span.start - run.source, 0)
            last = run.shown + min(span.end - run.source, run.length)
            start, end = self.block.unit_of(first), self.block.unit_of(last)
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def offset_at(self, unit: int) -> int | None:
        """The source offset shown at `unit`, None where the words are ours."""
        if not self.block.runs or self.own_at(unit) is not None:
            return None
        return self.block.offset_at(self.block.index_of(unit))

    def own_at(self, unit: int) -> Own | None:
        """The words of our own that `unit` belongs to."""
        return next((own for start, end, own in self.own if start <= unit < end), None)

    def range_of_own(self, number: int) -> tuple[int, int] | None:
        """The units of our own words of that number."""
        return next(((start, end) for start, end, own in self.own if own.number == number), None)

    def unit_after(self, offset: int) -> int:
        """The unit right after what is shown before the source `offset`."""
        at = max(0, bisect_left(self.block.runs, offset, key=lambda run: run.source) - 1)
        run = self.block.runs[at]
        return self.block.unit_of(run.shown + min(max(offset - run.source, 0), run.length))


def compose(text: str, parts: Sequence[Part], role: Role = Role.TEXT) -> PassageText:
    """One paragraph of `parts` of the source `text` and words of our own, set one after the other as they are."""
    pieces: list[str] = []
    runs: list[Run] = []
    own: list[tuple[int, int, Own]] = []
    length = 0
    for part in parts:
        if isinstance(part, Own):
            own.append((length, length + len(part.words), part))
            words = part.words
        else:
            block = block_of(text, part, role)
            runs += [replace(run, shown=run.shown + length) for run in block.runs]
            words = block.text
        pieces.append(words)
        length += len(words)
    whole = "".join(pieces)
    astral = tuple(index for index, character in enumerate(whole) if character > "\uffff")
    block = Block(role, whole, tuple(runs), astral=astral)
    units = tuple((block.unit_of(start), block.unit_of(end), words) for start, end, words in own)
    return PassageText(block, units)


class Cutter:
    """Cuts an article into the paragraphs of a passage: what belongs together stays so, cuts inside sentences show."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        edges = [sentence.span.trimmed(article.text) for sentence in article.sentences]
        self._starts = frozenset(span.start for span in edges)
        self._ends = frozenset(span.end for span in edges)
        self._paragraphs = [paragraph.span.start for paragraph in article.paragraphs]

    def paragraphs(self, spans: Sequence[Span], role: Role = Role.TEXT) -> list[PassageText]:
        """`spans` in reading order, one paragraph for each of the article's; an ellipsis where words are left out."""
        found: list[list[Part]] = []
        last: Span | None = None
        for span in sorted(spans):
            trimmed = span.trimmed(self._text)
            joins = last is not None and self._paragraph(last) == self._paragraph(trimmed)
            if joins and last is not None:
                between = self._text[last.end : trimmed.start].strip()
                found[-1].append(Own(f" {ELLIPSIS} " if between else " "))
            else:
                self._end(found, last)
                found.append([] if trimmed.start in self._starts else [Own(f"{ELLIPSIS} ")])
            found[-1].append(trimmed)
            last = trimmed
        self._end(found, last)
        return [compose(self._text, parts, role) for parts in found]

    def _end(self, found: list[list[Part]], last: Span | None) -> None:
        if last is not None and last.end not in self._ends:
            found[-1].append(Own(f" {ELLIPSIS}"))

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self._paragraphs, span.start)
