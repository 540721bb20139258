"""The fit finds what it is to find, and writes weights that the program can read."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.collate.links import Model, Weights, shipped_model


@pytest.fixture(scope="module")
def fit_links() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fit_links", Path(__file__).with_name("fit_links.py"))
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_telling_number_gets_the_weight_and_noise_none(fit_links: ModuleType) -> None:
    rows = [((float(i % 10), float(i % 3)), i % 10 + i % 4 > 7) for i in range(600)]
    weights = fit_links.fit(rows, ("telling", "noise"))
    assert weights.weights["telling"] > 1.0
    assert abs(weights.weights["noise"]) < 0.2
    assert weights.probability(("telling", "noise"), (9.0, 1.0)) > 0.9
    assert weights.probability(("telling", "noise"), (1.0, 1.0)) < 0.1


def test_weights_are_written_as_the_program_reads_them(fit_links: ModuleType) -> None:
    shipped = shipped_model()
    data = tomllib.loads(fit_links.as_toml(shipped))
    words, story = (Weights(data[step]["bias"], data[step]["weights"]) for step in ("words", "story"))
    assert Model(data["threshold"], words, story) == shipped
