"""A comparison as one page that needs nothing else: no script, no other file, light and dark, ready to print.

Everything that comes from an article is escaped. How it looks stands in `resources/export/compare.css`; the typefaces
travel in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from variorum.assets import resource_text
from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.marking import nearness
from variorum.core.collate.model import ClaimKind, Comparison
from variorum.core.export.coloring import STANDARD, colors_of
from variorum.core.export.content import EVERYTHING, Content, Head, Look, Mark, MarkKind, Passage, Piece, Row, Scope
from variorum.core.export.gathering import content_of
from variorum.core.export.typefaces import font_faces
from variorum.core.handmade.model import Review

_TAGS = {
    MarkKind.DELETED: ("del", ""),
    MarkKind.INSERTED: ("ins", ""),
    MarkKind.FIGURE: ("mark", ""),
    MarkKind.QUALIFIER: ("span", "qualifier"),
    MarkKind.QUOTE: ("span", "said"),
    MarkKind.STANCE: ("span", "stance"),
}
_WHOLE = ' class="whole"'
_KEY = (
    ("<del>struck</del>", "only on the left"),
    ("<ins>underlined</ins>", "only on the right"),
    ("<mark>12</mark>", "another figure"),
    ('<span class="said">double rule</span>', "quotation changed"),
    ('<span class="stance">dotted rule</span>', "certainty, negation or source changed"),
    ('<span class="qualifier">dashed rule</span>', "another qualifier"),
    ("?", "a doubtful link"),
)


def as_html(comparison: Comparison, scope: Scope = EVERYTHING, should_cancel: ShouldCancel = never) -> str:
    """The whole page. Raises `CanceledError`."""
    return page(content_of(comparison, scope, should_cancel))


def page(content: Content) -> str:
    """The page of what was gathered."""
    body = "\n".join((*_head(content), *_looks(content), *_rows(content), *_foot()))
    return document(content.title, body, "compare.css", content.language, content.scheme)


def document(title: str, body: str, style: str, language: str, scheme: str = STANDARD) -> str:
    """A page around `body`, with a style sheet of `resources/export` and the typefaces that its letters need.

    `scheme` names the colors on screen.
    """
    css = resource_text(f"export/{style}")
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{font_faces(body)}{css}{colors_of(scheme)}</style>\n</head>\n<body>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _head(content: Content) -> Iterator[str]:
    yield '<header dir="auto">'
    yield _heading(content.left)
    yield '<div class="sign" aria-hidden="true">→</div>'
    yield _heading(content.right)
    yield "</header>"
    shown = "".join(f"<li><b>{escape(count.glyph)}</b> {escape(count.text)}</li>" for count in content.counts)
    hidden = f'<li class="hidden">{escape(content.hidden)}</li>' if content.hidden else ""
    yield f'<ul class="counts"><li class="regime">{escape(content.how)}</li>{shown}{hidden}</ul>'


def _heading(head: Head) -> str:
    siglum = f'<b class="siglum">{escape(head.siglum)}</b> ' if head.siglum else ""
    kind = ' class="first"' if head.borrowed else ""
    title = f"<h1{kind}>{escape(head.title)}</h1>"
    return f'<div class="side" dir="auto"><p class="outlet">{siglum}{escape(head.facts)}</p>{title}</div>'


def _looks(content: Content) -> Iterator[str]:
    """What an editor should look at first, then figures of one value under another qualifier."""
    for heading, listed in (("Needs a look", content.looks), ("Qualifiers changed", content.qualifiers)):
        if listed:
            yield f"<h2>{heading}</h2>"
            yield '<ul class="look">'
            yield from map(_look, listed)
            yield "</ul>"


def _look(look: Look) -> str:
    """What changed, where, from what to what."""
    told = [f"<q>{escape(look.context)}</q>"] if look.context else []
    told += [f'<span class="{name}">{escape(text)}</span>' for name, text in _ends(look) if text]
    title = f'<b><i aria-hidden="true">{escape(look.glyphs)}</i> {escape(look.title)}</b>'
    return f'<li dir="auto">{title}<div>{"".join(told)}{_review(look.review)}</div></li>'


def _ends(look: Look) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("from", look.before), ("to", look.after)


def _review(review: Review) -> str:
    done = '<span class="reviewed">✓ reviewed</span>' if review.reviewed else ""
    return done + (f'<span class="comment">{escape(" ".join(review.note.split()))}</span>' if review.note else "")


def _rows(content: Content) -> Iterator[str]:
    yield "<h2>Side by side</h2>"
    yield f'<main class="{"revision" if content.revision else "rewrite"}">'
    yield from map(_row, content.rows)
    yield "</main>"
    if content.left_out:
        passages = "passage is" if content.left_out == 1 else "passages are"
        yield f'<p class="out">{content.left_out:,} other {passages} not shown.</p>'


def _row(row: Row) -> str:
    classes = [row.kind.value if row.shown else "plain"]
    classes += ["moved"] if row.moved else []
    classes += ["doubtful"] if row.doubtful and row.shown else []
    hint = f' title="{row.confidence:.0%} sure"' if row.linked else ""
    left, right = _side("left", row.left), _side("right", row.right)
    if row.closest:
        left, right = (_closest("left", row), right) if row.kind is ClaimKind.ADDED else (left, _closest("right", row))
    sign = f'<div class="sign"{hint}>{escape(row.glyph)}<small>{escape(row.label)}</small></div>'
    notes = f'<p class="reviewed">{row.reviewed}</p>' if row.reviewed else ""
    notes += "".join(f'<p class="comment">{escape(note)}</p>' for note in row.notes)
    return f'<div class="row {" ".join(classes)}">{left}{sign}{right}{notes}</div>'


def _side(name: str, passages: Sequence[Passage]) -> str:
    paragraphs = (f"<p{_WHOLE if passage.whole else ''}>{marked(passage.pieces)}</p>" for passage in passages)
    return f'<div class="side {name}{" told" if passages else ""}" dir="auto">{"".join(paragraphs)}</div>'


def _closest(name: str, row: Row) -> str:
    """The cell across from a claim told on one side: what comes closest, in small print."""
    told = f"closest, {nearness(row.closest_confidence)}: {row.closest}"
    return f'<div class="side {name}" dir="auto"><p class="note">{escape(told)}</p></div>'


def marked(pieces: Iterable[Piece]) -> str:
    """A passage with the tags of its marks."""
    return "".join(
        "".join(map(_opening, piece.marks))
        + escape(piece.text)
        + "".join(f"</{_TAGS[mark.kind][0]}>" for mark in reversed(piece.marks))
        for piece in pieces
    )


def _opening(mark: Mark) -> str:
    tag, name = _TAGS[mark.kind]
    attributes = (f' class="{name}"' if name else "") + (f' title="{escape(mark.hint)}"' if mark.hint else "")
    return f"<{tag}{attributes}>"


def _foot() -> Iterator[str]:
    yield "<footer>"
    yield '<ul class="key">' + "".join(f"<li>{sample} {meaning}</li>" for sample, meaning in _KEY) + "</ul>"
    yield "<p>Compared with Variorum. Left: the version compared from; right: the version compared with.</p>"
    yield "</footer>"
