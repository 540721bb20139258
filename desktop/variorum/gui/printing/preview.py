"""Printing with a preview: pages are set anew for whatever paper is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QSize, Qt, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from variorum.core.collate.model import Comparison
from variorum.core.export.content import Head, shortened
from variorum.core.export.formats import Order
from variorum.core.export.gathering import head_of
from variorum.core.export.paper import PAPERS, Paper
from variorum.gui.dialogs.frame import CHAPTER, DialogFrame
from variorum.gui.printing.making import pages_of
from variorum.gui.printing.pages import Pages
from variorum.gui.printing.pdf import RESOLUTION, page_layout
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.words import tr

_WIDEST = 900
"""Pixels of the preview at most; it is as high as the screen lets it."""
_ICON = 18


class Preview(DialogFrame):
    """The preview of a comparison; the printer's own dialog comes from it. `pages` are those of the order's paper."""

    printed = Signal(str)
    """The name of the printer, or of the file that was printed to."""
    paper_asked = Signal(object)
    """A `Paper` that the pages are to be set on, which takes time: answered by `take_pages`."""

    def __init__(
        self, comparison: Comparison, order: Order, pages: Pages, theme: ThemeService, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Print comparison"), theme, parent)
        self.setProperty(CHAPTER, "export")
        sides = (comparison.left, order.scope.sigla[0]), (comparison.right, order.scope.sigla[1])
        versions = " → ".join(_named(head_of(*side)) for side in sides)
        self.setWindowTitle(tr("Print: {versions}", versions=versions))
        self._comparison, self._order, self._theme = comparison, order, theme
        self._made = {_size(order.paper): pages}
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout(order.paper))
        self._printer.setDocName(versions)
        self.sheets = QPrintPreviewWidget(self._printer, self)
        self.sheets.setAccessibleName(tr("Pages"))
        self.sheets.paintRequested.connect(self.paint_on)
        self.place = QLabel()
        self.place.setFont(theme.interface_font(13, tabular=True))
        self.paper = QComboBox()
        self.paper.setAccessibleName(tr("Paper"))
        self.paper.addItems([paper.name for paper in PAPERS])
        self.paper.setCurrentIndex(PAPERS.index(order.paper))
        self.paper.currentIndexChanged.connect(self._change_paper)
        self._arrange()
        self.sheets.previewChanged.connect(self._follow)
        room = self.screen().availableSize()
        self.resize(QSize(min(_WIDEST, room.width()), round(room.height() * 0.94)))
        self._follow()

    def _arrange(self) -> None:
        sheets = self.sheets
        self.previous = self._tool("arrow-up", tr("Previous page"), lambda: self._turn(-1), "Ctrl+PgUp")
        self.next = self._tool("arrow-down", tr("Next page"), lambda: self._turn(1), "Ctrl+PgDown")
        row = QHBoxLayout()
        for widget in (self.previous, self.next, self.place):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._tool("zoom-out", tr("Smaller"), sheets.zoomOut, "Ctrl+-"))
        row.addWidget(self._tool("zoom-in", tr("Larger"), sheets.zoomIn, "Ctrl++"))
        row.addWidget(self._tool("fit-page", tr("The whole page"), sheets.fitInView, "Ctrl+0"))
        row.addWidget(self._tool("fit-width", tr("As wide as the window"), sheets.fitToWidth, "Ctrl+1"))
        row.addStretch(1)
        label = QLabel(tr("&Paper"))
        label.setBuddy(self.paper)
        row.addWidget(label)
        row.addWidget(self.paper)
        self.contents.addLayout(row)
        self.contents.addWidget(sheets, 1)
        self._print = self.buttons.addButton(tr("Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print.setDefault(True)
        self._print.setFocus()
        self.buttons.accepted.connect(self._ask_printer)
        for view in sheets.findChildren(QGraphicsView):
            view.verticalScrollBar().valueChanged.connect(self._follow)
            view.setFrameShape(QGraphicsView.Shape.NoFrame)
            view.setBackgroundBrush(self._theme.color("line"))
            view.scene().setBackgroundBrush(self._theme.color("line"))

    def _tool(self, icon: str, words: str, act: Callable[[], object], keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setShortcut(keys)
        button.setToolTip(f"{words} ({keys})")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(button, "flat")
        button.clicked.connect(lambda: act())
        return button

    def _turn(self, by: int) -> None:
        self.sheets.setCurrentPage(self.sheets.currentPage() + by)
        self._follow()

    def _follow(self, _: object = None) -> None:
        page, pages = self.sheets.currentPage(), self.sheets.pageCount()
        self.place.setText(tr("Page {page} of {pages}", page=page, pages=pages) if pages else "")
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < pages)

    def _change_paper(self, number: int) -> None:
        paper = PAPERS[number]
        ready = _size(paper) in self._made
        self._print.setEnabled(ready)
        if ready:
            self._printer.setPageLayout(page_layout(paper))
            self.sheets.updatePreview()
        else:
            self.place.setText(tr("Setting the pages…"))
            self.paper_asked.emit(paper)

    def take_pages(self, paper: Paper, pages: Pages) -> None:
        """The pages on a paper are there."""
        self._made[_size(paper)] = pages
        self._change_paper(self.paper.currentIndex())

    def _ask_printer(self) -> None:
        """The system's own dialog: which printer, which pages."""
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, max(1, self.sheets.pageCount()))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, False)
        dialog.finished.connect(lambda result: self._print_out() if result == QDialog.DialogCode.Accepted else None)
        QDialog.open(dialog)  # its own asks for a slot

    def _print_out(self) -> None:
        self.paint_on(self._printer)
        self.printed.emit(self._printer.outputFileName() or self._printer.printerName() or tr("the printer"))
        self.accept()

    def paint_on(self, printer: QPrinter) -> None:
        """Draw the pages that are wanted."""
        size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        paper = Paper("", size.width(), size.height())
        if _size(paper) not in self._made:
            self._made[_size(paper)] = pages_of(self._comparison, replace(self._order, paper=paper))[0]
        draw_on(printer, self._made[_size(paper)])


def _named(head: Head) -> str:
    return " ".join(filter(None, (head.siglum, shortened(head.headline, 40))))


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
