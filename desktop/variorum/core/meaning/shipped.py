"""The model that is shipped with the program: whether it is there, and what it is called. Loads nothing of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from variorum.assets import resource, resource_text

FOLDER = "meaning"
"""Below `resources`; made by `packaging/meaning/convert.py`."""
_FILES = ("model.onnx", "vocabulary.txt", "projection.npy", "meaning.toml")
MOST_WORDS = 10_000
"""Longer texts are read by their words alone: what one waits for, and what is kept of each, grows with the words."""
_PACKAGES = ("numpy", "onnxruntime")
_RECIPE = 1
"""How vectors are made of the model's answers; to be raised with every change that makes others of the same text."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """What `meaning.toml` says of the model."""

    id: str
    """Names the model, its exact files and the way vectors are made of it."""
    name: str
    origin: str
    license: str
    dimensions: int
    word_dimensions: int


@cache
def shipped() -> Shipped | None:
    """The shipped model; None where its files or the packages that run it are missing (see `missing`)."""
    if missing():
        return None
    data = tomllib.loads(resource_text(f"{FOLDER}/meaning.toml"))
    return Shipped(
        id=f"{data['id']}/{_RECIPE}",
        name=data["name"],
        origin=data["origin"],
        license=data["license"],
        dimensions=data["dimensions"],
        word_dimensions=data["word_dimensions"],
    )


def missing() -> tuple[str, ...]:
    """The names of files and packages that the model needs and that are not there."""
    files = [name for name in _FILES if not resource(f"{FOLDER}/{name}").is_file()]
    return (*files, *(name for name in _PACKAGES if find_spec(name) is None))
