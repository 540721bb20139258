"""The change memo as text for a mail, as a page and as a document."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import datetime
from html import escape

from variorum.core.export.content import Head
from variorum.core.export.html import document
from variorum.core.export.memo_page import Memo, MemoItem, MemoSection, more_text
from variorum.core.export.ooxml import Frame, columns, package, paragraph, run
from variorum.core.export.paper import A4, Paper

TITLE, NOTE = "Change memo", "Note:"
_WIDTH = 78
_RICH = "font-family:Georgia,serif;font-size:11pt;line-height:1.4"


def memo_as_text(memo: Memo) -> str:
    """Lines of at most 78 columns."""
    return "\n".join(_text_lines(memo)) + "\n"


def _text_lines(memo: Memo) -> Iterator[str]:
    yield f"{TITLE.upper()} · {memo.day}"
    yield ""
    for name, head in _versions(memo):
        yield from _wrapped(_headline(head), f"{name + ':':<6}", " " * 6)
    yield ""
    # Numbers aren't parted from what they count.
    counts = " · ".join(count.text.replace(" ", "\u00a0") for count in memo.counts)
    yield from (line.replace("\u00a0", " ") for line in _wrapped(f"{memo.how}: {counts}"))
    for section in memo.sections:
        yield ""
        yield f"{section.glyph} {section.title} ({section.total:,})"
        for item in section.items:
            yield from _wrapped(_whole(item), "  - ", "    ")
        if section.more:
            yield f"    … {more_text(section)}"
    if memo.closing:
        yield ""
    for line in memo.closing:
        yield from _wrapped(line)


def _versions(memo: Memo) -> tuple[tuple[str, Head], tuple[str, Head]]:
    return ("From", memo.left), ("To", memo.right)


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _headline(head: Head) -> str:
    name = " ".join(filter(None, (f"{head.siglum}:" if head.siglum else "", head.title)))
    return f"{name} ({head.facts})" if head.facts else name


def _whole(item: MemoItem) -> str:
    text = ": ".join(filter(None, (item.title, item.text)))
    done = " ✓" if item.review.reviewed else ""
    return text + done + (f" [{item.review.note}]" if item.review.note else "")


def memo_as_html(memo: Memo) -> str:
    """A page that prints on one sheet."""
    body = "\n".join(_html(memo))
    return document(f"{TITLE}: {memo.left.headline} → {memo.right.headline}", body, "memo.css", memo.language)


def _html(memo: Memo) -> Iterator[str]:
    yield f'<header><p class="kind"><b>{TITLE}</b><span>{escape(memo.day)}</span></p><div class="versions">'
    yield _html_head("From", memo.left)
    yield _html_head("To", memo.right)
    counts = "".join(f"<li><b>{escape(count.glyph)}</b> {escape(count.text)}</li>" for count in memo.counts)
    yield f'</div><ul class="counts"><li>{escape(memo.how)}</li>{counts}</ul></header>'
    for section in memo.sections:
        heading = f"<i>{escape(section.glyph)}</i> {escape(section.title)} <small>{section.total:,}</small>"
        yield f"<section><h2>{heading}</h2><ul>"
        yield from (_html_item(item) for item in section.items)
        yield "</ul>" + (f'<p class="more">{more_text(section)}</p>' if section.more else "") + "</section>"
    if memo.closing:
        yield '<div class="closing">' + "".join(f"<p>{escape(line)}</p>" for line in memo.closing) + "</div>"
    yield "<footer>Compared with Variorum</footer>"


def _html_head(name: str, head: Head) -> str:
    facts = " · ".join(filter(None, (head.siglum, head.facts)))
    kind = ' class="first"' if head.borrowed else ""
    title = f"<h1{kind}>{escape(head.title)}</h1>"
    return f'<div dir="auto"><p>{name}{" · " if facts else ""}{escape(facts)}</p>{title}</div>'


def _html_item(item: MemoItem) -> str:
    title = f"<b>{escape(item.title)}</b> " if item.title else ""
    done = ' <span class="reviewed">✓</span>' if item.review.reviewed else ""
    note = f' <em class="comment">{escape(item.review.note)}</em>' if item.review.note else ""
    return f'<li dir="auto">{title}{escape(item.text)}{done}{note}</li>'


def memo_as_rich_text(memo: Memo) -> str:
    """HTML to be pasted into a mail, without a style sheet."""
    heads = "".join(f"<p>{name}: <b>{escape(_headline(head))}</b></p>" for name, head in _versions(memo))
    counts = escape(f"{memo.how}: " + " · ".join(count.text for count in memo.counts))
    sections = "".join(map(_rich_section, memo.sections)) + "".join(f"<p>{escape(line)}</p>" for line in memo.closing)
    return f'<div style="{_RICH}"><p><b>{TITLE}</b> · {escape(memo.day)}</p>{heads}<p>{counts}</p>{sections}</div>'


def _rich_section(section: MemoSection) -> str:
    items = "".join(_html_item(item) for item in section.items)
    more = f"<p><i>{more_text(section)}</i></p>" if section.more else ""
    return f"<p><b>{escape(section.glyph)} {escape(section.title)}</b> {section.total:,}</p><ul>{items}</ul>{more}"


def memo_as_docx(memo: Memo, when: datetime, paper: Paper = A4) -> bytes:
    """A document of one page."""
    frame = Frame(
        f"{TITLE}: {memo.left.headline} → {memo.right.headline}", f"{TITLE}  ·  {memo.day}", "Variorum", when,
        memo.language, paper,
    )  # fmt: skip
    return package("".join(_docx(memo, paper)), frame)


def _docx_head(name: str, head: Head) -> str:
    facts = " · ".join(filter(None, (name, head.siglum, head.facts)))
    return paragraph(run(facts), "Facts") + paragraph(run(head.title, "<w:i/>" if head.borrowed else ""), "Version")


def _docx(memo: Memo, paper: Paper) -> Iterator[str]:
    yield columns([_docx_head(name, head) for name, head in _versions(memo)], paper)
    counts = "   ".join(f"{count.glyph} {count.text}".replace(" ", "\u00a0") for count in memo.counts)
    yield paragraph(run(f"{memo.how}   {counts}"), "Facts")
    for section in memo.sections:
        yield from _docx_section(section)
    for line in memo.closing:
        yield paragraph(run(line), "Facts")


def _docx_section(section: MemoSection) -> Iterator[str]:
    yield paragraph(
        run(f"{section.glyph} {section.title}  ") + run(f"{section.total:,}", '<w:b w:val="0"/>'), "Section"
    )
    for item in section.items:
        title = run(f"{item.title}  ", "<w:b/>") if item.title else ""
        done = run(" ✓") if item.review.reviewed else ""
        note = run(f"  {NOTE} {item.review.note}", "<w:i/>") if item.review.note else ""
        yield paragraph(title + run(item.text) + done + note, "Item")
    if section.more:
        yield paragraph(run(more_text(section), "<w:i/>"), "Item")
