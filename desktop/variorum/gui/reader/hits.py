"""Walking through the places of a search in an article. Pure: knows no search and no window."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.core.text.model import Article, Span

Stop = tuple[Span, ...]
"""The marked words of one sentence: one stop on the way."""


@dataclass(frozen=True, slots=True)
class HitWalk:
    """The stops and the one that is stood on, from 0; `wrapped` says that the last step went around an end."""

    stops: tuple[Stop, ...] = ()
    at: int = 0
    wrapped: bool = False

    def stepped(self, by: int) -> HitWalk:
        """One stop further (1) or back (-1), around the ends."""
        if not self.stops:
            return self
        at = (self.at + by) % len(self.stops)
        return replace(self, at=at, wrapped=not 0 <= self.at + by < len(self.stops))

    @property
    def current(self) -> Stop:
        """The words of the stop that is stood on."""
        return self.stops[self.at] if self.stops else ()

    @property
    def others(self) -> list[Span]:
        """The words of all other stops."""
        return [span for number, stop in enumerate(self.stops) if number != self.at for span in stop]


def walk(article: Article, hits: Sequence[Span]) -> HitWalk:
    """The way through `hits`, a stop a sentence; those in folded parts only if there are no others."""
    starts = [sentence.span.start for sentence in article.sentences]
    stops: dict[int, list[Span]] = {}
    for span in sorted(hits):
        stops.setdefault(bisect_right(starts, span.start) - 1, []).append(span)
    told = {n: stop for n, stop in stops.items() if n < 0 or not article.sentences[n].kind.folds}
    return HitWalk(tuple(tuple(stop) for stop in (told or stops).values()))
