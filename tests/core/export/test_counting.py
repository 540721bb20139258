"""The same words with the same numbers wherever changes are counted: on the chips, at the heads, in lists and rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import UTC, datetime
from html import unescape
from io import StringIO
from itertools import combinations

import pytest

from variorum.assets import seeds
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.changes_json import changes_as_json
from variorum.core.export.clipping import as_plain_text, as_rich_text
from variorum.core.export.content import Scope
from variorum.core.export.counting import NAMES, counted
from variorum.core.export.csv_export import as_csv
from variorum.core.export.gathering import content_of
from variorum.core.export.html import as_html
from variorum.core.export.markdown import as_markdown
from variorum.core.export.memo import drafted, memo_of
from variorum.core.export.memo_formats import memo_as_html, memo_as_text
from variorum.core.text.reading import decode, read_article

DAY = datetime(2026, 3, 1, tzinfo=UTC).date()
PAIRS = list(combinations(range(5), 2))
SECTIONS = {
    ChangeKind.FIGURE: ("Figures",),
    ChangeKind.QUOTE: ("Speakers", "Quotations"),
    ChangeKind.STANCE: ("Certainty, negation, sources",),
    ChangeKind.ADDED: ("Added",),
    ChangeKind.DROPPED: ("Dropped",),
}


@pytest.fixture(scope="module")
def pairs(revised: Comparison) -> list[Comparison]:
    """All pairs of the seeds, and two revisions with changes of every kind."""
    files = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    articles = [read_article(decode(f.read_bytes(), f.name)) for f in files]
    return [*(compare(articles[one], articles[other]) for one, other in PAIRS), revised]


def heads(told: str) -> dict[str, int]:
    """The counts that a text tells first of each kind."""
    text = unescape(re.sub(r"<[^>]+>", " ", told))
    found: dict[str, int] = {}
    for name, number in re.findall(rf"\b({'|'.join(NAMES.values())}) ([\d,]+)", text):
        found.setdefault(name, int(number.replace(",", "")))
    return found


def body(page: str) -> str:
    return page[page.index("</style>") :]


def test_heads_tell_what_the_chips_count(pairs: list[Comparison]) -> None:
    seen: Counter[ChangeKind] = Counter()
    for comparison in pairs:
        on_chips = counted(changes(comparison))
        seen += on_chips
        wanted = {NAMES[kind]: number for kind, number in on_chips.items()}
        memo = memo_of(comparison, DAY)
        for told in (
            body(as_html(comparison)), as_markdown(comparison), as_rich_text(comparison), as_plain_text(comparison),
            body(memo_as_html(memo)), memo_as_text(memo),
        ):  # fmt: skip
            assert heads(told) == wanted
            assert f"{len(changes(comparison))} changes" in " ".join(told.split())
        assert changes_as_json(comparison)["counts"] == {kind.value: on_chips[kind] for kind in ChangeKind}
    assert set(seen) == set(ChangeKind)


def test_lists_and_rows_have_as_many_as_the_heads_say(pairs: list[Comparison]) -> None:
    for comparison in pairs:
        found = changes(comparison)
        on_chips = counted(found)
        table = csv.DictReader(StringIO(as_csv(comparison).removeprefix("\ufeff"), newline=""))
        listed = Counter(kind for row in table for kind in row["kind"].split(", "))
        assert listed == {kind.value: number for kind, number in on_chips.items()}
        rows = content_of(comparison).rows
        for kind in (ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.REWORDED, ChangeKind.MOVED):
            assert sum(kind.value in re.split(r"[, ]+", row.label) for row in rows) == on_chips[kind]
        touched = {change.claim for change in found}
        assert sum(row.glyph == "=" for row in rows) == sum(n not in touched for n in range(len(rows)))


def test_what_a_memo_tells_and_what_it_leaves_out_is_all(pairs: list[Comparison]) -> None:
    for comparison in pairs:
        on_chips = counted(changes(comparison))
        totals = {section.title: section.total for section in drafted(comparison, DAY).sections}
        for kind, titles in SECTIONS.items():
            assert sum(totals.get(title, 0) for title in titles) == on_chips[kind]
        untold = heads(" ".join(memo_of(comparison, DAY).closing))
        for kind in (ChangeKind.REWORDED, ChangeKind.MOVED):
            assert untold.get(NAMES[kind], 0) == on_chips[kind]


def test_what_is_filtered_out_is_counted_apart(revised: Comparison) -> None:
    on_chips = counted(changes(revised))
    scope = Scope(frozenset({ChangeKind.FIGURE, ChangeKind.ADDED}))
    content = content_of(revised, scope)
    shown = {count.name for count in content.counts}
    assert shown == {"Figures", "Added", "Unchanged"}
    assert content.how.endswith(f", {on_chips[ChangeKind.FIGURE] + on_chips[ChangeKind.ADDED]} changes")
    assert heads(content.hidden) == {NAMES[kind]: on_chips[kind] for kind in on_chips if kind not in scope.kinds}
