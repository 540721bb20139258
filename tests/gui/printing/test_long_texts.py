"""Two long versions leave the window in every form in seconds, and stop at once when that is asked for."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.formats import FORMATS, Format, Order
from variorum.core.text.reading import read_article
from variorum.gui.printing.making import made

pytestmark = pytest.mark.usefixtures("theme")
ORDER = Order(datetime(2026, 3, 1, tzinfo=UTC))
WORDS = (
    "harbor", "ferry", "council", "bridge", "market", "quay", "mayor", "ward",
    "budget", "winter", "river", "office", "vote", "strike", "night", "plan",
)  # fmt: skip
LONGEST = 6.0
"""Seconds of work, whatever else the machine does; the slowest form takes two."""


@cache
def twenty_thousand_words() -> Comparison:
    """Two revisions of 20,000 words each: figures changed, sentences dropped and added."""
    chance = random.Random(1)
    sides: tuple[list[str], list[str]] = ([], [])
    for number in range(1250):
        words = " ".join(chance.choices(WORDS, k=11))
        sides[0].append(f"Ward {number} {words} costs {number * 3 + 7} dollars.")
        if number % 9:
            sides[1].append(sides[0][-1].replace("costs", "costs about") if number % 7 == 0 else sides[0][-1])
        else:
            sides[1].append(f"Nobody in ward {number} {' '.join(chance.choices(WORDS, k=11))} any more.")
    left, right = (read_article("\n\n".join(side)) for side in sides)
    assert left.words > 18_000
    return compare(left, right)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_form_takes_seconds(form: Format) -> None:
    comparison = twenty_thousand_words()
    began = time.thread_time()
    assert len(made(form, comparison, ORDER)) > 1000
    assert time.thread_time() - began < LONGEST


@pytest.mark.parametrize(
    "form", [f for f in FORMATS if f.id in ("pdf", "docx", "html", "markdown")], ids=lambda f: f.id
)
def test_the_long_forms_ask_often_whether_to_stop(form: Format) -> None:
    """Less than half a second of work goes by between two questions, and the first "yes" ends it."""
    asked: list[float] = []

    def note() -> bool:
        asked.append(time.thread_time())
        return False

    began = time.thread_time()
    made(form, twenty_thousand_words(), ORDER, note)
    moments = [began, *asked]
    assert len(asked) > 100
    assert max(late - early for early, late in pairwise(moments)) < 0.5
    with pytest.raises(CanceledError):
        made(form, twenty_thousand_words(), ORDER, lambda: True)
