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
from variorum.core.export.content import Head, Scope
from variorum.core.export.memo import memo_of
from variorum.core.export.memo_formats import memo_as_docx, memo_as_html, memo_as_rich_text, memo_as_text
from variorum.core.export.memo_page import PAGE, Memo, MemoItem, MemoSection, fitted
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

DAY = date(2026, 3, 1)


def section(title: str, count: int, words: str = "The ferry is late again.") -> MemoSection:
    kinds = (ChangeKind(title.lower().removesuffix("s")),)
    return MemoSection("+", title, tuple(MemoItem("", f"{words} {n}", kinds=kinds) for n in range(count)))


def noted_at(told: MemoSection, *places: int, note: str = "Ask") -> MemoSection:
    """The section with a note on some of its items."""
    items = (replace(item, review=Review(note=note)) if n in places else item for n, item in enumerate(told.items))
    return replace(told, items=tuple(items))


def page_of(*sections: MemoSection, room: float = PAGE, headline: str = "Ferries") -> Memo:
    head = Head(headline, borrowed=False, facts="")
    return fitted(Memo(head, head, "Two tellings", (), sections, "March 1, 2026", "en"), room)


def lines(memo: Memo) -> float:
    """What the sections and the closing lines of a memo take."""
    taken = sum(1.7 + sum(item.lines for item in found.items) + bool(found.more) for found in memo.sections)
    return taken + len(memo.closing)


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
    assert page_of(*sections).sections == sections


def test_what_has_no_room_is_counted_and_looks_come_before_the_rest() -> None:
    memo = page_of(section("Figures", 12), section("Added", 50), section("Dropped", 50))
    figures, added, dropped = memo.sections
    assert len(figures.items) == 12
    assert len(added.items) + added.more == 50
    assert 0 <= len(added.items) - len(dropped.items) <= 1
    assert PAGE - 6 <= lines(memo) <= PAGE


def test_each_kind_has_an_item_even_if_one_could_fill_the_page() -> None:
    figures, dropped = page_of(section("Figures", 200), section("Dropped", 9)).sections
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
    memo = memo_of(revised, DAY, scope, room=24)
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
    reworded = sum(ChangeKind.REWORDED in change.kinds for change in changes(revised))
    assert 0 < reworded < revised.counts.reworded, "of others a section tells all that differs"
    told = f"Not told here: Reworded {reworded}, Moved {revised.counts.moved}. See the comparison."
    memo = memo_of(revised, DAY)
    assert memo.closing == (told,)
    file = memo_as_docx(memo, datetime(2026, 3, 1, tzinfo=UTC))
    document = zipfile.ZipFile(BytesIO(file)).read("word/document.xml").decode()
    assert all(told in form for form in (memo_as_text(memo), memo_as_html(memo), memo_as_rich_text(memo), document))
    some = memo_of(revised, DAY, noted(revised, ChangeKind.MOVED))
    assert some.closing == (f"Not told here: Reworded {reworded}. See the comparison.",)


def test_notes_come_first_those_that_need_a_look_before_all_others_and_keep_their_places() -> None:
    dropped, figures = noted_at(section("Dropped", 60), 5, 57), noted_at(section("Figures", 30), 29)
    memo = page_of(figures, dropped, room=14)
    told = {found.title: [item.text.split()[-1] for item in found.items] for found in memo.sections}
    assert told == {"Figures": ["0", "29"], "Dropped": ["5", "57"]}
    memo = page_of(figures, dropped, room=9)
    assert [found.title for found in memo.sections] == ["Figures"]
    assert memo.closing == ("and 2 more notes: see the comparison", "Not told here: Dropped 60. See the comparison.")


def test_nothing_without_a_note_takes_the_place_of_a_note() -> None:
    memo = page_of(section("Figures", 5), noted_at(section("Added", 300), *range(300)), room=40)
    assert [found.title for found in memo.sections] == ["Added"]
    left = 300 - len(memo.sections[0].items)
    assert left > 200
    assert memo.more_notes == left
    assert memo.closing[0] == f"and {left} more notes: see the comparison"
    assert memo.closing[1] == "Not told here: Figures 5. See the comparison."


def test_passages_are_cut_short_where_notes_would_be_left_out() -> None:
    long = noted_at(section("Added", 25, "The harbor office of Norwick pays for the ferry. " * 4), *range(25))
    (told,) = page_of(long).sections
    assert len(told.items) == 25
    assert max(len(item.text) for item in told.items) <= 62
    assert all(item.review.note == "Ask" for item in told.items)


@pytest.mark.parametrize("count", [0, 1, 20, 60, 300])
@pytest.mark.parametrize("words", ["Ask.", "Ask the MAYOR’S office about it. " * 5, "東京の事務所" * 20])
@pytest.mark.parametrize("headline", ["Ferries", "Council counts once more after a night of protest " * 3])
def test_it_never_takes_more_room_than_there_is(count: int, words: str, headline: str) -> None:
    figures = noted_at(section("Figures", 150), *range(0, count, 2), note=words)
    added = noted_at(section("Added", 150), *range(count // 2), note=words)
    for room in (4, 12, 28, PAGE):
        memo = page_of(figures, added, room=room, headline=headline)
        assert lines(memo) <= max(room, len(memo.closing))
        noted = sum(bool(item.review.note) for found in memo.sections for item in found.items)
        assert noted + memo.more_notes == sum(
            bool(item.review.note) for found in (figures, added) for item in found.items
        )


def test_no_number_is_parted_from_what_it_counts(revised: Comparison) -> None:
    memo = memo_of(revised, DAY)
    for longer in range(20):
        lines_of = memo_as_text(replace(memo, how=memo.how + "s" * longer))
        for count in memo.counts:
            assert any(count.text in line for line in lines_of.splitlines())


def test_long_notes_are_cut_at_a_word(revised: Comparison) -> None:
    said = "Ask the mayor and the harbor office " * 20
    memo = memo_of(revised, DAY, Scope(reviews={0: Review(note=said)}))
    (told,) = [item.review.note for found in memo.sections for item in found.items if item.review.note]
    assert told.endswith(" …")
    assert len(told) <= 163
    assert said.startswith(told.removesuffix(" …"))


def test_a_filter_hides_no_note_and_what_it_hides_is_said(revised: Comparison) -> None:
    scope = replace(noted(revised, ChangeKind.QUOTE), kinds=frozenset({ChangeKind.ADDED}))
    memo = memo_of(revised, DAY, scope)
    assert [found.title for found in memo.sections] == ["Speakers", "Added"]
    (hidden,) = memo.closing
    assert hidden.startswith("Not shown: Dropped 1, Figures 2, Quotes 1, Certainty 1, Reworded ")
    assert hidden.endswith(", except what has a note.")
    assert hidden in " ".join(memo_as_text(memo).split())
    assert "Not shown" not in memo_as_text(memo_of(revised, DAY))


def test_kinds_out_of_scope_are_left_out(revised: Comparison) -> None:
    memo = memo_of(revised, DAY, Scope(frozenset({ChangeKind.DROPPED})))
    assert [found.title for found in memo.sections] == ["Dropped"]
