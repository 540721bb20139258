"""The bundled typefaces: Source Serif 4 for reading, Inter for the interface, DejaVu's symbols and the system's fonts
behind them.

The files hold one script each under a family name of its own (see `resources/fonts/README.md`): Qt keeps only one file
per family and style, so four files that are all named "Inter" would leave three of the scripts to the system's fonts.
A list of families puts them together again. Knows no themes and no widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources.abc import Traversable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from variorum.assets import resource

SCRIPTS = ("Latin", "Latin Extended", "Cyrillic", "Greek")
SYMBOLS = "Variorum Symbols"
READING = (*(f"Variorum Serif {script}" for script in SCRIPTS), SYMBOLS)
INTERFACE = (*(f"Variorum Sans {script}" for script in SCRIPTS), SYMBOLS)
_BEHIND_READING = ("Noto Serif", "Georgia", "Times New Roman", "DejaVu Serif")
_BEHIND_INTERFACE = ("Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@cache
def add_fonts() -> tuple[str, ...]:
    """Make the bundled files known to Qt; returns the families they hold. Needs the application."""
    families: list[str] = []
    for file in _files():
        number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def _files() -> list[Traversable]:
    return sorted((f for f in resource("fonts").iterdir() if f.name.endswith(".woff2")), key=lambda f: f.name)


def reading_font(px: float, weight: int = QFont.Weight.Normal, *, italic: bool = False) -> QFont:
    """The serif at `px` logical pixels; `weight` from 200 to 900."""
    return _font((*READING, *_BEHIND_READING), px, weight, italic, QFont.StyleHint.Serif)


def interface_font(
    px: float, weight: int = QFont.Weight.Normal, *, italic: bool = False, tabular: bool = False
) -> QFont:
    """The sans serif at `px` logical pixels; `tabular` makes all digits equally wide, for counts and columns."""
    font = _font((*INTERFACE, *_BEHIND_INTERFACE), px, weight, italic, QFont.StyleHint.SansSerif)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font(families: Sequence[str], px: float, weight: int, italic: bool, hint: QFont.StyleHint) -> QFont:
    font = QFont(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    # Without hinting, glyphs keep their true widths and lines break alike at every scale.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
