"""Chromium shows the pages and poppler reads the PDFs, with no network and no display."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from variorum.core.collate.changes import changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.formats import BY_ID, Order
from variorum.core.export.html import as_html
from variorum.core.export.paper import A4, LETTER
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article
from variorum.gui.printing.making import made

LEFT = """\
Council closes the office by the harbor bridge

The council closed the harbor office on Monday after 14 hours of talks.

Ferries will carry commuters across the bay.

Shop owners fear for their trade.
"""
RIGHT = """\
Council closes the office by the harbor bridge

The council closed the harbor office on Monday after 12 hours of talks.

Shop owners fear for their trade.

The governor promised efficient flood defenses.

Nobody in town had read the governor’s ‘flood’ plan.
"""
WHEN = datetime(2026, 3, 1, tzinfo=UTC)
Run = Callable[..., str]
PdfText = Callable[[Path], str]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(read_article(LEFT), read_article(RIGHT))


def chromium(run: Run, folder: Path, *arguments: str) -> str:
    profile = folder / "profile"
    return run(
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--proxy-server=127.0.0.1:9", "--hide-scrollbars", f"--user-data-dir={profile}", "--window-size=1000,900",
        *arguments,
    )  # fmt: skip


def colors(picture: QImage) -> dict[str, int]:
    """How many of some of the picture's points have which color."""
    found: dict[str, int] = {}
    for x in range(0, picture.width(), 3):
        for y in range(0, picture.height(), 3):
            name = picture.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize(("dark", "paper"), [(False, "#fcfbf8"), (True, "#16181c")])
def test_chromium_shows_the_page_in_light_and_dark(
    run: Run, comparison: Comparison, tmp_path: Path, dark: bool, paper: str
) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text(as_html(comparison), encoding="utf-8")
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    chromium(run, tmp_path, *scheme, f"--screenshot={picture}", page.as_uri())
    found = colors(QImage(str(picture)))
    assert max(found, key=lambda name: found[name]) == paper
    chips = [name for name in found if abs(QColor(name).hue() - (326 if dark else 313)) < 12 and found[name] > 20]
    assert chips, "the changed figure stands on its own color"
    assert len(found) > 60


def test_chromium_prints_the_page_with_its_text(
    run: Run, pdf_text: PdfText, comparison: Comparison, tmp_path: Path
) -> None:
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(as_html(comparison), encoding="utf-8")
    chromium(run, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri())
    told = pdf_text(printed)
    assert "14 hours → 12 hours" in told
    assert "The governor promised efficient flood defenses." in told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_poppler_reads_every_word_of_the_pdf(
    run: Run, pdf_text: PdfText, comparison: Comparison, tmp_path: Path, paper: str
) -> None:
    order = Order(WHEN, Scope(sigla=("A", "B")), LETTER if paper == "Letter" else A4)
    file = tmp_path / "comparison.pdf"
    file.write_bytes(made(BY_ID["pdf"], comparison, order))
    told = pdf_text(file)
    for article in (comparison.left, comparison.right):
        for sentence in article.sentences:
            assert sentence.span.of(article.text)[:40] in told
    assert "the governor’s ‘flood’ plan" in told  # nor does a quotation mark become a modifier letter
    assert "efficient flood defenses" in told  # no letter is lost to a ligature
    assert "# 14 hours → 12 hours" in told
    assert "Compared with Variorum · March 1, 2026" in told
    assert "1 / 1" in told
    facts = run("pdfinfo", str(file))
    assert "612 x 792 pts (letter)" in facts if paper == "Letter" else "(A4)" in facts
    fonts = run("pdffonts", str(file))
    assert "VariorumSerifLatin" in fonts
    embedded = {line.split()[-5] for line in fonts.splitlines()[2:]}
    assert embedded == {"yes"}


@pytest.mark.usefixtures("qapp")
def test_long_comparisons_have_numbered_pages_and_a_memo_of_one(run: Run, pdf_text: PdfText, tmp_path: Path) -> None:
    days = (f"Council meets on day {n}, and the harbor office of Norwick pays {n} dollars." for n in range(70))
    comparison = compare(read_article("\n\n".join(days)), read_article("It rained."))
    for form in ("pdf", "memo-pdf"):
        (tmp_path / f"{form}.pdf").write_bytes(made(BY_ID[form], comparison, Order(WHEN)))
    told = pdf_text(tmp_path / "pdf.pdf")
    pages = int(run("pdfinfo", str(tmp_path / "pdf.pdf")).split("Pages:")[1].split()[0])
    assert pages > 3
    for number in range(1, pages + 1):
        assert f"{number} / {pages}" in told
    assert all(f"day {n}, and the" in told for n in range(70))
    memo = pdf_text(tmp_path / "memo-pdf.pdf")
    assert "Pages: 1" in " ".join(run("pdfinfo", str(tmp_path / "memo-pdf.pdf")).split())
    assert "− Dropped 70" in memo
    assert re.search(r"and \d\d more", memo)


LONG = (
    "Ask the mayor of Norwick and the ferry workers before the page is closed, and "
    + "ask the harbor office again. " * 9
)


def wards(day: int, count: int = 320) -> str:
    """An article of which a copy of another day tells other figures, and some other things."""
    told = (
        f"In ward {n} the council of Norwick counted {n + 20 + day * (n % 2)} votes for the ferry, and house {n * 7} "
        f"by the {'quay' if n % 5 else ('market', 'river')[day]} {('will', 'may')[day * (n % 3 == 0)]} be closed."
        for n in range(count)
    )
    return "\n\n".join(told)


@cache
def recount(headline: str) -> Comparison:
    """The wards on two days; comparing them takes a second."""
    left, right = (read_article(f"{headline} on day {day}\n\n{wards(day)}") for day in (0, 1))
    return compare(left, right)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "headline", ["Council counts", "Council counts all of its votes after a night of protest " * 5]
)
@pytest.mark.parametrize("notes", [0, 1, 20, 60, 300])
def test_a_memo_is_one_page_with_any_number_of_notes(
    run: Run, pdf_text: PdfText, tmp_path: Path, notes: int, headline: str
) -> None:
    comparison = recount(headline.strip())
    numbers = range(len(changes(comparison)))[:notes]
    assert len(numbers) == notes
    for note in ("Ask the desk.", LONG):
        scope = Scope(sigla=("A", "B"), reviews={number: Review(note=note) for number in numbers})
        for paper in (A4, LETTER):
            file = tmp_path / "memo.pdf"
            file.write_bytes(made(BY_ID["memo-pdf"], comparison, Order(WHEN, scope, paper)))
            assert "Pages: 1 " in " ".join(run("pdfinfo", str(file)).split())
            told = pdf_text(file)
            kept = told.count("Ask the desk." if note != LONG else "Ask the mayor of Norwick")
            more = re.search(r"and (\d+) more notes?: see the comparison", told)
            assert kept + (int(more[1]) if more else 0) == len(numbers)
            assert kept >= (min(len(numbers), 20) if note != LONG else min(len(numbers), 10))
