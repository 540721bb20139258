"""The rows of the tables: one a claim, subheads in place, runs without changes folded."""

from __future__ import annotations

from dataclasses import replace

from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.text.reading import read_article
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows import aligned, differing, kinds_in_rows, spoken_row


def test_every_claim_is_a_row_in_order(presentation: Presentation) -> None:
    rows = aligned(presentation)
    assert [row.claim for row in rows] == [0, 1, 2, 3, 4]
    assert [[bool(cell.spans) for cell in row.cells] for row in rows] == [
        [True, True], [True, True], [True, False], [True, True], [False, True],
    ]  # fmt: skip


def test_rows_bear_the_kinds_of_what_changed_inside_them(presentation: Presentation) -> None:
    kinds = kinds_in_rows(presentation)
    assert kinds[1] == (ChangeKind.FIGURE, ChangeKind.REWORDED)
    assert kinds[3] == (ChangeKind.QUOTE, ChangeKind.REWORDED, ChangeKind.MOVED)
    assert 0 not in kinds
    only_figures = presentation.showing(frozenset({ChangeKind.FIGURE}))
    assert kinds_in_rows(only_figures) == {1: (ChangeKind.FIGURE,)}


def test_what_is_not_told_says_what_comes_closest(presentation: Presentation) -> None:
    dropped = aligned(presentation)[2]
    assert dropped.cells[1].note == "Not told here · closest, 20 %: “A new school opens.”"


def test_a_row_is_told_whole(presentation: Presentation) -> None:
    rows = aligned(presentation)
    assert spoken_row(rows[3], presentation) == (
        "Quotation, Reworded, Moved, doubtful link. left: “We must act [removed: now],” said [removed: Ann Lee].. "
        "right: “We must act,” said [added: Bob Ray]."
    )
    assert spoken_row(rows[0], presentation).startswith("Unchanged. left: Ministers met")


def test_a_row_that_was_linked_by_hand_says_so(presentation: Presentation) -> None:
    comparison = presentation.comparison
    claims = tuple(replace(claim, by_hand=number == 1) for number, claim in enumerate(comparison.claims))
    shown = Presentation(replace(comparison, claims=claims), presentation.changes)
    rows = aligned(shown)
    assert [row.by_hand for row in rows] == [False, True, False, False, False]
    assert spoken_row(rows[1], shown).startswith("Figure, Reworded, linked by hand. ")


def texts(shown: Presentation) -> tuple[str, str]:
    return shown.comparison.left.text, shown.comparison.right.text


def test_runs_without_changes_are_folded_and_open(presentation: Presentation) -> None:
    rows = differing(aligned(presentation), frozenset(), texts(presentation))
    assert rows[0].fold is not None
    assert (rows[0].fold.label, rows[0].fold.context[0]) == ("1 unchanged passage", "Ministers met on Monday.")
    assert [row.claim for row in rows[1:]] == [1, 2, 3, 4]
    opened = differing(aligned(presentation), frozenset({0}), texts(presentation))
    assert [(row.claim, row.fold is not None) for row in opened[:2]] == [(0, True), (0, False)]


def test_hidden_changes_are_not_called_unchanged(presentation: Presentation) -> None:
    shown = presentation.showing(frozenset({ChangeKind.ADDED}))
    rows = differing(aligned(shown), frozenset(), texts(shown))
    assert rows[0].fold is not None
    assert rows[0].fold.label == "4 passages, 3 with hidden changes"
    assert len(rows) == 2


def test_subheads_stand_before_what_follows_them() -> None:
    left = "Harbor plans shown\n\nThe harbor gets a new wall.\n\nWork begins in June, the mayor said."
    right = "Harbor plans shown\n\nThe harbor gets a new wall.\n\nWhat it costs\n\nWork begins in June, the mayor said."
    comparison = compare(read_article(left), read_article(right))
    rows = aligned(Presentation(comparison, changes(comparison)))
    heads = [number for number, row in enumerate(rows) if row.claim is None]
    if heads:  # the reader decides what is a subhead
        after = rows[heads[0] + 1]
        assert right[after.cells[1].spans[0].start :].startswith("Work begins")
        assert rows[heads[0]].starts_on(Side.LEFT) is None
