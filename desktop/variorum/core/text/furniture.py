"""Tells text of the page ("Leave a Reply", share tags, "Also read") from text of the article.

The patterns are in `resources/text/furniture.toml`. Knows single lines and their neighbors, nothing of a story.
"""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.core.text.agencies import credit_lines
from variorum.core.text.blocks import Block
from variorum.core.text.model import Kind
from variorum.core.text.origin import is_masthead
from variorum.core.text.patterns import section, table
from variorum.core.text.wrapping import ends_with_stop

_TABLE = "furniture"
_LONGEST = 420
"""Code points: longer lines are taken for part of the article."""

_BYLINE = re.compile(
    r"(?:[Bb]y|BY|Von|Por|Par|Di|Door) (?:[A-Z][\w.'’-]*[ ,]*){1,5}"
    r"(?:(?:and|AND|und|et|y|&) (?:[A-Z][\w.'’-]*[ ,]*){1,5})?(?:[|,/·•–—-] ?.{0,80})?$"
)
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-zäû]{3,9}\.?,? \d{4}"
    r"|[a-z]{3,9}\.? \d{1,2},? \d{4})"
    r"(?:[ ,|·•T-]{0,3}(?:at )?\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?: ?[a-z]{1,5})?)?(?: [|·•] .{0,60})?$",
    re.IGNORECASE,
)


def mark_furniture(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` with those that belong to the page marked as furniture."""
    if not blocks:
        return []
    lines = [block.of(text) if len(block.span) <= _LONGEST else "" for block in blocks]
    marked = [bool(line) and is_furniture(line) for line in lines]
    if not any(len(line) > 60 for line in lines) and len("".join(lines)) == sum(map(len, lines)) < 60:
        return blocks  # a few words are all there is: they are what somebody wants to read
    for index in credit_lines(lines, marked):
        marked[index] = True
    _follow_teasers(blocks, lines, marked)
    _close_after_ending(blocks, lines, marked)
    return [replace(block, kind=Kind.FURNITURE) if mark else block for block, mark in zip(blocks, marked, strict=True)]


def is_furniture(line: str) -> bool:
    """Whether `line`, taken by itself, belongs to the page."""
    if section(_TABLE, "whole").fullmatch(line):
        return True
    if len(line) < 100 and (_BYLINE.match(line) or _DATE_LINE.match(line) or is_masthead(line)):
        return True
    return is_teaser(line)


def is_teaser(line: str) -> bool:
    """Whether `line` announces another article."""
    short_enough = len(line.split()) <= int(table(_TABLE)["teaser"][0]["words"])
    return short_enough and bool(section(_TABLE, "teaser").match(line))


def _follow_teasers(blocks: list[Block], lines: list[str], marked: list[bool]) -> None:
    """Mark what a teaser goes on with: the title below a bare label, or the rest of a title broken in two."""
    for i in range(len(blocks) - 1):
        line, below = lines[i], lines[i + 1]
        if marked[i + 1] or not marked[i] or not below or not is_teaser(line):
            continue
        is_label = len(line.split()) <= 3 and not blocks[i + 1].after_blank
        is_label = is_label or (len(line.split()) <= 4 and line.endswith((":", ";")))
        limit = 20 if is_label else 8
        follows = is_label or (not blocks[i + 1].after_blank and not ends_with_stop(line))
        if follows and len(below.split()) <= limit and not ends_with_stop(below):
            marked[i + 1] = True


def _close_after_ending(blocks: list[Block], lines: list[str], marked: list[bool]) -> None:
    """Mark everything below the first line that ends the article, if it stands in the last part of the text."""
    total = blocks[-1].span.end
    pattern = section(_TABLE, "ending")
    for i, line in enumerate(lines):
        late = blocks[i].span.start > 0.5 * total and i > 1
        if late and len(line) <= 80 and pattern.fullmatch(line):
            marked[i:] = [True] * (len(marked) - i)
            return
