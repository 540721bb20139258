"""Where a passage is cut around parts of it that were picked by hand. Knows one text, nothing of links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from variorum.core.collate.version import Version
from variorum.core.text.model import Span

_OPENING = "“‘«\"'([{$€£¥"


def picked(version: Version, span: Span) -> Iterator[tuple[int, Span]]:
    """The passages that words of `span` stand in, each with these words, from the first letter to the last one."""
    passages, text = version.passages, version.article.text
    first = bisect_left(passages, span.start + 1, key=lambda passage: passage.span.end)
    for index in range(first, len(passages)):
        whole = passages[index].span
        if whole.start >= span.end:
            break
        start, end = max(whole.start, span.start), min(whole.end, span.end)
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
        if start >= end:
            continue
        while start > whole.start and text[start - 1].isalnum():
            start -= 1
        while end < whole.end and text[end].isalnum():
            end += 1
        yield index, Span(start, end)


def has_words(text: str, start: int, end: int) -> bool:
    """Whether any letter or digit stands there."""
    return any(map(str.isalnum, text[start:end]))


def tiled(text: str, whole: Span, parts: Sequence[Span], *, loose: bool) -> list[Span]:
    """`parts` of `whole` (in order, apart from each other), widened over what stands between them.

    With `loose` words between them are left out, and only marks and white space taken in.
    """
    starts = [_opened(text, part.start, whole.start if at == 0 else parts[at - 1].end) for at, part in enumerate(parts)]
    ends = [
        _closed(text, part.end, starts[at + 1] if at + 1 < len(parts) else whole.end) for at, part in enumerate(parts)
    ]
    for at, border in enumerate((*starts[1:], whole.end)):
        if not (loose and has_words(text, ends[at], border)):
            ends[at] = border
    if not (loose and has_words(text, whole.start, starts[0])):
        starts[0] = whole.start
    return [Span(*ends_of) for ends_of in zip(starts, ends, strict=True)]


def _opened(text: str, start: int, least: int) -> int:
    """Where the marks begin that open what starts at `start`."""
    while start > least and text[start - 1] in _OPENING:
        start -= 1
    return start


def _closed(text: str, end: int, most: int) -> int:
    """Where the marks and the white space end that follow on `end`."""
    while end < most and not text[end].isalnum() and not text[end].isspace():
        end += 1
    while end < most and text[end].isspace():
        end += 1
    return end
