"""The rail's rows: what needs a look first, then the rest, each readable as text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.rail_model import RailModel, RailRole


@pytest.fixture
def model(qapp: object, presentation: Presentation) -> RailModel:
    made = RailModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(presentation, {})
    return made


def rows(model: RailModel) -> list[object]:
    return [
        model.index(row).data(RailRole.HEADING) or model.index(row).data(RailRole.NUMBER)
        for row in range(model.rowCount())
    ]


def test_what_needs_a_look_comes_first(model: RailModel) -> None:
    assert rows(model) == ["Needs a look", 1, 4, "Changes", 0, 2, 3, 5]


def test_a_change_has_the_number_by_which_one_steps(model: RailModel, presentation: Presentation) -> None:
    def places() -> dict[object, object]:
        found = (model.index(row) for row in range(model.rowCount()))
        return {row.data(RailRole.NUMBER): row.data(RailRole.PLACE) for row in found if row.data(RailRole.CHANGE)}

    assert places() == {number: number + 1 for number in range(6)}
    hidden = presentation.showing(frozenset(ChangeKind) - {ChangeKind.FIGURE})
    model.show(hidden, {})
    assert places() == {number: place for place, number in enumerate(hidden.order, 1)}
    model.show(hidden, {}, look_only=True)
    assert places() == {4: hidden.order.index(4) + 1}, "what is not listed keeps its number"


def test_hidden_kinds_leave_the_list_and_empty_parts_their_heading(
    model: RailModel, presentation: Presentation
) -> None:
    model.show(presentation.showing(frozenset({ChangeKind.ADDED})), {})
    assert rows(model) == ["Changes", 3]
    model.show(None, {})
    assert rows(model) == []


def test_a_change_says_everything_as_text(model: RailModel) -> None:
    row = model.row_of(4)
    assert row is not None
    said = model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        said == "Speaker changed (Quotation): “We must act now”, from Ann Lee to Bob Ray. Needs a look. Change 5 of 6"
    )
    doubtful = model.row_of(5)
    assert doubtful is not None
    assert "Doubtful link" in model.index(doubtful).data(Qt.ItemDataRole.AccessibleTextRole)


def test_headings_can_not_be_chosen(model: RailModel) -> None:
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.row_of(None) is None


def test_a_letter_that_one_version_alone_has_is_not_shown(model: RailModel, presentation: Presentation) -> None:
    lettered = Presentation(presentation.comparison, presentation.changes, sigla=("D", ""))
    model.show(lettered, {})
    assert model.data(model.index(1), RailRole.SIGLA) == ("", "")
    assert lettered.showing(frozenset({ChangeKind.FIGURE})).sigla == ("", "")


def test_the_sigla_of_the_versions_come_with_every_change(model: RailModel, presentation: Presentation) -> None:
    lettered = Presentation(presentation.comparison, presentation.changes, sigla=("D", "E"))
    model.show(lettered.showing(frozenset({ChangeKind.QUOTE})), {})
    assert model.index(1).data(RailRole.SIGLA) == ("D", "E")
