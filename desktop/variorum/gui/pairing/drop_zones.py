"""What happens to files where they are dropped: the parts of the window, each with what it offers. Pure but for Qt's
rectangles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect

from variorum.gui.library.rows import MOST_VERSIONS
from variorum.gui.words import plural, tr


class Drop(Enum):
    """What is done with what is dropped."""

    LIBRARY = "library"
    STORY = "story"
    PAIR = "pair"
    READ = "read"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the window, what is done with what is dropped there, and how it is said."""

    drop: Drop
    rect: QRect
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is dragged over the window."""

    files: int
    folders: bool = False
    name: str = ""
    """Of the file, if it is one."""


def zones(sidebar: QRect, content: QRect, dragged: Dragged, beside: tuple[str, str] | None) -> tuple[Zone, ...]:
    """The parts of the window for this; `sidebar` is empty where it is hidden.

    `beside` are the headlines of what stays if a file is dropped on the left and on the right half; None where nothing
    is open.
    """
    into = tr("Drop to add to the library")
    if dragged.folders or dragged.files > MOST_VERSIONS:
        return (Zone(Drop.LIBRARY, sidebar | content, into, tr("Text files, or folders with text files in them")),)
    shelf = () if sidebar.isEmpty() else (Zone(Drop.LIBRARY, sidebar, tr("Add to the library")),)
    if dragged.files > 2:
        return (
            *shelf,
            Zone(
                Drop.STORY,
                content,
                plural("Drop to make a story of this text", "Drop to make a story of these %n texts", dragged.files),
            ),
        )
    if dragged.files == 2:
        return (*shelf, Zone(Drop.PAIR, content, tr("Drop to compare these two"), tr("Neither goes into the library")))
    if beside is None:
        return (*shelf, Zone(Drop.READ, content, tr("Drop to read it"), dragged.name))
    return (*shelf, *_halves(content, beside))


def _halves(content: QRect, beside: tuple[str, str]) -> tuple[Zone, Zone]:
    middle = content.width() // 2
    left, right = content.adjusted(0, 0, middle - content.width(), 0), content.adjusted(middle, 0, 0, 0)
    return (
        Zone(Drop.LEFT, left, tr("Drop on the left to compare with"), beside[0]),
        Zone(Drop.RIGHT, right, tr("Drop on the right to compare with"), beside[1]),
    )


def zone_at(offered: tuple[Zone, ...], point: QPoint) -> Zone | None:
    """The zone at a point of the window."""
    return next((zone for zone in offered if zone.rect.contains(point)), None)
