"""A comparison heeds a cancel soon, at whatever moment it comes."""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

FOLDER = Path(__file__).parents[2] / "benchmarks"
WORDS = 8_000


@pytest.fixture(scope="module")
def texts() -> Iterator[ModuleType]:
    before = list(sys.path)
    sys.path.insert(0, str(FOLDER))
    spec = importlib.util.spec_from_file_location("collation_benchmark", FOLDER / "collation.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before


@pytest.fixture(scope="module", params=["revised", "retold"])
def articles(texts: ModuleType, request: pytest.FixtureRequest) -> tuple[Article, Article]:
    made = texts.paragraphs(WORDS if request.param == "revised" else WORDS // 4, 1)
    changed = getattr(texts, request.param)(made, random.Random(2))
    return read_article(texts.text_of(made)), read_article(texts.text_of(changed))


def longest_silence(articles: tuple[Article, Article]) -> float:
    """Seconds of the processor between two askings, the longest."""
    asked = [time.process_time()]

    def should_cancel() -> bool:
        asked.append(time.process_time())
        return False

    compare(*articles, should_cancel=should_cancel)
    asked.append(time.process_time())
    assert len(asked) > 1_000
    return max(after - before for before, after in pairwise(asked))


def test_it_is_asked_often_in_every_stage(articles: tuple[Article, Article]) -> None:
    """The best of some runs counts: a busy machine or a collection of garbage is no stage of a comparison."""
    assert min(longest_silence(articles) for _ in range(4)) <= 0.05


def test_whenever_it_is_canceled_it_ends_there(articles: tuple[Article, Article]) -> None:
    times = 0

    def count() -> bool:
        nonlocal times
        times += 1
        return False

    compare(*articles, should_cancel=count)
    for part in range(1, 10):
        left = times * part // 10

        def should_cancel() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        with pytest.raises(CanceledError):
            compare(*articles, should_cancel=should_cancel)
        assert left == -1, "nobody asks again"
