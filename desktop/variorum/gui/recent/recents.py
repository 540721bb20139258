"""The last comparisons: remembered as they are shown, listed in a menu and on a page, opened again, taken off."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from variorum.core.cancel import ShouldCancel
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, RecentComparison, RecentSide
from variorum.gui.jobs import Lane
from variorum.gui.library.changes import LibraryChanges
from variorum.gui.library.operations import Operation, Undo
from variorum.gui.navigator import Comparing, Navigator
from variorum.gui.pairing.holding import Held, hold_files
from variorum.gui.recent.listing import Listed, listed, when
from variorum.gui.recent.page import RecentPage
from variorum.gui.recent.view import now
from variorum.gui.services import Services
from variorum.gui.telling import one_line
from variorum.gui.trouble import sentence
from variorum.gui.widgets.toast import Toast
from variorum.gui.words import tr

_VIEW, _OPEN_VIEW = "recent", "recent.open"
_IN_MENU = 44
"""Characters of a headline in the menu."""


class Recents(QObject):
    """Keeps the list and what shows it."""

    page_asked = Signal()
    """The page is to be shown."""

    def __init__(
        self,
        services: Services,
        navigator: Navigator,
        changes: LibraryChanges,
        page: RecentPage,
        toast: Toast,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._navigator, self._changes = services, navigator, changes
        self._page, self._toast = page, toast
        self._rows: tuple[Listed, ...] = ()
        page.list.opened.connect(self.open)
        page.list.remove_asked.connect(lambda one: self.remove([one]))
        page.list.menu_asked.connect(self._show_menu)
        page.clear.clicked.connect(lambda: self.remove(self._rows))

    def show(self) -> None:
        """Go to the list; from the list, back to where one was."""
        if self._page.isVisible():
            self._page.left.emit()
            return
        self.refresh()
        self.page_asked.emit()
        self._page.set_inviting(self._navigator.here is None)
        self._page.focus_list()

    def note(self, left: int, right: int) -> None:
        """These two are compared now."""
        library = self._services.library
        if not any(_is_passing(row) for row in library.articles([left, right])):
            work = partial(library.note_comparison, left, right)
            self._services.jobs.run(lambda _: work(), lambda _: self.refresh(), self._fail, lane=Lane.WRITE)

    def refresh(self) -> None:
        """See what is remembered, and what of it is still there."""
        library = self._services.library
        self._services.jobs.run(lambda _: listed(library.comparisons()), self._take, self._fail, view=_VIEW)

    def fill(self, menu: QMenu) -> None:
        """Have `menu` list them when it is opened."""
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))

    # Opening

    def open(self, one: Listed) -> None:
        """Compare these two again; files are read again."""
        if one.why:
            self._say_why(one, one.why)
            return
        library, recent = self._services.library, one.recent

        def read(should_cancel: ShouldCancel) -> Held:
            sides = [_have(library, side, should_cancel) for side in (recent.left, recent.right)]
            return Held(
                tuple(row for side in sides for row in side.rows),
                tuple(failure for side in sides for failure in side.failed),
            )

        def show(held: Held) -> None:
            if held.failed:
                self._say_why(one, held.failed[0].reason)
            else:
                self._navigator.go(Comparing(held.rows[0].id, held.rows[1].id))

        def fail(error: Exception) -> None:
            self._say_why(one, sentence(error, tr("These two can't be compared")))

        wish = self._navigator.wish()
        self._services.jobs.run(read, wish.then(show), wish.then(fail), view=_OPEN_VIEW)

    def _say_why(self, one: Listed, why: str) -> None:
        self._toast.say(why, [(tr("Take it off the list"), lambda: self.remove([one]))])

    # Taking off the list

    def remove(self, rows: Sequence[Listed]) -> None:
        """Take these off the list, which can be undone."""
        if rows:
            forgotten = tuple(one.recent for one in rows)
            self._changes.do(tr("change of the list"), _forgetting(forgotten), ended=self.refresh)
            what = tr("The list is cleared") if len(rows) > 1 else tr("Taken off the list")
            self._toast.say(what, [(tr("Undo"), self._undo)])

    def _undo(self) -> None:
        self._changes.stack.undo()

    def _show_menu(self, one: Listed, point: QPoint) -> None:
        menu = QMenu(self._page)
        menu.addAction(tr("Compare again") + "\tEnter").triggered.connect(lambda: self.open(one))
        menu.addAction(tr("Take off the list") + "\tDel").triggered.connect(lambda: self.remove([one]))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    # Showing

    def _take(self, rows: tuple[Listed, ...]) -> None:
        self._rows = rows
        self._page.set_rows(rows)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for one in self._rows:
            left, right = (one_line(headline, _IN_MENU) for headline in one.headlines)
            text = f"{left}  ⇄  {right}".replace("&", "&&")
            action = menu.addAction(f"{text}\t{when(one.recent.compared, now())}")
            action.setToolTip(one.why or "\n".join(one.headlines))
            if one.why:
                action.setIcon(self._services.theme.icon("warning", "error"))
            action.triggered.connect(partial(self._open_from_menu, one))
        if not self._rows:
            menu.addAction(tr("Nothing was compared yet")).setEnabled(False)

    def _open_from_menu(self, one: Listed, _checked: bool = False) -> None:
        self.open(one)

    def _fail(self, error: Exception) -> None:
        self._toast.say(sentence(error, tr("The last comparisons can't be listed")))


def _have(library: Library, side: RecentSide, should_cancel: ShouldCancel) -> Held:
    """The article of a side, its file read anew if it is one."""
    if side.article_id is not None:
        return Held((library.article(side.article_id),))
    return hold_files(library, [Path(side.path)], should_cancel)


def _is_passing(row: ArticleRow) -> bool:
    """Whether it is a file that is gone soon, as those are which git makes to hand over an older version."""
    folder = os.path.join(os.path.realpath(tempfile.gettempdir()), "")
    return row.is_unsaved and os.path.realpath(row.path).startswith(folder)


def _forgetting(forgotten: Sequence[RecentComparison]) -> Operation:
    def operate(library: Library) -> Undo:
        library.forget_comparisons(forgotten)
        return lambda: library.restore_comparisons(forgotten)

    return operate
