"""What is open now and what was before: the way back and forward. Knows no screens; it says where to go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, with the query it was found by."""

    article_id: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class Comparing:
    """Two articles side by side, with the query they were found by. With another query it is the same place."""

    left: int
    right: int
    query: str = field(default="", compare=False)


Place = Reading | Comparing


class Wish:
    """A place that is asked for and comes later, if it is still wanted then."""

    def __init__(self, holds: Callable[[], bool]) -> None:
        self._holds = holds

    def then(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        """`answer`, which does nothing once the place is no longer wanted."""

        def as_wanted(found: T) -> None:
            if self._holds():
                answer(found)

        return as_wanted


class Navigator(QObject):
    """A history of places like a browser's."""

    went = Signal(object)
    """Show this `Place`."""
    changed = Signal()
    """There is more or less to go back or forward to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._here: Place | None = None
        self._steps = 0
        """How often one went anywhere, or asked to."""

    @property
    def here(self) -> Place | None:
        """Where one is."""
        return self._here

    def wish(self) -> Wish:
        """One asks for a place that takes a while: it is wanted until one goes elsewhere or asks for another.

        An article that gets another id, or sides that are swapped, are the same place.
        """
        self._steps += 1
        steps = self._steps
        return Wish(lambda: steps == self._steps)

    def go(self, place: Place) -> None:
        """Go to a new place."""
        self._steps += 1
        if place != self._here:
            if self._here is not None:
                self._behind = [*self._behind[1 - _DEPTH :], self._here]
            self._ahead.clear()
        self._arrive(place)

    def note(self, place: Place) -> None:
        """A screen went to this place by itself, as a comparison does when its sides are swapped."""
        if place != self._here:
            self._here = place
            self.changed.emit()

    def back(self) -> None:
        """Go to where one was before."""
        if self._behind and self._here is not None:
            self._steps += 1
            self._ahead.append(self._here)
            self._arrive(self._behind.pop())

    def forward(self) -> None:
        """Go to where one came back from."""
        if self._ahead and self._here is not None:
            self._steps += 1
            self._behind.append(self._here)
            self._arrive(self._ahead.pop())

    def can_go_back(self) -> bool:
        """Whether there is anything behind."""
        return bool(self._behind)

    def can_go_forward(self) -> bool:
        """Whether there is anything ahead."""
        return bool(self._ahead)

    def forget(self, ids: set[int]) -> None:
        """These articles are gone: no way leads back to them."""
        self._behind = [place for place in self._behind if not ids & articles_of(place)]
        self._ahead = [place for place in self._ahead if not ids & articles_of(place)]
        if self._here is not None and ids & articles_of(self._here):
            self._steps += 1
            self._here = None
        self.changed.emit()

    def exchange(self, ids: Mapping[int, int]) -> None:
        """These articles have other ids now; what is open is shown anew where it is one of them."""
        self._behind = [_exchanged(place, ids) for place in self._behind]
        self._ahead = [_exchanged(place, ids) for place in self._ahead]
        if self._here is not None:
            here = _exchanged(self._here, ids)
            if here != self._here:
                self._arrive(here)

    def _arrive(self, place: Place) -> None:
        self._here = place
        self.went.emit(place)
        self.changed.emit()


def _exchanged(place: Place, ids: Mapping[int, int]) -> Place:
    if isinstance(place, Reading):
        return replace(place, article_id=ids.get(place.article_id, place.article_id))
    return replace(place, left=ids.get(place.left, place.left), right=ids.get(place.right, place.right))


def articles_of(place: Place) -> set[int]:
    """The articles that are open there."""
    return {place.article_id} if isinstance(place, Reading) else {place.left, place.right}
