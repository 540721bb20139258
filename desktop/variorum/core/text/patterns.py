"""Reads the tables under `resources/text` and compiles the patterns in them, once per process.

Knows how the tables are laid out, not what their patterns are for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from variorum.assets import resource_text


@cache
def table(name: str) -> dict[str, Any]:
    """The table `resources/text/<name>.toml`."""
    return tomllib.loads(resource_text(f"text/{name}.toml"))


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that matches where any of `patterns` does, without regard to case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def section(name: str, part: str) -> re.Pattern[str]:
    """All `patterns` of the entries of one part of a table as one pattern."""
    return any_of([pattern for entry in table(name)[part] for pattern in entry["patterns"]])


def has_any(passage: str, pieces: Iterable[str]) -> bool:
    """Whether any of the lower-case `pieces` stands in `passage`, whatever its capitals."""
    passage = passage.lower()
    return any(piece in passage for piece in pieces)


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """A list of words in a table, written in one string with white space between."""
    entry: Any = table(name)
    for key in keys:
        entry = entry[key]
    return frozenset(str(entry).split())
