"""Makes `resources/fonts/variorum-symbols-regular.woff2`: the arrows, shapes and marks that the other typefaces lack.

They are DejaVu Sans's, whose license wants another name for changed files. Needs fonttools and brotli, and DejaVu as
Debian's `fonts-dejavu-core` has it:

    python packaging/fonts/symbols.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf resources/fonts
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from rename import COPYRIGHT, LICENSE, rename

BLOCKS = ((0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2718), (0x270E, 0x270E), (0x275B, 0x275E))
"""Arrows, operators, shapes; ticks and crosses; the pencil; ornamental quotation marks."""
FAMILY = "Variorum Symbols"


def main(source: str, target: str) -> None:
    """Write the file and its license below `target`."""
    font = TTFont(source, recalcTimestamp=False)
    names = font["name"]
    notice, license_text = (str(names.getDebugName(number)) for number in (COPYRIGHT, LICENSE))
    options = Options()
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, Path(target) / "variorum-symbols-regular.woff2", FAMILY, "Regular", Path(source).name)
    (Path(target) / "LICENSE-dejavu.txt").write_text(f"{notice}\n\n{license_text.strip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
