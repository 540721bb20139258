"""The ways to show a comparison, by the names that actions and the library's state use. Only names."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How two versions are shown."""

    SIDE_BY_SIDE = "side-by-side"
    ALIGNED = "aligned"
    CHANGES = "changes-only"
    CLEAN = "read-clean"


def mode_named(name: str | None) -> Mode:
    """The mode of that name; side by side for names not known."""
    return Mode(name) if name in list(Mode) else Mode.SIDE_BY_SIDE
