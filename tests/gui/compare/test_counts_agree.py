"""Chips and rail say the same words with the same numbers as the heads of what is exported, over all pairs of seeds."""

from __future__ import annotations

from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from variorum.assets import seeds
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.core.export.gathering import content_of
from variorum.core.handmade.model import Review
from variorum.core.text.reading import decode, read_article
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.kinds import ALL_KINDS, FACES
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.rail_model import RailModel, RailRole
from variorum.gui.compare.rows import aligned
from variorum.gui.compare.shown import shown_of
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService


@pytest.fixture(scope="module")
def pairs() -> list[Comparison]:
    files = sorted((f for f in seeds().iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    articles = [read_article(decode(f.read_bytes(), f.name)) for f in files]
    return [compare(left, right) for left, right in combinations(articles, 2)]


@pytest.mark.parametrize("hidden", [frozenset(), frozenset({ChangeKind.REWORDED, ChangeKind.MOVED})])
def test_window_and_export_tell_the_same(
    qtbot: QtBot, theme: ThemeService, pairs: list[Comparison], hidden: frozenset[ChangeKind]
) -> None:
    for comparison in pairs:
        found = changes(comparison)
        state, model, chips = CompareState(), RailModel(), ChipBar(theme)
        qtbot.addWidget(chips)
        state.show(Presentation(comparison, found), reviews={0: Review(reviewed=True)})
        state.set_visible(ALL_KINDS - hidden)
        chips.show_counts(found)
        shown = shown_of(state, Mode.SIDE_BY_SIDE)
        assert shown is not None
        content = content_of(shown.comparison, shown.scope)
        on_chips = {
            FACES[kind].plural: chip.count for kind, chip in chips.chips.items() if kind not in hidden and chip.count
        }
        assert {count.name: count.number for count in content.counts if count.glyph != "="} == on_chips
        model.show(state.presentation, state.reviews)
        cards = [model.index(row) for row in range(model.rowCount())]
        listed = sum(index.data(RailRole.CHANGE) is not None for index in cards)
        done, total = state.reviewed()
        assert listed == total
        assert f", {total} changes" in content.how
        assert content.how.endswith(", 1 reviewed") is bool(done)


def test_rows_of_the_window_and_of_an_export_have_the_same_kinds(pairs: list[Comparison]) -> None:
    for comparison in pairs:
        rows = [row for row in aligned(Presentation(comparison, changes(comparison))) if row.claim is not None]
        exported = content_of(comparison, Scope()).rows
        same = [row.claim for row in rows if row.claim is not None and not row.kinds]
        assert [number for number, row in enumerate(exported) if row.glyph == "="] == sorted(same)
