"""Cuts a text into blocks: the lines as set, or whole paragraphs where a text is wrapped at a fixed width.

Knows nothing of what a block says; later steps give each its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.core.text.model import Kind, Span

_LINE = re.compile("[^\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = "\ufeff\u200b\u200e\u200f\x00\u2060"
_STOP = re.compile(r"[.!?…。！？।۔؟:;][\"'”’»)\]]*$")

_WRAP_MAX = 100
"""Code points: text set in lines longer than this isn't wrapped by hand."""


_LONG_LINE = 40
"""Code points from which a line is none of a list."""


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
    """All blocks of `text` in order. Every character that isn't white space is in exactly one of them."""
    lines = list(_lines(text))
    wrapped = _is_wrapped(text, lines)
    return _joined(lines, lambda above, below: wrapped or _goes_on(text, above, below))


def ends_with_stop(line: str) -> bool:
    """Whether `line` closes like a sentence (or announces what follows, like "He said:")."""
    return bool(_STOP.search(line[-8:]))


def _lines(text: str) -> Iterator[Block]:
    last_end, seen_any = 0, False
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if not bare.strip(_BLANK).strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        blank_above = not seen_any or text.count("\n", last_end, start) > 1
        last_end, seen_any = start + len(bare), True
        yield Block(Span(start, last_end), blank_above)


def _is_wrapped(text: str, lines: list[Block]) -> bool:
    """Whether most lines that another one follows directly break off in mid-sentence at about the same width."""
    followed = [line.span for line, below in pairwise(lines) if not below.after_blank]
    if len(followed) < 4 or not any(line.after_blank for line in lines[1:]):
        return False
    width = max(map(len, followed))
    full = sum(len(span) > 0.7 * width for span in followed)
    open_ended = sum(not ends_with_stop(span.of(text)) for span in followed)
    return width <= _WRAP_MAX and full > 0.7 * len(followed) and open_ended > 0.5 * len(followed)


def _goes_on(text: str, above: Block, below: Block) -> bool:
    """Whether a line breaks off in mid-sentence and the one below goes on in small letters."""
    line = above.span.of(text)
    return len(line) >= _LONG_LINE and not ends_with_stop(line) and text[below.span.start].islower()


def _joined(lines: list[Block], belong: Callable[[Block, Block], bool]) -> list[Block]:
    joined: list[Block] = []
    for line in lines:
        if line.after_blank or not joined or not belong(joined[-1], line):
            joined.append(line)
        else:
            joined[-1] = Block(Span(joined[-1].span.start, line.span.end), joined[-1].after_blank)
    return joined
