"""LibreOffice opens the documents; poppler reads what it prints of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from variorum.core.collate.compare import compare
from variorum.core.export.content import Scope
from variorum.core.export.docx import as_docx
from variorum.core.export.memo import memo_of
from variorum.core.export.memo_formats import memo_as_docx
from variorum.core.export.paper import A4, LETTER
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

LEFT = """\
Council closes the harbor bridge

The council closed the harbor bridge on Monday after 14 hours of talks.

Ferries will carry commuters across the bay.

Shop owners fear for their trade.
"""
RIGHT = """\
Council closes the harbor bridge

The council closed the harbor bridge on Monday after 12 hours of talks.

Shop owners fear for their trade.

The governor promised money.
"""
WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_memo_full_of_notes_is_one_page_in_libreoffice_too(
    run: Callable[..., str], pdf_text: Callable[[Path], str], tmp_path: Path
) -> None:
    days = (f"Council meets on day {n}, and the harbor office of Norwick pays {n} dollars." for n in range(300))
    headline = "The council of Norwick counts once more after a long night of protest at the harbor " * 3
    comparison = compare(read_article(f"{headline.strip()}\n\n" + "\n\n".join(days)), read_article("It rained."))
    reviews = {n: Review(note="Ask the mayor’s office and the ferry workers. " * 8) for n in range(300)}
    files = []
    for paper in (A4, LETTER):
        files.append(tmp_path / f"{paper.name}.docx")
        memo = memo_of(comparison, WHEN.date(), Scope(reviews=reviews))
        files[-1].write_bytes(memo_as_docx(memo, WHEN, paper))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files))
    for file in files:
        told = pdf_text(file.with_suffix(".pdf"))
        assert told.endswith("1 / 1")
        assert "more notes: see the comparison" in told


def test_libreoffice_shows_what_was_deleted_and_inserted_and_a_memo_on_one_page(
    run: Callable[..., str], pdf_text: Callable[[Path], str], tmp_path: Path
) -> None:
    file, memo = tmp_path / "changes.docx", tmp_path / "memo.docx"
    file.write_bytes(as_docx(compare(read_article(LEFT), read_article(RIGHT)), WHEN))
    days = (f"Council meets on day {n}, and the harbor office of Norwick pays {n} dollars." for n in range(90))
    long = compare(read_article("\n\n".join(days)), read_article("It rained."))
    memo.write_bytes(memo_as_docx(memo_of(long, WHEN.date()), WHEN))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file), str(memo))
    told = pdf_text(tmp_path / "changes.pdf")
    assert "Ferries will carry commuters across the bay." in told
    assert "The governor promised money." in told
    assert "after 1412 hours of talks" in told
    assert told.endswith("1 / 1")
    told = pdf_text(tmp_path / "memo.pdf")
    assert "Dropped 90" in told
    assert told.endswith("1 / 1"), "a memo is one page, however long the list"
