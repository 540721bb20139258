"""The two versions side by side: panes, gutter and overview strips, kept together as they scroll.

Shows what the state says and tells it what the pointer does. Knows no jobs and no library.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from variorum.core.collate.model import Claim, Regime
from variorum.core.text.model import Span
from variorum.gui.compare.column_type import column_px
from variorum.gui.compare.geometry import BandMap, Extent, bands
from variorum.gui.compare.jumping import Jumping, extent_of
from variorum.gui.compare.lines import PassageLines
from variorum.gui.compare.marked import Marked
from variorum.gui.compare.marks import side_marks
from variorum.gui.compare.overview import OverviewStrip, strip_marks
from variorum.gui.compare.presentation import Link, Presentation, Side
from variorum.gui.compare.ribbons import Gutter, signs
from variorum.gui.compare.saying import explained, keep_described
from variorum.gui.compare.scrolling import ScrollTogether
from variorum.gui.compare.seen import seen_boxes, top_offset
from variorum.gui.compare.sides import SIDES
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.sync import Anchor, Sync
from variorum.gui.compare.wording import same_pair
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose import ProseView
from variorum.gui.widgets.prose_page import Place


class SideBySide(QWidget):
    """Each version in its own order, linked passages level around the middle."""

    scrolled = Signal()
    """Either pane has moved."""
    pointed = Signal(object, object)
    """The `Side` and the number of the claim under the pointer, None for neither."""

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state, self._fade = theme, state, fade
        self._shown: Presentation | None = None
        self._active = True
        self.panes = {side: self._pane(side) for side in Side}
        self._marked = Marked(theme, lambda side, layer, marks: self.panes[side].set_marks(layer, marks))
        self.lines = {side: PassageLines(view) for side, view in self.panes.items()}
        self._gutter = Gutter(theme, self._explain)
        self.strips = {
            side: OverviewStrip(theme, view.verticalScrollBar(), on_left=side is Side.LEFT)
            for side, view in self.panes.items()
        }
        self.scrolling = ScrollTogether(self.panes, theme)
        self._jumping = Jumping(self.panes, self.scrolling)
        self._arrange()
        self._connect()

    def _pane(self, side: Side) -> ProseView:
        view = ProseView(self._theme, column=True)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        view.setAccessibleName(SIDES[side])
        view.set_reading_size(column_px(self._theme))
        return view

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strips[Side.LEFT])
        row.addWidget(self.panes[Side.LEFT], 1)
        row.addWidget(self._gutter)
        row.addWidget(self.panes[Side.RIGHT], 1)
        row.addWidget(self.strips[Side.RIGHT])

    def _connect(self) -> None:
        for side in Side:
            self.panes[side].installEventFilter(self)
            self.panes[side].size_asked.connect(self._theme.step_reading_px)
            self.panes[side].hovered.connect(partial(self._hover, side))
            self.panes[side].pressed.connect(partial(self._press, side))
            self.lines[side].measured.connect(self._join)
            self.strips[side].grabbed.connect(lambda side=side: self.scrolling.lead(side))
        self._gutter.claim_hovered.connect(self._state.set_hovered)
        self._gutter.link_pressed.connect(self._go_to_link)
        self.scrolling.scrolled.connect(self._scrolled)
        self.scrolling.scrolled.connect(self.scrolled)
        self._state.presentation_changed.connect(self._show)
        self._state.current_changed.connect(self._show_current)
        self._state.hovered_changed.connect(self._show_hovered)
        self._theme.theme_changed.connect(self._mark)
        self._theme.reading_px_changed.connect(self._set_size)
        keep_described(self.panes, self._state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            for side, view in self.panes.items():
                if watched is view:
                    self.strips[side].set_active(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the gutter the wheel scrolls too."""
        self.scrolling.lead(Side.LEFT)
        self.panes[Side.LEFT].verticalScrollBar().event(event)

    # What is shown

    def set_active(self, active: bool) -> None:
        """Follow the state, or leave off while one is out of sight."""
        self._active = active
        if active:
            self._show()
            self._mark()  # theme and fading may have changed meanwhile, and where one stands has
        else:
            self._state.set_pending(None)
            self.clear_selections()

    def _show(self) -> None:
        if not self._active or self._shown is self._state.presentation:
            return
        before, self._shown = self._shown, self._state.presentation
        if self._shown is None:
            self._show_nothing()
            return
        comparison = self._shown.comparison
        places: dict[Side, Place | None] = {}
        if before is None or before.comparison is not comparison:
            self.scrolling.set_sync(None)
            if before and same_pair(before.comparison, comparison):
                # The same two texts, compared with other evidence: one goes on reading where one is.
                places = {side: view.place() for side, view in self.panes.items()}
            for side, view in self.panes.items():
                if not places:
                    # With its marks from the start: what is bold is set once.
                    marks = side_marks(self._shown, side, self._theme.theme, fade=self._fade)
                    self._marked.stand(side, marks, there=True)
                    view.show_article(side.article(comparison), marks, self._shown.page(side))
                spans = ((n, side.spans(passage)) for n, passage in enumerate(self._shown.passages))
                self.lines[side].follow([(n, own) for n, own in spans if own])
        if places or (before is not None and before.comparison is comparison):
            self._mark()
        else:
            self._mark_place()
        self._join()
        if places:
            self.scrolling.hold()
            for side, place in places.items():
                self.panes[side].go_to(place)

    def _show_nothing(self) -> None:
        self.scrolling.set_sync(None)
        for side, view in self.panes.items():
            view.show_article(None)
            self.lines[side].follow(())
            self.strips[side].show_marks(())
        self._join()

    def _mark(self, _: object = None) -> None:
        if self._shown is None or not self._active:
            return
        for side in Side:
            self._marked.stand(side, side_marks(self._shown, side, self._theme.theme, fade=self._fade))
        self._mark_place()

    def _mark_place(self) -> None:
        """Mark what the pointer is on and where one stands."""
        self._show_hovered(self._state.hovered)
        self._marked.place(self._shown, self._state)

    def set_faded(self, fade: bool) -> None:
        """Whether unchanged prose steps back."""
        self._fade = fade
        self._mark()

    def _set_size(self, _: int) -> None:
        for view in self.panes.values():
            view.set_reading_size(column_px(self._theme))

    # Ribbons, strips, scrolling together

    def _join(self) -> None:
        """Join the passages at the heights they stand at now, as soon as any is measured."""
        if self._shown is None or not any(lines.extents for lines in self.lines.values()):
            self._gutter.join(BandMap(()), {}, (), 1.0)
            return
        left, right = (self.lines[side].extents for side in Side)
        links = {link.passage: link for link in self._shown.links}
        line_height = self._theme.reading_px * 1.5
        joined = [band for n in links for band in bands(n, left.get(n, ()), right.get(n, ()), line_height)]
        self._gutter.join(BandMap(joined), links, signs(self._shown, left, right), line_height)
        for side, strip in self.strips.items():
            strip.show_marks(strip_marks(self._shown, self.lines[side].extents))
        anchors = _anchors(self._shown.comparison.claims, left, right)
        panes = (extent_of(self.panes[Side.LEFT]), extent_of(self.panes[Side.RIGHT]))
        ordered = self._shown.comparison.regime is Regime.REVISION
        self.scrolling.set_sync(Sync(anchors, *panes, ordered=ordered))
        self._scrolled()

    def _scrolled(self) -> None:
        left, right = (self.panes[side].verticalScrollBar().value() for side in Side)
        self._gutter.move_to(left, right)

    def scroll_position(self) -> dict[Side, int]:
        """How far each pane is scrolled, in pixels."""
        return {side: view.verticalScrollBar().value() for side, view in self.panes.items()}

    def restore_scroll(self, position: dict[Side, int]) -> None:
        """Scroll both panes there, each by itself."""
        self.scrolling.hold()
        for side, value in position.items():
            self.panes[side].finish()
            self.panes[side].verticalScrollBar().setValue(value)

    def place(self, side: Side) -> int:
        """The offset of the line at the top of a pane, whatever its width; 0 at the very top."""
        place = self.panes[side].place()
        return place[0] if place else 0

    def set_place(self, places: dict[Side, int]) -> None:
        """Show these lines at the top of the panes."""
        self.scrolling.hold()
        for side, offset in places.items():
            self.panes[side].go_to((offset, 0.0) if offset else None)

    def top_offset(self, side: Side) -> int:
        """The offset of the first character on screen."""
        return top_offset(self.panes[side])

    # What is selected and chosen by hand

    def selection(self, side: Side) -> Span | None:
        """The words selected on a side, without white space around them."""
        span, article = self.panes[side].selected_span(), self.panes[side].article
        trimmed = span.trimmed(article.text) if span and article else None
        return trimmed or None

    def clear_selections(self) -> None:
        """Nothing is selected on either side."""
        for view in self.panes.values():
            view.clear_selection()

    def active_side(self) -> Side:
        """The side that has the keyboard; the left one if neither has."""
        return self.side_with_keys() or Side.LEFT

    def side_with_keys(self) -> Side | None:
        """The side that has the keyboard, if either has."""
        return next((side for side, view in self.panes.items() if view.hasFocus()), None)

    def show_passage(self, side: Side, span: Span) -> None:
        """Scroll one side so that a passage is seen, the other one stays."""
        self._jumping.passage(side, span)

    def show_claim(self, side: Side, claim: int) -> None:
        """Scroll so that a claim is seen where it stands on a side."""
        spans = side.spans(self._shown.comparison.claims[claim]) if self._shown else ()
        for span in spans[:1]:
            self.show_passage(side, span)

    def boxes_of(self, side: Side, claim: int) -> list[QRect]:
        """Where a claim is seen on a side, a box a passage, in coordinates of this widget."""
        spans = side.spans(self._shown.comparison.claims[claim]) if self._shown else ()
        return seen_boxes(self.panes[side], spans, self)

    # Pointer

    def _hover(self, side: Side, offset: int | None) -> None:
        if self._shown is not None:
            claim = None if offset is None else self._shown.claim_at(side, offset)
            self._state.set_hovered(claim)
            self.pointed.emit(side, claim)

    def _press(self, side: Side, offset: int | None) -> None:
        if self._shown is None or offset is None or self._state.pending is not None:
            return
        change = self._shown.change_at(side, offset)
        claim = self._shown.claim_at(side, offset)
        if change is not None:
            self._state.set_current(change)
        elif claim is not None:
            self.go_to_claim(claim)

    def _go_to_link(self, link: Link) -> None:
        if link.change is not None:
            self._state.set_current(link.change)
        elif link.claim is not None:
            self.go_to_claim(link.claim)

    def go_to_claim(self, claim: int) -> None:
        """Jump to a claim: to its change, or to both its passages where nothing changed."""
        assert self._shown is not None
        change = self._shown.change_of(claim)
        if change is not None:
            self._state.set_current(change)
            return
        self._state.stand_on(claim)
        passage = self._shown.comparison.claims[claim]
        self._jumping.to({side: side.spans(passage) for side in Side})

    def _show_hovered(self, claim: int | None) -> None:
        if self._shown is None or not self._active:
            return
        self._gutter.light(claim)
        self._marked.hover(self._shown, claim)

    # The current change

    def _show_current(self, number: int | None) -> None:
        if not self._active:
            return
        self._marked.place(self._shown, self._state)
        self._jump_to(number, eased=True)

    def show_current(self) -> bool:
        """Have the current change in view, at once; whether there is one."""
        return self._jump_to(self._state.current, eased=False)

    def _jump_to(self, number: int | None, *, eased: bool) -> bool:
        if self._shown is None or number is None:
            return False
        change = self._shown.changes[number]
        self._jumping.to({side: side.spans(change) or self._shown.opposite(side, change) for side in Side}, eased=eased)
        return True

    def focus_texts(self) -> None:
        """Give the keys to the left version."""
        self.panes[Side.LEFT].setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, link: Link) -> str:
        return explained(self._shown, link) if self._shown else ""


def _anchors(
    claims: Sequence[Claim], left: Mapping[int, tuple[Extent, ...]], right: Mapping[int, tuple[Extent, ...]]
) -> list[Anchor]:
    """Heights that tell the same: the first passages of linked claims, by the extents on either side."""
    level = (n for n, claim in enumerate(claims) if claim.linked and left.get(n) and right.get(n))
    return [Anchor(left[n][0].middle, right[n][0].middle, claims[n].confidence) for n in level]
