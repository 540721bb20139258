"""A comparison as bands for paper: heads, counts, a key, what needs a look, rows side by side. Lengths are twips.

Deleted words are struck, inserted ones underlined, changed figures framed: nothing is told by color alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.marking import nearness
from variorum.core.collate.model import ClaimKind
from variorum.core.export.content import Content, Count, Head, Look, MarkKind, Passage, Piece, Row, shortened
from variorum.gui.printing.pages import TWIPS, Band, Cell, Sheet
from variorum.gui.printing.typesetting import ADDED, CHIP, DROPPED, INK, SOFT, Block, Deco, Face, Run, Spacing

_BODY, _BOLD, _NOTE = Face(9.5), Face(9.5, weight=680), Face(9.5, italic=True)
_TITLE, _BORROWED = Face(14.5, weight=650), Face(11, italic=True)
_SMALL, _SMALL_BOLD = Face(7.5, serif=False), Face(7.5, serif=False, weight=640)
_LABEL, _SIGN = Face(6.4, serif=False), Face(9, serif=False, weight=500)
_LOOK_TITLE = Face(8.4, serif=False, weight=620)
_MIDDLE = 14 * TWIPS
"""Width of the column of signs."""
_INSET = 3.4 * TWIPS
"""Room between a passage's rule and its words."""
_PAD = 1.7 * TWIPS
_DECOS = {
    MarkKind.DELETED: Deco.STRIKE,
    MarkKind.INSERTED: Deco.UNDERLINE,
    MarkKind.FIGURE: Deco.BOX,
    MarkKind.QUALIFIER: Deco.DASHED,
    MarkKind.QUOTE: Deco.DOUBLE,
    MarkKind.STANCE: Deco.DOTTED,
}
_CENTER = Spacing(align=Qt.AlignmentFlag.AlignHCenter)
_HANGING = Spacing(hang=3.9 * TWIPS)
_TIGHT = Spacing(0.94)
"""For headlines."""
_KEY = (
    ("struck", Deco.STRIKE, "only on the left"),
    ("underlined", Deco.UNDERLINE, "only on the right"),
    ("framed", Deco.BOX, "another figure"),
    ("double rule", Deco.DOUBLE, "quotation changed"),
    ("dotted rule", Deco.DOTTED, "certainty, negation or source changed"),
    ("dashed rule", Deco.DASHED, "another qualifier"),
)


def comparison_sheet(content: Content, width: float, day: str, should_cancel: ShouldCancel = never) -> Sheet:
    """The bands of what was gathered, set to `width`; `day` stands at the foot of every page.

    Raises `CanceledError`.
    """
    setter = _Setter(content, width, should_cancel)
    running = "   →   ".join(_running(head) for head in (content.left, content.right))
    return Sheet(tuple(setter.bands()), running, f"Compared with Variorum · {day}", content.title)


def _running(head: Head) -> str:
    return " ".join(filter(None, (head.siglum, shortened(head.headline, 52))))


def counts_runs(how: str, counts: Iterable[Count], hidden: str = "") -> list[Run]:
    """How two versions relate, the counts, and what is filtered out, in one line."""
    runs = [Run(f"{how}      ", _SMALL, SOFT)]
    for count in counts:
        # A no-break space: a count is never parted from its glyph.
        text = count.text.replace(" ", "\u00a0")
        runs += [Run(f"{count.glyph}\u00a0", _SMALL_BOLD, SOFT), Run(f"{text}    ", _SMALL)]
    return [*runs, Run(hidden, _SMALL, SOFT)]


class _Setter:
    def __init__(self, content: Content, width: float, should_cancel: ShouldCancel) -> None:
        self._content, self._width, self._should_cancel = content, width, should_cancel
        self._column = (width - _MIDDLE) / 2
        self._right = self._column + _MIDDLE

    def bands(self) -> Iterator[Band]:
        """All of them."""
        content = self._content
        yield Band((self._head(0, content.left), self._arrow(), self._head(self._right, content.right)), keep=True)
        counts = counts_runs(content.how, content.counts, content.hidden)
        summary = Cell(0, (Block(counts, self._width, Spacing(1.4)),))
        yield Band((summary,), above=3.5 * TWIPS, padding=1.8 * TWIPS, line=1.2, line_color=INK)
        yield self._key()
        for heading, looks in (("Needs a look", content.looks), ("Qualifiers changed", content.qualifiers)):
            if looks:
                yield self._heading(heading)
                yield from map(self._look, looks)
        yield self._heading("Side by side")
        for row in content.rows:
            check(self._should_cancel)
            yield from self._row(row)

    def _heading(self, text: str) -> Band:
        face = Face(7.2, serif=False, weight=660)
        block = Block([Run(text.upper(), face, SOFT)], self._width)
        return Band((Cell(0, (block,)),), above=4.5 * TWIPS, padding=0.8 * TWIPS, keep=True)

    def _head(self, x: float, head: Head) -> Cell:
        facts = " · ".join(filter(None, (head.siglum, head.facts)))
        title = Run(head.title, _BORROWED if head.borrowed else _TITLE)
        width = self._column - 2 * TWIPS
        return Cell(x, (Block([Run(facts or " ", _SMALL, SOFT)], width, Spacing(1.5)), Block([title], width, _TIGHT)))

    def _arrow(self) -> Cell:
        arrow = Block([Run("→", Face(12, serif=False), SOFT)], _MIDDLE - 4 * TWIPS, _CENTER)
        return Cell(self._column, (Block([Run(" ", _SMALL)], _MIDDLE, Spacing(1.5)), arrow))

    def _look(self, look: Look) -> Band:
        aside, told = 0.31 * self._width, 0.35 * self._width
        title = [Run(f"{look.glyphs} ", _LOOK_TITLE, CHIP), Run(look.title, _LOOK_TITLE)]
        blocks = [Block([Run(look.context, _BODY)], self._width - told)] if look.context else []
        for sign, color, text in (("−", DROPPED, look.before), ("+", ADDED, look.after)):
            if text:
                runs = [Run(f"{sign}  ", _SIGN, color), Run(text, _BODY)]
                blocks.append(Block(runs, self._width - told, _HANGING))
        if look.review.reviewed:
            blocks.append(Block([Run("✓ reviewed", _SMALL, SOFT)], self._width - told, Spacing(1.4)))
        if look.review.note:
            blocks.append(Block([Run(f"Note: {look.review.note}", _NOTE, SOFT)], self._width - told))
        cells = Cell(3.2 * TWIPS, (Block(title, aside),), rule=CHIP), Cell(told, tuple(blocks))
        return Band(cells, padding=_PAD, line=0.4)

    def _row(self, row: Row) -> Iterator[Band]:
        added, dropped = (row.shown and row.kind is kind for kind in (ClaimKind.ADDED, ClaimKind.DROPPED))
        left = self._side(0, row, row.left, DROPPED if dropped else None)
        right = self._side(self._right, row, row.right, ADDED if added else None)
        if row.closest:
            note = self._closest(self._right if row.left else 0, row)
            left, right = (left, note) if row.left else (note, right)
        color = ADDED if added else DROPPED if dropped else SOFT
        yield Band((left, self._sign(row, color), right), padding=_PAD, line=0.4, keep=row.said)
        if row.said:
            runs = [Run(f"{row.reviewed}    ", _SMALL, SOFT)] if row.reviewed else []
            runs += [Run(f"Note: {' · '.join(row.notes)}", _NOTE, SOFT)] if row.notes else []
            x = self._right + _INSET if not row.left else _INSET
            width = self._width - x if row.linked else self._column - 2 * _INSET
            yield Band((Cell(x, (Block(runs, width),)),), padding=0.9 * TWIPS)

    def _sign(self, row: Row, color: str) -> Cell:
        label = row.label + (" ?" if row.doubtful and row.shown else "")
        width = _MIDDLE - 3 * TWIPS
        return Cell(
            self._column + 0.5 * TWIPS,
            (Block([Run(row.glyph, _SIGN, color)], width, _CENTER), Block([Run(label, _LABEL, SOFT)], width, _CENTER)),
        )

    def _side(self, x: float, row: Row, passages: Sequence[Passage], rule: str | None) -> Cell:
        width = self._column - 2 * _INSET
        plain = row.kind is ClaimKind.UNCHANGED or not row.shown
        blocks = tuple(
            Block([_run(piece, passage, row, plain=plain) for piece in passage.pieces], width,
                  Spacing(above=1.6 * TWIPS if number else 0))
            for number, passage in enumerate(passages)
        )  # fmt: skip
        outlined = row.moved and self._content.revision and bool(passages)
        return Cell(x + _INSET, blocks, rule, outlined, width)

    def _closest(self, x: float, row: Row) -> Cell:
        text = f"closest, {nearness(row.closest_confidence)}: {row.closest}"
        return Cell(x + _INSET, (Block([Run(text, Face(7.6, serif=False), SOFT)], self._column - 2 * _INSET),))

    def _key(self) -> Band:
        runs: list[Run] = []
        for sample, deco, meaning in _KEY:
            runs += [Run(sample.replace(" ", "\u00a0"), _SMALL, INK, (deco,)), Run(f"  {meaning}      ", _SMALL, SOFT)]
        runs.append(Run("?  a doubtful link", _SMALL, SOFT))
        return Band((Cell(0, (Block(runs, self._width, Spacing(1.4)),)),), padding=1.4 * TWIPS, line=0.4)


def _run(piece: Piece, passage: Passage, row: Row, *, plain: bool) -> Run:
    text = piece.text.replace("\n", " ")
    decos = tuple(_DECOS[mark.kind] for mark in piece.marks)
    if passage.whole and row.shown and not plain:
        decos += (Deco.FINE_DASHES if row.doubtful else Deco.FINE_DOTS,)
    return Run(text, _BOLD if piece.has(MarkKind.FIGURE) else _BODY, SOFT if plain else INK, decos)
