"""The ways to show a comparison in one place: one is seen, and built when it is first asked for.

To the screen they all look alike. Knows no jobs and no library.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose import ProseView


class Modes(QStackedWidget):
    """Shows the comparison in one mode and keeps the place when another one is chosen."""

    scrolled = Signal()
    view_built = Signal(object)
    """A view that takes the keys came into being: it needs its place in the order of Tab."""
    mode_shown = Signal()
    """Another mode is seen, with all it shows."""
    pointed = Signal(object, object)
    """The `Side` and the number of the claim under the pointer, None for neither."""

    def __init__(self, theme: ThemeService, state: CompareState, *, fade: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state, self._fade = theme, state, fade
        self._mode = Mode.SIDE_BY_SIDE
        self.side_by_side = SideBySide(theme, state, fade=fade)
        self._built: dict[Mode, SideBySide | RowsMode] = {Mode.SIDE_BY_SIDE: self.side_by_side}
        self.addWidget(self.side_by_side)
        self.side_by_side.scrolled.connect(self.scrolled)
        self.side_by_side.pointed.connect(self.pointed)

    @property
    def mode(self) -> Mode:
        """What is seen."""
        return self._mode

    @property
    def shown(self) -> SideBySide | RowsMode:
        """The mode's widget."""
        return self._built[self._mode]

    @property
    def panes(self) -> Mapping[Side, ProseView]:
        """The two texts of the mode side by side."""
        return self.side_by_side.panes

    def views(self) -> list[QWidget]:
        """The views that take the keys and are built already, but those side by side."""
        return [mode.view for mode in self._built.values() if isinstance(mode, RowsMode)]

    def all_views(self) -> list[QWidget]:
        """All views that take the keys and are built already."""
        return [*self.panes.values(), *self.views()]

    @property
    def scatters(self) -> bool:
        """Whether a passage's counterpart may be out of sight."""
        return self._mode not in (Mode.ALIGNED, Mode.CHANGES)

    def set_mode(self, mode: Mode) -> None:
        """Show the comparison another way, at the current change, else at the place one reads."""
        if mode is self._mode:
            return
        had_keys = self.has_keys()
        before, places = self.shown, {side: self.shown.place(side) for side in Side}
        self._mode = mode
        if mode not in self._built:
            self._built[mode] = self._build(mode)
        before.set_active(False)
        self.setCurrentWidget(self.shown)
        self.shown.set_active(True)
        if not self.shown.show_current():
            self.shown.set_place(places)
        if had_keys:
            self.shown.focus_texts()
        self.mode_shown.emit()

    def has_keys(self) -> bool:
        """Whether the keys are here, or in what lies over the texts."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _build(self, mode: Mode) -> RowsMode:
        from variorum.gui.compare.clean_mode import CleanMode
        from variorum.gui.compare.table_modes import AlignedMode, ChangesMode

        kinds: dict[Mode, type[AlignedMode] | type[CleanMode]] = {
            Mode.ALIGNED: AlignedMode,
            Mode.CHANGES: ChangesMode,
            Mode.CLEAN: CleanMode,
        }
        made = kinds[mode](self._theme, self._state, fade=self._fade)
        self.addWidget(made)
        made.scrolled.connect(self.scrolled)
        made.pointed.connect(self.pointed)
        self.view_built.emit(made.view)
        return made

    def set_faded(self, fade: bool) -> None:
        """Whether unchanged prose steps back."""
        self._fade = fade
        for mode in self._built.values():
            mode.set_faded(fade)

    def place(self, side: Side) -> int:
        """The offset of what stands at the top of a side; 0 at the very top."""
        return self.shown.place(side)

    def set_place(self, places: Mapping[Side, int]) -> None:
        """Show these offsets at the top."""
        self.shown.set_place(dict(places))

    def scroll_position(self) -> dict[Side, int]:
        """Where one is, for `restore_scroll` while the mode stays."""
        return self.shown.scroll_position()

    def restore_scroll(self, position: dict[Side, int]) -> None:
        """Go back there."""
        self.shown.restore_scroll(position)

    def top_offset(self, side: Side) -> int:
        """The offset of the first character on screen."""
        shown = self.shown
        return shown.top_offset(side) if isinstance(shown, SideBySide) else shown.place(side)

    # Where a claim is

    def active_side(self) -> Side:
        """The side that has the keys, if they are two; else the one whose order is shown."""
        shown = self.shown
        return shown.active_side() if isinstance(shown, SideBySide) else shown.lead

    def standing(self) -> tuple[Side, int] | None:
        """The claim of the row that has the keys, and a side that tells it."""
        shown = self.shown
        return shown.standing() if isinstance(shown, RowsMode) else None

    def show_claim(self, side: Side, claim: int) -> None:
        """Scroll so that a claim is seen where it stands on a side."""
        self.shown.show_claim(side, claim)

    def go_to_claim(self, claim: int) -> None:
        """Stand on a claim, with its passages in view."""
        self.shown.go_to_claim(claim)

    def hides(self, side: Side, claim: int) -> bool:
        """Whether a claim can be pointed at, but where it stands on a side its words aren't seen."""
        shown = self.shown
        return isinstance(shown, RowsMode) and shown.hides(side, claim)

    def boxes_of(self, side: Side, claim: int) -> list[QRect]:
        """Where a claim is seen, in coordinates of this widget; none where it isn't."""
        return [QRect(self.shown.mapTo(self, box.topLeft()), box.size()) for box in self.shown.boxes_of(side, claim)]
