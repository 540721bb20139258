"""The menu of a passage: copy, its counterpart, why it is linked, and what an editor does to it. Knows no library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from variorum.core.handmade.model import NO_REVIEW
from variorum.gui.compare.lens import Lens
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.review_buttons import mark_words, note_words
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.state import CompareState
from variorum.gui.widgets.prose import ProseView
from variorum.gui.words import tr

_IN_PLACE = {"counterpart": Lens.show_at, "why-linked": Lens.say_why_at}
"""What is shown beside the passage, wherever one stands; everything else is done to what one stands on."""
_LEFT_OUT = ("next-doubtful", "previous-doubtful")
_OF_CHANGES = ("review", "note")
"""What is said of a change, where the passage has one."""


class PassageMenu(QObject):
    """Opens at the pointer for the passage there, by key for the one where one stands."""

    def __init__(self, state: CompareState, texts: Modes, lens: Lens) -> None:
        super().__init__(texts)
        self._state, self._texts, self._lens = state, texts, lens
        self._actions: Sequence[QAction] = ()
        self.menu = QMenu(texts)
        for view in texts.all_views():
            self._watch(view)
        texts.view_built.connect(self._watch)
        state.presentation_changed.connect(self.menu.close)  # its passage is of the comparison before

    def _watch(self, view: QWidget) -> None:
        view.installEventFilter(self)
        if isinstance(view, QAbstractScrollArea):
            view.viewport().installEventFilter(self)

    def offer(self, actions: Sequence[QAction]) -> None:
        """These commands are for passages."""
        self._actions = [action for action in actions if action.objectName() not in _LEFT_OUT]

    def _under(self, watched: QObject, point: QPoint) -> tuple[Side, int] | None:
        """The passage under a point of a view; what was pointed at last may have been scrolled away since."""
        shown, mode = self._state.presentation, self._texts.shown
        if shown is None:
            return None
        if isinstance(mode, RowsMode):
            spot = mode.view.spot_at(point)
            claim = mode.claim_at(spot) if spot else None
            side = mode.side_at(spot, claim) if spot and claim is not None else None
            return (side, claim) if side is not None and claim is not None else None
        for side, view in self._texts.panes.items():
            offset = view.offset_at(point) if watched is view.viewport() else None
            claim = None if offset is None else shown.claim_at(side, offset)
            if claim is not None:
                return side, claim
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self._lens.current() if by_key else self._under(watched, event.pos())
        if self._fill(watched, place):
            self.menu.popup(self._beside(place) if by_key else event.globalPos())
        return True

    def _beside(self, place: tuple[Side, int] | None) -> QPoint:
        """Where the menu opens by key: under the passage one stands on, else in the middle."""
        boxes = self._texts.boxes_of(*place) if place else []
        return self._texts.mapToGlobal(boxes[-1].bottomLeft() if boxes else self._texts.rect().center())

    def _fill(self, watched: QObject, place: tuple[Side, int] | None) -> bool:
        """Whether there is anything to choose."""
        self.menu.clear()
        view = watched if isinstance(watched, ProseView | HandledRows) else watched.parent()
        selected = isinstance(view, ProseView | HandledRows) and bool(view.chosen_words())
        if isinstance(view, ProseView | HandledRows) and selected:
            self.menu.addAction(tr("&Copy")).triggered.connect(lambda: view.copy())
            self.menu.addSeparator()
        if place is None and not selected:
            return False
        shown = [action for action in self._actions if action.objectName() in _IN_PLACE]
        for action in shown:
            if place is not None and self._makes_sense(action, place):
                self._add(action, place)
        self.menu.addSeparator()
        for action in self._actions:
            if action not in shown:
                self._add(action, None if selected else place)
        return True

    def _add(self, action: QAction, place: tuple[Side, int] | None) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        claim = place[1] if place else self._state.claim
        change = None if claim is None else self._state.change_in(claim)  # the one one would stand on there
        of_change = action.objectName() in _OF_CHANGES
        words = self._words(action, change) if of_change else action.text()
        entry = self.menu.addAction(action.icon(), f"{words}\t{key}")
        entry.setEnabled(action.isEnabled() and not (of_change and change is None))
        entry.triggered.connect(self._doing(action, place, change))

    def _words(self, action: QAction, change: int | None) -> str:
        review = NO_REVIEW if change is None else self._state.review_of(change)
        return note_words(review) if action.objectName() == "note" else mark_words(review)

    def _makes_sense(self, action: QAction, place: tuple[Side, int]) -> bool:
        shown = self._state.presentation
        return action.objectName() != "why-linked" or bool(shown and shown.comparison.claims[place[1]].linked)

    def _doing(self, action: QAction, place: tuple[Side, int] | None, change: int | None) -> Callable[[], None]:
        def do() -> None:
            show = _IN_PLACE.get(action.objectName())
            if place is not None and show is not None:
                show(self._lens, *place)
                return
            if place is not None and self._state.claim != place[1]:
                self._texts.go_to_claim(place[1])
            if change is not None and change != self._state.current and action.objectName() in _OF_CHANGES:
                self._state.set_current(change)
            action.trigger()

        return do
