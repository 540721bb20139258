"""The change memo as bands for one page of paper. Lengths are twips."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.core.export.content import Head
from variorum.core.export.memo_formats import NOTE, TITLE
from variorum.core.export.memo_page import Memo, MemoItem, MemoSection, more_text
from variorum.gui.printing.comparison_sheet import counts_runs
from variorum.gui.printing.pages import TWIPS, Band, Cell, Sheet
from variorum.gui.printing.typesetting import CHIP, FAINT, INK, SOFT, Block, Face, Run, Spacing

_SMALL = Face(7.5, serif=False)
_TITLE, _BORROWED = Face(11.5, weight=650), Face(10.5, italic=True)
_GAP = 8 * TWIPS


def memo_sheet(memo: Memo, width: float) -> Sheet:
    """The bands of a memo, set to `width`."""
    return Sheet(tuple(_bands(memo, width)), TITLE, "Compared with Variorum", f"{TITLE}: {memo.left.headline}")


def _bands(memo: Memo, width: float) -> Iterator[Band]:
    heading = [Run(TITLE.upper(), Face(8, serif=False, weight=660)), Run(f"     {memo.day}", _SMALL, SOFT)]
    yield Band((Cell(0, (Block(heading, width),)),), keep=True)
    column = (width - _GAP) / 2
    heads = _head(0, "From", memo.left, column), _head(column + _GAP, "To", memo.right, column)
    yield Band(heads, above=2 * TWIPS, padding=2 * TWIPS, line=1.2, line_color=INK)
    counts = counts_runs(memo.how, memo.counts)
    yield Band((Cell(0, (Block(counts, width, Spacing(1.4)),)),), padding=1.4 * TWIPS, line=0.4)
    for section in memo.sections:
        yield from _section(section, width)
    for number, line in enumerate(memo.closing):
        yield Band(
            (Cell(0, (Block([Run(line, _SMALL, SOFT)], width, Spacing(1.3)),)),), above=0 if number else 2 * TWIPS
        )


def _head(x: float, name: str, head: Head, width: float) -> Cell:
    facts = " · ".join(filter(None, (name, head.siglum, head.facts)))
    title = Block([Run(head.title, _BORROWED if head.borrowed else _TITLE)], width, Spacing(0.95))
    return Cell(x, (Block([Run(facts, _SMALL, SOFT)], width, Spacing(1.4)), title))


def _section(section: MemoSection, width: float) -> Iterator[Band]:
    face = Face(8, serif=False, weight=640)
    title = [
        Run(f"{section.glyph} ", face, CHIP),
        Run(f"{section.title}  ", face),
        Run(f"{section.total:,}", _SMALL, SOFT),
    ]
    yield Band((Cell(0, (Block(title, width),)),), above=2 * TWIPS, padding=1.1 * TWIPS, line=0.4, keep=True)
    for item in section.items:
        yield Band((Cell(3.4 * TWIPS, (Block(_item(item), width - 3.4 * TWIPS),), rule=FAINT),), padding=0.35 * TWIPS)
    if section.more:
        more = Block([Run(more_text(section), _SMALL, SOFT)], width, Spacing(1.4))
        yield Band((Cell(3.4 * TWIPS, (more,)),))


def _item(item: MemoItem) -> list[Run]:
    runs = [Run(f"{item.title}   ", Face(9, weight=680))] if item.title else []
    runs.append(Run(item.text, Face(9)))
    if item.review.reviewed:
        runs.append(Run("  ✓", _SMALL, SOFT))
    if item.review.note:
        runs.append(Run(f"   {NOTE} {item.review.note}", Face(9, italic=True), SOFT))
    return runs
