"""The window: lets menus and screens reach one another and follows what is open. Knows nothing of how screens work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from variorum.core.library.model import ArticleRow
from variorum.gui.appearance import Appearance
from variorum.gui.compare.acts import Act
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare_actions import HAND_ACTIONS, INQUIRY_ACTIONS
from variorum.gui.exporting import Exporting
from variorum.gui.facts import Facts
from variorum.gui.frame import Frame, Screens
from variorum.gui.guide.help import Help
from variorum.gui.hits import Hits
from variorum.gui.library.controller import LibraryController
from variorum.gui.menus import enable, fill_menus, hints, key_text, make_actions
from variorum.gui.navigator import Comparing, Navigator, Place, Reading, articles_of
from variorum.gui.pairing.any_two import AnyTwo
from variorum.gui.searching import Searching
from variorum.gui.services import Services
from variorum.gui.telling import comparing_title, reading_title, redone_elsewhere, undone_elsewhere
from variorum.gui.view_options import connect_options, connect_scale
from variorum.gui.widgets.search_box import SearchBox
from variorum.gui.widgets.top_bar import TopBar
from variorum.gui.words import tr

_READ_KEYS = {"next-hit": tr("next hit"), "compare": tr("compare"), "search": tr("search")}
_COMPARE_KEYS = {
    "next-change": tr("next change"),
    "link": tr("link"),
    "unlink": tr("unlink"),
    "review": tr("reviewed"),
    "note": tr("note"),
}
_MINIMUM = (760, 480)
_FIRST_SIZE = (1440, 900)
_DECORATION = QSize(16, 48)
"""What window managers put around a window, roughly."""


class MainWindow(QMainWindow):
    """One library, one window."""

    closed = Signal()
    """The window is about to go; what is open can still be asked."""

    def __init__(self, services: Services, screens: Screens, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._screens = screens
        self.last_comparison: Comparing | None = None
        """What was compared last, even if an article is read now."""
        self._left_by_removal: dict[frozenset[int], Place] = {}
        """What was open when these articles were removed."""
        self._titles = {"read": "", "compare": ""}
        self._status = {"read": "", "compare": ""}
        self.navigator = Navigator(self)
        self.frame = Frame(services.theme, screens)
        self.library = LibraryController(services, screens.sidebar, self.frame.progress, self.frame.toast, self)
        self.any_two = AnyTwo(services, screens, self.navigator, self.frame, self.library, self)
        self._exporting = Exporting(services, screens.compare.shown, self.frame.exports, self)
        self.search_box = SearchBox(services.theme, key_text("Ctrl+K"))
        self.searching = Searching(self.search_box, screens.results, self.frame, self)
        self.hits = Hits(screens, self.frame, self.searching, self)
        self.help = Help(services.theme, screens, self.frame, self.search_box, self)
        stack = self.library.changes.stack
        self._facts = Facts(screens, self.frame, self.navigator, self.any_two, self.hits, self.searching, stack)
        targets = {
            "window": self,
            "searching": self.searching,
            "library": self.library,
            "exporting": self._exporting,
            "appearance": appearance,
            "navigator": self.navigator,
            **self.any_two.targets(),
            **screens.targets(),
            "frame": self.frame,
            "hits": self.hits,
            "help": self.help,
        }
        self.actions_by_id = make_actions(self, services.theme, targets)
        self.top_bar = TopBar(services.theme, self.actions_by_id, self.search_box)
        self._lay_out()
        self._connect_screens()
        self._follow_appearance(appearance)
        self._update()

    def _follow_appearance(self, appearance: Appearance) -> None:
        compare = self._screens.compare
        appearance.fade_changed.connect(compare.set_faded)
        self.actions_by_id["fade"].setChecked(appearance.fades())
        connect_options(self.actions_by_id, compare.options, appearance)
        connect_scale(self.actions_by_id, appearance, self.frame.toast, self)

    def _lay_out(self) -> None:
        actions = self.actions_by_id
        self.any_two.add_menu(fill_menus(self.menuBar(), actions)["Compare"])
        self.frame.add_top(self.top_bar)
        # Del is the list's own key: in a field of the window it deletes a letter.
        self._screens.sidebar.addAction(actions["remove"])
        self._screens.compare.take_keys([actions[spec.id] for spec in (*HAND_ACTIONS, *INQUIRY_ACTIONS)])
        actions[f"theme-{self._services.theme.mode}"].setChecked(True)
        actions[f"colors-{self._services.theme.scheme}"].setChecked(True)
        self.setCentralWidget(self.frame)
        room = self.screen().availableSize() - _DECORATION
        self.setMinimumSize(QSize(*_MINIMUM).boundedTo(room))
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))

    def _connect_screens(self) -> None:
        screens = self._screens
        for opening in (screens.sidebar, screens.compare, self.library):
            opening.article_opened.connect(lambda article_id: self.navigator.go(Reading(article_id)))
        for asking in (screens.sidebar, self.library, screens.compare.inquiry):
            asking.comparison_asked.connect(lambda left, right: self.navigator.go(Comparing(left, right)))
        for found in (screens.reader, screens.results):
            found.comparison_asked.connect(
                lambda left, right, found=found: self.navigator.go(Comparing(left, right, found.query()))
            )
        screens.sidebar.selection_changed.connect(self._update)
        screens.results.selection_changed.connect(self._update)
        screens.sidebar.refreshed.connect(screens.reader.refresh)
        for saying in (screens.sidebar.failed, screens.sidebar.said):
            saying.connect(self.frame.toast.say)
        screens.reader.article_shown.connect(self._take_title)
        self.hits.changed.connect(self._update)
        screens.compare.inquiry.doubtful_changed.connect(self._update)
        self.frame.status.offer_taken.connect(screens.compare.inquiry.next_doubtful)
        screens.reader.status_changed.connect(lambda text: self._note("read", text))
        screens.compare.status_changed.connect(lambda text: self._note("compare", text))
        screens.compare.comparison_shown.connect(self._follow_comparison)
        screens.compare.filtering.changed.connect(self._update)
        screens.compare.act_asked.connect(self._act)
        screens.compare.showing.mode_changed.connect(lambda _: self._update())
        self._exporting.said.connect(self.frame.toast.say)
        self.searching.article_found.connect(lambda article_id, query: self.navigator.go(Reading(article_id, query)))
        self.searching.closed.connect(self._come_back)
        self.searching.sought.connect(self._seek)
        self.searching.changed.connect(self._update)
        self.frame.page_changed.connect(self._update)
        self.frame.sidebar_room.changed.connect(self._update)
        self.navigator.went.connect(self._show_place)
        self.navigator.changed.connect(self._update)
        self.library.articles_removed.connect(self._forget)
        self.library.articles_restored.connect(self._reopen)
        self.library.changes.stack.indexChanged.connect(self._update)
        self._services.theme.theme_changed.connect(lambda _: self.frame.update())

    # Going places

    def _show_place(self, place: Place) -> None:
        self.searching.leave()
        if isinstance(place, Reading):
            self._screens.reader.open(place.article_id, place.query)
            self._screens.sidebar.set_open([place.article_id])
            self.frame.show_reading()
        else:
            self.last_comparison = place
            self._screens.compare.inquiry.mark_terms(place.query)
            self._screens.compare.open(place.left, place.right)
            self._screens.sidebar.set_open([place.left, place.right])
            self.frame.show_compare()
            self.frame.focus_content()  # wherever it was asked for: the keys of a comparison work at once

    def _follow_comparison(self, left: int, right: int) -> None:
        """The comparison is there, perhaps with sides swapped or another version chosen in it."""
        here = self.navigator.here
        if isinstance(here, Comparing):
            self.last_comparison = Comparing(left, right, here.query)
            self.navigator.note(self.last_comparison)
            self._screens.sidebar.set_open([left, right])
        rows = self._services.library.articles([left, right])
        self._titles["compare"] = comparing_title(rows[0], rows[-1]) if rows else ""
        self._update()

    def go_back(self) -> None:
        """To what was open before; from a search that has opened nothing yet, or from the last comparisons, to what
        it was begun at."""
        if self.frame.lists_recent():
            self.frame.leave_recent()
        elif self._searches_aside():
            self.searching.close()
        else:
            self.navigator.back()

    def _searches_aside(self) -> bool:
        """Whether a comparison waits behind a search."""
        return isinstance(self.navigator.here, Comparing) and self.frame.reads()

    def _seek(self, query: str) -> None:
        """What is read shows the places of what is searched now."""
        self._screens.reader.seek(query)
        here = self.navigator.here
        if isinstance(here, Reading):
            self.navigator.note(replace(here, query=query))

    def _lists_aside(self) -> bool:
        """Whether what is open waits behind the last comparisons."""
        return self.navigator.here is not None and self.frame.lists_recent()

    def _come_back(self) -> None:
        """The search is over: show what was open."""
        if self._searches_aside():
            self.frame.show_compare()

    def show_reader(self) -> None:
        """Read the article that was read last, or the left one of the comparison."""
        place, article = self.navigator.here, self._screens.reader.article_id()
        if isinstance(place, Comparing):
            self.navigator.go(Reading(article if article in articles_of(place) and article else place.left))
        self.frame.show_reading()
        self._update()

    def show_comparison(self) -> None:
        """Compare as last, or the open article with the next version of its story."""
        place = self.navigator.here
        wanted = place if isinstance(place, Comparing) else self._comparison_with(place)
        if wanted is None:
            self.frame.show_compare(empty=True)
        elif wanted != place:
            self.navigator.go(wanted)
        else:
            self.frame.show_compare()
            self.frame.focus_content()
        self._update()

    def _comparison_with(self, place: Reading | None) -> Comparing | None:
        last = self.last_comparison
        if place is None or (last is not None and place.article_id in articles_of(last)):
            return replace(last, query=place.query) if last and place and place.query else last
        versions = self._screens.sidebar.stories.neighbors(place.article_id)
        return Comparing(*versions, place.query) if versions else None

    def compare_selected(self) -> None:
        """Hold the two selected articles side by side; without such two, the open one and the next version."""
        ids = self.any_two.selected()
        if ids is not None:
            found = self._screens.results.query() if self._screens.results.isVisibleTo(self) else ""
            self.navigator.go(Comparing(*ids, found))
        else:
            self.show_comparison()

    def _forget(self, ids: list[int]) -> None:
        """These articles are about to go."""
        gone, here = set(ids), self.navigator.here
        if here is not None and gone & articles_of(here):
            self._left_by_removal[frozenset(ids)] = here
        if self.last_comparison and gone & articles_of(self.last_comparison):
            self.last_comparison = None
            self._screens.compare.clear()
        elif gone & set(self._screens.compare.comparing.wanted or ()):
            self._screens.compare.comparing.cancel()
        if self._screens.reader.wanted_id() in (*gone, None):
            self._screens.reader.clear(removed=True)
            self._titles["read"] = ""
        self.navigator.forget(gone)
        if self.navigator.here is None:
            self._screens.sidebar.set_open([])
            self.frame.show_reading()
        self._update()

    def _reopen(self, ids: list[int]) -> None:
        """These articles are back: show what their removal closed, unless something else is open by now."""
        place = self._left_by_removal.pop(frozenset(ids), None)
        if place is not None and self.navigator.here is None:
            self.navigator.go(place)

    def _take_title(self, article_id: int) -> None:
        rows = self._services.library.articles([article_id])
        self._titles["read"] = reading_title(rows[0]) if rows else ""
        self._update()

    def _act(self, act: Act) -> None:
        def back(tell: Callable[[str, Sequence[ArticleRow]], str]) -> None:
            here = self.navigator.here
            if isinstance(here, Comparing) and {here.left, here.right} == {act.left, act.right}:
                act.back()
            else:
                self.frame.toast.say(tell(act.text, self._services.library.articles([act.left, act.right])))

        undone, redone = partial(back, undone_elsewhere), partial(back, redone_elsewhere)
        self.library.changes.do(act.text, act.operation, undone=undone, redone=redone, ended=act.ended)

    # Showing

    def _note(self, mode: str, text: str) -> None:
        self._status[mode] = text
        self._update()

    def _update(self) -> None:
        """Bring commands, status and title in line with what is open and selected."""
        reads = self.frame.reads()
        compared = self.frame.shows_comparison()
        aside = self._searches_aside() or self._lists_aside()
        enable(self.actions_by_id, self._facts.now(can_compare=self._can_compare(), waits_aside=aside))
        self.actions_by_id["read" if reads else "compare-mode"].setChecked(True)
        self.actions_by_id["sidebar"].setChecked(self._screens.sidebar.isVisibleTo(self))
        for kind in ALL_KINDS:
            self.actions_by_id[f"kind-{kind}"].setChecked(kind in self._screens.compare.filtering.visible)
        self.actions_by_id["look-only"].setChecked(self._screens.compare.filtering.look_only)
        self.actions_by_id[f"mode-{self._screens.compare.showing.mode}"].setChecked(True)
        self.top_bar.show_comparison(compared)
        why = self._screens.compare.told.why if self.frame.compares() else ""
        told = reads or self.frame.compares()
        self.frame.status.set_facts(self._status["read" if reads else "compare"] if told else "", why)
        doubtful = self._screens.compare.inquiry.doubtful_words() if compared else ""
        self.frame.status.set_offer(doubtful, self.actions_by_id["next-doubtful"].toolTip())
        stack = self.library.changes.stack
        for name, verb, what in (("undo", tr("&Undo"), stack.undoText()), ("redo", tr("&Redo"), stack.redoText())):
            self.actions_by_id[name].setText(f"{verb} {what}".rstrip())
        keys = _READ_KEYS if reads else _COMPARE_KEYS
        self.frame.status.set_keys(hints(keys, self.actions_by_id))
        title = self._titles["read" if reads else "compare"] if reads or compared else ""
        self.setWindowTitle(title or "Variorum")

    def _can_compare(self) -> bool:
        place = self.navigator.here
        return isinstance(place, Reading) and self._comparison_with(place) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else has taken ends the search."""
        if event.key() == Qt.Key.Key_Escape and self.frame.reads():
            self.searching.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        self.help.close()
        super().closeEvent(event)
