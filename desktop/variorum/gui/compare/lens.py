"""The lens under the pointer and at a key: when it comes and goes, and where it lies.

Knows the state and the ways to show a comparison; what the lens says is for `Filling`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.gui.compare.fetch import Answer
from variorum.gui.compare.keys_back import KeysBack
from variorum.gui.compare.lens_card import WIDTH, LensCard
from variorum.gui.compare.lens_filling import Filling
from variorum.gui.compare.lens_page import Place
from variorum.gui.compare.lens_place import Box, around, placed
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.state import CompareState
from variorum.gui.services import Services
from variorum.gui.words import tr

WAIT_MS = 250
"""How long the pointer rests on a passage before the lens comes."""
LEAVE_MS = 300
"""How long it stays when the pointer has left, which may be on its way to it."""
_MARGIN = 10
NOTHING_HERE = tr("Go to a passage first (F8), then press I to see its counterpart.")
NO_ROOM = tr("The passage fills the view and leaves no room beside it: make the window larger or the text smaller.")
NOT_LINKED = tr("Nothing is linked here.")
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
"""Keys that do nothing by themselves."""
_ENDS = (QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.WindowDeactivate)


class Lens(QObject):
    """One passage under the lens at a time."""

    said = Signal(str)
    note_asked = Signal(int)
    """The note on the change of that number is to be written."""
    review_asked = Signal(int)
    """The change of that number is to be marked reviewed, or no longer."""
    other_asked = Signal(object, int)
    """The `Place` under the lens is to be looked at beside the article with that id."""

    def __init__(self, services: Services, state: CompareState, texts: Modes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._state, self._texts = services, state, texts
        self.card = LensCard(services.theme, texts)
        self._filling = Filling(services, state, self.card, self)
        self._next: Place | None = None
        """What the pointer rests on."""
        self._held = False
        """Whether it was asked for by key: then it stays until it is sent away."""
        self._keys = KeysBack()
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._leave = QTimer(self, singleShot=True, interval=LEAVE_MS)
        self._connect()

    def _connect(self) -> None:
        self._wait.timeout.connect(self._come)
        self._leave.timeout.connect(self._go)
        self._texts.pointed.connect(self._point)
        self._texts.scrolled.connect(self._follow_scrolling)
        self._texts.currentChanged.connect(self.close)
        self._state.presentation_changed.connect(self.close)
        self._state.pending_changed.connect(self.close)
        self._state.current_changed.connect(lambda _: self._leave_passage())
        self._services.theme.theme_changed.connect(self.close)
        self.card.entered.connect(self._stay)
        self.card.left.connect(self._leave.start)
        self.card.why_asked.connect(self.toggle_why)
        self.card.buttons.note_asked.connect(self._ask_note)
        self.card.other_chosen.connect(lambda article: self.other_asked.emit(self._place, article))
        self.card.buttons.review_asked.connect(self.review_asked)
        self.card.grown.connect(self._lie)
        self._filling.answered.connect(self._say_aloud)
        self._texts.installEventFilter(self)
        for view in self._texts.all_views():
            self._watch(view)
        self._texts.view_built.connect(self._watch)

    def _watch(self, view: QWidget) -> None:
        view.installEventFilter(self)

    def follow(self, answer: Answer | None) -> None:
        """This is what is compared now."""
        self._filling.follow(answer)
        self.close()

    @property
    def _place(self) -> Place | None:
        """What lies under the lens."""
        return self._filling.place

    # Under the pointer

    @Slot(object, object)
    def _point(self, side: Side | None, claim: int | None) -> None:
        place = Place(side, claim) if side is not None and claim is not None else None
        if self._held or self._state.pending is not None:
            return
        self._next = place
        if place is None or not self._wants(place):
            self._wait.stop()
            if self.card.isVisible():
                self._leave.start()
        elif place == self._place:
            self._wait.stop()
            self._leave.stop()
        else:
            self._wait.start()

    def _wants(self, place: Place) -> bool:
        """Whether the pointer alone brings the lens: not where the counterpart stands beside the passage anyway, nor
        where that isn't wanted."""
        shown = self._state.presentation if self._state.pointer_lens else None
        return shown is not None and (self._texts.scatters or not shown.comparison.claims[place.claim].linked)

    def _come(self) -> None:
        if self._next is not None and not self._held:
            self._show(self._next)

    def _go(self) -> None:
        if not self._held and not self.card.underMouse():
            self.close()

    def _stay(self) -> None:
        self._wait.stop()
        self._leave.stop()
        if self._place is not None:
            self._state.set_hovered(self._place.claim)

    # By key

    @Slot()
    def toggle(self) -> None:
        """Hold the lens over the passage one stands on, or take it away."""
        if self._held:
            self.close()
        else:
            self._hold()

    @Slot()
    def toggle_why(self) -> None:
        """Say what speaks for the link under the lens, else for the one where one stands; or no longer."""
        if self._place is None and not self._hold():
            return
        if self._filling.toggle_why():
            self._lie()
        else:
            self.said.emit(NOT_LINKED)

    def show_at(self, side: Side, claim: int) -> None:
        """Hold the lens over this passage."""
        self.close()
        self._hold(Place(side, claim))

    def say_why_at(self, side: Side, claim: int) -> None:
        """Say what speaks for this link."""
        self.show_at(side, claim)
        self.toggle_why()

    def _hold(self, place: Place | None = None) -> bool:
        """Lay the lens over a passage, else over the one where one stands, to stay there; whether there is one."""
        here = self.current()
        place = place or self._place or (Place(*here) if here else None)
        if place is None:
            self.said.emit(NOTHING_HERE)
            return False
        self._held = True
        if place != self._place:
            self._texts.show_claim(place.side, place.claim)
            self._show(place)
        self._say_aloud()
        return self._place is not None

    def current(self) -> tuple[Side, int] | None:
        """The claim one stands on, on the side that has the keys if it is told there."""
        shown, change = self._state.presentation, self._state.change
        if shown is None:
            return None
        number = self._state.claim
        if number is None and change is not None and change.left:
            number = shown.claim_at(Side.LEFT, change.left[0].start)
        if number is None:
            return self._texts.standing()
        active = self._texts.active_side()
        sides = [side for side in (active, active.other) if side.spans(shown.comparison.claims[number])]
        return (sides[0], number) if sides else None

    def _say_aloud(self) -> None:
        if self._held and self.card.isVisible():
            self.card.announce()

    # Where it lies

    def _show(self, place: Place) -> None:
        self._filling.show(place, hidden=self._texts.hides(place.side, place.claim))
        self._lie()
        self._filling.ask_others()

    def _ask_note(self, change: int) -> None:
        self.close()
        self.note_asked.emit(change)

    def _lie(self) -> None:
        """Lie beside the passage, or go where there is no room."""
        shown, place = self._state.presentation, self._place
        if shown is None or place is None:
            return
        passage = around([_box(rect) for rect in self._texts.boxes_of(place.side, place.claim)])
        whole = self._texts.rect()
        room = Box(_MARGIN, _MARGIN, whole.width() - 2 * _MARGIN, whole.height() - 2 * _MARGIN)
        width = min(WIDTH, room.width)
        box = placed(width, self.card.wanted(width).height(), passage, room) if passage else None
        if box is not None and passage is not None and box.width < width:  # narrower, it is higher
            box = placed(box.width, self.card.wanted(box.width).height(), passage, room)
        if box is None:
            if self._held:
                self.said.emit(NO_ROOM)
            self.close()
        else:
            self.card.lie(QRect(box.x, box.y, box.width, box.height))

    def _follow_scrolling(self) -> None:
        if self._held:
            self._lie()
        else:
            self.close()

    def _leave_passage(self) -> None:
        """One stands elsewhere now."""
        if self._place is not None and self._place.claim != self._state.claim:
            self.close()

    @Slot()
    def close(self, _: object = None) -> bool:
        """Take the lens away; whether it was there."""
        was_there = self.card.isVisible()
        had_keys = was_there and self.card.isAncestorOf(QApplication.focusWidget() or self._texts)
        if had_keys and not self._keys.give():
            self._texts.shown.focus_texts()
        self._wait.stop()
        self._leave.stop()
        self._filling.leave()
        self._next = None
        self._held = False
        self.card.hide()
        return was_there

    def _enter(self, view: QObject) -> bool:
        """Go from a text into the lens that is held over it; whether there is anything to go to."""
        came_from = view if isinstance(view, QWidget) else None
        if not self.card.isVisible() or not self.card.take_keys():
            return False
        self._keys.remember(came_from)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._held and event.key() == Qt.Key.Key_Tab and self._enter(watched):
                return True
            if not self._held and event.key() not in _SILENT:
                self.close()
        elif kind is QEvent.Type.MouseButtonPress or (kind in _ENDS and watched is self._texts):
            self.close()
        return super().eventFilter(watched, event)


def _box(rect: QRect) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
