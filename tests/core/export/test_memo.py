"""The change memo: what comes first, and one page however much there is."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.memo import PAGE, MemoItem, MemoSection, fitted, memo_of
from variorum.core.export.memo_formats import memo_as_docx, memo_as_html, memo_as_rich_text, memo_as_text
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

DAY = date(2026, 3, 1)


def section(title: str, count: int, words: str = "The ferry is late again.") -> MemoSection:
    return MemoSection("+", title, tuple(MemoItem("", f"{words} {n}") for n in range(count)))


def test_figures_speakers_and_certainty_come_before_what_was_added_and_dropped(revised: Comparison) -> None:
    memo = memo_of(revised, DAY)
    assert [found.title for found in memo.sections] == [
        "Figures", "Speakers", "Certainty, negation, sources", "Added", "Dropped",
    ]  # fmt: skip
    assert [item.title for item in memo.sections[0].items] == [
        "14 votes → 12 votes",
        "Qualifier changed: over $300 million → about $300 million",
    ]
    assert memo.sections[1].items[0].title == "Anna Lind → Omar Reyes"
    assert memo.day == "March 1, 2026"


def test_all_is_told_where_there_is_room() -> None:
    sections = (section("Figures", 3), section("Added", 4))
    assert fitted(sections, PAGE) == sections


def test_what_has_no_room_is_counted_and_looks_come_before_the_rest() -> None:
    figures, added, dropped = fitted((section("Figures", 12), section("Added", 50), section("Dropped", 50)), PAGE)
    assert len(figures.items) == 12
    assert len(added.items) + added.more == 50
    assert 0 <= len(added.items) - len(dropped.items) <= 1
    lines = sum(1.7 + sum(item.lines for item in found.items) + bool(found.more) for found in (figures, added, dropped))
    assert PAGE - 3 <= lines <= PAGE


def test_each_kind_has_an_item_even_if_one_could_fill_the_page() -> None:
    figures, dropped = fitted((section("Figures", 200), section("Dropped", 9)), PAGE)
    assert figures.more > 100
    assert (len(dropped.items), dropped.more) == (1, 8)


def test_passages_are_cut_at_a_word() -> None:
    long = "The council of Norwick " + "and the harbor office of the bay " * 20 + "met."
    memo = memo_of(compare(read_article("It rains."), read_article(f"It rains.\n\n{long}")), DAY)
    text = memo.sections[-1].items[-1].text
    assert len(text) <= 203
    assert text.endswith(" …")
    assert long.startswith(text.removesuffix(" …"))


def test_every_form_tells_the_same(revised: Comparison) -> None:
    note = next(n for n, change in enumerate(changes(revised)) if change.title == "Speaker changed")
    scope = Scope(sigla=("A", "B"), reviews={note: Review(reviewed=True, note="Call <Reyes> & ask")})
    memo = memo_of(revised, DAY, scope)
    text = " ".join(memo_as_text(memo).split())
    assert "From: A: Council backs harbor plan after a night of protest (Coastal Press)" in text
    assert "another one,” ✓ [Call <Reyes> & ask]" in text
    assert max(map(len, memo_as_text(memo).splitlines())) <= 78
    page = memo_as_html(memo)
    assert "<b>Anna Lind → Omar Reyes</b>" in page
    assert "Call &lt;Reyes&gt; &amp; ask" in page
    file = memo_as_docx(memo, datetime(2026, 3, 1, tzinfo=UTC))
    document = zipfile.ZipFile(BytesIO(file)).read("word/document.xml").decode()
    assert "Anna Lind → Omar Reyes" in document
    assert "Call &lt;Reyes&gt; &amp; ask" in document


def noted(comparison: Comparison, kind: ChangeKind) -> Scope:
    """A scope in which each change of a kind has a note."""
    found = [number for number, change in enumerate(changes(comparison)) if kind in change.kinds]
    assert found
    return Scope(reviews={number: Review(note=f"Ask-desk-{number}.") for number in found})


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_a_note_is_told_whatever_kind_of_change_it_is_on(revised: Comparison, kind: ChangeKind) -> None:
    scope = noted(revised, kind)
    memo = memo_of(revised, DAY, scope, room=4)
    file = memo_as_docx(memo, datetime(2026, 3, 1, tzinfo=UTC))
    document = zipfile.ZipFile(BytesIO(file)).read("word/document.xml").decode()
    for told in (memo_as_text(memo), memo_as_html(memo), memo_as_rich_text(memo), document):
        for review in scope.reviews.values():
            assert told.count(review.note) == 1


def test_what_was_noted_is_told_behind_what_needs_a_look_with_both_passages(revised: Comparison) -> None:
    memo = memo_of(revised, DAY, noted(revised, ChangeKind.MOVED))
    titles = [found.title for found in memo.sections]
    place = titles.index("Reworded or moved, with a note")
    assert titles[place - 1 : place + 2] == ["Certainty, negation, sources", titles[place], "Added"]
    moved = memo.sections[place].items[0]
    assert (moved.title, moved.text) == ("Moved", "The market has stood on the quay since 1891.")
    memo = memo_of(revised, DAY, noted(revised, ChangeKind.REWORDED))
    text = next(item.text for item in memo.sections[place].items if "harbor plan by" in item.text)
    assert text.index("approved the harbor plan by 14 votes") < text.index(" → ") < text.index("by 12 votes")


def test_what_the_head_counts_and_no_section_tells_is_said_in_a_line(revised: Comparison) -> None:
    counts = revised.counts
    reworded = sum(ChangeKind.REWORDED in change.kinds for change in changes(revised))
    assert 0 < reworded < counts.reworded, "of others a section tells all that differs"
    told = f"Also {reworded} told in other words, {counts.moved} moved: see the comparison."
    memo = memo_of(revised, DAY)
    assert memo.rest == told
    file = memo_as_docx(memo, datetime(2026, 3, 1, tzinfo=UTC))
    document = zipfile.ZipFile(BytesIO(file)).read("word/document.xml").decode()
    assert all(told in form for form in (memo_as_text(memo), memo_as_html(memo), memo_as_rich_text(memo), document))
    some = memo_of(revised, DAY, noted(revised, ChangeKind.MOVED))
    assert some.rest == f"Also {reworded} told in other words: see the comparison."
    assert memo_of(revised, DAY, Scope(frozenset({ChangeKind.ADDED}))).rest == ""


def test_a_noted_item_has_room_before_others_of_its_kind_and_keeps_its_place() -> None:
    items = section("Dropped", 60).items
    said = replace(items[57], review=Review(note="Ask"))
    figures, dropped = fitted(
        (section("Figures", 30), MemoSection("−", "Dropped", (*items[:57], said, *items[58:]))), 20
    )
    assert said in dropped.items
    assert dropped.total == 60
    assert figures.more
    (wide,) = fitted((MemoSection("−", "Dropped", (*items[:57], said, *items[58:])),), 20)
    assert wide.items == (*items[: len(wide.items) - 1], said)


def test_kinds_out_of_scope_are_left_out(revised: Comparison) -> None:
    memo = memo_of(revised, DAY, Scope(frozenset({ChangeKind.DROPPED})))
    assert [found.title for found in memo.sections] == ["Dropped"]
