"""Two panes that scroll together: finds out which one leads and moves the other one as `Sync` says."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollBar

from variorum.gui.compare.presentation import Side
from variorum.gui.compare.sync import Lead, Sync
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.prose import ProseView

LEAP = 160
"""Pixels the follower may move at once; further it glides."""
GLIDE_SHARE = 0.28
"""Share of the way that is left which a glide covers in a frame."""
FRAME_MS = 16

_TAKES_THE_LEAD = (
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
)


class ScrollTogether(QObject):
    """Keeps the panes level. Nothing follows after `hold()` until the user scrolls one of them."""

    scrolled = Signal()
    """Either pane has moved."""

    def __init__(self, panes: dict[Side, ProseView], theme: ThemeService) -> None:
        super().__init__(panes[Side.LEFT])
        self._panes = panes
        self._bars = {side: view.verticalScrollBar() for side, view in panes.items()}
        self._theme = theme
        self._sync: Sync | None = None
        self._leader: Side | None = None
        self._lead: Lead | None = None
        self._goal = 0
        self._glide = QTimer(self)
        self._glide.setInterval(FRAME_MS)
        self._glide.timeout.connect(self._glide_on)
        for side, view in panes.items():
            for watched in (view, view.viewport()):
                watched.installEventFilter(self)
            self._bars[side].valueChanged.connect(partial(self._follow, side))

    def set_sync(self, sync: Sync | None) -> None:
        """Scroll as `sync` says from now on; both stay where they are until the user scrolls."""
        self._sync = sync
        self.hold()

    def hold(self) -> None:
        """Leave both panes where they are (or to whoever moves them), and don't follow."""
        self._glide.stop()
        self._leader = self._lead = None

    def lead(self, side: Side) -> None:
        """From now on `side` leads and the other one follows."""
        if side is self._leader or self._sync is None:
            return
        self._glide.stop()
        self._leader = side
        bar = self._bars[side]
        self._lead = Lead(bar.value(), self._bars[side.other].value(), self._goal_for(side))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TAKES_THE_LEAD:
            for side, view in self._panes.items():
                if watched in (view, view.viewport()):
                    self.lead(side)
        return super().eventFilter(watched, event)

    def _goal_for(self, side: Side) -> float:
        assert self._sync is not None
        at = self._bars[side].value()
        return self._sync.right_for(at) if side is Side.LEFT else self._sync.left_for(at)

    def _follow(self, side: Side, value: int) -> None:
        if side is self._leader and self._lead is not None and self._sync is not None:
            self._go(self._bars[side.other], round(self._lead.place(value, self._goal_for(side))))
        self.scrolled.emit()

    def _go(self, bar: QScrollBar, goal: int) -> None:
        self._goal = max(bar.minimum(), min(goal, bar.maximum()))
        if not self._theme.reduced_motion and abs(self._goal - bar.value()) > LEAP:
            self._glide.start()
        elif not self._glide.isActive():
            bar.setValue(self._goal)

    def _glide_on(self) -> None:
        if self._leader is None:
            self._glide.stop()
            return
        bar = self._bars[self._leader.other]
        rest = self._goal - bar.value()
        if abs(rest) <= 2:
            self._glide.stop()
            bar.setValue(self._goal)
        else:
            bar.setValue(bar.value() + (round(rest * GLIDE_SHARE) or (1 if rest > 0 else -1)))
