"""Meaning can be kept as bytes: small, nearly the same when it comes back, and damage is noticed."""

from __future__ import annotations

import numpy as np
import pytest

from variorum.assets import seeds
from variorum.core.meaning.encoder import Encoder
from variorum.core.meaning.model import Meaning
from variorum.core.meaning.packing import pack, unpack
from variorum.core.text.reading import read_article


@pytest.fixture(scope="module")
def meaning(encoder: Encoder) -> Meaning:
    return encoder.encode(read_article(min(seeds().iterdir(), key=lambda seed: seed.name).read_text(encoding="utf-8")))


def test_it_comes_back_nearly_the_same(meaning: Meaning) -> None:
    back = unpack(pack(meaning))
    assert back.model == meaning.model
    assert np.array_equal(back.passages, meaning.passages)
    assert np.array_equal(back.clauses, meaning.clauses)
    assert np.array_equal(back.words, meaning.words)
    for one, other in zip(meaning.arrays[1::2], back.arrays[1::2], strict=True):
        assert (one * other).sum(axis=1).min() > 0.9995
        assert np.linalg.norm(other, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_it_is_small(meaning: Meaning) -> None:
    assert len(pack(meaning)) < 150_000  # 720 words


def test_nothing_is_packed_as_well(encoder: Encoder) -> None:
    nothing = unpack(pack(encoder.encode(read_article(""))))
    assert [len(array) for array in nothing.arrays] == [0] * 6


@pytest.mark.parametrize("at", [0, 3, 7, 30, 500, -1])
def test_damage_is_noticed(meaning: Meaning, at: int) -> None:
    data = bytearray(pack(meaning))
    data[at] ^= 0x10
    with pytest.raises(ValueError, match="packed meaning"):
        unpack(bytes(data))


@pytest.mark.parametrize("size", [0, 10, 29, 1000])
def test_a_cut_off_end_is_noticed(meaning: Meaning, size: int) -> None:
    with pytest.raises(ValueError, match="packed meaning"):
        unpack(pack(meaning)[:size])
