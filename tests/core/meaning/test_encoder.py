"""What an article means, by the shipped model: passages, clauses and words, all with their places."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from variorum.core.cancel import CanceledError
from variorum.core.collate.terms import passages_of
from variorum.core.meaning import encoder as encoding
from variorum.core.meaning.encoder import Encoder, batches
from variorum.core.meaning.model import Meaning
from variorum.core.meaning.shipped import missing, shipped
from variorum.core.text.reading import read_article

TEXT = """Harbor pilots end their strike

EASTPORT — The harbor pilots of Eastport ended their strike on Monday, and the first ferries left at noon.

"We have what we came for," said Ana Lund, who leads the union.

The budget of the city library was not discussed.
"""


def cosine(one: Meaning, a: int, other: Meaning, b: int) -> float:
    return float(one.vectors[a] @ other.vectors[b])


def test_what_tells_the_same_in_other_words_lies_close(encoder: Encoder) -> None:
    one = encoder.encode(read_article(TEXT))
    other = encoder.encode(
        read_article("Ferry service resumed after the walkout of the port's pilots was called off.\n")
    )
    assert cosine(one, 1, other, 0) > 0.6
    assert cosine(one, 3, other, 0) < 0.2


def test_nothing_is_left_in_the_users_home(tmp_path: Path) -> None:
    """No id of the machine and no record of events, which the runtime else makes when it is imported."""
    if missing():
        pytest.skip("no model")
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE")}
    told = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    code = "from variorum.core.meaning.encoder import Encoder; assert Encoder.load()"
    there = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], env=told | homes | there, check=True, timeout=60)
    assert list(tmp_path.rglob("*")) == []


def test_known_similarities_of_the_model(encoder: Encoder) -> None:
    """As the original model has them, 32 bits, by sentence-transformers' own pooling."""
    meaning = encoder.encode(
        read_article(
            "The cat sits outside the house.\n\nA feline rests in front of the building.\n\n"
            "Interest rates rose again in March.\n"
        )
    )
    assert cosine(meaning, 0, meaning, 1) == pytest.approx(0.423, abs=0.01)
    assert cosine(meaning, 0, meaning, 2) == pytest.approx(-0.064, abs=0.01)


def test_passages_are_those_of_the_comparison(encoder: Encoder) -> None:
    article = read_article(TEXT)
    meaning = encoder.encode(article)
    passages = passages_of(article)
    assert meaning.fits(article)
    assert not meaning.fits(read_article(TEXT + "\nOne more thing.\n"))
    assert [tuple(row) for row in meaning.passages.tolist()] == [(p.span.start, p.span.end) for p in passages]
    starts = [start for passage in passages for start in passage.starts]
    assert set(meaning.words.tolist()) < set(starts)
    words = [TEXT[start:].split()[0].strip(',."') for start in meaning.words.tolist()]
    assert "strike" in words
    assert "the" not in words
    assert meaning.model == shipped().id  # type: ignore[union-attr]


def test_clauses_join_to_their_passage(encoder: Encoder) -> None:
    meaning = encoder.encode(read_article(TEXT))
    for number, (start, end) in enumerate(meaning.passages.tolist()):
        own = [(a, b) for passage, a, b in meaning.clauses.tolist() if passage == number]
        assert own[0][0] == start
        assert own[-1][1] == end
        assert all(before[1] == behind[0] for before, behind in pairwise(own))
    clause = next(
        TEXT[a:b] for passage, a, b in meaning.clauses.tolist() if passage == 1 and a > meaning.passages[1][0]
    )
    assert clause == "and the first ferries left at noon."


def test_vectors_have_unit_length_and_cannot_be_written_to(encoder: Encoder) -> None:
    meaning = encoder.encode(read_article(TEXT))
    for vectors in (meaning.vectors, meaning.clause_vectors, meaning.word_vectors):
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
        with pytest.raises(ValueError, match="read-only"):
            vectors[0] = 0
    assert meaning.vectors.shape[1] == shipped().dimensions  # type: ignore[union-attr]
    assert meaning.word_vectors.shape[1] == shipped().word_dimensions  # type: ignore[union-attr]


def test_a_passage_means_the_same_whatever_is_read_along_with_it(encoder: Encoder) -> None:
    alone = encoder.encode(read_article("The budget of the city library was not discussed.\n"))
    assert cosine(alone, 0, encoder.encode(read_article(TEXT)), 3) > 0.9999


@pytest.mark.parametrize(
    "text", ["", "\x01\x02", "\ud800\udfff lone halves \ud83d", "\u0301\u0301", "東京 🧿\n\nموسكو\n"]
)
def test_any_text_is_taken(encoder: Encoder, text: str) -> None:
    article = read_article(text)
    meaning = encoder.encode(article)
    assert meaning.fits(article)
    assert all(np.isfinite(array).all() for array in meaning.arrays)


def test_of_an_endless_passage_the_beginning_is_read(encoder: Encoder) -> None:
    article = read_article("The mayor spoke of ferries, " + "and of bridges that fell, " * 4_000 + "x" * 100_000)
    began = time.perf_counter()
    meaning = encoder.encode(article)
    assert time.perf_counter() - began < 3
    assert meaning.fits(article)
    assert 0 < len(meaning.words) < 256
    assert meaning.clauses[-1][2] < 5_000


def test_it_can_be_canceled_between_two_batches(encoder: Encoder) -> None:
    article = read_article("\n\n".join(f"Ferry number {n} left the harbor at noon." for n in range(200)))
    asked = 0

    def enough() -> bool:
        nonlocal asked
        asked += 1
        return asked > 203

    with pytest.raises(CanceledError):
        encoder.encode(article, enough)


def test_batches_hold_every_passage_once_and_are_not_too_large() -> None:
    lengths = [5, 300, 7, 600, 6, 100, 90]
    found = list(batches(lengths, 512))
    assert sorted(number for batch in found for number in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[n] for n in batch) <= 512 for batch in found)
    assert list(batches([], 512)) == []


@pytest.fixture
def unlooked() -> Iterator[None]:
    """Whether the model is there is looked for anew, and forgotten again."""
    shipped.cache_clear()
    yield
    shipped.cache_clear()


@pytest.mark.logs
@pytest.mark.usefixtures("unlooked")
def test_without_the_model_there_is_none_and_the_log_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("variorum.core.meaning.shipped.FOLDER", "nowhere")
    assert "model.onnx" in missing()
    assert Encoder.load() is None
    assert "model.onnx" in caplog.text


@pytest.mark.logs
@pytest.mark.usefixtures("unlooked")
def test_without_the_package_that_runs_it_there_is_none(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert Encoder.load() is None
    assert "onnxruntime" in caplog.text


@pytest.mark.logs
def test_a_damaged_model_is_none(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    real = encoding.open_session
    monkeypatch.setattr(encoding, "open_session", lambda model: real(model[:10_000]))
    assert Encoder.load() is None
    assert "could not be loaded" in caplog.text
