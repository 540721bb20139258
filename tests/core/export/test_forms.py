"""Markdown and what goes to the clipboard: all there, nothing in an article becomes markup; scope and notes kept."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import ClaimKind, Comparison, Nearest
from variorum.core.export.changelist import changes_listed
from variorum.core.export.clipping import as_plain_text, as_rich_text
from variorum.core.export.content import Scope
from variorum.core.export.docx import as_docx
from variorum.core.export.gathering import content_of
from variorum.core.export.html import as_html, page
from variorum.core.export.markdown import as_markdown, escaped
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article

WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def test_markdown_strikes_what_is_gone_and_sets_bold_what_came(revised: Comparison) -> None:
    told = as_markdown(revised)
    assert "> − The plan ~~will~~ cost ~~over~~ $300 million" in told
    assert "> \\+ The plan **may** cost **about** $300 million" in told
    assert "approved the harbor plan by **12 votes** to 9" in told
    assert "- ❝ **Speaker changed**" in told
    assert "> ↕ moved up 3: The market has stood on the quay since 1891." in told
    assert not re.search(r"~~~~|\*\*\*\*", told)


@pytest.mark.parametrize(
    "text", ["# one", "- two", "1. three", "*four*", "<b>five</b>", "[six](seven)", "> 8", "a|b_c`d`"]
)
def test_nothing_becomes_markup(text: str) -> None:
    plain = escaped(text)
    assert re.sub(r"\\(.)", r"\1", plain) == text
    assert re.search(r"(?<!\\)[*_<>\[\]`|#]", plain) is None
    assert not re.match(r"\d+[.)] |[-+=]", plain)


def test_rich_text_needs_no_style_sheet_and_escapes(revised: Comparison) -> None:
    told = as_rich_text(revised)
    assert re.search('<span style="[^"]*text-decoration:line-through[^"]*">will</span>', told)
    assert "class=" not in told
    hostile = read_article("<img src=x> was said.\n\nThe bridge <script>closed</script> at noon.")
    assert "<img" not in as_rich_text(compare(hostile, read_article("It rains.")))
    assert "14 votes → 12 votes" in as_plain_text(revised)


def test_only_what_is_in_scope_is_marked(revised: Comparison) -> None:
    content = content_of(revised, Scope(frozenset({ChangeKind.ADDED}), unchanged=False))
    assert [row.kind.value for row in content.rows] == ["added"]
    assert content.looks == ()
    assert content.left_out == len(revised.claims) - 1
    page = as_html(revised, Scope(frozenset({ChangeKind.ADDED})))
    body = page[page.index("<main") : page.index("</main>")]
    assert not re.search("<del>|<ins>|<mark>", body)
    assert "The plan will cost over $300 million" in body


def test_notes_stand_with_what_they_are_about(revised: Comparison) -> None:
    added = next(n for n, change in enumerate(changes(revised)) if change.title == "Added")
    speaker = next(n for n, change in enumerate(changes(revised)) if change.title == "Speaker changed")
    scope = Scope(reviews={added: Review(note="Who <pays>?"), speaker: Review(reviewed=True)})
    page = as_html(revised, scope)
    row = next(part for part in page.split('<div class="row ') if part.startswith("added"))
    assert '<p class="comment">Who &lt;pays&gt;?</p>' in row
    assert page.count('<span class="reviewed">✓ reviewed</span>') == 1, "where it needs a look"
    assert "> Note: Who \\<pays\\>?" in as_markdown(revised, scope)


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_what_was_reviewed_says_so_in_every_form_whatever_kind_it_is(revised: Comparison, kind: ChangeKind) -> None:
    found = changes(revised)
    number, change = next((n, change) for n, change in enumerate(found) if kind in change.kinds)
    beside = sum(other.claim == change.claim for other in found)
    told = "✓ reviewed" if beside == 1 else f"✓ 1 of {beside} reviewed"
    scope = Scope(reviews={number: Review(reviewed=True)})
    rows = content_of(revised, scope).rows
    assert [row.reviewed for row in rows if row.reviewed] == [told]
    page = as_html(revised, scope)
    assert f'<p class="reviewed">{told}</p>' in page
    assert f", {len(found)} changes, 1 reviewed</li>" in page
    assert f"> {told}" in as_markdown(revised, scope)
    assert told in as_rich_text(revised, scope)
    assert "✓ reviewed" in as_plain_text(revised, scope)
    comments = zipfile.ZipFile(BytesIO(as_docx(revised, WHEN, scope))).read("word/comments.xml").decode()
    assert comments.count("(reviewed)") == 1


def test_a_filter_hides_no_note_and_says_what_it_hides(revised: Comparison) -> None:
    number = next(n for n, change in enumerate(changes(revised)) if ChangeKind.DROPPED in change.kinds)
    scope = Scope(frozenset({ChangeKind.ADDED}), unchanged=False, reviews={number: Review(note="Why?")})
    assert [row.kind.value for row in content_of(revised, scope).rows] == ["added", "dropped"]
    hidden = "Not shown: Dropped 1, Figures 2, Quotes 1, Certainty 1, Reworded 3, Moved 1, except what has a note"
    for told in (as_html(revised, scope), as_markdown(revised, scope), as_rich_text(revised, scope)):
        assert hidden in told
        assert told.count("Why?") == 1
    plain = " ".join(as_plain_text(revised, scope).split())
    assert f"{hidden}." in plain
    assert "14 votes" not in plain
    assert [change.review.note for change in changes_listed(revised, scope)] == ["", "Why?"]


def test_how_close_the_closest_passage_is_reads_as_in_the_window(revised: Comparison) -> None:
    added = next(claim for claim in revised.claims if claim.kind is ClaimKind.ADDED)
    nearest = Nearest((revised.left.sentences[-1].span,), 0.214)
    claims = tuple(replace(claim, nearest=nearest) if claim is added else claim for claim in revised.claims)
    content = content_of(replace(revised, claims=claims))
    assert "closest, 21 %: Work on the first pier" in page(content)
    assert "closest on the other side, 21 %: Work on the first pier" in as_markdown(replace(revised, claims=claims))


def test_letters_of_the_story_stand_at_the_heads(revised: Comparison) -> None:
    scope = Scope(sigla=("A", "C"))
    assert '<b class="siglum">C</b>' in as_html(revised, scope)
    assert as_markdown(revised, scope).startswith("# A: Council backs")


@pytest.mark.parametrize("make", [as_html, as_markdown, as_rich_text])
def test_it_can_be_canceled(revised: Comparison, make: object) -> None:
    assert callable(make)
    with pytest.raises(CanceledError):
        make(revised, should_cancel=lambda: True)


@pytest.mark.parametrize(("letters", "faces"), [("Łódź", "Latin-Extended"), ("Киев", "Cyrillic"), ("Αθήνα", "Greek")])
def test_the_page_carries_the_letters_it_needs(letters: str, faces: str) -> None:
    plain, other = (as_html(compare(a, a)) for a in map(read_article, ("It rains.", f"It rains in {letters}.")))
    assert f'"Variorum Serif {faces}"; font-style' not in plain
    assert f'"Variorum Serif {faces}"; font-style' in other


def test_a_page_wears_the_colors_of_the_window_on_screen_and_none_of_them_on_paper(revised: Comparison) -> None:
    plain, other = as_html(revised), as_html(revised, Scope(scheme="red-green"))
    assert "@media screen" not in plain
    assert other.startswith(plain.partition("</style>")[0])
    put_over = other.partition("</style>")[0].removeprefix(plain.partition("</style>")[0])
    assert "--added: #A9DEAC;" in put_over
    assert "--added: #1D5A2E;" in put_over.partition("prefers-color-scheme: dark")[2]
    assert put_over.count("@media") == put_over.count("@media screen") == 2


def test_hidden_removals_are_not_struck(revised: Comparison) -> None:
    kinds = frozenset(ChangeKind) - {ChangeKind.DROPPED}
    page = as_html(revised, Scope(kinds, removals=False))
    body = page.partition("<main")[2].partition("</main>")[0]
    assert "<ins>" in body
    assert "<del>" not in body
    assert "<del>" in as_html(revised, Scope(kinds)).partition("<main")[2].partition("</main>")[0]
