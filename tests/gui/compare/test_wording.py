"""The status line and the position."""

from __future__ import annotations

import dataclasses

import pytest

from variorum.core.collate.model import Comparison, Regime
from variorum.gui.compare.wording import NOTHING_LINKED, SAME_TEXT, exchange, far, position, status, why_linked


def test_the_status_says_how_the_versions_relate(comparison: Comparison) -> None:
    assert status(comparison) == "4 ↔ 4 sentences · 3 links · independent rewrite (60 % shared wording)"
    revision = dataclasses.replace(comparison, regime=Regime.REVISION, claims=comparison.claims[:1])
    assert status(revision) == "4 ↔ 4 sentences · 1 link · revision (60 % shared wording)"


def test_the_same_text_and_nothing_in_common_are_said(comparison: Comparison) -> None:
    assert status(dataclasses.replace(comparison, right=comparison.left)) == SAME_TEXT
    assert NOTHING_LINKED in status(dataclasses.replace(comparison, claims=comparison.claims[4:]))


def test_what_filters_hide_is_counted_while_one_stands_nowhere() -> None:
    assert (position(0, 18, 8), position(0, 0, 8), position(2, 18, 8)) == (
        "18 of 26 changes",
        "0 of 8 changes",
        "change 2 of 18",
    )


@pytest.mark.parametrize(("share", "said"), [(1.0, "100 %"), (0.999, "99 %"), (0.001, "1 %"), (0.0, "0 %")])
def test_what_is_not_quite_all_is_not_said_to_be(comparison: Comparison, share: float, said: str) -> None:
    assert f"({said} shared wording)" in status(dataclasses.replace(comparison, shared_wording=share))


@pytest.mark.parametrize(
    ("place", "total", "said"),
    [(2, 29, "change 2 of 29"), (0, 29, "29 changes"), (0, 1, "1 change"), (0, 0, "no changes")],
)
def test_the_position(place: int, total: int, said: str) -> None:
    assert position(place, total) == said


def test_what_changed_is_shown_short() -> None:
    assert exchange("Ann Lee", "Bob Ray") == "Ann Lee → Bob Ray"
    assert exchange("", "Bob Ray") == "— → Bob Ray"
    assert exchange("Ann Lee", "Bob Ray", ("D", "E")) == "D Ann Lee → E Bob Ray"
    assert exchange("", "Bob Ray", ("D", "E")) == "D — → E Bob Ray"
    assert exchange("", "") == ""
    before = "We hear about the north, and we hear about the south"
    assert exchange(before, before.replace("about", "from"), ("D", "E")) == "about → from"
    assert exchange(before, before + " too") == "— → too"


def test_why_linked_names_evidence_and_confidence(comparison: Comparison) -> None:
    claim = dataclasses.replace(comparison.claims[3], evidence=("Lee", "“must act”"))
    assert why_linked(claim) == "Reworded · moved up by 3 passages · linked by Lee, “must act” · 40 % sure · doubtful"
    assert "moved down by 1 passage ·" in why_linked(dataclasses.replace(claim, distance=1))


def test_a_distance_is_said_in_words() -> None:
    assert far(57) == "The counterpart stands 57 lines further down"
    assert far(-1) == "The counterpart stands 1 line further up"
