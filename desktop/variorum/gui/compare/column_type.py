"""How prose is set in the columns of a comparison, side by side and in tables alike."""

from __future__ import annotations

from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_document import Typography

_SMALLER = 2
"""Pixels by which prose is set smaller than in the reader: a column is half as wide."""


def column_px(theme: ThemeService) -> int:
    """Its size in pixels."""
    return theme.reading_px - _SMALLER


def column_type(theme: ThemeService) -> Typography:
    """Its type at the present reading size."""
    return Typography(theme, column_px(theme), column=True)
