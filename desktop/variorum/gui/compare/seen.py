"""Where on screen passages are seen. Knows a view of prose, nothing of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from variorum.core.text.model import Span
from variorum.gui.widgets.prose import ProseView


def seen_boxes(view: ProseView, spans: Sequence[Span], onto: QWidget) -> list[QRect]:
    """A box around what is in view of each span, in coordinates of `onto`, which holds the view."""
    room = view.viewport().rect()
    shift = QPoint(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
    boxes = []
    for span in spans:
        box = QRect()
        for rect in view.rects_of(span):
            box = box.united(rect.toAlignedRect().translated(shift) & room)
        if not box.isEmpty():
            boxes.append(QRect(view.viewport().mapTo(onto, box.topLeft()), box.size()))
    return boxes


def top_offset(view: ProseView) -> int:
    """The offset of the first character on screen; 0 at the very top."""
    for y in range(8, view.viewport().height() // 2, 8):
        offset = view.offset_at(QPoint(view.viewport().width() // 4, y))
        if offset is not None and view.verticalScrollBar().value():
            return offset
    return 0
