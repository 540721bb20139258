"""How hits look in the text. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.core.text.model import Span
from variorum.gui.reader.hits import HitWalk
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Stroke

LAYERS = ("hits", "current")


def hit_marks(hits: HitWalk, theme: Theme) -> list[Mark]:
    """The hits one doesn't stand on."""
    style = MarkStyle(fill=theme.hit, ink=theme.hit_ink)
    return [Mark(span, style) for span in _joined(hits.others)]


def current_marks(hits: HitWalk, theme: Theme) -> list[Mark]:
    """The hit one stands on: a stronger ground and an outline."""
    style = MarkStyle(fill=theme.hit_current, ink=theme.hit_current_ink, outline=Stroke(theme.accent, width=1.6))
    return [Mark(span, style) for span in _joined(hits.current)]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans, those with only a space between them as one: boxes side by side are hard to read."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end <= 1:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
