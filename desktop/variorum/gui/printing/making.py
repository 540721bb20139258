"""What is printed or saved as PDF, by the names of the table of formats: the whole comparison or its memo on one page.

Needs the application object for its fonts, but no screen; may run in any thread, in one after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Comparison
from variorum.core.export.formats import Format, Order, rendered
from variorum.core.export.gathering import content_of
from variorum.core.export.memo import drafted
from variorum.core.export.memo_page import fitted
from variorum.core.export.paper import Paper
from variorum.gui.printing.comparison_sheet import comparison_sheet
from variorum.gui.printing.memo_sheet import memo_sheet
from variorum.gui.printing.pages import Pages, Sheet, text_width
from variorum.gui.printing.pdf import as_pdf
from variorum.gui.theme.fonts import add_fonts

_MOST_LINES = 80
"""Lines that a memo is tried with at most, on the largest paper."""

_TURN = threading.Lock()
"""Qt and PySide6 make much of themselves when it is used first: two threads that set text at once crash at times."""
_EVERY = 0.05
"""Seconds between two questions whether to stop waiting."""


def pages_of(
    comparison: Comparison, order: Order, *, memo: bool = False, should_cancel: ShouldCancel = never
) -> tuple[Pages, Sheet]:
    """What is to be printed, on the order's paper. Raises `CanceledError`."""
    with _turn(should_cancel):
        return _pages_of(comparison, order, memo, should_cancel)


@contextmanager
def _turn(should_cancel: ShouldCancel) -> Iterator[None]:
    """Wait until no other thread makes pages. Raises `CanceledError`."""
    while not _TURN.acquire(timeout=_EVERY):
        check(should_cancel)
    try:
        yield
    finally:
        _TURN.release()


def _pages_of(comparison: Comparison, order: Order, memo: bool, should_cancel: ShouldCancel) -> tuple[Pages, Sheet]:
    add_fonts()
    paper = order.paper
    if memo:
        return _memo_pages(comparison, order, paper)
    day = f"{order.when:%B} {order.when.day}, {order.when.year}"
    sheet = comparison_sheet(content_of(comparison, order.scope, should_cancel), text_width(paper), day, should_cancel)
    return Pages(sheet, paper, should_cancel), sheet


def _memo_pages(comparison: Comparison, order: Order, paper: Paper) -> tuple[Pages, Sheet]:
    """As much of the memo as one page holds, measured: headlines and counts are longer here and shorter there."""
    draft = drafted(comparison, order.when.date(), order.scope)
    fits, too_many = 0, _MOST_LINES
    while too_many - fits > 1:
        room = (fits + too_many) // 2
        if Pages(memo_sheet(fitted(draft, room), text_width(paper)), paper).count == 1:
            fits = room
        else:
            too_many = room
    sheet = memo_sheet(fitted(draft, fits), text_width(paper))
    return Pages(sheet, paper), sheet


def made(form: Format, comparison: Comparison, order: Order, should_cancel: ShouldCancel = never) -> bytes:
    """The bytes of a file in any form. Raises `CanceledError`."""
    if form.render is not None:
        return rendered(form, comparison, order, should_cancel)
    with _turn(should_cancel):
        pages, sheet = _pages_of(comparison, order, form.id == "memo-pdf", should_cancel)
        return as_pdf(pages, order.paper, sheet.title, should_cancel)
