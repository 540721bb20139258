"""The rows of the rail: first what needs a look, then the other visible changes in reading order. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.core.collate.changes import Change
from variorum.core.handmade.model import NO_REVIEW, Review
from variorum.gui.compare.presentation import Presentation
from variorum.gui.compare.wording import numbered, spoken
from variorum.gui.words import tr

Index = QModelIndex | QPersistentModelIndex


class RailRole(IntEnum):
    """What a row tells beside its text."""

    CHANGE = Qt.ItemDataRole.UserRole + 1
    """The `Change`, None for a heading."""
    NUMBER = Qt.ItemDataRole.UserRole + 2
    """Its number in the comparison, None for a heading."""
    HEADING = Qt.ItemDataRole.UserRole + 3
    """The words of a heading, "" for a change."""
    SIGLA = Qt.ItemDataRole.UserRole + 4
    """The letters of the left and the right version, None for a heading."""
    REVIEW = Qt.ItemDataRole.UserRole + 5
    """The `Review` of the change, None for a heading."""
    BY_HAND = Qt.ItemDataRole.UserRole + 6
    """Whether the change's passages were linked by hand."""
    PLACE = Qt.ItemDataRole.UserRole + 7
    """Which of the visible changes it is in reading order, from 1: the number that stepping counts by."""


class RailModel(QAbstractListModel):
    """Headings and changes as one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._sigla = ("", "")
        self._rows: list[int | str] = []
        self._row_of: dict[int, int] = {}
        self._reviews: Mapping[int, Review] = {}
        self._by_hand: frozenset[int] = frozenset()
        self._places: dict[int, int] = {}

    def show(
        self, presentation: Presentation | None, reviews: Mapping[int, Review], *, look_only: bool = False
    ) -> None:
        """List the visible changes of `presentation` with what was said of them, or those alone that need a look."""
        self.beginResetModel()
        self._reviews = reviews
        claims = presentation.comparison.claims if presentation else ()
        self._by_hand = frozenset(number for number, claim in enumerate(claims) if claim.by_hand)
        self._changes = presentation.changes if presentation else ()
        self._sigla = presentation.sigla if presentation else ("", "")
        order = presentation.order if presentation else ()
        self._places = {number: place for place, number in enumerate(order, 1)}
        first = presentation.looks if presentation else ()
        rest = [] if look_only else [number for number in order if not self._changes[number].look]
        self._rows = []
        for heading, numbers in ((tr("Needs a look"), first), (tr("Changes"), rest)):
            self._rows += [heading, *numbers] if numbers else []
        self._row_of = {number: row for row, number in enumerate(self._rows) if isinstance(number, int)}
        self.endResetModel()

    def notes_differ(self, reviews: Mapping[int, Review]) -> bool:
        """Whether there are other notes in `reviews` than are shown."""
        before, after = ({n: r.note for n, r in said.items() if r.note} for said in (self._reviews, reviews))
        return before != after

    def show_reviews(self, reviews: Mapping[int, Review]) -> None:
        """Show that something else was said of the changes."""
        before, self._reviews = self._reviews, reviews
        for number in sorted(before.keys() | reviews.keys()):
            row = self._row_of.get(number)
            if row is not None and before.get(number) != reviews.get(number):
                index = self.index(row)
                roles = [RailRole.REVIEW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]
                self.dataChanged.emit(index, index, roles)

    def row_of(self, change: int | None) -> int | None:
        """The row of a change, if it is listed."""
        return None if change is None else self._row_of.get(change)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return able | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, str):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, RailRole.HEADING)
            return entry if role in words else None
        change = self._changes[entry]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = spoken(change, self._review(entry), by_hand=change.claim in self._by_hand)
            return said + numbered(self._places[entry], len(self._places))
        if role == RailRole.CHANGE:
            return change
        if role == RailRole.NUMBER:
            return entry
        if role == RailRole.SIGLA:
            return self._sigla
        if role in (RailRole.REVIEW, Qt.ItemDataRole.EditRole):
            review = self._review(entry)
            return review if role == RailRole.REVIEW else review.note
        if role == RailRole.PLACE:
            return self._places[entry]
        if role == RailRole.BY_HAND:
            return change.claim in self._by_hand
        return "" if role == RailRole.HEADING else None

    def _review(self, number: int) -> Review:
        return self._reviews.get(number, NO_REVIEW)
