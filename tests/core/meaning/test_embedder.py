"""The encoder in its own process: texts go in, packed meanings come out; it can be stopped, and may fail."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.meaning.embedder import Embedder, EmbeddingError
from variorum.core.meaning.packing import unpack
from variorum.core.text.reading import read_article

TEXT = "Ferries stop\n\nThe ferries of Eastport stopped on Monday."


def python(code: str) -> Embedder:
    """An embedder whose process is another program."""
    return Embedder([sys.executable, "-c", code])


@pytest.fixture
def embedder() -> Iterator[Embedder]:
    made = Embedder()
    yield made
    made.rest()


def test_a_text_comes_back_as_its_meaning(embedder: Embedder) -> None:
    meaning = unpack(embedder.embed(TEXT))
    assert meaning.model == embedder.model
    assert meaning.fits(read_article(TEXT))
    process = embedder._process
    assert unpack(embedder.embed("lone \ud800 half")).model == embedder.model
    assert embedder._process is process


def test_after_a_rest_it_starts_again(embedder: Embedder) -> None:
    embedder.embed(TEXT)
    embedder.rest()
    assert embedder._process is None
    assert embedder.embed(TEXT)


def test_it_can_be_stopped_in_the_middle_and_used_again() -> None:
    embedder = python("import time; time.sleep(60)")
    asked = threading.Event()

    def stop() -> bool:
        already = asked.is_set()
        asked.set()
        return already

    began = time.perf_counter()
    with pytest.raises(CanceledError):
        embedder.embed(TEXT, stop)
    assert time.perf_counter() - began < 5
    assert embedder._process is None
    assert embedder.model is not None


def test_a_process_that_ends_is_an_error_and_the_next_text_has_a_new_one() -> None:
    embedder = python("import sys; sys.exit(3)")
    for _ in range(2):
        with pytest.raises(EmbeddingError, match="ended"):
            embedder.embed(TEXT)
    assert embedder.model is not None


def test_a_text_that_fails_is_an_error_of_that_text_alone() -> None:
    embedder = python('print(\'{"error": "ValueError: no"}\', flush=True); input(); input()')
    with pytest.raises(EmbeddingError, match="ValueError"):
        embedder.embed(TEXT)
    assert embedder._process is not None
    embedder.rest()


def test_a_process_without_model_is_asked_no_more() -> None:
    embedder = python("print('{\"absent\": true}', flush=True)")
    with pytest.raises(EmbeddingError):
        embedder.embed(TEXT)
    assert embedder.model is None
    with pytest.raises(EmbeddingError, match="no model"):
        embedder.embed(TEXT)


def test_a_process_that_cannot_be_started_is_an_error() -> None:
    with pytest.raises(EmbeddingError, match="can't be started"):
        Embedder(["/no/such/program"]).embed(TEXT)
