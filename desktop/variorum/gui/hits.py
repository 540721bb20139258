"""F3 and Ctrl+F: places of what is sought, in the article that is read or in the two that are compared."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.gui.frame import Frame, Screens
from variorum.gui.searching import Searching


class Hits(QObject):
    """Passes the commands on to what is open."""

    changed = Signal()
    """There are more or fewer places."""

    def __init__(self, screens: Screens, frame: Frame, searching: Searching, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._frame, self._searching = screens, frame, searching
        self._read = 0
        screens.reader.hits_changed.connect(self._count)
        screens.compare.inquiry.found_changed.connect(lambda _: self.changed.emit())

    def _count(self, number: int) -> None:
        self._read = number
        self.changed.emit()

    def there(self) -> bool:
        """Whether there is anything to go to."""
        if self._frame.reads():
            return self._read > 0
        return self._frame.shows_comparison() and self._screens.compare.inquiry.matches() > 0

    @Slot()
    def find(self) -> None:
        """Find words in the two versions, or else in the library."""
        if self._frame.shows_comparison():
            self._screens.compare.inquiry.find()
        else:
            self._searching.focus_box()

    @Slot()
    def next(self) -> None:
        """To the next place."""
        if self._frame.reads():
            self._screens.reader.next_hit()
        else:
            self._screens.compare.inquiry.next_match()

    @Slot()
    def previous(self) -> None:
        """To the previous place."""
        if self._frame.reads():
            self._screens.reader.previous_hit()
        else:
            self._screens.compare.inquiry.previous_match()
