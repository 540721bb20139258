"""Pages as a PDF: text that can be searched and copied, fonts inside. Needs the application object, but no screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.export.paper import Paper
from variorum.gui.printing.pages import Pages

RESOLUTION = 1440
"""Dots to the inch: a dot is a twip."""


def as_pdf(pages: Pages, paper: Paper, title: str, should_cancel: ShouldCancel = never) -> bytes:
    """The file. Raises `CanceledError`."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Variorum")
    writer.setPageLayout(page_layout(paper))
    painter = QPainter(writer)
    try:
        for number in range(pages.count):
            check(should_cancel)
            if number:
                writer.newPage()
            pages.draw(painter, number)
    finally:
        painter.end()
        buffer.close()
    return bytes(content.data())


def page_layout(paper: Paper) -> QPageLayout:
    """The paper upright, without margins: pages have their own."""
    size = QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Millimeter, paper.name)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
