"""The list of changes as CSV and JSON, with what editors said of them."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from variorum.assets import resource_text
from variorum.core.collate.changes import ChangeKind, changes
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.export.changes_json import changes_as_json
from variorum.core.export.content import Scope
from variorum.core.export.csv_export import as_csv
from variorum.core.handmade.model import Review
from variorum.core.text.reading import read_article


def rows(comparison: Comparison, scope: Scope | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(comparison, scope or Scope()).removeprefix("\ufeff"), newline="")))


def test_every_change_is_a_row(revised: Comparison) -> None:
    told = rows(revised)
    assert [row["number"] for row in told] == [str(n + 1) for n in range(len(changes(revised)))]
    (vote,) = [row for row in told if row["change"] == "14 votes → 12 votes"]
    assert (vote["needs a look"], vote["kind"], vote["before"], vote["after"]) == (
        "yes",
        "figure",
        "14 votes",
        "12 votes",
    )
    assert vote["left passage"].startswith("NORWICK (Coastal Press)")
    assert revised.left.text[int(vote["left start"]) : int(vote["left end"])] == "14 votes"


def test_spreadsheets_know_the_letters_and_the_lines(revised: Comparison) -> None:
    table = as_csv(revised)
    assert table.startswith("\ufeffnumber,")
    assert table.count("\r\n") == table.count("\n") == len(changes(revised)) + 1


@pytest.mark.parametrize("start", ["=1+1", "+1 more", "-2+3 of them", "@SUM(A1)", " =cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(start: str) -> None:
    told = f"The bridge is closed.\n\n{start.strip()} said the mayor of Norwick on Monday evening."
    comparison = compare(read_article("The bridge is closed."), read_article(told))
    for row in rows(comparison, Scope(reviews=dict.fromkeys(range(9), Review(note=start)))):
        assert all(not cell.lstrip().startswith(("=", "+", "@", "-")) for cell in row.values())
        assert row["note"] == f"'{start.strip()}"


def test_what_editors_said_and_only_the_kinds_in_scope_are_told(revised: Comparison) -> None:
    speaker = next(n for n, change in enumerate(changes(revised)) if change.title == "Speaker changed")
    scope = Scope(frozenset({ChangeKind.QUOTE}), reviews={speaker: Review(reviewed=True, note="Ask, “who?”\nNow")})
    (row,) = rows(revised, scope)
    assert (row["number"], row["reviewed"], row["note"]) == ("1", "yes", "Ask, “who?” Now")
    (change,) = changes_as_json(revised, scope)["changes"]
    assert (change["reviewed"], change["note"], change["kinds"]) == (True, "Ask, “who?” Now", ["quote"])


def test_the_data_are_as_the_schema_says(revised: Comparison) -> None:
    schema = json.loads(resource_text("schemas/changes.schema.json"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(json.dumps(changes_as_json(revised, Scope(sigla=("A", "B")))))
    Draft202012Validator(schema).validate(data)
    assert (data["left"]["siglum"], data["left"]["facts"]) == ("A", "Coastal Press")
    added = next(change for change in data["changes"] if change["kinds"] == ["added"])
    assert added["left"] is None
    assert added["right"]["text"] == "The state will pay for half of it, Governor Ruth Ames wrote in a letter."
