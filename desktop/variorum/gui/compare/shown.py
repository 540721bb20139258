"""What a comparison screen shows, for whoever takes it out of the window."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.collate.model import Comparison
from variorum.core.export.content import Scope
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.state import CompareState


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison, and what of it is shown."""

    comparison: Comparison
    scope: Scope


def shown_of(state: CompareState, mode: Mode) -> Shown | None:
    """The comparison, the visible kinds, what was said of the changes; None where nothing is compared."""
    shown = state.presentation
    if shown is None:
        return None
    scope = Scope(
        shown.visible,
        unchanged=mode is not Mode.CHANGES,
        sigla=shown.sigla,
        reviews=state.reviews,
        removals=shown.removals,
    )
    return Shown(shown.comparison, scope)
