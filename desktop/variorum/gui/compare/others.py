"""How the other versions of a story tell a passage, one after the other, in the background. Knows jobs, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.telling import telling
from variorum.core.library.model import ArticleRow
from variorum.core.text.model import Span
from variorum.gui.compare.lens_page import Named, Other
from variorum.gui.services import Services
from variorum.gui.telling import one_line

_VIEW = "compare.others"
_QUOTED = 220
"""Characters of the passage in another version."""


def named(row: ArticleRow) -> Named:
    """A version as the lens names it."""
    return Named(row.siglum, row.outlet or one_line(row.headline, 60))


class Others(QObject):
    """Asks version after version; what was asked before is never answered any more."""

    found = Signal(object)
    """An `Other`."""
    ended = Signal()
    """All versions were asked."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked = 0

    def ask(self, own: int, passage: Sequence[Span], versions: Sequence[ArticleRow]) -> None:
        """How do these versions tell a passage of article `own`?"""
        self.stop()
        self._next(self._asked, own, tuple(passage), tuple(versions))

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._asked += 1
        self._services.jobs.cancel_view(_VIEW)

    def _next(self, asked: int, own: int, passage: tuple[Span, ...], versions: tuple[ArticleRow, ...]) -> None:
        if asked != self._asked:
            return
        if not versions:
            self.ended.emit()
            return
        row, *rest = versions

        def done(other: Other | None) -> None:
            if asked == self._asked:
                if other is not None:
                    self.found.emit(other)
                self._next(asked, own, passage, tuple(rest))

        # A version that went meanwhile or can't be compared is left out: what the others tell still holds.
        self._services.jobs.run(self._looking(own, passage, row), done, lambda _: done(None), view=_VIEW)

    def _looking(self, own: int, passage: tuple[Span, ...], row: ArticleRow) -> Callable[[ShouldCancel], Other]:
        workbench = self._services.workbench

        def look(should_cancel: ShouldCancel) -> Other:
            comparison = workbench.compare(own, row.id, should_cancel)
            told = telling(comparison, passage)
            words = " … ".join(" ".join(span.of(comparison.right.text).split()) for span in told.spans)
            return Other(named(row), row.id, told, one_line(words, _QUOTED))

        return look
