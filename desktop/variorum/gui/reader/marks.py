"""How hits look in the text. Pure."""

from __future__ import annotations

from variorum.gui.reader.hits import HitWalk
from variorum.gui.theme.theme import Theme
from variorum.gui.widgets.prose_marks import Mark, MarkStyle, Stroke

LAYERS = ("hits", "current")

_BLACK_ON_CURRENT = "#1F2328"
"""Ink on the current hit, whose ground is a strong yellow in both themes."""


def hit_marks(hits: HitWalk, theme: Theme) -> list[Mark]:
    """The hits one doesn't stand on."""
    style = MarkStyle(fill=theme.hit, ink=theme.hit_ink)
    return [Mark(span, style) for span in hits.others]


def current_marks(hits: HitWalk, theme: Theme) -> list[Mark]:
    """The hit one stands on: a stronger ground and an outline."""
    style = MarkStyle(fill=theme.hit_current, ink=_BLACK_ON_CURRENT, outline=Stroke(theme.accent, width=1.6))
    return [Mark(span, style) for span in hits.current]
