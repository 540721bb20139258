"""The fit finds what it is to find, and writes weights that the program can read."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import numpy as np
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
    numbers = np.array([(i % 10, i % 3) for i in range(600)], float)
    links = np.array([i % 10 + i % 4 > 7 for i in range(600)], float)
    weights = fit_links.fit(numbers, links, ("telling", "noise"))
    assert weights.weights["telling"] > 0.8
    assert abs(weights.weights["noise"]) < 0.2
    probability = weights.judge(("telling", "noise"))
    assert probability((9.0, 1.0)) > 0.9
    assert probability((1.0, 1.0)) < 0.1


def test_weights_are_written_as_the_program_reads_them(fit_links: ModuleType) -> None:
    shipped = {name: shipped_model(name) for name in ("words", "meaning")}
    data = tomllib.loads(fit_links.as_toml(shipped, {"words": ["links F1 0.5"]}))
    for name, model in shipped.items():
        pair, story = (Weights(data[name][step]["bias"], data[name][step]["weights"]) for step in ("pair", "story"))
        assert Model(data[name]["threshold"], pair, story) == model


def test_what_is_left_out_gets_no_weight(fit_links: ModuleType) -> None:
    numbers = np.array([(i % 10, i % 3) for i in range(60)], float)
    weights = fit_links.fit(numbers, numbers[:, 0] > 5, ("telling", "noise"), frozenset({"noise"}))
    assert set(weights.weights) == {"telling"}
    probability = weights.judge(("telling", "noise"))
    assert probability((9.0, 1.0)) == probability((9.0, 7.0))
