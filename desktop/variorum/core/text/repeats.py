"""Finds what was pasted more than once: the headline above itself, the body run together and again in paragraphs.

The copy that is set better (in more blocks, else the first) stays; the others are marked, never deleted. Works on
pieces of at least a score of letters, compared by their letters and digits alone, in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from variorum.core.text.blocks import Block
from variorum.core.text.folding import bare
from variorum.core.text.model import Kind, Span

_PIECE = re.compile(r"[^.!?。！？]*[.!?。！？]*[”’»\"')\]]*")
_SHORTEST = 20
"""Letters and digits that make a piece worth comparing."""

_SHARE = 0.25
"""Part of all letters that a run within a block has to hold to be a second paste and no quotation given twice."""

_GAP = 3
"""Pieces that may differ inside a run (cut differently where sentences were run together)."""

_COPIES = 8
"""Further copies of a passage that are looked for."""


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    block: int
    key: str


def mark_repeats(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` with further copies of the headline and of longer runs of the body marked as repeated.

    A block of which only a part is a copy is cut in two.
    """
    marked = _repeated_headlines(text, blocks)
    pieces = [piece for i, block in enumerate(marked) for piece in _pieces(text, block, i)]
    copied = _copied(pieces)
    if not copied:
        return marked
    spans: dict[int, list[tuple[Span, bool]]] = {}
    for index, piece in enumerate(pieces):
        spans.setdefault(piece.block, []).append((piece.span, index in copied))
    return [
        part for i, block in enumerate(marked) for part in (_parted(text, block, spans[i]) if i in spans else [block])
    ]


def _repeated_headlines(text: str, blocks: list[Block]) -> list[Block]:
    headline = next((block for block in blocks if block.kind is Kind.HEADLINE), None)
    if headline is None:
        return list(blocks)
    key = bare(headline.span.of(text))
    length = 2 * len(headline.span)
    return [
        replace(block, kind=Kind.REPEATED)
        if block is not headline
        and block.kind is not Kind.FURNITURE
        and len(block.span) <= length
        and bare(block.span.of(text)) == key
        else block
        for block in blocks
    ]


def _pieces(text: str, block: Block, index: int) -> list[_Piece]:
    if block.kind is Kind.SUBHEAD:
        return [_Piece(block.span, index, bare(block.span.of(text)))]
    if block.kind is not Kind.SENTENCE:
        return []
    found: list[_Piece] = []
    start, key = block.span.start, ""
    for match in _PIECE.finditer(text, block.span.start, block.span.end):
        key += bare(match.group())
        if len(key) >= _SHORTEST:
            found.append(_Piece(Span(start, match.end()), index, key))
            start, key = match.end(), ""
    if key and found:
        found.append(_Piece(Span(start, block.span.end), index, key))
    return found


def _copied(pieces: list[_Piece]) -> set[int]:
    """Indices of the pieces that belong to a copy which is not kept."""
    places: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        places.setdefault(piece.key, []).append(index)
    enough = _SHARE * sum(len(piece.key) for piece in pieces)
    copied: set[int] = set()
    index = 0
    while index < len(pieces):
        following = index + 1
        if index not in copied:
            same = places[pieces[index].key]
            position = bisect_right(same, index)
            for later in same[position : position + _COPIES]:
                if later not in copied and index not in copied:
                    first, second = _run(pieces, index, later)
                    if _is_paste(pieces, first, second, enough):
                        _mark_worse(pieces, first, second, copied)
                    following = max(following, first.stop)  # what begins inside a run is no longer than its rest
        index = following
    return copied


def _is_paste(pieces: list[_Piece], first: range, second: range, enough: float) -> bool:
    """Whether one of two equal stretches was pasted again: whole blocks, or a good part of the article."""
    return _letters(pieces, second) >= enough or (_is_whole_block(pieces, first) and _is_whole_block(pieces, second))


def _mark_worse(pieces: list[_Piece], first: range, second: range, copied: set[int]) -> None:
    """Add the worse set of two equal stretches to `copied`, but for what only that one says."""
    kept, dropped = (first, second) if _blocks_of(pieces, first) >= _blocks_of(pieces, second) else (second, first)
    keys = {pieces[i].key for i in kept}
    whole = "".join(pieces[i].key for i in kept)
    copied.update(i for i in dropped if pieces[i].key in keys or pieces[i].key in whole)


def _run(pieces: list[_Piece], left: int, right: int) -> tuple[range, range]:
    """The two stretches, beginning at `left` and `right`, that say the same but for small gaps."""
    i, j, limit = left + 1, right + 1, right
    while i < limit and j < len(pieces):
        step = _next_match(pieces, i, j, limit)
        if step is None:
            break
        i, j = step[0] + 1, step[1] + 1
    return range(left, i), range(right, j)


def _next_match(pieces: list[_Piece], i: int, j: int, limit: int) -> tuple[int, int] | None:
    for skip in range(2 * _GAP + 1):
        for over in range(max(0, skip - _GAP), min(skip, _GAP) + 1):
            a, b = i + over, j + skip - over
            if a < limit and b < len(pieces) and pieces[a].key == pieces[b].key:
                return a, b
    return None


def _letters(pieces: list[_Piece], run: range) -> int:
    return sum(len(pieces[i].key) for i in run)


def _blocks_of(pieces: list[_Piece], run: range) -> int:
    return len({pieces[i].block for i in run})


def _is_whole_block(pieces: list[_Piece], run: range) -> bool:
    """Whether a run is a block from end to end."""
    first, last = pieces[run[0]], pieces[run[-1]]
    if _letters(pieces, run) < _SHORTEST:
        return False
    begins = run.start == 0 or pieces[run.start - 1].block != first.block
    ends = run.stop == len(pieces) or pieces[run.stop].block != last.block
    return begins and ends


def _parted(text: str, block: Block, pieces: list[tuple[Span, bool]]) -> list[Block]:
    """`block` as one block per stretch of pieces that are copies or are not."""
    parts: list[Block] = []
    for span, is_copy in pieces:
        kind = Kind.REPEATED if is_copy else block.kind
        if parts and parts[-1].kind is kind:
            parts[-1] = replace(parts[-1], span=Span(parts[-1].span.start, span.end))
        else:
            parts.append(Block(span, block.after_blank and not parts, kind))
    parts[-1] = replace(parts[-1], span=Span(parts[-1].span.start, block.span.end))
    return [replace(part, span=part.span.trimmed(text)) for part in parts]
