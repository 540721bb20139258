"""Marks words of the core that the window shows, for them to be translated there. Knows no language but English."""

from __future__ import annotations


def word(text: str) -> str:
    """`text` itself. `packaging/translations.py` collects what stands in such calls; `tr` translates it."""
    return text
