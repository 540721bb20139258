"""How one wants comparisons to be shown, remembered in the library for the next start."""

from __future__ import annotations

from variorum.gui.jobs import Lane
from variorum.gui.services import Services


def remember(services: Services, key: str, value: str) -> None:
    """Keep a value under a key of the library's state, in the background."""
    library = services.library
    services.jobs.run(lambda _: library.set_state(key, value), lambda _: None, lane=Lane.WRITE)
