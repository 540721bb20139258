"""Cuts the pieces out of a text that show its hits best. Pure; knows marks, not queries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.core.search.marking import Mark, merged
from variorum.core.search.model import Snippet
from variorum.core.text.model import Span

LONGEST = 180
"""Characters of the text in a snippet, about."""
MOST = 3
_BEFORE = 50
"""Characters shown before the first hit, about."""
_LOOK_AT = 200
"""Hits considered: a word that stands in an article more often is shown by these."""
_ALIKE = 40
"""Two pieces whose first hits begin as many equal letters are one passage that the page holds twice."""
_NO_LETTERS = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")


def snippets(text: str, marks: Sequence[Mark]) -> tuple[Snippet, ...]:
    """Up to three pieces, in the order of the text: those with most different hits first, none shown twice.

    Without marks, the beginning of the text.
    """
    if not marks:
        return (_cut(text, _at_words(text, 0, LONGEST), ()),) if text.strip() else ()
    chosen: list[tuple[Span, Snippet]] = []
    shown: set[str] = set()
    for window in _best_first(text, marks[:_LOOK_AT]):
        if len(chosen) == MOST:
            break
        if any(window.overlap(other) for other, _ in chosen):
            continue
        snippet = _cut(text, window, marks)
        first = snippet.hits[0].start if snippet.hits else 0  # None: the hit is longer than a piece.
        likeness = _NO_LETTERS.sub("", snippet.text[first:])[:_ALIKE]
        if likeness not in shown:
            shown.add(likeness)
            chosen.append((window, snippet))
    return tuple(snippet for _, snippet in sorted(chosen, key=lambda pair: pair[0]))


def _best_first(text: str, marks: Sequence[Mark]) -> Iterator[Span]:
    """Windows that begin a little before a hit, those with most different conditions, then most hits, first."""
    rated = []
    for place, mark in enumerate(marks):
        end = max(mark.span.start - _BEFORE, 0) + LONGEST
        inside = [other for other in marks[place:] if other.span.end <= end]
        rated.append((-len({other.term for other in inside}), -len(inside), mark.span.start))
    for _, _, start in sorted(rated):
        first = max(start - _BEFORE, 0)
        yield _at_words(text, first, min(first + LONGEST, len(text)))


def _at_words(text: str, start: int, end: int) -> Span:
    """The window with its ends moved to word borders, where one is near."""
    end = min(end, len(text))
    if start > 0:
        space = _SPACE.search(text, start, min(start + 30, end))
        start = space.end() if space else start
    if end < len(text) and not text[end].isspace():
        cut = max(text.rfind(" ", max(start, end - 30), end), text.rfind("\n", max(start, end - 30), end))
        end = cut if cut > start else end
    return Span(start, end)


def _cut(text: str, window: Span, marks: Sequence[Mark]) -> Snippet:
    """The window's text on one line, with its hits."""
    parts: list[str] = []
    hits: list[Span] = []
    length, place = 0, window.start
    for span in merged(mark.span for mark in marks if window.contains(mark.span)):
        for piece, is_hit in ((text[place : span.start], False), (text[span.start : span.end], True)):
            line = _SPACE.sub(" ", piece)
            line = line.lstrip() if not length else line
            if is_hit:
                hits.append(Span(length, length + len(line)))
            parts.append(line)
            length += len(line)
        place = span.end
    rest = _SPACE.sub(" ", text[place : window.end]).rstrip()
    return Snippet("".join(parts) + (rest if length else rest.lstrip()), tuple(hits))
