"""Puts what is open without being in the library into it, and takes that back. Whoever shows it is told the new ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow
from variorum.gui.library import operations
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.services import Services
from variorum.gui.telling import one_line
from variorum.gui.widgets.toast import Choice, Toast
from variorum.gui.words import tr

_TITLE = 60


class Saving(QObject):
    """Keeps articles, each with one step of undo."""

    exchanged = Signal(object)
    """A mapping: the ids that articles have now by those that they had before."""

    def __init__(
        self,
        services: Services,
        changes: LibraryChanges,
        toast: Toast,
        undo: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._changes, self._toast, self._undo = services, changes, toast, undo

    def keep(self, ids: Iterable[int], beside: Iterable[int] = ()) -> None:
        """Put those of these articles that aren't there into the library; offer to put them into the story `beside`."""
        rows = [row for row in self._services.library.articles(dict.fromkeys(ids)) if row.is_unsaved]
        if rows:
            keeping = _Keeping([row.id for row in rows])
            self._changes.do("keep", keeping.operate, ended=lambda: self._follow(keeping))
            names = "“" + tr("” and “").join(one_line(row.headline, _TITLE) for row in rows) + "”"
            self._toast.say(tr("Kept in the library: {names}", names=names), self._choices(keeping, beside))

    def _choices(self, keeping: _Keeping, beside: Iterable[int]) -> list[Choice]:
        choices: list[Choice] = [(tr("Undo"), self._undo)]
        story = next((row for row in self._services.library.articles(beside) if row.story_id is not None), None)
        if story is not None:
            choices.insert(0, (tr("Add to the story"), partial(self._join, keeping, story)))
        return choices

    def _join(self, keeping: _Keeping, beside: ArticleRow) -> None:
        self._changes.do("move", operations.moving(list(keeping.kept.values()), beside.story_id))

    def _follow(self, keeping: _Keeping) -> None:
        """Kept, taken back, or failed: the library holds something else, and articles have other ids."""
        if keeping.kept != keeping.told:
            ids = keeping.kept or {new: old for old, new in keeping.told.items()}
            keeping.told = dict(keeping.kept)
            self.exchanged.emit(ids)
        self._changes.changed.emit()


class _Keeping:
    """Articles put into the library, as something that can be done, undone and done again."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._ids = ids
        self.kept: dict[int, int] = {}
        """The ids of the kept articles, by those that they had; empty while they aren't kept."""
        self.told: dict[int, int] = {}
        """The same, as far as the window knows."""

    def operate(self, library: Library) -> operations.Undo:
        additions = {number: library.keep(number) for number in self._ids}
        self.kept = {number: addition.row.id for number, addition in additions.items()}
        new = {number: addition.row.id for number, addition in additions.items() if not addition.known}

        def undo() -> None:
            for number, article_id in new.items():
                library.unkeep(article_id, number)
            self.kept = {}

        return undo
