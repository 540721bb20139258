"""The bundled typefaces really set the text of their scripts, in every weight and slant."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont, QTextLayout

from variorum import gui
from variorum.assets import resource
from variorum.gui.theme.fonts import INTERFACE, READING, SYMBOLS, add_fonts
from variorum.gui.theme.service import ThemeService

GUI = Path(gui.__file__).parent
TEXT = "“q” ’—é…€ŒčşŁЖяΩλ"


def fonts_of(text: str, font: QFont) -> set[str]:
    """The families whose glyphs a layout of `text` uses."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def symbols_in(file: Path) -> set[str]:
    """Arrows, shapes and marks in the strings of a source file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {sign for string in strings for sign in string if "\u2190" <= sign <= "\u27ff"}


def set_by(theme: ThemeService, family: str) -> Callable[..., QFont]:
    return theme.reading_font if family == "reading" else theme.interface_font


@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize(("family", "names"), [("reading", READING), ("interface", INTERFACE)])
def test_all_scripts_are_set_in_the_bundled_faces(
    theme: ThemeService, family: str, names: tuple[str, ...], weight: int, italic: bool
) -> None:
    font = set_by(theme, family)(18, weight, italic=italic)
    assert fonts_of(TEXT, font) == set(names) - {SYMBOLS}


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("family", ["reading", "interface"])
def test_every_symbol_of_the_interface_is_bundled(theme: ThemeService, family: str, weight: int) -> None:
    drawn = {sign for file in sorted(GUI.rglob("*.py")) for sign in symbols_in(file)}
    assert {"→", "⇄", "▾", "✓"} <= drawn
    for sign in sorted(drawn):
        (name,) = fonts_of(sign, set_by(theme, family)(13, weight))
        assert name.startswith("Variorum"), f"{sign} is left to the system's fonts"


@pytest.mark.parametrize("family", ["reading", "interface"])
def test_bold_and_italic_are_drawn_as_such_in_every_script(theme: ThemeService, family: str) -> None:
    make = set_by(theme, family)
    for letters in ("nopqr", "čďřşł", "жяюфы", "λωσδφ"):
        widths = {
            QFontMetricsF(make(40, weight, italic=italic)).horizontalAdvance(letters)
            for weight in (400, 700)
            for italic in (False, True)
        }
        assert len(widths) == 4, f"{letters} looks alike in two styles"


def test_weights_between_are_real(theme: ThemeService) -> None:
    widths = [QFontMetricsF(theme.reading_font(40, weight)).horizontalAdvance("Hamburg") for weight in (400, 600, 700)]
    assert widths == sorted(set(widths))


def test_other_scripts_fall_back_to_the_system(theme: ThemeService) -> None:
    font = theme.reading_font(18)
    assert QRawFont.fromFont(font).isValid()
    assert fonts_of("a", font) == {READING[0]}


def test_tabular_figures_are_equally_wide(theme: ThemeService) -> None:
    plain = QFontMetricsF(theme.interface_font(13))
    tabular = QFontMetricsF(theme.interface_font(13, tabular=True))
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("8888")
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")


def test_every_file_has_a_family_and_licenses_are_there(qapp: object) -> None:
    assert set(add_fonts()) == {*READING, *INTERFACE}
    for package in ("inter", "source-serif-4"):
        text = resource(f"fonts/LICENSE-{package}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert "Copyright" in text or "©" in text
    assert "Bitstream Vera Fonts Copyright" in resource("fonts/LICENSE-dejavu.txt").read_text(encoding="utf-8")
