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
