"""The measures count what they say they count; edits of single words in the seeds are told for what they are."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.text.reading import read_article, read_text

SEEDS = Path(__file__).parents[2] / "seeds"
A = "“We will mend the bridge,” Mayor Anna Lind said on Monday.\n\nShe called the plan “dead on arrival” in March."
B = "“We will mend that bridge,” the minister Omar Haddad said on Monday.\n\nThe plan is “dead on arrival,” Lind said."


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """An annotated story of two versions."""
    versions = []
    for letter, text in (("A", A), ("B", B)):
        (tmp_path / f"{letter}.txt").write_text(text, encoding="utf-8")
        cut = text.index("\n\n")
        sentences = [[f"{letter}00", 0, cut], [f"{letter}01", cut + 2, len(text)]]
        versions.append({"letter": letter, "file": f"{letter}.txt", "sentences": sentences})
    said = (
        ("A00", "We will mend the bridge", "Anna Lind", "k1"),
        ("B00", "We will mend that bridge", "Omar Haddad", "k1"),
        ("A01", "dead on arrival", "Anna Lind", "k2"),
        ("B01", "dead on arrival", "Ida Berg", "k2"),
    )
    note = {
        "claims": [{"id": "c1", "in": {"A": ["A00"], "B": ["B00"]}}, {"id": "c2", "in": {"A": ["A01"], "B": ["B01"]}}],
        "quotes": [
            {"id": f"q{n}", "sent": sent, "text": text, "speaker": speaker, "group": group}
            for n, (sent, text, speaker, group) in enumerate(said)
        ],
        "quote_groups": [
            {"id": "k1", "wording": "differs", "speaker": "differs"},
            {"id": "k2", "wording": "same", "speaker": "same"},
        ],
    }
    (tmp_path / "story.json").write_text(json.dumps({"story": "x", "annotations": 1, "versions": versions}))
    (tmp_path / "annotation-1.json").write_text(json.dumps(note))
    return tmp_path


def test_quotations_are_counted_against_the_annotation(story: Path) -> None:
    counts = script("measure_quotes").measure(story, None).counts
    assert (counts["found"], counts["found right"]) == (4, 4)
    assert (counts["speaker"], counts["speaker right"]) == (4, 3), "B01 is annotated to somebody else on purpose"
    assert counts["paired"] == 2


def test_edits_of_single_words_in_the_seeds_are_told() -> None:
    measure = script("measure_stance")
    articles = [read_article(read_text(path)) for path in sorted(SEEDS.glob("*.txt"))]
    told: Counter[str] = Counter()
    untold: Counter[str] = Counter()
    for edit in measure.EDITS:
        for article in articles:
            counts = measure.measure(article, edit, random.Random(edit.name))[0]
            (told if edit.expected else untold).update(counts)
    assert told["edits"] > 60
    assert told["found"] >= 0.9 * told["edits"]
    assert told["reported"] - told["right"] <= 0.05 * told["edits"]
    assert untold["edits"] > 30
    assert untold["reported"] == 0
