"""Meaning as bytes, to be kept: about 100 KB for 700 words. Knows nothing of where they are kept.

A vector is a scale (32 bits) and a number of 8 bits for each dimension; that moves a cosine by a few thousandths.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from variorum.core.meaning.model import Meaning
from variorum.core.meaning.pooling import unit

_VERSION = 1
_HEAD = struct.Struct("<BI6I")
"""Version, checksum of all that follows it; length of the model's name, rows of passages, clauses and words, dimensions
of passages and of words."""


def pack(meaning: Meaning) -> bytes:
    """The bytes of `meaning`."""
    name = meaning.model.encode()
    tables = [
        np.ascontiguousarray(array, "<i4").tobytes() for array in (meaning.passages, meaning.clauses, meaning.words)
    ]
    vectors = [_packed(array) for array in (meaning.vectors, meaning.clause_vectors, meaning.word_vectors)]
    counts = (len(meaning.passages), len(meaning.clauses), len(meaning.words))
    sizes = (len(name), *counts, meaning.vectors.shape[1], meaning.word_vectors.shape[1])
    body = b"".join((name, *tables, *vectors))
    return _HEAD.pack(_VERSION, zlib.crc32(struct.pack("<6I", *sizes) + body), *sizes) + body


def unpack(data: bytes) -> Meaning:
    """The meaning that was packed. Raises `ValueError` for anything that `pack` did not make."""
    if len(data) < _HEAD.size:
        raise ValueError("too short for a packed meaning")
    version, checksum, *sizes = _HEAD.unpack_from(data)
    if version != _VERSION:
        raise ValueError(f"a packed meaning of version {version}")
    if zlib.crc32(data[5:]) != checksum:
        raise ValueError("a damaged packed meaning")
    name, passages, clauses, words, dimensions, word_dimensions = sizes
    reader = _Reader(data, _HEAD.size)
    return Meaning(
        model=reader.take(name).decode(),
        passages=reader.table(passages, 2),
        clauses=reader.table(clauses, 3),
        words=reader.table(words, 1).reshape(-1),
        vectors=reader.vectors(passages, dimensions),
        clause_vectors=reader.vectors(clauses, dimensions),
        word_vectors=reader.vectors(words, word_dimensions),
    )


def _packed(vectors: NDArray[np.float32]) -> bytes:
    scales = np.abs(vectors).max(axis=1, keepdims=True, initial=0.0).astype("<f4") / np.float32(127)
    small = np.round(vectors / np.where(scales == 0, 1, scales)).astype(np.int8)
    return bytes(scales.tobytes() + small.tobytes())


class _Reader:
    """Takes the arrays off the bytes, one after the other."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        self._at += size
        return self._data[self._at - size : self._at]

    def table(self, rows: int, columns: int) -> NDArray[np.int32]:
        """The next whole numbers."""
        found = np.frombuffer(self.take(4 * rows * columns), "<i4").reshape(rows, columns)
        return found.astype(np.int32)

    def vectors(self, rows: int, dimensions: int) -> NDArray[np.float32]:
        """The next vectors, of length 1 again."""
        scales = np.frombuffer(self.take(4 * rows), "<f4").reshape(rows, 1)
        small = np.frombuffer(self.take(rows * dimensions), np.int8).reshape(rows, dimensions)
        return unit(small * scales)
