"""Printing with a preview: pages are set anew for whatever paper is chosen there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from variorum.core.collate.model import Comparison
from variorum.core.export.formats import Order
from variorum.core.export.paper import Paper
from variorum.gui.printing.making import pages_of
from variorum.gui.printing.pages import Pages
from variorum.gui.printing.pdf import RESOLUTION, page_layout

_SIZE, _DECORATION = QSize(960, 820), QSize(16, 48)
"""How large it would like to be, and what window managers put around it, roughly."""


class Preview(QPrintPreviewDialog):
    """The preview of a comparison; the printer's own dialog comes from it. `pages` are those of the order's paper."""

    def __init__(self, comparison: Comparison, order: Order, pages: Pages, parent: QWidget | None) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout(order.paper))
        self._printer.setDocName("Comparison")
        super().__init__(self._printer, parent)
        self.setWindowTitle("Print comparison")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _DECORATION))
        self._comparison, self._order = comparison, order
        self._made = {_size(order.paper): pages}
        self.paintRequested.connect(self.paint_on)

    def paint_on(self, printer: QPrinter) -> None:
        """Draw the pages that are wanted."""
        size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        paper = Paper("", size.width(), size.height())
        if _size(paper) not in self._made:
            self._made[_size(paper)] = pages_of(self._comparison, replace(self._order, paper=paper))[0]
        draw_on(printer, self._made[_size(paper)])


def _size(paper: Paper) -> tuple[int, int]:
    """Width and height in whole millimeters: printers round."""
    return round(paper.width), round(paper.height)


def draw_on(printer: QPrinter, pages: Pages) -> None:
    """Draw pages, those of the printer's range if it has one."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    first = max(1, printer.fromPage()) - 1
    last = min(pages.count, printer.toPage() or pages.count)
    painter = QPainter(printer)
    scale = printer.resolution() / RESOLUTION
    for number in range(first, last):
        if number > first:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        pages.draw(painter, number)
        painter.restore()
    painter.end()
