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


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"revisions_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measure() -> Iterator[ModuleType]:
    before = list(sys.path)
    yield script("measure")
    sys.path[:] = before


@pytest.fixture(scope="module")
def mixed() -> Iterator[ModuleType]:
    before = list(sys.path)
    yield script("mixed")
    sys.path[:] = before


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


@pytest.mark.parametrize(("share", "woven"), [(0.3, False), (0.5, True), (0.7, True)])
def test_half_wire_copy_half_own(measure: ModuleType, mixed: ModuleType, share: float, woven: bool) -> None:
    """The copy is told as a revision, the rest linked as it would be without any copy beside it."""
    total = mixed.Mixed()
    for number, (left, right) in enumerate([*mixed.pairs([mixed.SEEDS])][:4]):
        total.add(mixed.measured(left, right, share, woven=woven, seed=number))
    for kind, tally in total.copied.items():
        assert tally.precision >= 0.97, f"{kind}: {tally}"
        assert tally.recall >= 0.97, f"{kind}: {tally}"
    assert total.copied["unchanged"].right > 40
    assert total.across == 0
    assert total.own.right > 40
    assert total.own.precision >= 0.9
    assert total.own.recall >= 0.88  # 77 links: each is more than a hundredth


def test_what_replaces_a_sentence_is_not_taken_for_it(measure: ModuleType) -> None:
    """Nor is it sent to the linker, which would find something in common."""
    replace = importlib.import_module("revisions.edits").replace
    articles = measure.bases([measure.SEEDS], 0)
    pool = [sentence for paragraph in measure.invented(5, 60)[1:] for sentence in paragraph]
    for name, article in articles.items():
        tallies = measure.scored(measure.revise(article, 0.3, [replace], pool, random.Random(name)))
        assert tallies["reworded"].false == 0
        assert tallies["dropped"].missed == tallies["added"].missed == 0
