"""Pairs quotation marks: straight and curly, double and single, nested, German and French; apostrophes are none.

Works paragraph by paragraph, so that a mark that is missing costs one paragraph at most. Knows nothing of speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.core.text.model import Span

_MARK = re.compile("''|``|‘‘|’’|[\"“”„«»'‘’‚‹›]")
"""Two single marks are typed for a double one; they are read as that, whatever way they bend."""
_PAIRS = {"“": '”"', "„": "“”", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘’", '"': '"”', "'": "'’"}
_SINGLE = frozenset("'‘‚‹")
_BEFORE_OPEN = frozenset(" \t\n\u00a0\u202f([{—–-/“‘\"'„«…:")
_CLIPPED = re.compile(r"['’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b|ll\b)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.!?] +(?=[A-Z])")
_CLOSES_LATER = re.compile(r"[^'‘’]*?[,.!?…]['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks. `outer` includes the marks; `closed` is false where the paragraph ended first."""

    inner: Span
    outer: Span
    depth: int
    closed: bool


Place = tuple[int, int]
"""Where a mark starts and ends."""


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    inner: int
    """Where the words begin: behind the mark, which two characters may be typed for."""


def marked_passages(text: str, paragraph: Span) -> list[Marked]:
    """All passages between marks in a paragraph, in order of their beginnings; nested ones have a higher depth."""
    found: list[Marked] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at = match.span()
        mark = match.group() if len(match.group()) == 1 else '"'
        depth = _closed_by(text, paragraph, stack, mark, at)
        if depth is not None:
            found.append(_between(text, stack[depth], at, depth, closed=True))
            del stack[depth:]
        elif _opens(text, paragraph, stack, mark, at):
            stack.append(_Open(mark, *at))
        elif not stack and (orphan := _without_opening(text, paragraph, found, mark, at)):
            found.append(orphan)
    found.extend(_left_open(text, paragraph, stack))
    return sorted((passage for passage in found if passage.inner), key=lambda passage: passage.outer)


def _closed_by(text: str, paragraph: Span, stack: list[_Open], mark: str, at: Place) -> int | None:
    """Which open mark `mark` closes, as index into the stack; None where it closes none."""
    if not _may_close(text, paragraph, mark, at):
        return None
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        if mark not in _PAIRS[opened.mark]:
            continue
        if opened.mark in _SINGLE and _is_plural_owner(text, paragraph, at[0]):
            return None
        return depth
    return None


def _may_close(text: str, paragraph: Span, mark: str, at: Place) -> bool:
    before = text[at[0] - 1] if at[0] > paragraph.start else " "
    after = text[at[1]] if at[1] < paragraph.end else " "
    if mark in "'’":
        return not before.isspace() and not after.isalnum()
    if mark == '"':
        glued = after.isalnum() and (before.isalnum() or before.isspace() or before in "([—–")
        return not before.isspace() and not glued
    return mark in "”“»«›‘"


def _is_plural_owner(text: str, paragraph: Span, at: int) -> bool:
    """Whether an apostrophe after an s ("the allies' view") stands where a single quotation goes on to its real end."""
    if text[at - 1] not in "sS" or text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    return bool(_CLOSES_LATER.match(text, at + 1, min(paragraph.end, at + 300)))


def _opens(text: str, paragraph: Span, stack: list[_Open], mark: str, at: Place) -> bool:
    before = text[at[0] - 1] if at[0] > paragraph.start else " "
    after = text[at[1]] if at[1] < paragraph.end else " "
    if (after.isspace() and mark != "«") or mark in "”’›" or (mark == "»" and before.isalnum()):
        return False
    if any(opened.mark == mark for opened in stack):
        return False
    if mark == "'":
        return before in _BEFORE_OPEN and not _CLIPPED.match(text, at[0])
    if mark == '"':
        return before in _BEFORE_OPEN or before in ".,!?;"
    return True


def _between(text: str, opened: _Open, end: Place, depth: int, *, closed: bool) -> Marked:
    words = text[opened.inner : end[0]]
    first = opened.inner + len(words) - len(words.lstrip())
    inner = Span(first, max(first, opened.inner + len(words.rstrip())))
    return Marked(inner, Span(opened.at, end[1]), depth, closed)


def _without_opening(text: str, paragraph: Span, found: list[Marked], mark: str, at: Place) -> Marked | None:
    """What a closing mark ends whose opening is missing: the sentences before it, up to the passage before."""
    if mark not in '"”' or text[at[0] - 1] not in ",.!?" or text[at[1] : at[1] + 1].strip():
        return None
    start = paragraph.start
    if found:
        ended = _NEXT_SENTENCE.search(text, found[-1].outer.end, at[0])
        if ended is None:
            return None
        start = ended.end()
    return Marked(Span(start, at[0]), Span(start, at[1]), 0, True) if start < at[0] else None


def _left_open(text: str, paragraph: Span, stack: list[_Open]) -> Iterator[Marked]:
    """What an unclosed double mark holds: the rest of the paragraph, if it opens whole sentences ("He said: “We …")."""
    for depth, opened in enumerate(stack):
        before = text[paragraph.start : opened.at].rstrip()
        whole = not before or before.endswith((":", ",", ".", "!", "?", "”", '"'))
        if opened.mark not in _SINGLE and depth == 0 and whole and text[opened.inner : opened.inner + 1].isalnum():
            yield _between(text, opened, (paragraph.end, paragraph.end), depth, closed=False)
