"""A comparison heeds a cancel soon, at whatever moment it comes."""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from variorum.core.cancel import CanceledError, ShouldCancel
from variorum.core.collate.compare import compare
from variorum.core.collate.likeness import MeaningEvidence
from variorum.core.collate.rarity import Lexicon, is_function_word
from variorum.core.collate.vectors import unit
from variorum.core.collate.version import Version
from variorum.core.meaning.model import Meaning
from variorum.core.meaning.shipped import MOST_WORDS
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

FOLDER = Path(__file__).parents[2] / "benchmarks"
WORDS = 8_000
LONGEST = 0.05
"""Seconds of the processor."""
DIMENSIONS = 128


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
    return silence_of(lambda should_cancel: compare(*articles, should_cancel=should_cancel))


def silence_of(work: Callable[[ShouldCancel], object]) -> float:
    asked = [time.process_time()]

    def should_cancel() -> bool:
        asked.append(time.process_time())
        return False

    work(should_cancel)
    asked.append(time.process_time())
    assert len(asked) > 100
    return max(after - before for before, after in pairwise(asked))


def test_it_is_asked_often_in_every_stage(articles: tuple[Article, Article]) -> None:
    """The best of some runs counts: a busy machine or a collection of garbage is no stage of a comparison."""
    assert any(longest_silence(articles) <= LONGEST for _ in range(4))


def meant(article: Article) -> Version:
    """A version with vectors made up: one a sentence, one for each half of it and one a word."""
    rng = np.random.default_rng(len(article.text))
    version = Version.of(article)

    def vectors(count: int) -> NDArray[np.float32]:
        return unit(rng.standard_normal((count, DIMENSIONS), np.float32))

    passages = [(p.span.start, p.span.end) for p in version.passages]
    clauses = [
        (index, *ends)
        for index, (start, end) in enumerate(passages)
        for ends in ((start, (start + end) // 2), ((start + end) // 2, end))
    ]
    words = [
        start
        for p in version.passages
        for start, stem in zip(p.starts, p.stems, strict=True)
        if not is_function_word(stem)
    ]
    made = Meaning(
        "made up",
        np.array(passages, np.int32),
        vectors(len(passages)),
        np.array(clauses, np.int32),
        vectors(len(clauses)),
        np.array(words, np.int32),
        vectors(len(words)),
    )
    return replace(version, meaning=made)


def test_it_is_asked_often_while_meaning_is_looked_at(texts: ModuleType) -> None:
    made = texts.paragraphs(MOST_WORDS, 1)
    left, right = (meant(read_article(texts.text_of(m))) for m in (made, texts.retold(made, random.Random(2))))
    lexicon = Lexicon([left.passages, right.passages])

    def work(should_cancel: ShouldCancel) -> None:
        list(MeaningEvidence().about(left, right, lexicon, should_cancel).candidates())

    assert any(silence_of(work) <= LONGEST for _ in range(4))


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
