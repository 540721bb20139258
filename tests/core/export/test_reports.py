"""The report for the terminal and the page: all there, nothing that a hostile text could do."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from variorum.assets import seeds
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.hand import HandLinks
from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import Comparison, PairKind
from variorum.core.export.content import Scope
from variorum.core.export.html import as_html
from variorum.core.export.text import as_text
from variorum.core.handmade.model import Review
from variorum.core.text.reading import decode, read_article

HOSTILE = (
    '<script>alert("1")</script> was said by the mayor on Monday.\n\n'
    'The council\x1b[31m & "friends" <img src=x onerror=alert(1)> closed the bridge at noon.\n\n'
    "Ferries will carry commuters across the bay every ten minutes.\n"
)
VOID = {"meta", "br", "img", "link", "input"}


@pytest.fixture(scope="module")
def seeds_compared() -> Comparison:
    files = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    left, right = (read_article(decode(f.read_bytes(), f.name)) for f in files[3:])
    return compare(left, right)


class Page(HTMLParser):
    """What a page holds, with a check that its tags close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href") or name.startswith("on")]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_needs_nothing_else(seeds_compared: Comparison) -> None:
    page = as_html(seeds_compared)
    found = Page(page)
    assert not {"script", "img", "link", "iframe"} & set(found.tags)
    assert found.links == []
    assert "@import" not in page
    assert page.count("url(") == page.count("url(data:font/woff2;base64,") > 0
    assert {"ins", "del", "h1", "main"} <= set(found.tags)
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_the_page_tells_every_passage(seeds_compared: Comparison) -> None:
    told = " ".join(Page(as_html(seeds_compared)).text.split())
    for claim in seeds_compared.claims:
        for spans, text in ((claim.left, seeds_compared.left.text), (claim.right, seeds_compared.right.text)):
            for span in spans:
                assert " ".join(span.of(text).split()) in told
    assert "Speaker changed" in told
    assert told.index("Speaker changed") < told.index("Side by side")


def test_the_page_escapes_what_an_article_says() -> None:
    hostile = read_article(HOSTILE)
    page = as_html(compare(hostile, read_article(HOSTILE.replace("noon", "night"))))
    found = Page(page)
    assert not {"script", "img"} & set(found.tags)
    assert "<script>alert" in found.text
    assert "\x1b" not in page


def test_the_report_keeps_to_the_width(seeds_compared: Comparison) -> None:
    for width in (50, 80, 120):
        assert max(len(line) for line in as_text(seeds_compared, False, width).splitlines()) <= width


def test_the_report_says_first_what_needs_a_look(seeds_compared: Comparison) -> None:
    report = as_text(seeds_compared, False, 80)
    assert report.index("Needs a look") < report.index("All other changes")
    assert "❝ Speaker changed" in report
    assert "− Pete Hegseth" in report
    assert "+ John Healey" in report
    counts = seeds_compared.counts
    told = " ".join(report.split())
    assert f"Added {counts.added} · Dropped {counts.dropped} · Quotes 1 · Reworded {counts.reworded}" in told


def test_colors_come_only_when_asked_for(seeds_compared: Comparison) -> None:
    plain, colored = as_text(seeds_compared, False, 80), as_text(seeds_compared, True, 80)
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_the_report_hands_no_control_characters_to_the_terminal() -> None:
    other = read_article("Something else was said on Friday.\n\nNothing of it is shared.")
    report = as_text(compare(read_article(HOSTILE), other), False, 80)
    assert "\x1b" not in report


def test_equal_texts_have_no_changes(seeds_compared: Comparison) -> None:
    report = as_text(compare(seeds_compared.left, seeds_compared.left), False, 80)
    assert "All changes" not in report
    assert "no changes: Unchanged" in report


BEFORE = (
    "The council approved the harbor plan by 14 votes to 9 on Tuesday evening.\n\n"
    "The bridge will be closed in winter, the harbor office said.\n"
)


def test_what_needs_a_look_is_told_once_from_both_sides() -> None:
    after = BEFORE.replace("14", "12").replace("will be", "will not be")
    page = as_html(compare(read_article(BEFORE), read_article(after)))
    looks = Page(page).text.split("Needs a look")[1].split("Side by side")[0]
    assert looks.count("14 votes → 12 votes") == 1
    assert "12 votes" not in looks.replace("14 votes → 12 votes", "")
    assert "Negation changed" in looks
    assert "bridge will be closed" in looks
    assert "bridge will not be closed" in looks
    assert "<mark>14 votes</mark> to 9" in page


def test_words_are_marked_only_where_enough_of_the_passage_stands(seeds_compared: Comparison) -> None:
    left = seeds_compared.left.text
    whole = next(c for c in seeds_compared.claims if c.linked and not marked_passages(c)[0])
    assert f'<p class="whole">{left[whole.left[0].start : whole.left[0].start + 20]}' in as_html(seeds_compared)
    report = " ".join(as_text(seeds_compared, False, 2000).split())
    assert f"− {' '.join(whole.left[0].of(left).split())}" in report


def test_another_certainty_is_told_with_both_passages() -> None:
    frame = "The council closed the harbor bridge on Monday.\n\n{} of it.\n\nShop owners fear for their trade."
    told = "The state will pay for half", "The state may pay for half"
    comparison = compare(read_article(frame.format(told[0])), read_article(frame.format(told[1])))
    report = as_text(comparison, width=200)
    title = report.index("± Certainty changed: “will” → “may”")
    assert report.index(f"− {told[0]}", title) < report.index(f"+ {told[1]}", title)
    page = as_html(comparison)
    assert "<b>±</b> Certainty 1</li>" in page
    look = page[page.index("Certainty changed") : page.index("Side by side")]
    assert look.index(told[0]) < look.index(told[1])
    assert '<span class="stance" title="another certainty on the other side">' in page


def test_a_quotation_turned_paraphrase_is_told_with_both_passages() -> None:
    frame = "The council closed the harbor bridge on Monday.\n\n{}\n\nShop owners fear for their trade."
    said = "“Ferries will carry every commuter across the bay until spring,” Mayor Anna Lind said."
    told = "Mayor Anna Lind said that ferries would carry every commuter across the bay until spring."
    comparison = compare(read_article(frame.format(said)), read_article(frame.format(told)))
    report = as_text(comparison, width=200)
    title = report.index("❝ Quotation turned paraphrase")
    assert report.index("− Ferries will carry", title) < report.index(f"+ {told}", title)
    page = as_html(comparison)
    look = page[page.index("Quotation turned paraphrase") : page.index("Side by side")]
    assert look.index("Ferries will carry") < look.index(told)
    assert 'title="quotation with no quotation marks on the other side"' in page


def test_a_figure_that_contradicts_two_is_marked_once() -> None:
    told = "The roof of the Norwick market came down on Monday. {}\n\nMayor Anna Lind went to the market in Norwick."
    left = told.format("Rescuers in Norwick said that 12 people were killed.")
    right = told.format("At least 14 people died. A list in the Norwick town hall names 14 people killed.")
    comparison = compare(read_article(left), read_article(right))
    changed = [pair for pair in comparison.figures if pair.kind is PairKind.CHANGED]
    assert [pair.left.text for pair in changed if pair.left] == ["12 people", "12 people"]
    assert "<mark><mark>" not in as_html(comparison)


def test_reviews_stand_below_their_changes_in_the_report(seeds_compared: Comparison) -> None:
    listed = changes(seeds_compared)
    speaker = next(n for n, change in enumerate(listed) if change.look)
    added = next(n for n, change in enumerate(listed) if ChangeKind.ADDED in change.kinds)
    report = as_text(
        seeds_compared, scope=Scope(reviews={speaker: Review(reviewed=True), added: Review(note="ask the desk")})
    )
    assert report.count("  ✓ reviewed") == 1
    assert "  ✎ ask the desk" in report
    assert "✓" not in as_text(seeds_compared)


def test_a_link_made_by_hand_says_so() -> None:
    left, right = read_article("Ferries run.\n\nShops close early.\n"), read_article("Ferries run.\n\nNo tunnel.\n")
    pair = (left.sentences[-1].span, right.sentences[-1].span)
    assert "by hand" in Page(as_html(compare(left, right, hand=HandLinks(linked=(pair,))))).text
    assert "by hand" not in Page(as_html(compare(left, right))).text
