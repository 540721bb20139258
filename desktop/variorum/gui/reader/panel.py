"""The reader: one article set for reading, with its hits marked. Opens in the background and drops late answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from variorum.gui.pairing.choosing import choose_article
from variorum.gui.reader import facts
from variorum.gui.reader.header import ReaderHeader
from variorum.gui.reader.hits import HitWalk
from variorum.gui.reader.loading import Opened, find, load
from variorum.gui.reader.marks import LAYERS, current_marks, hit_marks
from variorum.gui.services import Services
from variorum.gui.theme.stylesheet import set_look
from variorum.gui.trouble import sentence
from variorum.gui.widgets.empty_state import EmptyState
from variorum.gui.widgets.prose import ProseView
from variorum.gui.widgets.prose_page import Place
from variorum.gui.words import tr

_VIEW = "reader"
_HITS_VIEW = "reader-hits"
_LIBRARY_VIEW = "reader-library"

_NOTHING_OPEN = (
    tr("Nothing open yet"),
    tr("Choose a version in the sidebar, or press Ctrl+K and type a few words of what you are looking for."),
)
_NO_ARTICLES = (
    tr("The library is empty"),
    tr("Import articles with Ctrl+O, or drop files and folders onto the window."),
)
_REMOVED = (
    tr("Removed"),
    tr(
        "What was open is not in the library any more. Ctrl+Z brings it back; or choose another version in the sidebar."
    ),
)
_TROUBLE = tr("This article can't be shown")


class ReaderPanel(QWidget):
    """Shows one article of the library, or says why there is none to show."""

    comparison_asked = Signal(int, int)
    """This article and the version to hold beside it."""
    source_asked = Signal(str)
    """The clipboard ("clipboard") or a file ("file") is to be compared with this article."""
    keep_asked = Signal(int)
    """This article is not in the library, and is to be put there."""
    article_shown = Signal(int)
    place_changed = Signal()
    """The article was scrolled."""
    status_changed = Signal(str)
    """Facts about the article; a note for a moment when F3 goes around an end."""
    hits_changed = Signal(int)
    """How many hits there are to walk through."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = services.theme
        self._opened: Opened | None = None
        self._awaited: tuple[int, str] | None = None
        self._hits = HitWalk()
        self._was_removed = False
        self._places: dict[int, Place] = {}
        self._header = ReaderHeader(self._theme)
        self.view = ProseView(self._theme, layers=LAYERS)
        self._empty = EmptyState(self._theme, "article", *_NOTHING_OPEN)
        self._trouble = EmptyState(self._theme, "warning", _TROUBLE, "")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._pages = QStackedLayout(self)
        for page in (self._empty, self._page, self._trouble):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        self._header.next_asked.connect(self.next_hit)
        self._header.previous_asked.connect(self.previous_hit)
        self._header.folding_asked.connect(self.toggle_folded)
        self._header.version_chosen.connect(self._ask_comparison)
        self._header.other_asked.connect(self._ask_for_other)
        self._header.keep_asked.connect(self.keep_asked)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self.place_changed.emit())
        self.view.size_asked.connect(self._theme.step_reading_px)
        self.view.folding_changed.connect(self._show_folding)
        self._theme.theme_changed.connect(self._mark_hits)

    # What is open

    def article_id(self) -> int | None:
        """The id of the article shown."""
        return self._opened.row.id if self._opened else None

    def wanted_id(self) -> int | None:
        """The id of the article that is still to come, if any is, else of the one shown."""
        return self._awaited[0] if self._awaited else self.article_id()

    def open(self, article_id: int, query: str = "") -> None:
        """Show an article, at the first place of `query`; without one where it was read last."""
        self._awaited = (article_id, query)
        self._load(article_id, query, self._show)

    def _load(self, article_id: int, query: str, done: Callable[[Opened], None]) -> None:
        library, workbench = self._services.library, self._services.workbench
        self._services.jobs.run(
            lambda should_cancel: load(library, workbench, article_id, query, should_cancel),
            done,
            self._fail,
            view=_VIEW,
        )

    def clear(self, removed: bool = False) -> None:
        """Show nothing, and say whether that is so because what was open was `removed`."""
        self._services.jobs.cancel_view(_VIEW)
        self._awaited = None
        self._was_removed = removed
        self._leave()
        self._opened = None
        self._set_hits(HitWalk())
        self.view.show_article(None)
        self._pages.setCurrentWidget(self._empty)
        self.status_changed.emit("")
        self.refresh()

    def refresh(self) -> None:
        """Look again at what the library holds: versions may have come, the open article may have gone."""
        if self._awaited is not None:  # not what is still shown: what was asked for would never come
            self._load(*self._awaited, self._show)
            return
        if self._opened is not None:
            self._load(self._opened.row.id, self._opened.query, self._retake)
            return
        library = self._services.library
        self._services.jobs.run(lambda _: library.has_articles(), self._show_library, view=_LIBRARY_VIEW)

    def query(self) -> str:
        """What the shown article was found by; "" for nothing."""
        return self._opened.query if self._opened else ""

    def place(self) -> int:
        """The offset of the line at the top of the view; 0 at the very top."""
        place = self.view.place()
        return place[0] if place else 0

    def set_place(self, offset: int) -> None:
        """Go to a place given by `place()`, whatever the width is now."""
        self.view.go_to((offset, 0.0) if offset else None)

    # Hits

    def seek(self, query: str) -> None:
        """Mark the places of `query` in what is open, and stay where one reads; "" marks nothing.

        What is still to come is shown at the first of them.
        """
        if self._awaited is not None and query != self._awaited[1]:
            self.open(self._awaited[0], query)
            return
        opened = self._opened
        self._services.jobs.cancel_view(_HITS_VIEW)
        if opened is None or query == opened.query:
            return
        self._services.jobs.run(
            lambda _: replace(opened, query=query, hits=find(opened.article, query)),
            self._mark_sought,
            lambda _: self._mark_sought(replace(opened, query=query, hits=HitWalk())),
            view=_HITS_VIEW,
        )

    def _mark_sought(self, sought: Opened) -> None:
        if self._opened is None or self._opened.article is not sought.article:
            return
        self._opened = replace(self._opened, query=sought.query, hits=sought.hits)
        self._set_hits(sought.hits)
        self._stands_on_hit = False
        self.status_changed.emit(facts.facts(sought.article))

    _stands_on_hit = True
    """Whether the current hit was gone to; one that was only marked while one read elsewhere is the next to go to."""

    def next_hit(self) -> None:
        """Go to the next hit, from the last one to the first."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the previous hit, from the first one to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._opened is None or not self._hits.stops:
            return
        if self._stands_on_hit:
            self._hits = self._hits.stepped(by)
        self._stands_on_hit = True
        self._mark_hits()
        self._go_to_hit()
        self.status_changed.emit(facts.wrap_note(self._hits) or facts.facts(self._opened.article))

    def _set_hits(self, hits: HitWalk) -> None:
        self._hits = hits
        self._stands_on_hit = True
        self._mark_hits()
        self.hits_changed.emit(len(hits.stops))

    def _mark_hits(self) -> None:
        theme = self._theme.theme
        self.view.set_marks("hits", hit_marks(self._hits, theme))
        self.view.set_marks("current", current_marks(self._hits, theme))
        self._header.show_hits(self._hits)

    def _go_to_hit(self) -> None:
        if self._hits.stops and not all(self.view.shows(span) for span in self._hits.current):
            self.view.reveal(self._hits.current[0])

    # Folding

    def toggle_folded(self) -> None:
        """Open all folded parts, or fold them all."""
        self.view.set_folded(not self.view.folded)

    def _show_folding(self) -> None:
        self._header.show_folding(self.view.folds, self.view.folded)

    # Answers from the background

    def _show(self, opened: Opened) -> None:
        self._awaited = None
        known = self._take(opened)
        if known:
            self._go_to_hit()
        self.article_shown.emit(opened.row.id)

    def _retake(self, opened: Opened) -> None:
        if opened.query == self.query():
            self._take(opened)
        else:
            self.refresh()  # something else has been sought meanwhile

    def _take(self, opened: Opened) -> bool:
        """Show what was opened; whether the same article and query were shown already, and one stays where one is."""
        same_article = self._opened is not None and self._opened.article is opened.article
        known = same_article and self._opened is not None and self._opened.query == opened.query
        if not same_article:
            self._leave()
        self._opened = opened
        self._was_removed = False
        if not same_article:
            self._show_article(opened)
        self._header.show_opened(opened)
        self._pages.setCurrentWidget(self._page)
        if not known:
            self._set_hits(opened.hits)
            self._arrive()
        self.status_changed.emit(facts.facts(opened.article))
        return known

    def _show_article(self, opened: Opened) -> None:
        self.view.show_article(opened.article)
        self.view.setAccessibleName(opened.row.headline)
        self.view.set_folded(not self._services.settings.show_furniture)
        self._show_folding()

    def _arrive(self) -> None:
        """Go to the first hit, or to where this article was read last."""
        if self._hits.stops:
            self._go_to_hit()
        elif self._opened is not None:
            self.view.go_to(self._places.get(self._opened.row.id))

    def _leave(self) -> None:
        """Remember where the open article is read."""
        place = self.view.place()
        if self._opened is None:
            return
        if place is None:
            self._places.pop(self._opened.row.id, None)
        else:
            self._places[self._opened.row.id] = place

    def _fail(self, error: Exception) -> None:
        self._awaited = None
        self._leave()
        self._opened = None
        self._set_hits(HitWalk())
        self._trouble.set_text(_TROUBLE, sentence(error, tr("Something unexpected went wrong")))
        self._pages.setCurrentWidget(self._trouble)
        self.status_changed.emit("")

    def _show_library(self, has_articles: bool) -> None:
        nothing = _REMOVED if self._was_removed else _NOTHING_OPEN
        self._empty.set_text(*(nothing if has_articles else _NO_ARTICLES))

    def choose_partner(self) -> None:
        """Have an article of the library chosen to be compared with this one."""
        if self._opened is not None:
            button, beside = self._header.partner_button, self._opened.row.id
            choose_article(
                self._services,
                button,
                self._ask_comparison,
                self.status_changed.emit,
                beside,
                still=lambda: self.article_id() == beside,
            )

    def _ask_for_other(self, source: str) -> None:
        if source == "article":
            self.choose_partner()
        else:
            self.source_asked.emit(source)

    def _ask_comparison(self, other: int) -> None:
        if self._opened is not None:
            self.comparison_asked.emit(self._opened.row.id, other)
