"""The comparison screen: puts header, chips, panes and rail together, and asks for what they show.

The only part of the comparison that knows jobs and the library. Offers slots and signals to the window, knows no
other screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Comparison
from variorum.gui.compare.acts import Compared
from variorum.gui.compare.fetch import Answer, counterpart, fetch, mirrored
from variorum.gui.compare.inquiry import Inquiry
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.options import CompareOptions
from variorum.gui.compare.partners import Partners
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.refining import Refining
from variorum.gui.compare.reviewing import Reviewing
from variorum.gui.compare.showing import Showing
from variorum.gui.compare.shown import Shown, shown_of
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.wording import (
    AGAIN,
    BY_WORDS_ONLY,
    BY_WORDS_ONLY_WHY,
    READING,
    SAME_TEXT,
    position,
    same_pair,
    same_text,
    status,
)
from variorum.gui.jobs import Lane
from variorum.gui.services import Services
from variorum.gui.trouble import sentence
from variorum.gui.widgets.progress_line import ProgressLine

VIEW = "compare"
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
    filter_changed = Signal(object)
    """The `ChangeKind`s that are shown."""
    act_asked = Signal(object)
    """An `Act` to be done, and remembered so that it can be undone."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._state = CompareState(self)
        self._ids: tuple[int, int] | None = None
        self._status, self._status_why = "", ""
        self.refining = Refining(services, self)
        """Says which articles are to be read for meaning, and is to be told when they are."""
        self.refining.refined.connect(self._take_refined)
        self.refining.compares.connect(lambda: self.status_changed.emit(AGAIN))
        self.refining.gave_up.connect(lambda: self.status_changed.emit(self._status))
        self.partners = Partners(services, lambda: self._ids, self)
        """Says what is to be compared instead."""
        self.partners.chosen.connect(self.open)
        self.reviewing = Reviewing(services, self._state, self)
        """Takes what is said of changes."""
        self.reviewing.asked.connect(self.act_asked)
        self.reviewing.said.connect(self.status_changed)
        self.reviewing.note_asked.connect(self._write_note)
        self.options = CompareOptions(services, self._state, self.refining, self)
        """What counts as a change, and what of it is shown."""
        self._local: tuple[QAction, ...] = ()
        self._fade = services.settings.fade_unchanged
        self.showing = Showing(services, self)
        """Says in which mode a comparison is shown, and shows it in another one."""
        self._to_build = [self._build_bars, self._build_texts, self._build_rail, self._arrange, self._connect]
        self.inquiry = Inquiry(services, self._state, self)
        """Shows counterparts and says why passages are linked."""
        self.inquiry.said.connect(self.status_changed)
        self._to_build += [partial(self._warm, step) for step in range(WARMING)]
        self._state.presentation_changed.connect(lambda: self.filter_changed.emit(self._state.visible))

    @Slot()
    def prepare(self) -> None:
        """Build what is inside, if it isn't yet: the window need not wait for it when it starts."""
        while self._to_build:
            self._to_build.pop(0)()

    @Slot()
    def prepare_idly(self) -> None:
        """Build what is inside while one does something else: load it in the background, then build a part a turn."""
        self._services.jobs.run(lambda _: import_module(_INSIDES), lambda _: self._prepare_next())

    def _prepare_next(self) -> None:
        if self._to_build:
            self._to_build.pop(0)()
            QTimer.singleShot(0, self, self._prepare_next)

    def showEvent(self, event: QShowEvent) -> None:
        self.prepare()
        super().showEvent(event)

    def _build_bars(self) -> None:
        from variorum.gui.compare.insides import ChipBar, Notice, VersionHeader

        self._header = VersionHeader(self._services.theme)
        self._chips = ChipBar(self._services.theme)
        self._progress = ProgressLine()
        self._notice = Notice()

    def _build_texts(self) -> None:
        from variorum.gui.compare.insides import LinkBar, Linking, Modes, Patience, Veil, Walking

        self._texts = Modes(self._services.theme, self._state, fade=self._fade)
        self.showing.show_in(self._texts)
        veil = Veil(self._services.theme, self._texts)
        self._patience = Patience(self._progress, veil, lambda: self._state.presentation is not None, self)
        self._walking = Walking(self._state, self._texts, self)
        self._linking = Linking(self._services.theme, self._state, self._texts.side_by_side, self.refining.again, self)
        self._link_bar = LinkBar(self._services.theme, self._state, self._texts)

    def _warm(self, step: int) -> None:
        from variorum.gui.compare.insides import warm

        warm(self._services.theme, step, WARMING)

    def _build_rail(self) -> None:
        from variorum.gui.compare.insides import Rail, RailSwitch

        self._rail = Rail(self._services.theme, self._state)
        self._rail_switch = RailSwitch(self._services, self, self._rail, self._chips)

    def _arrange(self) -> None:
        from variorum.gui.compare.insides import arrange

        arrange(self, self._header, self._chips, self._progress, self._notice, self._texts, self._rail)

    def _connect(self) -> None:
        self.options.offer_in(self._chips.options)
        self.partners.serve(self._header)
        self.partners.said.connect(self._notice.say)
        self._header.swap_asked.connect(self.swap)
        self._header.read_asked.connect(self.article_opened)
        self._chips.toggled.connect(self._state.toggle)
        self._chips.alone_asked.connect(self._state.show_only)
        self._chips.step_asked.connect(self._walking.step)
        self._walking.said.connect(lambda words: self.status_changed.emit(words or self._status))
        self._texts.scrolled.connect(self.place_changed)
        self._rail.note_written.connect(self.reviewing.take_note)
        # What is being written or chosen would go with the row or the words it stands in.
        self.refining.hold_while(lambda: self._rail.writes or self._state.pending is not None)
        self._rail.writing_ended.connect(self.refining.release)
        self._state.pending_changed.connect(self.refining.release)
        self._linking.asked.connect(self.act_asked)
        self._linking.said.connect(self.status_changed)
        self._link_bar.canceled.connect(self._linking.cancel)
        self.showing.mode_changed.connect(self._linking.cancel)
        for part in (self._texts, self._rail.list):
            part.addActions(self._local)
        self._patience.canceled.connect(self._cancel)
        self.inquiry.attach(self._texts, self._local)
        self._state.presentation_changed.connect(self._show_presentation)
        self._state.current_changed.connect(self._show_position)
        self._texts.set_faded(self._fade)  # it may have been changed since the texts were built
        self._show_presentation()

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
        if not self._to_build:
            for part in (self._texts, self._rail.list):
                part.addActions(actions)

    def place(self) -> tuple[int, int]:
        """The offsets of the lines at the top of the left and of the right version; 0 at the very top."""
        if self._to_build:
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
        self._services.jobs.cancel_view(VIEW)
        self._notice.hide()
        self._empty()
        self._say("")

    def _empty(self) -> None:
        """Nothing is compared, and nothing under way."""
        self._patience.end()
        self.refining.stop()
        self._ids = None
        self.reviewing.follow(None)
        self._linking.follow(None)
        self.inquiry.follow(None)
        self._header.show_choices(None, None)
        self._chips.show_counts(())
        self._state.show(None)

    def _start(self, left_id: int, right_id: int, show: Callable[[Answer], None]) -> None:
        def done(answer: Answer) -> None:
            self._patience.end()
            self._ids = (left_id, right_id)
            show(answer)
            self.comparison_shown.emit(left_id, right_id)

        self.prepare()
        self._notice.hide()
        self._patience.begin()
        work = partial(fetch, self._services, left_id, right_id, options=self.options.words)
        self._services.jobs.run(work, done, self._fail, lane=Lane.READ, view=VIEW)

    def _show(self, answer: Answer, current: int | None = None) -> None:
        self._header.show_choices(answer.left, answer.right)
        self._put(answer, current, waits=bool(answer.lacking))
        if same_text(answer.comparison):
            self._notice.say(SAME_TEXT)
        self.refining.wait_for((answer.left.shown.id, answer.right.shown.id), answer.lacking)

    def _put(self, answer: Answer, current: int | None, *, waits: bool) -> None:
        """Show a comparison, and say how the two relate; `waits` if it is still to be made better."""
        compared = Compared(answer.comparison, answer.left.shown.id, answer.right.shown.id)
        self.reviewing.follow(compared)
        self._linking.follow(compared)
        self.inquiry.follow(answer)
        self._chips.show_counts(answer.changes)
        self._rail.rest()
        self._state.show(answer.presentation, current, answer.reviews)
        note = BY_WORDS_ONLY if answer.by_words_only else READING if waits else ""
        self._say(status(answer.comparison, note), BY_WORDS_ONLY_WHY if answer.by_words_only else "")

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
        said = sentence(error, "These two versions could not be compared")
        self._empty()
        self._notice.say(said)
        self._say(said)

    def _cancel(self) -> None:
        self._services.jobs.cancel_view(VIEW)
        self._patience.end()

    # Changing what is compared

    @Slot()
    def swap(self) -> None:
        """Swap the two sides and stay at the place."""
        if self._ids is None:
            return
        place, change = self._texts.scroll_position(), self._state.change

        def show(answer: Answer) -> None:
            self._show(answer, mirrored(change, answer.changes))
            self._texts.restore_scroll({side: place[side.other] for side in Side})

        self._start(self._ids[1], self._ids[0], show)

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

    # Walking and filtering

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

    @Slot(str)
    def toggle_kind(self, kind: str) -> None:
        """Show or hide a kind of change, by its `ChangeKind` value."""
        self._state.toggle(ChangeKind(kind))

    @Slot()
    def show_all_kinds(self) -> None:
        """Show every kind of change again."""
        self._state.set_visible(ALL_KINDS)

    def visible_kinds(self) -> frozenset[ChangeKind]:
        """The kinds of change that are shown."""
        return self._state.visible

    def set_visible_kinds(self, kinds: frozenset[ChangeKind]) -> None:
        """Show these kinds of change and no others."""
        self._state.set_visible(kinds)

    @Slot(bool)
    def set_faded(self, fade: bool) -> None:
        """Whether unchanged prose steps back."""
        self._fade = fade
        if not self._to_build:
            self._texts.set_faded(fade)

    def _show_presentation(self) -> None:
        self._chips.show_visible(self._state.visible)
        self._show_position()

    def _show_position(self, _: object = None) -> None:
        place, total = self._state.position()
        words = position(place, total) if self._state.presentation else ""
        self._chips.show_position(words, widest=position(total, total), any_change=total > 0)

    def status_why(self) -> str:
        """What explains the status, "" where nothing needs to be explained."""
        return self._status_why

    def _say(self, sentence: str, why: str = "") -> None:
        self._status, self._status_why = sentence, why
        self.status_changed.emit(sentence)

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
        if not self._to_build and event.size().width() != event.oldSize().width():
            self._rail_switch.place()
        super().resizeEvent(event)
