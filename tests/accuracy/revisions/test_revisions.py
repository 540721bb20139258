"""What was edited is found: every kind of change, on articles revised by known edits."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def measure() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("measure_revisions", FOLDER / "measure.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(FOLDER.parent))


@pytest.mark.parametrize("harsh", [False, True])
def test_every_kind_is_found(measure: ModuleType, harsh: bool) -> None:
    articles = measure.bases([measure.SEEDS], 9)
    total = {kind: measure.Tally() for kind in measure.KINDS}
    for share in measure.SHARES:
        for kind, tally in measure.measured(articles, share, harsh=harsh, rounds=1, seed=40).items():
            total[kind].add(tally)
    for kind, tally in total.items():
        assert tally.right + tally.missed >= 10, f"too few to measure: {kind}"
        assert tally.precision >= 0.97, f"{kind}: {tally}"
        assert tally.recall >= 0.97, f"{kind}: {tally}"


def test_the_measure_sees_what_is_wrong(measure: ModuleType) -> None:
    """An edit that the truth doesn't know must count against the comparison, or the figures would mean nothing."""
    article = measure.invented(3, 30)
    revision = measure.revise(article, 0.2, measure.PLAIN, [], random.Random(1))
    piece = next(p for row in revision.right[1:] for p in row if p.untouched)
    piece.right = ["Nothing of the kind was ever told before by anybody else."]
    tallies = measure.scored(revision)
    assert tallies["reworded"].missed == 1
    assert tallies["added"].false == tallies["dropped"].false == 1
