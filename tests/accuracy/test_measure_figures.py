"""The measure of figures counts what it says it counts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import gold
import measure_figures

A = "Mayor Anna Lind mourned in Norwick on Monday.\n\nThe collapse of the Norwick market killed 12 people."
B = "Anna Lind went to the Norwick market.\n\nAt least 14 people were killed when the market collapsed."


def story(folder: Path, second_verdict: str) -> Path:
    versions, figures = [], []
    for letter, text, value in (("A", A, "12"), ("B", B, "14")):
        (folder / f"{letter}.txt").write_text(text, encoding="utf-8")
        cut = text.index("\n\n")
        sentences = [[f"{letter}00", 0, cut], [f"{letter}01", cut + 2, len(text)]]
        versions.append({"letter": letter, "file": f"{letter}.txt", "sentences": sentences})
        figures.append(
            {"sent": f"{letter}01", "text": f"{value} people", "value": value, "unit": "people", "group": "g1"}
        )
    figures.append({"sent": "A00", "text": "Monday", "value": "Monday", "unit": "date", "group": "g2"})
    figures.append({"sent": "A00", "text": "Lind", "value": "1", "unit": "people", "group": "g3"})
    groups = [{"id": "g1", "verdict": second_verdict}, {"id": "g2", "verdict": "single"}]
    note = {"claims": [], "figures": figures, "figure_groups": groups}
    (folder / "story.json").write_text(json.dumps({"story": "x", "annotations": 1, "versions": versions}))
    (folder / "annotation-1.json").write_text(json.dumps(note))
    return folder


def reported(folder: Path) -> list[str]:
    return list(measure_figures.lines([(gold.load(folder), folder)], show=True))


def test_an_annotated_contradiction_is_right_and_reported(tmp_path: Path) -> None:
    found = reported(story(tmp_path, "changed"))
    assert found[0].endswith("found 2 of 3 (0.667)")
    assert any(line.endswith("not found: Lind") for line in found)
    alone = next(line for line in found if line.startswith("the pair alone  "))
    assert alone.endswith("(1 of 1 right, 1 of 1 reported)")


def test_one_that_nobody_annotated_is_false(tmp_path: Path) -> None:
    found = reported(story(tmp_path, "same"))
    assert any(line.endswith("false: 12 people ~ 14 people") for line in found)
    alone = next(line for line in found if line.startswith("the pair alone  "))
    assert alone.endswith("(0 of 1 right, 0 of 0 reported)")


def test_other_stories_contradict_nothing(tmp_path: Path) -> None:
    one = gold.load(story(tmp_path, "same"))
    assert list(measure_figures.strangers([one])) == []
