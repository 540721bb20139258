"""What an index says of itself, in a small file beside it: of which schema, of which state of the library, how large.

Whoosh neither syncs its files nor checks them, so the manifest is how a truncated or foreign index is recognized.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from variorum.core.replacing import UNFINISHED, replace_file

_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of an index after a complete update."""

    schema: int
    revision: int
    """The library's revision that the index holds."""
    count: int
    """How many articles are in it."""
    generation: int
    """Whoosh's own number of the commit this was written after."""
    files: dict[str, int]
    """The index's files with their sizes in bytes."""


def read(folder: Path) -> Manifest | None:
    """The manifest of the index in `folder`; None if there is none or it can't be read."""
    try:
        found = Manifest(**json.loads((folder / _NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    numbers = (found.schema, found.revision, found.count, found.generation)
    return found if all(isinstance(number, int) for number in numbers) and isinstance(found.files, dict) else None


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest beside the index; it is whole or the one before stays."""
    replace_file(folder / _NAME, json.dumps(asdict(manifest)).encode())


def index_files(folder: Path) -> dict[str, int]:
    """The sizes of the files of the index in `folder`."""
    others = (_NAME, "LOCK", UNFINISHED)
    return {
        entry.name: entry.stat().st_size
        for entry in os.scandir(folder)
        if entry.is_file() and not entry.name.endswith(others)
    }
