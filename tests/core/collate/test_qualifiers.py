"""Figures of one value under another qualifier: told apart from contradictions, and only where the sense differs."""

from __future__ import annotations

import dataclasses

import pytest

from variorum.core.collate.changes import Change, ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import Comparison
from variorum.core.export.html import as_html
from variorum.core.export.text import as_text
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

STORY = (
    "The council closed the harbor bridge on Monday.",
    "Mayor Anna Lind said that ferries would carry commuters across the bay.",
    "Shop owners near the bridge fear that customers will stay away.",
    "A petition against the closure was signed by {} residents within hours.",
)


def told(left: str, right: str) -> Comparison:
    one, other = (read_article("\n\n".join(STORY).format(count)) for count in (left, right))
    return compare(one, other)


def _story(sentence: str) -> Article:
    return read_article("\n\n".join((*STORY[:3], sentence)))


def of_figures(comparison: Comparison) -> list[Change]:
    return [change for change in changes(comparison) if ChangeKind.FIGURE in change.kinds]


@pytest.mark.parametrize(
    ("left", "right"),
    [("over 300", "about 300"), ("at least 300", "300"), ("up to 300", "more than 300"), ("exactly 300", "some 300")],
)
def test_another_sense_is_a_change_but_no_contradiction(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        comparison = told(one, other)
        (change,) = of_figures(comparison)
        assert (change.before.split(" res")[0], change.after.split(" res")[0]) == (one, other)
        assert change.title == f"Qualifier changed: {change.before} → {change.after}"
        assert not change.look
        assert (comparison.counts.changed_qualifiers, comparison.counts.changed_figures) == (1, 0)
        assert change.claim is not None
        assert comparison.claims[change.claim].linked


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("over 300", "upwards of 300"), ("more than 300", "at least 300"), ("about 300", "nearly 300"),
        ("300", "exactly 300"), ("over 300", "over 300"), ("fewer than 300", "up to 300"), ("nearly 300", "297"),
    ],
)  # fmt: skip
def test_another_degree_is_none(left: str, right: str) -> None:
    comparison = told(left, right)
    assert [change for change in of_figures(comparison) if not change.look] == []
    assert comparison.counts.changed_qualifiers == 0


@pytest.mark.parametrize("preposition", ["over", "about"])
def test_a_preposition_is_no_qualifier_put_in(preposition: str) -> None:
    plain = "The council heard from angry residents on Monday as 200 layoffs at the harbor were announced."
    other = plain.replace("as 200", f"{preposition} 200").replace("residents on Monday", "residents")
    comparison = compare(_story(plain), _story(other))
    assert [pair.qualifier_changed for pair in comparison.figures if pair.left and pair.left.value == "200"] == [True]
    assert of_figures(comparison) == []


def test_a_preposition_that_opens_its_sentence_is_one_whatever_stood_before() -> None:
    count = "{} 300 people signed a petition against the closure within hours."
    end = "Nobody had asked them before the bridge was closed."
    left = read_article("\n\n".join((*STORY[:3], count.format("About"), end)))
    right = read_article("\n\n".join((*STORY[:2], end, count.format("").strip(), STORY[2])))
    (change,) = of_figures(compare(left, right))
    assert change.title == "Qualifier changed: About 300 people → 300 people"


def test_in_doubtful_and_unlinked_passages_nothing_is_said() -> None:
    comparison = told("over 300", "about 300")
    (change,) = of_figures(comparison)
    for claim in comparison.claims:
        assert claim.confidence >= DOUBTFUL
    doubtful = tuple(dataclasses.replace(claim, confidence=DOUBTFUL - 0.01) for claim in comparison.claims)
    assert of_figures(dataclasses.replace(comparison, claims=doubtful)) == []
    kept = tuple(claim for number, claim in enumerate(comparison.claims) if number != change.claim)
    assert of_figures(dataclasses.replace(comparison, claims=kept)) == []


def test_reports_tell_it_apart_from_what_needs_a_look() -> None:
    comparison = told("over 300", "about 300")
    report = as_text(comparison)
    assert "Needs a look" not in report
    assert "Figures 1" in report, "as its chip does"
    assert "# Qualifier changed: over 300" in report
    page = as_html(comparison)
    assert "<h2>Needs a look</h2>" not in page
    assert "<b>#</b> Figures 1</li>" in page
    assert "Qualifier changed: over 300" in page
    assert 'title="another qualifier on the other side"' in page
