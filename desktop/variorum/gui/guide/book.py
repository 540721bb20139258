"""The user guide as it is bundled: its chapters in order, their text in Markdown, their pictures. Knows no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.assets import guide

_ENTRY = re.compile(r"^\d+\. \[(?P<title>[^]]+)\]\((?P<name>[a-z-]+)\.md\)$", re.MULTILINE)
"""A line of the table of contents, which says the order of the chapters."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: the name of its file without the ending, and its title."""

    name: str
    title: str


def chapters() -> tuple[Chapter, ...]:
    """All chapters, in the order of the table of contents."""
    contents = (guide() / "README.md").read_text(encoding="utf-8")
    return tuple(Chapter(entry["name"], entry["title"]) for entry in _ENTRY.finditer(contents))


def text_of(name: str) -> str:
    """The Markdown of a chapter."""
    return (guide() / f"{name}.md").read_text(encoding="utf-8")


def picture(address: str, *, dark: bool) -> bytes:
    """A picture by its address in a chapter ("pictures/read.png"), as it looks in the dark where there is one such;
    nothing where there is none."""
    folder, _, name = address.rpartition("/")
    looks = (f"{folder}/dark/{name}", address) if dark else (address,)
    files = (guide().joinpath(*look.split("/")) for look in looks)
    return next((file.read_bytes() for file in files if file.is_file()), b"")
