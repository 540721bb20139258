"""The comparison screen: puts header, chips, panes and rail together, and asks for what they show.

What is fetched and kept is for the parts it hands the services to. Offers slots and signals to the window, knows no
other screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.core.collate.model import Comparison
from variorum.gui.compare.acts import Compared
from variorum.gui.compare.building import Building
from variorum.gui.compare.comparing import Comparing
from variorum.gui.compare.fetch import Answer, counterpart, mirrored
from variorum.gui.compare.filtering import Filtering
from variorum.gui.compare.inquiry import Inquiry
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.options import CompareOptions
from variorum.gui.compare.partners import Partners
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.refining import Refining
from variorum.gui.compare.reviewing import Reviewing
from variorum.gui.compare.showing import Showing
from variorum.gui.compare.shown import Shown, shown_of
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.told import Told
from variorum.gui.compare.wording import SAME_TEXT, same_pair, same_text
from variorum.gui.services import Services
from variorum.gui.trouble import sentence
from variorum.gui.words import tr

WARMING = 3
"""Steps in which fonts are loaded."""
_INSIDES = "variorum.gui.compare.insides"


class ComparePanel(QWidget):
    """Two versions of a story side by side."""

    article_opened = Signal(int)
    comparison_shown = Signal(int, int)
    place_changed = Signal()
    """Either version was scrolled."""
    status_changed = Signal(str)
    act_asked = Signal(object)
    """An `Act` to be done, and remembered so that it can be undone."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._state = CompareState(self)
        self.comparing = Comparing(services, self._state, lambda: self.options.words, self)
        """Has two articles compared."""
        self.comparing.compared.connect(self.comparison_shown)
        self.comparing.failed.connect(self._fail)
        self.told = Told(self)
        """Says how the two relate, and what is happening."""
        self.told.changed.connect(self.status_changed)
        self.refining = Refining(services, self._state, lambda: self.options.words, self)
        """Says which articles are to be read for meaning, and is to be told when they are."""
        self.refining.refined.connect(self._take_refined)
        self.refining.outdated.connect(self.comparing.start_again)
        self.partners = Partners(services, lambda: self.comparing.ids, self)
        """Says what is to be compared instead."""
        self.partners.chosen.connect(self.open)
        self.reviewing = Reviewing(services, self._state, self)
        """Takes what is said of changes."""
        self.reviewing.asked.connect(self.act_asked)
        self.reviewing.said.connect(self.status_changed)
        self.reviewing.note_asked.connect(self._write_note)
        self.filtering = Filtering(self._state, self)
        """Says which kinds of change are shown."""
        self.options = CompareOptions(services, self._state, self.refining, self)
        """What counts as a change, and what of it is shown."""
        self._local: tuple[QAction, ...] = ()
        self._fade = services.settings.fade_unchanged
        self.showing = Showing(services, self)
        """Says in which mode a comparison is shown, and shows it in another one."""
        self.inquiry = Inquiry(services, self._state, self)
        """Shows counterparts and says why passages are linked."""
        self.inquiry.said.connect(self.status_changed)
        self.comparing.canceled.connect(self.inquiry.stay)
        steps = [self._begin, self._build_texts, self._build_rail, lambda: self._insides.arrange(), self._connect]
        warming = (partial(lambda step: self._insides.warm(step, WARMING), step) for step in range(WARMING))
        self._building = Building([*steps, *warming], self)

    @Slot()
    def prepare(self) -> None:
        """Build what is inside, if it isn't yet: the window need not wait for it when it starts."""
        self._building.finish()

    @Slot()
    def prepare_idly(self) -> None:
        """Build what is inside while one does something else: load it in the background, then build a part a turn."""
        self._building.go_on_idly(self._services.jobs, _INSIDES)

    def showEvent(self, event: QShowEvent) -> None:
        self.prepare()
        super().showEvent(event)

    def _begin(self) -> None:
        from variorum.gui.compare.insides import Insides

        self._insides = Insides(self._services, self._state, self)
        self._header, self._chips = self._insides.header, self._insides.chips
        self._notice = self._insides.notice

    def _build_texts(self) -> None:
        self._texts = self._insides.build_texts(fade=self._fade)
        self.showing.show_in(self._texts)
        self._insides.build_waiting(self.comparing, self.refining, self.told)
        self._walking = self._insides.build_walking(lambda: self.comparing.under_way)
        self._linking, self._link_bar = self._insides.build_linking(self.refining.again)

    def _build_rail(self) -> None:
        self._rail, self._rail_switch = self._insides.build_rail()

    def _connect(self) -> None:
        self.options.offer_in(self._chips.options)
        self.partners.serve(self._header)
        self.partners.said.connect(self._notice.say)
        self._header.swap_asked.connect(self.swap)
        self._header.read_asked.connect(self.article_opened)
        self._chips.step_asked.connect(self._walking.step)
        self._walking.said.connect(self.told.mention)
        self._texts.scrolled.connect(self.place_changed)
        self._rail.note_written.connect(self.reviewing.take_note)
        self.reviewing.leaving.connect(self._rail.finish_writing)
        for asking in (self._rail.tools, self.inquiry):
            asking.note_asked.connect(self.reviewing.ask_note_on)
            asking.review_asked.connect(self.reviewing.toggle_at)
        # What is being written or chosen would go with the row or the words it stands in.
        self.refining.hold_while(lambda: self._rail.writes or self._state.pending is not None)
        self._rail.writing_ended.connect(self.refining.release)
        self._state.pending_changed.connect(self.refining.release)
        self._linking.asked.connect(self.act_asked)
        self._linking.went_back.connect(self._texts.go_to_claim)
        self._linking.said.connect(self.status_changed)
        self._link_bar.canceled.connect(self._linking.cancel)
        self.showing.mode_changed.connect(self._linking.cancel)
        for part in (self._texts, self._rail.list):
            part.addActions(self._local)
        self.inquiry.attach(self._texts, self._local)
        self._texts.set_faded(self._fade)  # it may have been changed since the texts were built

    # Opening

    @Slot(int, int)
    def open(self, left_id: int, right_id: int) -> None:
        """Compare two articles of the library, `left_id` with `right_id`."""
        self._start(left_id, right_id, self._show_again)

    def comparison(self) -> Comparison | None:
        """What is shown."""
        shown = self._state.presentation
        return shown.comparison if shown else None

    def shown(self) -> Shown | None:
        """The comparison and what of it is shown, to be exported."""
        return shown_of(self._state, self.showing.mode)

    def take_keys(self, actions: Sequence[QAction]) -> None:
        """These have keys of one letter, which are theirs in the texts and the rail, and in no field of the window."""
        self._local = tuple(actions)
        self.inquiry.offer(actions)
        if self._building.done:
            for part in (self._texts, self._rail.list):
                part.addActions(actions)

    def place(self) -> tuple[int, int]:
        """The offsets of the lines at the top of the left and of the right version; 0 at the very top."""
        if not self._building.done:
            return 0, 0
        left, right = (self._texts.place(side) for side in Side)
        return left, right

    def set_place(self, left: int, right: int) -> None:
        """Go to a place given by `place()`, each version by itself."""
        self.prepare()
        self._texts.set_place({Side.LEFT: left, Side.RIGHT: right})

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self.prepare()
        self._notice.hide()
        self._empty()
        self.told.say("")

    def _empty(self) -> None:
        """Nothing is compared, and nothing under way."""
        self.comparing.forget()
        self.refining.stop()
        self.reviewing.follow(None)
        self._linking.follow(None)
        self.inquiry.follow(None)
        self._header.show_choices(None, None)
        self._state.show(None)

    def _start(self, left_id: int, right_id: int, show: Callable[[Answer], None]) -> None:
        self.prepare()
        self._notice.hide()
        self.comparing.start(left_id, right_id, show)

    def _show(self, answer: Answer, current: int | None = None) -> None:
        self._header.show_choices(answer.left, answer.right)
        self._put(answer, current, waits=bool(answer.lacking))
        if same_text(answer.comparison):
            self._notice.say(SAME_TEXT)
        self.refining.wait_for(answer.ids, answer.lacking)

    def _put(self, answer: Answer, current: int | None, *, waits: bool) -> None:
        """Show a comparison, and say how the two relate; `waits` if it is still to be made better."""
        compared = Compared(answer.comparison, *answer.ids)
        self.reviewing.follow(compared)
        self._linking.follow(compared)
        self.inquiry.follow(answer)
        self._rail.rest()
        self._state.show(answer.presentation, current, answer.reviews)
        self.reviewing.look_again()
        self.told.tell(answer, waits=waits)

    def _show_again(self, answer: Answer) -> None:
        """Show a comparison; of texts that are shown already, whatever their ids, stay where one stands."""
        same = same_pair(answer.comparison, self.comparison())
        self._show(answer, counterpart(self._state.change, answer.changes) if same else None)

    def _take_refined(self, answer: Answer) -> None:
        """What is shown, compared once more: stay where one is."""
        with self._rail.held():
            current = counterpart(self._state.stood_on, answer.changes, self._texts.side_by_side.side_with_keys())
            self._put(answer, current, waits=self.refining.waits)

    def _fail(self, error: Exception) -> None:
        said = sentence(error, tr("These two versions could not be compared"))
        self._empty()
        self._notice.say(said)
        self.told.say(said)

    # Changing what is compared

    @Slot()
    def swap(self) -> None:
        """Swap the two sides and stay at the place; what is still to be shown comes with its sides swapped."""
        ids, wanted = self.comparing.ids, self.comparing.wanted
        if wanted is None:
            return
        if ids != wanted:
            self.open(wanted[1], wanted[0])
            return
        place, change = self._texts.scroll_position(), self._state.change

        def show(answer: Answer) -> None:
            self._show(answer, mirrored(change, answer.changes))
            self._texts.restore_scroll({side: place[side.other] for side in Side})

        self._start(wanted[1], wanted[0], show)

    @Slot()
    def link(self) -> None:
        """Link by hand (see `Linking.link`), between the texts side by side."""
        self.prepare()
        if self._linking.can_link():
            self.showing.set_mode(Mode.SIDE_BY_SIDE)
        self._linking.link()

    @Slot()
    def unlink(self) -> None:
        """Undo the links where one stands."""
        self.prepare()
        self._linking.unlink()

    # Walking

    @Slot()
    def next_change(self) -> None:
        """Go to the next visible change."""
        self._step(True)

    @Slot()
    def previous_change(self) -> None:
        """Go to the previous visible change."""
        self._step(False)

    def _step(self, forward: bool) -> None:
        """Go on, and have the keys: what one does with a change is one letter."""
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()
        self._walking.step(forward)

    @Slot(bool)
    def set_faded(self, fade: bool) -> None:
        """Whether unchanged prose steps back."""
        self._fade = fade
        if self._building.done:
            self._texts.set_faded(fade)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on to the texts: commands of one letter are theirs."""
        super().focusInEvent(event)
        if self._building.done:
            self._texts.shown.focus_texts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.inquiry.close():
            return
        if event.key() == Qt.Key.Key_Escape and self._state.current is not None:
            self._state.set_current(None)
        else:
            super().keyPressEvent(event)

    # The rail

    def _write_note(self, change: int) -> None:
        self._rail_switch.open()
        self._rail.write_note(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._building.done and event.size().width() != event.oldSize().width():
            self._rail_switch.place()
        super().resizeEvent(event)
