"""What is printed or saved as PDF, by the names of the table of formats: the whole comparison or its memo on one page.

Needs the application object for its fonts, but no screen; may run in any thread.
"""

from __future__ import annotations

from variorum.core.cancel import ShouldCancel, never
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


def pages_of(
    comparison: Comparison, order: Order, *, memo: bool = False, should_cancel: ShouldCancel = never
) -> tuple[Pages, Sheet]:
    """What is to be printed, on the order's paper. Raises `CanceledError`."""
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
    pages, sheet = pages_of(comparison, order, memo=form.id == "memo-pdf", should_cancel=should_cancel)
    return as_pdf(pages, order.paper, sheet.title, should_cancel)
