"""Where one stands in a comparison: the current change, the kinds shown, the claim under the pointer.

Says when any of it changes. Knows no widgets: they listen.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Presentation


@dataclass(frozen=True, slots=True)
class Step:
    """A step to change number `change`; `wrapped` where it went over the end of the list."""

    change: int
    wrapped: bool


def step(order: tuple[int, ...], current: int | None, forward: bool) -> Step | None:
    """The visible change after (or before) `current`, which need not be visible itself; None where there is none."""
    if not order:
        return None
    if current is None:
        return Step(order[0] if forward else order[-1], False)
    if forward:
        after = [number for number in order if number > current]
        return Step(after[0], False) if after else Step(order[0], True)
    before = [number for number in order if number < current]
    return Step(before[-1], False) if before else Step(order[-1], True)


class CompareState(QObject):
    """What the parts of the comparison share."""

    presentation_changed = Signal()
    """Another comparison, or other kinds of the same one."""
    current_changed = Signal(object)
    """The number of the current change, or None."""
    hovered_changed = Signal(object)
    """The number of the claim under the pointer, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presentation: Presentation | None = None
        self._visible = ALL_KINDS
        self._current: int | None = None
        self._hovered: int | None = None

    @property
    def presentation(self) -> Presentation | None:
        """The comparison shown, with the visible kinds; None where there is none."""
        return self._presentation

    @property
    def visible(self) -> frozenset[ChangeKind]:
        """The kinds one wants to see; kept from comparison to comparison."""
        return self._visible

    @property
    def current(self) -> int | None:
        """The change one stands on."""
        return self._current

    @property
    def hovered(self) -> int | None:
        """The claim under the pointer."""
        return self._hovered

    def show(self, presentation: Presentation | None, current: int | None = None) -> None:
        """Show another comparison. To stand on change `current` from the start is not to go there."""
        self._presentation = presentation.showing(self._visible) if presentation else None
        self._hovered = None
        self._current = current
        self.presentation_changed.emit()

    def set_visible(self, visible: frozenset[ChangeKind]) -> None:
        """Show only these kinds."""
        if visible == self._visible:
            return
        self._visible = visible
        if self._presentation is not None:
            self._presentation = self._presentation.showing(visible)
        self.presentation_changed.emit()
        if self._presentation and self._current is not None and self._current not in self._presentation.order:
            self.set_current(None)

    def toggle(self, kind: ChangeKind) -> None:
        """Show or hide one kind."""
        self.set_visible(self._visible ^ {kind})

    def show_only(self, kind: ChangeKind) -> None:
        """Show one kind and no other; all of them if that is so already."""
        self.set_visible(ALL_KINDS if self._visible == {kind} else frozenset({kind}))

    def set_current(self, change: int | None) -> None:
        """Stand on another change. Said even if it is the same one: going there again is a wish too."""
        if change is not None or self._current is not None:
            self._current = change
            self.current_changed.emit(change)

    def set_hovered(self, claim: int | None) -> None:
        """Light up another claim."""
        if claim != self._hovered:
            self._hovered = claim
            self.hovered_changed.emit(claim)

    def position(self) -> tuple[int, int]:
        """Which of how many visible changes one stands on; (0, n) for none."""
        order = self._presentation.order if self._presentation else ()
        place = order.index(self._current) + 1 if self._current in order else 0
        return place, len(order)
