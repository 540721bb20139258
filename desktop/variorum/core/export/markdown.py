"""A comparison as Markdown (CommonMark with GitHub's strike): what is gone is struck, what came is bold. Nothing in an
article becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.marking import nearness
from variorum.core.collate.model import ClaimKind, Comparison
from variorum.core.export.content import EVERYTHING, Content, Head, Look, MarkKind, Passage, Piece, Row, Scope
from variorum.core.export.gathering import content_of
from variorum.core.export.printable import on_one_line

_SPECIAL = re.compile(r"([\\`*_~<>\[\]#|&])")
_MARKER = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)
"""What makes a list, a heading or a rule at the beginning of a line."""


def as_markdown(comparison: Comparison, scope: Scope = EVERYTHING, should_cancel: ShouldCancel = never) -> str:
    """The document. Raises `CanceledError`."""
    return "\n\n".join(_blocks(content_of(comparison, scope, should_cancel))) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown takes as it is."""
    one_line = _SPECIAL.sub(r"\\\1", on_one_line(text))
    return _MARKER.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], one_line)


def _blocks(content: Content) -> Iterator[str]:
    yield f"# {_head(content.left)} → {_head(content.right)}"
    counts = " · ".join(f"{escaped(count.glyph)} {count.text}" for count in content.counts)
    yield f"{content.how}: {counts}" if counts else content.how
    if content.hidden:
        yield f"{escaped(content.hidden)}."
    for heading, looks in (("Needs a look", content.looks), ("Qualifiers changed", content.qualifiers)):
        if looks:
            yield f"## {heading}"
            yield "\n".join(map(_look, looks))
    yield "## All passages" if not content.left_out else "## Changed passages"
    for row in content.rows:
        yield "\n>\n".join(f"> {line}" for line in _row(row))
    yield "~~struck~~: only on the left · **bold**: only on the right · Compared with Variorum"


def _head(head: Head) -> str:
    siglum = f"{head.siglum}: " if head.siglum else ""
    return siglum + escaped(head.title) + (f" ({escaped(head.facts)})" if head.facts else "")


def _look(look: Look) -> str:
    lines = [
        f"- {escaped(look.glyphs)} **{escaped(look.title)}**" + (f": {escaped(look.context)}" if look.context else "")
    ]
    lines += [f"  - {sign} {escaped(text)}" for sign, text in (("−", look.before), ("+", look.after)) if text]
    lines += ["  - ✓ reviewed"] if look.review.reviewed else []
    lines += [f"  - Note: {escaped(look.review.note)}"] if look.review.note else []
    return "\n".join(lines).replace("  - + ", "  - \\+ ")


def _row(row: Row) -> Iterator[str]:
    label = f"{escaped(row.glyph)} {row.label}".strip() + (" (doubtful)" if row.doubtful and row.shown else "")
    if row.kind is ClaimKind.UNCHANGED or not row.shown:
        yield f"{label}: {_side(row.left or row.right)}"
    elif not row.linked:
        yield f"{label}: {_side(row.left or row.right, MarkKind.DELETED if row.left else MarkKind.INSERTED)}"
        if row.closest:
            yield f"closest on the other side, {nearness(row.closest_confidence)}: {escaped(row.closest)}"
    else:
        yield label
        yield f"− {_side(row.left)}"
        yield f"\\+ {_side(row.right)}"
    if row.reviewed:
        yield row.reviewed
    for note in row.notes:
        yield f"Note: {escaped(note)}"


def _side(passages: Sequence[Passage], whole: MarkKind | None = None) -> str:
    return " ".join("".join(_marked(passage.pieces, whole)) for passage in passages)


def _marked(pieces: Sequence[Piece], whole: MarkKind | None) -> Iterator[str]:
    """Pieces in their marks, neighbors with the same mark in one; marks stand close to words, or they would be none."""
    for mark, same in groupby(pieces, key=lambda piece: _mark(piece, whole)):
        raw = "".join(piece.text for piece in same)
        text = escaped(raw)
        before = " " if raw[:1].isspace() and text else ""
        behind = " " if raw[-1:].isspace() else ""
        yield f"{before}{mark}{text}{mark}{behind}" if text else behind


def _mark(piece: Piece, whole: MarkKind | None) -> str:
    if piece.has(MarkKind.DELETED) or whole is MarkKind.DELETED:
        return "~~"
    come = piece.has(MarkKind.INSERTED) or piece.has(MarkKind.FIGURE) or whole is MarkKind.INSERTED
    return "**" if come else ""
