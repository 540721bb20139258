"""Icons drawn from our own one-color SVGs in whatever color the theme asks for, crisp at every size and scale.

Qt draws `currentColor` black, so the color is put into the bytes before they are parsed. Knows no widgets.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from variorum.assets import resource

ColorOf = Callable[[QIcon.Mode], str]
"""The color, "#RRGGBB", that an icon has in a mode (normal, disabled, …) right now."""


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    source = resource(f"icons/{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode("ascii"))))


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: str) -> None:
    """Draw the icon `name` into `rect` in `color`, for delegates and other painting code."""
    _renderer(name, color).render(painter, rect)


def clear_cache() -> None:
    """Forget the recolored icons: the theme has changed."""
    _renderer.cache_clear()


class ThemedIconEngine(QIconEngine):
    """Draws one icon, asking for its color anew each time, so that existing icons follow the theme."""

    def __init__(self, name: str, color_of: ColorOf) -> None:
        super().__init__()
        self._name = name
        self._color_of = color_of

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, self._name, QRectF(rect), self._color_of(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in logical pixels, `scale` how many device pixels each of them is wide."""
        if size.isEmpty():
            return QPixmap()
        image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return ThemedIconEngine(self._name, self._color_of)


def themed_icon(name: str, color_of: ColorOf) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the color that `color_of` tells when it is drawn."""
    return QIcon(ThemedIconEngine(name, color_of))
