"""Has Qt load the fonts of the comparison before there is one: each takes some milliseconds when it is first drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from variorum.gui.compare.column_type import column_type
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose_layout import Role

_SAMPLE = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;-–“”’()%$↓↑→·…"


def warm(theme: ThemeService, step: int, steps: int) -> None:
    """Draw with the fonts of one of so many steps; nobody sees it."""
    prose = column_type(theme)
    fonts = (
        prose.font(Role.TEXT),
        prose.font(Role.HEADLINE),
        theme.interface_font(11.5, QFont.Weight.Bold),
        theme.interface_font(13, QFont.Weight.DemiBold),
        theme.interface_font(12),
        theme.interface_font(12.5, tabular=True),
        theme.interface_font(12.5, QFont.Weight.DemiBold, tabular=True),
        theme.interface_font(10.5, tabular=True),
    )
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    for font in fonts[step::steps]:
        painter.setFont(font)
        painter.drawText(QPointF(0, 6), _SAMPLE)
    painter.end()
