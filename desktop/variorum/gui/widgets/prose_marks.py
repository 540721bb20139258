"""Marks on prose as frozen data, kept in layers that find what is visible. Knows no Qt and not what a mark means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from variorum.core.text.model import Span

LAYERS = ("unchanged", "passages", "words", "figures", "quotations", "hits", "hover", "current", "pending")
"""The layers of marks from the bottom up."""


class Pattern(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DOTTED = "dotted"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: its color ("#RRGGBB" or "#AARRGGBB"), pattern and width in pixels."""

    color: str
    pattern: Pattern = Pattern.SOLID
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How a mark looks. Colors are "#RRGGBB" or "#AARRGGBB"; what is None or false isn't drawn.

    Under the text: `wash` (whole passage), `fill` (words), `left_rule` (in front of the first line, one bar a line
    while the passage runs on). Over it: `strike`, `underline`, `outline` (one shape around all lines). `ink` colors
    the letters, `bold` sets them bold, which moves the lines. `chip` draws the fill as a rounder box, `snug` without
    room at its end: a full stop follows there.
    """

    fill: str | None = None
    wash: str | None = None
    left_rule: str | None = None
    underline: Stroke | None = None
    strike: Stroke | None = None
    outline: Stroke | None = None
    ink: str | None = None
    bold: bool = False
    chip: bool = False
    snug: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the source with its looks."""

    span: Span
    style: MarkStyle


def outlined(marks: Iterable[Mark]) -> list[tuple[Stroke, tuple[Span, ...]]]:
    """What has one outline, with its stroke: the passages one stands on are one thing, those that moved are not."""
    found: list[tuple[Stroke, tuple[Span, ...]]] = []
    together: dict[Stroke, list[Span]] = {}
    for mark in marks:
        stroke = mark.style.outline
        if stroke is not None and stroke.pattern is Pattern.DOTTED:
            found.append((stroke, (mark.span,)))
        elif stroke is not None:
            together.setdefault(stroke, []).append(mark.span)
    return found + [(stroke, tuple(sorted(spans))) for stroke, spans in together.items()]


class MarkLayer:
    """The marks of one layer, sorted, with the visible ones found by bisection even where spans overlap."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self.marks = sorted(marks, key=lambda mark: mark.span.start)
        self._starts = [mark.span.start for mark in self.marks]
        self._furthest = list(accumulate((mark.span.end for mark in self.marks), max))
        self.bold = frozenset(mark.span for mark in self.marks if mark.style.bold)
        """The spans set bold, counted once: it is asked for at every change of any layer."""

    def within(self, span: Span) -> Iterator[Mark]:
        """The marks that touch `span`, in the order of their starts."""
        first = bisect_right(self._furthest, span.start)
        last = bisect_left(self._starts, span.end)
        return (mark for mark in self.marks[first:last] if mark.span.end > span.start)


class MarkLayers:
    """All layers of a view, in a fixed order."""

    def __init__(self, names: Sequence[str] = LAYERS) -> None:
        self._layers = {name: MarkLayer() for name in names}

    def put(self, name: str, marks: Sequence[Mark]) -> None:
        """Replace the marks of a layer. Raises `ValueError` for a layer this view hasn't got."""
        if name not in self._layers:
            raise ValueError(f"there is no layer {name!r}; there are {', '.join(self._layers)}")
        self._layers[name] = MarkLayer(marks)

    def of(self, name: str) -> list[Mark]:
        """The marks of a layer, by where they begin."""
        return self._layers[name].marks

    def clear(self) -> None:
        """Empty every layer."""
        for name in self._layers:
            self._layers[name] = MarkLayer()

    def within(self, span: Span) -> list[Mark]:
        """The marks that touch `span`, lowest layer first."""
        return [mark for layer in self._layers.values() for mark in layer.within(span)]

    def within_all(self, spans: Sequence[Span]) -> list[Mark]:
        """The marks that touch any of `spans`, each once, lowest layer first."""
        if len(spans) == 1:
            return self.within(spans[0])
        found = (mark for layer in self._layers.values() for span in spans for mark in layer.within(span))
        return list(dict.fromkeys(found))

    def bold(self) -> list[Span]:
        """The spans set bold by any layer."""
        return sorted(frozenset().union(*(layer.bold for layer in self._layers.values())))
