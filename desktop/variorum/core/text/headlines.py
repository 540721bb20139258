"""Finds the headline and the subheads among the blocks of a text, also that there are none.

Judges by how a line is set (length, full stop, capitals, what follows), so that it holds for any outlet and language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from variorum.core.text.blocks import Block
from variorum.core.text.model import Kind, Span
from variorum.core.text.origin import dateline_of, without_dateline
from variorum.core.text.patterns import words
from variorum.core.text.wrapping import ends_with_stop

_HEADLINE_WORDS = 28
_CLOSED_WORDS = 20
"""Words of a headline that ends with a full stop."""
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
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"])
_NO_TITLE = _DAYS | frozenset(
    ["a", "an", "the", "was", "were", "has", "have", "had", "he", "she", "it", "they", "we", "i", "his", "her", "their",
     "said", "this", "that", "these", "those", "there", "which", "who"]
)  # fmt: skip
"""Words that a first sentence is likely to hold and a headline is not."""
_RETOLD = 0.5
"""Share of a headline's telling words that the paragraphs below it say again."""
_ASKS = frozenset(["what", "how", "why", "who", "where", "when", "as"])
_SAYING = frozenset(["said", "wrote", "says", "writes", "tweets"])
_INNER_STOP = re.compile(r"[a-zà-ÿ]{3}[.!]['\"’”]?\s+['\"‘“]?[A-ZÀ-Þ]")


def mark_heads(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` with the headline and the subheads marked; only what isn't furniture is looked at."""
    own = [i for i, block in enumerate(blocks) if block.kind is Kind.SENTENCE]
    marked = list(blocks)
    own = _past_kicker(text, marked, own)
    body = own
    if len(own) > 1 and _is_headline(text, marked[own[0]], [marked[i] for i in own[1:4]]):
        marked[own[0]] = replace(marked[own[0]], kind=Kind.HEADLINE)
        body = own[1:]
    for index in _subheads(text, marked, body, after_headline=body is not own):
        marked[index] = replace(marked[index], kind=Kind.SUBHEAD)
    return marked


def title_of(text: str, headline: Span | None, first: Span | None) -> str:
    """The headline on one line, or else the `first` sentence without its dateline; "" where there is neither."""
    if headline:
        return _on_one_line(headline.of(text))
    return without_dateline(_on_one_line(first.of(text))) if first else ""


def _on_one_line(passage: str) -> str:
    return " ".join(passage.split())


def _past_kicker(text: str, marked: list[Block], own: list[int]) -> list[int]:
    """`own` without a section's name above the headline ("World"), which is marked as furniture."""
    if len(own) < 3:
        return own
    first, second, third = (marked[i] for i in own[:3])
    label = first.of(text)
    is_label = len(label.split()) <= 2 and not ends_with_stop(label) and len(second.of(text).split()) >= 4
    if is_label and _is_headline(text, second, [third]):
        marked[own[0]] = replace(first, kind=Kind.FURNITURE)
        return own[1:]
    return own


def _is_headline(text: str, block: Block, below: Sequence[Block]) -> bool:
    """Whether `block`, the first of the article, is its headline rather than its first paragraph. `below` are the
    blocks that follow it."""
    if len(block.span) > 300:
        return False
    line = block.of(text)
    count = len(line.split())
    if not 2 <= count <= _HEADLINE_WORDS or line.endswith(_UNFINISHED) or dateline_of(line) or _INNER_STOP.search(line):
        return bool(_in_capitals(line) and count <= _HEADLINE_WORDS and count >= 2)
    if not line.rstrip("”’\"')").endswith(_STOP):
        return True
    if _in_capitals(line):
        return True
    begins = any(dateline_of(follower.span.of(text)[:120]) for follower in below[:2])
    return count <= _CLOSED_WORDS and (begins or (below[0].after_blank and _is_title(text, line, below)))


def _is_title(text: str, line: str, below: Sequence[Block]) -> bool:
    """Whether a line with a full stop is worded like a headline, and what follows tells the same at greater length."""
    said = [word.casefold() for word in _WORD.findall(line)]
    if len(said) < 5 or _NO_TITLE & set(said) or line.startswith(_QUOTED):
        return False
    told = " ".join(follower.span.of(text)[:600] for follower in below)
    retold = {word.casefold() for word in _WORD.findall(told)}
    telling = [word for word in said if word not in _SMALL]
    longer = max(len(follower.span) for follower in below) > 1.5 * len(line)
    return longer and sum(word in retold for word in telling) >= _RETOLD * len(telling)


def _in_capitals(line: str) -> bool:
    """Whether the words of `line` that carry meaning begin with capitals, as headlines are set in English."""
    telling = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in telling)
    return len(telling) >= 3 and capitals >= 0.85 * len(telling)


def _subheads(text: str, blocks: list[Block], body: list[int], *, after_headline: bool) -> list[int]:
    candidates = [
        position
        for position, index in enumerate(body[:-1])
        if (position > 0 or after_headline) and _looks_like_subhead(text, blocks[index])
    ]
    if len(candidates) > 0.5 * len(body):
        return []  # a text without full stops: a poem, a list, a script that has none
    chosen = set(candidates)
    return [body[position] for position in candidates if not _runs_into_list(position, chosen)]


def _looks_like_subhead(text: str, block: Block) -> bool:
    if len(block.span) > 110:
        return False
    line = block.of(text)
    parts = line.split()
    if len(parts) > _SUBHEAD_WORDS or ends_with_stop(line.removesuffix("?")) or line.endswith((",", "-", "–", "—")):
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in _QUOTED or not line[0].isascii()):
        return False
    if line.endswith("?") and (line[0] in _QUOTED or _INNER_STOP.search(line)):
        return False
    if _introduces(parts):
        return False
    return not _BULLET.match(line) and not (line[0] in _QUOTED and len(parts) > 8)


def _introduces(line: Sequence[str]) -> bool:
    """Whether a line leads up to words that follow, like "Ada Lund of the Evening Post tweeted"."""
    last = line[-1]
    says = last in _SAYING or (last.endswith("ed") and last in words("names", "speech"))
    return len(line) > 2 and says and line[0].lower() not in _ASKS


def _runs_into_list(position: int, chosen: set[int]) -> bool:
    """Whether a candidate is a line of a list (more than one other right beside it) rather than a subhead."""
    return (
        {position - 1, position + 1} <= chosen
        or {position + 1, position + 2} <= chosen
        or {position - 1, position - 2} <= chosen
    )
