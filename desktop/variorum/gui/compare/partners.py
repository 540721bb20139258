"""What is put on a side of the comparison in the place of what is there: says what is to be compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from variorum.gui.compare.presentation import Side
from variorum.gui.pairing.choosing import choose_article
from variorum.gui.services import Services

if TYPE_CHECKING:
    from variorum.gui.compare.header import VersionHeader


class Partners(QObject):
    """Takes what the headers ask for."""

    chosen = Signal(int, int)
    """Compare these two."""
    source_asked = Signal(object, str)
    """A `Side` on which the clipboard ("clipboard") or a file ("file") is to stand."""
    keep_asked = Signal(int)
    """The id of an article that is to be put into the library."""
    said = Signal(str)

    def __init__(
        self, services: Services, compared: Callable[[], tuple[int, int] | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._compared = services, compared
        self._header: VersionHeader | None = None

    def serve(self, header: VersionHeader) -> None:
        """Take what this header asks for."""
        self._header = header
        header.version_chosen.connect(self._choose)
        header.other_asked.connect(self._ask)
        header.keep_asked.connect(self.keep_asked)

    def ask(self, side: Side) -> None:
        """Have an article of the library chosen for a side."""
        ids = self._compared()
        if self._header is not None and ids is not None:
            beside = ids[side is Side.LEFT]
            choose_article(
                self._services,
                self._header.buttons[side],
                partial(self._choose, side),
                self.said.emit,
                beside,
                still=lambda: self._compared() == ids,
            )

    def _ask(self, side: Side, source: str) -> None:
        if source == "article":
            self.ask(side)
        else:
            self.source_asked.emit(side, source)

    def _choose(self, side: Side, article_id: int) -> None:
        ids = self._compared()
        if ids is not None:
            left, right = ids
            self.chosen.emit(*((article_id, right) if side is Side.LEFT else (left, article_id)))
