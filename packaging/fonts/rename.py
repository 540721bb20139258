"""Makes `resources/fonts` from the npm packages `@fontsource-variable/source-serif-4` and `@fontsource-variable/inter`.

Qt keeps one file per family and style, so each script's file gets a family name of its own. The license of Source Serif
reserves the name "Source" for unmodified files, another reason not to keep it. Qt also sees a weight axis only through
its named instances, which the files of Source Serif lack: they are added. Letters drawn by the glyphs of quotation
marks are taken out (another font has them): in a PDF, Qt would write down every apostrophe as the letter. Needs
fonttools and brotli:

    python packaging/fonts/rename.py <unpacked source-serif-4> <unpacked inter> resources/fonts
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._f_v_a_r import NamedInstance

SCRIPTS = {"latin": "Latin", "latin-ext": "Latin Extended", "cyrillic": "Cyrillic", "greek": "Greek"}
FAMILIES = {"source-serif-4": "Variorum Serif", "inter": "Variorum Sans"}
STYLES = {"normal": "Regular", "italic": "Italic"}
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "Black": 900}
_TWINS = {0x02BB: 0x2018, 0x02BC: 0x2019}
"""Modifier letters (turned comma, apostrophe) that may share their glyphs with quotation marks."""
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 0, 1, 2, 3, 4, 6
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, VARIATIONS_PREFIX = 16, 17, 25
LICENSE = 13


def rename(font: TTFont, target: Path, family: str, style: str, source: str) -> str:
    """Write the font of the file `source` to `target` under the name `family`, glyphs and axes as they are, without
    `_TWINS`; returns the copyright notice."""
    names = font["name"]
    compact = family.replace(" ", "")
    for number in (TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, VARIATIONS_PREFIX):
        names.removeNames(nameID=number)
    new = {FAMILY: family, STYLE: style, FULL: f"{family} {style}", POSTSCRIPT: f"{compact}-{style}"}
    new[UNIQUE] = f"{new[POSTSCRIPT]};from {source}"
    for number, text in new.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    for table in font["cmap"].tables:
        for letter, mark in _TWINS.items():
            if letter in table.cmap and table.cmap[letter] == table.cmap.get(mark):
                del table.cmap[letter]
    if "fvar" in font and not font["fvar"].instances:
        _name_weights(font, style)
    font.flavor = "woff2"
    font.save(target)
    return str(names.getDebugName(COPYRIGHT))


def _name_weights(font: TTFont, style: str) -> None:
    for weight_name, weight in WEIGHTS.items():
        name = weight_name if style == "Regular" else f"{weight_name} {style}".removeprefix("Regular ")
        instance = NamedInstance()
        instance.subfamilyNameID = font["name"].addMultilingualName({"en": name}, ttFont=font, mac=False)
        instance.coordinates = {"wght": weight}
        font["fvar"].instances.append(instance)


def main(serif: str, sans: str, target: str) -> None:
    """Make the files of both families below `target`, with their licenses."""
    for (package, name), folder in zip(FAMILIES.items(), (Path(serif), Path(sans)), strict=True):
        for script, title in SCRIPTS.items():
            for style, style_name in STYLES.items():
                file = folder / "files" / f"{package}-{script}-wght-{style}.woff2"
                output = f"{name} {title}".lower().replace(" ", "-") + f"-{style_name.lower()}.woff2"
                font = TTFont(file, recalcTimestamp=False)
                notice = rename(font, Path(target) / output, f"{name} {title}", style_name, file.name)
        license_text = (folder / "LICENSE").read_text(encoding="utf-8")
        (Path(target) / f"LICENSE-{package}.txt").write_text(f"{notice}\n\n{license_text}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
