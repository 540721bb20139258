"""Where the program's own data is: resources, seeds, the guide; installed, editable, zipped or frozen. Knows no Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def _root() -> Traversable:
    """The folder that holds `resources`, `seeds` and `docs`: inside the package when built, else the repository."""
    packaged = files("variorum") / "_data"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2]


def resource(name: str) -> Traversable:
    """A file or folder below `resources`, by its name with slashes."""
    return _root().joinpath("resources", *name.split("/"))


def resource_text(name: str) -> str:
    """The text of a resource file."""
    return resource(name).read_text(encoding="utf-8")


def seeds() -> Traversable:
    """The folder of the articles that a new library starts with."""
    return _root() / "seeds"


def guide() -> Traversable:
    """The folder of the user guide: chapters in Markdown and their pictures."""
    return _root().joinpath("docs", "guide")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a packaged program contains, and the terms it is under."""

    name: str
    version: str
    license: str
    text: str


def notices() -> tuple[Notice, ...]:
    """What a packaged program contains, as its build collected it (`packaging/notices.py`); empty in any other one."""
    file = _root() / "licenses.json"
    if not file.is_file():
        return ()
    return tuple(Notice(**entry) for entry in json.loads(file.read_text(encoding="utf-8")))
