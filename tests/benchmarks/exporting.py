"""Exports of two seeds and of two revisions of 20,000 words a side, in every form, against comparing them.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/exporting.py [--json]
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import partial

from collation import paragraphs, revised, text_of
from comparison import closest_to
from measure import in_turn, report
from PySide6.QtGui import QGuiApplication

from variorum.core.collate.compare import compare
from variorum.core.export.formats import FORMATS, Order
from variorum.core.text.reading import read_article, read_text
from variorum.gui.printing.making import made

WORDS = 20_000


def main() -> None:
    """Print medians over five rounds."""
    application = QGuiApplication([])
    told = paragraphs(WORDS, seed=1)
    pairs = {
        "two seeds": tuple(read_text(path) for path in closest_to(700)),
        f"revisions of {WORDS:,} words": (text_of(told), text_of(revised(told, random.Random(2)))),
    }
    order = Order(datetime.now(UTC))
    for name, (left, right) in pairs.items():
        articles = read_article(left), read_article(right)
        comparison = compare(*articles)
        works = {form.id: partial(made, form, comparison, order) for form in FORMATS}
        medians = in_turn({"compare": partial(compare, *articles), **works}, rounds=5)
        report(
            f"Exports of {name}",
            {form: seconds * 1000 for form, seconds in medians.items()},
            "ms",
            {"pdf / compare": medians["pdf"] / medians["compare"]},
        )
    application.quit()


if __name__ == "__main__":
    main()
