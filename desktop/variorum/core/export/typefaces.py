"""The bundled typefaces as part of a page, so that it looks the same on every machine: those whose letters it has.

Knows the files of `resources/fonts` by name; what a page says doesn't matter here.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import cache

from variorum.assets import resource

_SCRIPTS = {
    "latin": "",
    "latin-extended": "[\u0100-\u024f\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20cf]",
    "cyrillic": "[\u0400-\u052f]",
    "greek": "[\u0370-\u03ff\u1f00-\u1fff]",
}
"""Files by script, and the letters that need them; Latin always."""


def font_faces(page: str) -> str:
    """The `@font-face` rules of a page: the families "Variorum Serif" and "Variorum Sans", a face for each script."""
    return "".join(_faces(page))


def _faces(page: str) -> Iterator[str]:
    for script, letters in _SCRIPTS.items():
        if letters and not re.search(letters, page):
            continue
        # Italics of other scripts are slanted by the browser: few pages have any, and each file is 20 to 50 KB.
        for family, style in (("serif", "regular"), ("serif", "italic"), ("sans", "regular")):
            if style == "regular" or not letters:
                yield _face(family, script, style)


@cache
def _face(family: str, script: str, style: str) -> str:
    data = base64.b64encode(resource(f"fonts/variorum-{family}-{script}-{style}.woff2").read_bytes()).decode("ascii")
    name = f"Variorum {family.title()} {script.title()}"
    slant = "italic" if style == "italic" else "normal"
    return (
        f'@font-face {{ font-family: "{name}"; font-style: {slant}; font-weight: 200 900; '
        f"src: url(data:font/woff2;base64,{data}) format('woff2'); }}\n"
    )
