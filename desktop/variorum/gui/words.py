"""The window's words in the user's language: `tr` for a text, `plural` for a count; English where there is no other.

Texts stand in English where they are used, and are collected from there (`packaging/translations.py`). A translation is
loaded when the first text is asked for, so that tables made at import are translated as well; another language holds
from the next start on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.assets import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

CONTEXT = "Variorum"
"""What Qt Linguist lists all texts under."""
TRIAL = "VARIORUM_TRANSLATION"
"""The variable of the environment that names a .qm file to be used, for those who translate."""


def tr(text: str, about: str = "", /, **values: object) -> str:
    """`text` in the user's language, with `values` for their names in braces. `about` tells texts apart that are
    alike in English only."""
    found = _translated(text, about)
    return found.format(**values) if values else found


def plural(one: str, many: str, number: int, /, **values: object) -> str:
    """`one` or `many`, whichever goes with `number`, which stands in place of "%n"; languages have their own forms."""
    translator = _translator()
    found = translator.translate(CONTEXT, many, "", number) if translator else ""
    text = (found or (one if number == 1 else many)).replace("%n", f"{number:,}")
    return text.format(**values) if values else text


@cache
def _translated(text: str, about: str) -> str:
    translator = _translator()
    found = translator.translate(CONTEXT, text, about) if translator else ""
    return found or text


_loaded: list[bytes] = []
"""What translations were read from: Qt keeps no copy of it."""


@cache
def _translator() -> QTranslator | None:
    """The translation into the first of the user's languages that there is one for."""
    from PySide6.QtCore import QTranslator  # a program that only hands over its files needs none

    for data in _candidates():
        translator = QTranslator()
        _loaded.append(data)
        if translator.load(data):
            return translator
    return None


def _candidates() -> Iterator[bytes]:
    trial = os.environ.get(TRIAL)
    if trial:
        yield Path(trial).read_bytes()
        return
    from PySide6.QtCore import QLocale

    for language in QLocale.system().uiLanguages():
        file = resource(f"translations/variorum_{language.replace('-', '_')}.qm")
        if file.is_file():
            yield file.read_bytes()
