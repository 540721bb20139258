"""Fusion with edges that are seen on dark grounds too: it draws those of menus and boxes to check darker than these."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

_RADIUS = 3.0
_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.31))
"""Where the corners of a tick stand, as parts of its box."""
_Element, _State, _Role = QStyle.PrimitiveElement, QStyle.StateFlag, QPalette.ColorRole


class Style(QProxyStyle):
    """Fusion, but for boxes to check in dialogs and menus, and for the frame of menus."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is _Element.PE_IndicatorCheckBox:
            _draw_box(painter, option)
        elif element is _Element.PE_PanelMenu:
            painter.fillRect(option.rect, option.palette.color(_Role.Button))
            painter.setPen(QPen(option.palette.color(_Role.Shadow), 1.0))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        else:
            super().drawPrimitive(element, option, painter, widget)


def _draw_box(painter: QPainter, option: QStyleOption) -> None:
    """A box with a tick, with a dash where it is checked in part."""
    state, palette = option.state, option.palette
    checked, partly = bool(state & _State.State_On), bool(state & _State.State_NoChange)
    focused = bool(state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange)
    edge = palette.color(_Role.Accent if checked or partly or focused else _Role.PlaceholderText)
    side = min(option.rect.width(), option.rect.height()) - 1.0
    box = QRectF(option.rect.x() + 0.5, option.rect.y() + (option.rect.height() - side) / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2.0 if focused else 1.0))
    painter.setBrush(edge if checked or partly else palette.color(_Role.Base))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(QPen(palette.color(_Role.Base), side / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if checked:
        painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK])
    elif partly:
        painter.drawLine(
            QPointF(box.x() + side / 4, box.center().y()), QPointF(box.right() - side / 4, box.center().y())
        )
    painter.restore()
