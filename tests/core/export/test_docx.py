"""The document with tracked changes, checked on its XML as a word processor reads it."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest

from variorum.core.collate.changes import changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.collate.options import WordOptions
from variorum.core.collate.viewing import viewed
from variorum.core.export.content import Head, Scope
from variorum.core.export.docx import as_docx, author_of
from variorum.core.export.paper import LETTER
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def part(file: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(BytesIO(file)).read(name))


def resolved(file: bytes, *, accept: bool) -> list[str]:
    """The paragraphs after all changes are accepted or rejected, by the rules of the format."""
    gone, come = {f"{W}del", f"{W}moveFrom"}, {f"{W}ins", f"{W}moveTo"}
    dropped = gone if accept else come
    told, current = [], ""
    for paragraph in part(file).iter(f"{W}p"):
        current += "".join(text(child) for child in paragraph if child.tag not in dropped)
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is None or not dropped & {mark.tag for mark in marks}:
            told.append(" ".join(current.split()))
            current = ""
    assert current == ""
    return told


def text(element: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in element.iter() if node.tag in (f"{W}t", f"{W}delText"))


def paragraphs(source: str) -> list[str]:
    return [" ".join(line.split()) for line in source.splitlines() if line.strip()]


def test_accepting_all_makes_the_right_text_and_rejecting_all_the_left_one(revised: Comparison) -> None:
    file = as_docx(revised, WHEN)
    assert resolved(file, accept=True) == paragraphs(revised.right.text)
    assert resolved(file, accept=False) == paragraphs(revised.left.text)


def test_deleted_text_is_marked_as_such(revised: Comparison) -> None:
    for gone in part(as_docx(revised, WHEN)).iter(f"{W}del"):
        assert not list(gone.iter(f"{W}t"))


def test_every_change_has_its_author_its_date_and_a_number_of_its_own(revised: Comparison) -> None:
    document = part(as_docx(revised, WHEN, Scope(sigla=("A", "C"))))
    marks = [e for tag in ("ins", "del", "moveFrom", "moveTo") for e in document.iter(f"{W}{tag}")]
    assert {mark.get(f"{W}author") for mark in marks} == {"A → C"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2026-03-01T09:30:00Z"}
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(set(numbers)) == len(numbers) > 8


def test_without_letters_outlets_tell_whose_the_changes_are() -> None:
    heads = [Head("Bridge", borrowed=False, facts=name) for name in ("Coastal Press", "Bay News", "")]
    assert author_of(heads[0], heads[1]) == "Coastal Press → Bay News"
    assert author_of(heads[0], heads[0]) == author_of(heads[0], heads[2]) == "Variorum"


def test_a_move_has_two_ends_with_one_name(revised: Comparison) -> None:
    document = part(as_docx(revised, WHEN))
    ends = [[e.get(f"{W}name") for e in document.iter(f"{W}{tag}RangeStart")] for tag in ("moveFrom", "moveTo")]
    assert ends == [["move1"], ["move1"]]


def test_what_needs_a_look_is_a_comment_with_its_note(revised: Comparison) -> None:
    speaker = next(n for n, change in enumerate(changes(revised)) if change.title == "Speaker changed")
    file = as_docx(revised, WHEN, Scope(reviews={speaker: Review(reviewed=True, note="Call the council")}))
    comments = [text(comment) for comment in part(file, "word/comments.xml").iter(f"{W}comment")]
    assert "Speaker changed: Anna Lind → Omar Reyes (reviewed). Note: Call the council" in comments
    assert "14 votes → 12 votes." in comments
    anchored = {e.get(f"{W}id") for e in part(file).iter(f"{W}commentReference")}
    assert anchored == {str(number) for number in range(len(comments))}


@pytest.mark.parametrize("broken", ["\x0b", "\x1b", "\ufffe", "\x85"])
def test_what_xml_forbids_and_what_is_markup_does_no_harm(broken: str) -> None:
    told = (
        f"<w:p>The mayor{broken} & the “council” said: <b>wait</b> ]]> &amp;\n\nFerries{broken} run every ten minutes."
    )
    file = as_docx(compare(read_article(told), read_article(told.replace("ten", "two"))), WHEN)
    whole = " ".join(resolved(file, accept=True))
    assert "& the “council” said: <b>wait</b> ]]> &amp;" in whole
    assert "Ferries" in whole
    assert broken not in whole


def test_the_same_comparison_makes_the_same_file_on_the_paper_asked_for(revised: Comparison) -> None:
    assert as_docx(revised, WHEN) == as_docx(revised, WHEN)
    size = part(as_docx(revised, WHEN, paper=LETTER)).find(f".//{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


def test_every_part_is_named_and_typed(revised: Comparison) -> None:
    archive = zipfile.ZipFile(BytesIO(as_docx(revised, WHEN)))
    typed = {
        override.get("PartName", "").lstrip("/") for override in part(archive_bytes(archive), "[Content_Types].xml")
    }
    parts = {name for name in archive.namelist() if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert parts == typed - {""}
    targets = {r.get("Target") for r in part(archive_bytes(archive), "word/_rels/document.xml.rels")}
    assert {f"word/{target}" for target in targets} == {
        name for name in parts if name.startswith("word/") and name != "word/document.xml"
    }


def archive_bytes(archive: zipfile.ZipFile) -> bytes:
    assert isinstance(archive.fp, BytesIO)
    return archive.fp.getvalue()


def test_what_is_ignored_in_the_window_is_tracked_all_the_same(revised: Comparison) -> None:
    seen = viewed(revised, WordOptions(ignore_case=True, ignore_punctuation=True, ignore_figures=True))
    assert seen != revised
    for accept in (True, False):
        exact, other = (resolved(as_docx(comparison, WHEN), accept=accept) for comparison in (revised, seen))
        assert other == exact
