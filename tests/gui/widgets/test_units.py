"""Lengths as Qt counts them and back, for all that a text may hold, also halves of characters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from variorum.gui.printing.typesetting import Block, Face, Run
from variorum.gui.widgets.units import points, units

TEXTS = ["", "plain", "Łódź – “naïve”", "a𝔘b😀😀c", "ferry\udcff"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_place_is_found_again(text: str) -> None:
    assert [points(text, units(text[:place])) for place in range(len(text) + 1)] == list(range(len(text) + 1))


@pytest.mark.parametrize("text", TEXTS[:-1])
def test_qt_counts_as_many(qapp: object, text: str) -> None:
    assert units(text) == QTextDocument(text).characterCount() - 1  # it counts the end of the paragraph, too


def test_a_name_with_half_a_character_is_set_for_paper(qapp: object) -> None:
    assert Block([Run("ferry\udcff late", Face(9))], 5000).height > 0
