"""Finds the headline and the subheads among the blocks of a text, also that there are none.

Judges by how a line is set (length, full stop, capitals, what follows), so that it holds for any outlet and language.
"""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.core.text.blocks import Block, ends_with_stop
from variorum.core.text.model import Kind
from variorum.core.text.origin import dateline_of

_HEADLINE_WORDS = 28
_SUBHEAD_WORDS = 14
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "not", "of", "on", "or",
     "over", "the", "to", "up", "via", "vs", "with"]
)  # fmt: skip
_STOP = (".", "!", "…", "。", "！", "।", "۔")
_UNFINISHED = (",", ";", ":", "-", "–", "—")
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣►]|\d{1,2}[.)])\s")
_QUOTED = ('"', "“", "„", "«", "'", "‘")
_INNER_STOP = re.compile(r"[a-zà-ÿ]{3}[.!]['\"’”]?\s+['\"‘“]?[A-ZÀ-Þ]")


def mark_heads(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` with the headline and the subheads marked; only what isn't furniture is looked at."""
    own = [i for i, block in enumerate(blocks) if block.kind is Kind.SENTENCE]
    marked = list(blocks)
    own = _past_kicker(text, marked, own)
    body = own
    if len(own) > 1 and _is_headline(text, marked[own[0]], marked[own[1]]):
        marked[own[0]] = replace(marked[own[0]], kind=Kind.HEADLINE)
        body = own[1:]
    for index in _subheads(text, marked, body, after_headline=body is not own):
        marked[index] = replace(marked[index], kind=Kind.SUBHEAD)
    return marked


def _past_kicker(text: str, marked: list[Block], own: list[int]) -> list[int]:
    """`own` without a section's name above the headline ("World"), which is marked as furniture."""
    if len(own) < 3:
        return own
    first, second, third = (marked[i] for i in own[:3])
    label = first.of(text)
    is_label = len(label.split()) <= 2 and not ends_with_stop(label) and len(second.of(text).split()) >= 4
    if is_label and _is_headline(text, second, third):
        marked[own[0]] = replace(first, kind=Kind.FURNITURE)
        return own[1:]
    return own


def _is_headline(text: str, block: Block, below: Block) -> bool:
    """Whether `block`, the first of the article, is its headline rather than its first paragraph."""
    if len(block.span) > 300:
        return False
    line = block.of(text)
    count = len(line.split())
    if not 2 <= count <= _HEADLINE_WORDS or line.endswith(_UNFINISHED) or dateline_of(line) or _INNER_STOP.search(line):
        return bool(_in_capitals(line) and count <= _HEADLINE_WORDS and count >= 2)
    if not line.rstrip("”’\"')").endswith(_STOP):
        return True
    return _in_capitals(line) or (count <= 20 and bool(dateline_of(below.span.of(text)[:120])))


def _in_capitals(line: str) -> bool:
    """Whether the words of `line` that carry meaning begin with capitals, as headlines are set in English."""
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.85 * len(words)


def _subheads(text: str, blocks: list[Block], body: list[int], *, after_headline: bool) -> list[int]:
    candidates = [
        position
        for position, index in enumerate(body[:-1])
        if (position > 0 or after_headline) and _looks_like_subhead(text, blocks[index])
    ]
    if len(candidates) > 0.5 * len(body):
        return []  # a text without full stops: a poem, a list, a script that has none
    chosen = set(candidates)
    return [body[position] for position in candidates if not _runs_into_list(text, blocks, body, position, chosen)]


def _looks_like_subhead(text: str, block: Block) -> bool:
    if len(block.span) > 110:
        return False
    line = block.of(text)
    words = line.split()
    if len(words) > _SUBHEAD_WORDS or ends_with_stop(line.removesuffix("?")) or line.endswith((",", "-", "–", "—")):
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in _QUOTED or not line[0].isascii()):
        return False
    if line.endswith("?") and (line[0] in _QUOTED or _INNER_STOP.search(line)):
        return False
    return not _BULLET.match(line) and not (line[0] in _QUOTED and len(words) > 8)


def _runs_into_list(text: str, blocks: list[Block], body: list[int], position: int, chosen: set[int]) -> bool:
    """Whether a candidate is a line of a list (more than one other right beside it) rather than a subhead."""
    return (
        {position - 1, position + 1} <= chosen
        or {position + 1, position + 2} <= chosen
        or {position - 1, position - 2} <= chosen
    )
