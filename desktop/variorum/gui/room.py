"""Gives the sidebar room, or takes it: where the window is narrow, as at a large scale, there is room for one thing.

There the sidebar, when it is asked for, stands in the place of what is read, and goes when something is opened.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

NARROW = 860
"""Width in pixels below which the sidebar and what is read don't stand beside each other."""


class SidebarRoom(QObject):
    """Shows and hides `sidebar` beside `pages`, or in their place, as `frame` has room."""

    changed = Signal()
    """The sidebar came or went by itself."""

    def __init__(self, frame: QWidget, sidebar: QWidget, pages: QWidget) -> None:
        super().__init__(frame)
        self._frame, self._sidebar, self._pages = frame, sidebar, pages
        self._wanted = True
        self._narrow = False
        frame.installEventFilter(self)

    @property
    def narrow(self) -> bool:
        """Whether there is room for one of the two only."""
        return self._narrow

    @property
    def wanted(self) -> bool:
        """Whether the sidebar is to be seen where there is room for it."""
        return self._wanted

    def show(self, shown: bool) -> None:
        """Show the sidebar, or what is read alone."""
        if not self._narrow:
            self._wanted = shown
        self._sidebar.setVisible(shown)
        self._pages.setVisible(not (self._narrow and shown))

    def yield_to_pages(self) -> None:
        """Something was opened to be read."""
        if self._narrow and not self._sidebar.isHidden():
            self.show(False)
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        narrow = self._frame.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            shown = self._wanted and not narrow
            self._sidebar.setVisible(shown)
            self._pages.setVisible(True)
            self.changed.emit()
