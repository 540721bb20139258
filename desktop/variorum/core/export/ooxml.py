"""A word processor's file (Office Open XML) around paragraphs given as XML: parts, styles, comments, page numbers.

Written by hand rather than with python-docx: that knows no tracked changes, so their XML would have to be written
anyway, and it brings lxml along. Knows no comparison.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from variorum.assets import resource_text
from variorum.core.export.paper import A4, Paper
from variorum.core.export.printable import printable

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("styles", "settings", "header", "footer", "comments")
_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimeter."""
_MARGINS = (25, 22, 22)
"""Millimeters above and beside the text, and below it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin."""

    author: str
    initials: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: the title in the file's properties, the line above every page, who made it when.

    `language` is an ISO 639-1 code, "" where none is known.
    """

    title: str
    header: str
    author: str
    when: datetime
    language: str = ""
    paper: Paper = A4


def quoted(text: str) -> str:
    """Text fit for XML: escaped, without characters that XML forbids, on one line but with its spaces."""
    return escape(printable(text).replace("\n", " ").replace("\t", " "), {'"': "&quot;"})


def run(text: str, properties: str = "", tag: str = "w:t") -> str:
    """A run of text, "" for none; `properties` is XML."""
    if not (words := quoted(text)):
        return ""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<{tag} xml:space="preserve">{words}</{tag}></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph in a style of `resources/export/docx/styles.xml`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    told = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{told}{content}</w:p>"


def columns(cells: Sequence[str], paper: Paper) -> str:
    """Paragraphs side by side, a cell a column, with nothing drawn around them."""
    width = round((paper.width - 2 * _MARGINS[1]) * _TWIPS / len(cells))
    grid = f'<w:gridCol w:w="{width}"/>'
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    row = "".join(f"<w:tc>{size}{cell}</w:tc>" for cell in cells)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="280" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * len(cells)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        f"</w:tblPr><w:tblGrid>{grid * len(cells)}</w:tblGrid>"
        f"<w:tr>{row}</w:tr></w:tbl>"
    )


def moment(when: datetime) -> str:
    """A point in time as the format wants it: UTC, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def package(body: str, frame: Frame, comments: Sequence[Comment] = ()) -> bytes:
    """The whole file; `body` are its paragraphs and tables."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "core": "docProps/core.xml"}),
        "docProps/core.xml": _properties(frame),
        "word/_rels/document.xml.rels": _relations({part: f"{part}.xml" for part in _PARTS}),
        "word/document.xml": _part("document", f"<w:body>{body}{_section(frame.paper)}</w:body>"),
        "word/styles.xml": resource_text("export/docx/styles.xml").replace("LANGUAGE", frame.language or "en-US"),
        "word/settings.xml": _part("settings", '<w:compat><w:compatSetting w:name="compatibilityMode" '
                                   'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'),
        "word/header.xml": _part("hdr", paragraph(run(frame.header), "Header")),
        "word/footer.xml": _part("ftr", _page_numbers()),
        "word/comments.xml": _part("comments", "".join(_comment(n, c, frame) for n, c in enumerate(comments))),
    }  # fmt: skip
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # A fixed date: the same comparison makes the same file.
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _part(tag: str, inside: str) -> str:
    return f'{_DECLARATION}<w:{tag} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{inside}</w:{tag}>'


def _section(paper: Paper) -> str:
    top, side, bottom = (round(margin * _TWIPS) for margin in _MARGINS)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{round(paper.width * _TWIPS)}" w:h="{round(paper.height * _TWIPS)}"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" w:header="680" w:footer="600" '
        'w:gutter="0"/></w:sectPr>'
    )


def _page_numbers() -> str:
    page, pages = (
        f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for field in ("PAGE", "NUMPAGES")
    )
    return paragraph(f"{page}{run(' / ')}{pages}", "Footer")


def _comment(number: int, comment: Comment, frame: Frame) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{quoted(comment.author)}" w:initials="{quoted(comment.initials)}" '
        f'w:date="{moment(frame.when)}">{paragraph(run(comment.text), "CommentText")}</w:comment>'
    )


def _content_types() -> str:
    types = {"document": "document.main"} | {part: part for part in _PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{name}+xml"/>' for part, name in types.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    """Parts by what they are to this one; their ids are the same words."""
    kinds = {"core": f"{_PACKAGE}/relationships/metadata/core-properties"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{kinds.get(name, f"{_OFFICE}/{name}")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _properties(frame: Frame) -> str:
    when = moment(frame.when)
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{quoted(frame.title)}</dc:title><dc:creator>{quoted(frame.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{quoted(frame.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>'
    )
