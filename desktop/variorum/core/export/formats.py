"""Every form in which a comparison can be saved, as one table: names, endings, how the bytes are made.

What is set for paper (PDF) is made elsewhere, as it needs Qt: those rows have no `render`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.model import Comparison
from variorum.core.export.changes_json import changes_as_json
from variorum.core.export.content import EVERYTHING, Scope
from variorum.core.export.csv_export import as_csv
from variorum.core.export.docx import as_docx
from variorum.core.export.html import as_html
from variorum.core.export.json_export import as_json
from variorum.core.export.markdown import as_markdown
from variorum.core.export.memo import memo_of
from variorum.core.export.memo_formats import memo_as_docx, memo_as_html, memo_as_text
from variorum.core.export.memo_page import PAGE, Memo
from variorum.core.export.paper import A4, Paper


@dataclass(frozen=True, slots=True)
class Order:
    """How an export is wanted. `when` has a time zone; `paths` name both versions in the data, "" for none."""

    when: datetime
    scope: Scope = EVERYTHING
    paper: Paper = A4
    paths: tuple[str, str] = ("", "")


_WHOLE, _MEMO, _LIST = "The comparison", "Change memo, one page", "Data"

_LINE_HEIGHT = 4
"""Millimeters of paper that a line of a memo takes."""

Render = Callable[[Comparison, Order, ShouldCancel], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A form. `group` is what is told in it, `name` the kind of file, `meaning` one line on what it is good for."""

    id: str
    group: str
    name: str
    suffix: str
    meaning: str
    render: Render | None = None
    paged: bool = False
    """Whether the size of the paper matters."""

    @property
    def tells_unchanged(self) -> bool:
        """Whether passages that didn't change are told, and may be left out."""
        return self.group == _WHOLE and self.id != "docx"

    @property
    def filters(self) -> bool:
        """Whether kinds of change can be left out: a text with tracked changes is whole, or it would be no text."""
        return self.id not in ("docx", "json")

    @property
    def tail(self) -> str:
        """What tells its file from those of other forms of one comparison."""
        return {_MEMO: ", memo", _LIST: ", data" if self.id == "json" else ", changes"}.get(self.group, "")


def memo_for(comparison: Comparison, order: Order) -> Memo:
    """The change memo of the order's day, for a page of its paper."""
    room = PAGE - round((A4.height - order.paper.height) / _LINE_HEIGHT)
    return memo_of(comparison, order.when.date(), order.scope, room)


def _html(comparison: Comparison, order: Order, should_cancel: ShouldCancel) -> bytes:
    return as_html(comparison, order.scope, should_cancel).encode()


def _docx(comparison: Comparison, order: Order, should_cancel: ShouldCancel) -> bytes:
    return as_docx(comparison, order.when, order.scope, order.paper, should_cancel)


def _markdown(comparison: Comparison, order: Order, should_cancel: ShouldCancel) -> bytes:
    return as_markdown(comparison, order.scope, should_cancel).encode()


def _csv(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return as_csv(comparison, order.scope).encode()


def _changes(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return _as_bytes(changes_as_json(comparison, order.scope))


def _json(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return _as_bytes(as_json(comparison, *order.paths, order.scope.reviews))


def _as_bytes(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _memo_html(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return memo_as_html(memo_for(comparison, order)).encode()


def _memo_docx(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return memo_as_docx(memo_for(comparison, order), order.when, order.paper)


def _memo_text(comparison: Comparison, order: Order, _: ShouldCancel) -> bytes:
    return memo_as_text(memo_for(comparison, order)).encode()


FORMATS = (
    Format("pdf", _WHOLE, "PDF", ".pdf", "To print and to send: side by side, with page numbers", paged=True),
    Format("docx", _WHOLE, "Word document", ".docx", "Tracked changes: left turned into right", _docx, paged=True),
    Format("html", _WHOLE, "Web page", ".html", "As in the window, one file for any browser, light and dark", _html),
    Format("markdown", _WHOLE, "Markdown", ".md", "For a wiki or an issue: struck and bold", _markdown),
    Format("memo-pdf", _MEMO, "PDF", ".pdf", "What a colleague should know, figures and speakers first", paged=True),
    Format("memo-docx", _MEMO, "Word document", ".docx", "To be edited before it is sent", _memo_docx, paged=True),
    Format("memo-html", _MEMO, "Web page", ".html", "For any browser, light and dark", _memo_html),
    Format("memo-text", _MEMO, "Plain text", ".txt", "For a mail", _memo_text),
    Format("csv", _LIST, "List of changes, CSV", ".csv", "For a spreadsheet: a row for each change", _csv),
    Format("changes", _LIST, "List of changes, JSON", ".json", "For a program: changes with their passages", _changes),
    Format("json", _LIST, "Everything, JSON", ".json", "Claims, figures and quotations with their places", _json),
)  # fmt: skip
BY_ID = {form.id: form for form in FORMATS}


def rendered(form: Format, comparison: Comparison, order: Order, should_cancel: ShouldCancel = never) -> bytes:
    """The file's bytes, for a form that isn't set for paper here. Raises `CanceledError`."""
    assert form.render is not None, form.id
    return form.render(comparison, order, should_cancel)
