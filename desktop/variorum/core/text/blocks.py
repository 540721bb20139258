"""Cuts a text that is set plainly into blocks: its lines, which are whole paragraphs there.

Knows nothing of what a block says; later steps give each its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.core.text.model import Kind, Span

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text set as one. `after_blank` tells whether an empty line (or the beginning) is above it."""

    span: Span
    after_blank: bool
    kind: Kind = Kind.SENTENCE

    def of(self, text: str) -> str:
        """The block's text on one line."""
        return " ".join(self.span.of(text).split())


def blocks(text: str) -> list[Block]:
    """All blocks of `text`, which is set plainly: a line each. Every character that isn't white space is in one."""
    found: list[Block] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if not bare:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        blank_above = not found or text.count("\n", last_end, start) > 1
        last_end = start + len(bare)
        found.append(Block(Span(start, last_end), blank_above))
    return found
