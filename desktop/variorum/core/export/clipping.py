"""A comparison for the clipboard: rich text that mail and word processors keep when it is pasted, and plain text.

They drop style sheets, grids and variables, so this is a table with a style on every cell, light on white.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.model import ClaimKind, Comparison
from variorum.core.export.content import EVERYTHING, Content, Head, Look, MarkKind, Passage, Piece, Row, Scope
from variorum.core.export.gathering import content_of
from variorum.core.export.text import as_text

_STYLES = {
    MarkKind.DELETED: "background:#ffd599;text-decoration:line-through",
    MarkKind.INSERTED: "background:#a6d0ff;text-decoration:underline",
    MarkKind.FIGURE: "background:#6b1e5a;color:#ffffff;font-weight:bold",
    MarkKind.QUALIFIER: "border-bottom:2px dashed #6b1e5a",
    MarkKind.QUOTE: "border-bottom:3px double #6b1e5a",
    MarkKind.STANCE: "border-bottom:2px dotted #6b1e5a",
}
_FONT = "font-family:Georgia,serif;font-size:11pt;line-height:1.45;color:#1f2328"
_SMALL = "font-family:Arial,sans-serif;font-size:8.5pt;color:#5b626b"
_CELL = "vertical-align:top;padding:5px 8px;border-top:1px solid #dedbd3"
_WASHES = {ClaimKind.ADDED: "background:#e9f3ff", ClaimKind.DROPPED: "background:#fff3e0"}


def as_rich_text(comparison: Comparison, scope: Scope = EVERYTHING, should_cancel: ShouldCancel = never) -> str:
    """HTML to be pasted. Raises `CanceledError`."""
    return "".join(_parts(content_of(comparison, scope, should_cancel)))


def as_plain_text(comparison: Comparison, scope: Scope = EVERYTHING) -> str:
    """The report of the command line, for where no rich text is taken."""
    return as_text(comparison, width=100, scope=scope)


def _parts(content: Content) -> Iterator[str]:
    counts = " &nbsp; ".join(f"{escape(count.glyph)} {escape(count.text)}" for count in content.counts)
    hidden = f"<br>{escape(content.hidden)}." if content.hidden else ""
    yield f'<div style="{_FONT}"><p style="{_SMALL}">{escape(content.how)} &nbsp; {counts}{hidden}</p>'
    for heading, looks in (("Needs a look", content.looks), ("Qualifiers changed", content.qualifiers)):
        if looks:
            yield f'<p style="{_SMALL}"><b>{heading}</b></p><ul>{"".join(map(_look, looks))}</ul>'
    yield '<table style="border-collapse:collapse;width:100%"><tr>'
    yield f'<th style="{_CELL};{_FONT};text-align:left;width:47%">{_head(content.left)}</th><th style="{_CELL}"></th>'
    yield f'<th style="{_CELL};{_FONT};text-align:left;width:47%">{_head(content.right)}</th></tr>'
    yield from map(_row, content.rows)
    yield f'</table><p style="{_SMALL}">Compared with Variorum</p></div>'


def _head(head: Head) -> str:
    facts = " ".join(part for part in (head.siglum, head.facts) if part)
    return f'<span style="{_SMALL}">{escape(facts)}</span><br>{escape(head.title)}' if facts else escape(head.title)


def _look(look: Look) -> str:
    lines = [f"<b>{escape(look.glyphs)} {escape(look.title)}</b>", escape(look.context)]
    lines += [f"{sign} {escape(text)}" for sign, text in (("−", look.before), ("+", look.after)) if text]
    lines += ["✓ reviewed"] if look.review.reviewed else []
    lines += [f"<i>{escape(look.review.note)}</i>"] if look.review.note else []
    return f'<li style="margin-bottom:4px">{"<br>".join(line for line in lines if line)}</li>'


def _row(row: Row) -> str:
    wash = _WASHES.get(row.kind, "") if row.shown else ""
    left, right = _side(row.left), _side(row.right)
    label = f"{row.glyph} {row.label}".strip() + (" ?" if row.doubtful and row.shown else "")
    done = f"<br>{row.reviewed}" if row.reviewed else ""
    notes = done + "".join(f"<br><i>{escape(note)}</i>" for note in row.notes)
    return (
        f'<tr><td style="{_CELL};{wash if row.left else ""};{_FONT}">{left}</td>'
        f'<td style="{_CELL};{_SMALL};text-align:center">{escape(label)}{notes}</td>'
        f'<td style="{_CELL};{wash if row.right else ""};{_FONT}">{right}</td></tr>'
    )


def _side(passages: Sequence[Passage]) -> str:
    return "<br>".join("".join(map(_piece, passage.pieces)) for passage in passages)


def _piece(piece: Piece) -> str:
    style = ";".join(_STYLES[mark.kind] for mark in piece.marks)
    return f'<span style="{style}">{escape(piece.text)}</span>' if style else escape(piece.text)
