"""Tells line ends that a width made from those that end paragraphs, in a text set plainly (`plain`).

Lines that were filled up to a width give themselves away: the first word of each would not have fitted on the line
above. Knows nothing of what a text says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from variorum.core.text.model import Span

_STOP = re.compile(r"[.!?…。！？।۔؟:;][\"'”’»)\]]*$")
_NARROWEST, _WIDEST = 32, 100
"""Code points: text whose longest line is shorter or longer isn't wrapped by hand."""
_LONG_LINE = 40
"""Code points from which a line is none of a list."""
_FIRST_WORD = re.compile(r"[^ \u2e80-\u9fff\uac00-\ud7af]*")
"""Scripts that are written without blanks have no first word."""
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_INNER_END = re.compile(r"\n(?<!\n\n)(?!\n)")
_LINE = re.compile(r"[^\n]+")

Size = Callable[[int, int], int]
"""How long a part of the text, given by its start and end, is in the source."""


def ends_with_stop(line: str) -> bool:
    """Whether `line` closes like a sentence (or announces what follows, like "He said:")."""
    return bool(_STOP.search(line[-8:]))


def joints(text: str, size: Size) -> list[int]:
    """Where the line ends of `text` stand that part no paragraphs, in order."""
    if not _INNER_END.search(text):
        return []
    blocks = [list(_lines(text, *block.span())) for block in _BLOCK.finditer(text)]
    wrapped = len(blocks) > 1 and (_is_filled(text, blocks, size) or _is_wrapped(text, blocks))
    return [at for block in blocks for at in _joints_of(text, block, wrapped=wrapped)]


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*line.span()) for line in _LINE.finditer(text, start, end))


def _is_filled(text: str, blocks: list[list[Span]], size: Size) -> bool:
    """Whether no line's first word would have fitted on the line above, whatever typography the lines were filled in.

    A headline may be longer than the lines below.
    """
    lines = [line for block in (blocks if len(blocks[0]) > 1 else blocks[1:]) for line in block]
    width = max(min(len(line), size(line.start, line.end)) for line in lines)

    def longest(part: Span) -> int:
        signs = part.of(text)
        return max(len(signs), size(part.start, part.end)) + signs.count("–")

    def fits(line: Span, below: Span) -> bool:
        word = _FIRST_WORD.match(text, below.start, below.end)
        first = Span(*word.span()) if word else below
        return longest(line) + 1 + longest(first) <= width

    return _NARROWEST <= width <= _WIDEST and not any(fits(*pair) for block in blocks for pair in pairwise(block))


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Whether most lines that another one follows directly break off in mid-sentence at about the same width."""
    followed = [line for block in blocks for line in block[:-1]]
    width = max(map(len, followed))
    full = sum(len(line) > 0.7 * width for line in followed)
    open_ended = sum(not ends_with_stop(line.of(text)) for line in followed)
    enough = len(followed) >= 4 and width <= _WIDEST
    return enough and full > 0.7 * len(followed) and open_ended > 0.5 * len(followed)


def _joints_of(text: str, block: list[Span], *, wrapped: bool) -> Iterator[int]:
    """The line ends within a block that part nothing: all if its text is wrapped, else those in mid-sentence."""
    start = block[0].start
    for line, below in pairwise(block):
        if wrapped or _goes_on(text, Span(start, line.end), below):
            yield line.end
        else:
            start = below.start


def _goes_on(text: str, above: Span, below: Span) -> bool:
    """Whether a line breaks off in mid-sentence and the one below goes on in small letters."""
    line = above.of(text)
    return len(line) >= _LONG_LINE and not ends_with_stop(line) and text[below.start].islower()
