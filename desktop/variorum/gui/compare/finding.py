"""Finding words in a comparison: what is typed becomes marks on both sides and a walk through them.

Knows the state and the ways to show a comparison; no library, no jobs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout

from variorum.core.collate.model import Comparison
from variorum.core.text.finding import Sought
from variorum.core.text.model import Span
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.found import Found, Match, count_words, found_marks, matches, placed
from variorum.gui.compare.hit_places import PanePlaces, Places, RowPlaces, seen
from variorum.gui.compare.keys_back import KeysBack
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.state import CompareState
from variorum.gui.theme.service import ThemeService

_LONGEST = 100
"""Characters of a selection that is sought when the bar opens; a longer one is not meant."""

_LONG, _FEW_LETTERS, _PAUSE_MS = 60_000, 3, 250
"""Characters of both texts from which so few letters are looked for only when typing pauses."""


class Finding(QObject):
    """The bar, the marks and where one stands. Without the bar the words that the library was searched for are marked,
    and one walks through these."""

    found_changed = Signal(int)
    """So many places can be walked through."""

    def __init__(self, theme: ThemeService, state: CompareState, texts: Modes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._state, self._texts = theme, state, texts
        self.bar = FindBar(theme)
        self._found = Found()
        self._terms: dict[Side, tuple[Span, ...]] = {}
        self._query = ""
        """What the library was searched for."""
        self._comparison: Comparison | None = None
        self._start: Match | None = None
        """Where typing began: from here the first match is looked for."""
        self._keys = KeysBack()
        self._measure = QTimer(self, singleShot=True, interval=0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._behind = QTimer(self, singleShot=True, interval=0)
        """Rows follow the state first: what they show is what can be found."""
        self._place_bar()
        self._connect()

    def _place_bar(self) -> None:
        holder = self._texts.parentWidget()
        around = holder.layout() if holder is not None else None
        if isinstance(around, QBoxLayout):
            around.insertWidget(around.indexOf(self._texts) + 1, self.bar)

    def _connect(self) -> None:
        self.bar.sought.connect(self._type)
        self._pause.timeout.connect(lambda: self._seek(self.bar.wanted()))
        self.bar.step_asked.connect(self.step)
        self.bar.closed.connect(self.close)
        self._state.presentation_changed.connect(self._behind.start)
        self._behind.timeout.connect(self._follow)
        self._texts.mode_shown.connect(self._seek_again)
        self._theme.theme_changed.connect(lambda _: self._mark())
        self._measure.timeout.connect(lambda: self._places.show_heights(self._found.matches))
        for lines in self._texts.side_by_side.lines.values():
            lines.measured.connect(self._measure.start)
        self._texts.view_built.connect(lambda view: view.measured.connect(self._measure.start))

    @property
    def _places(self) -> Places:
        shown = self._texts.shown
        return RowPlaces(shown) if isinstance(shown, RowsMode) else PanePlaces(shown, self._state.presentation)

    # The bar

    @Slot()
    def open(self) -> None:
        """Look for something, for what is selected if anything is."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.bar.isAncestorOf(focus):
            self._keys.remember(focus)
        selected = self._selected()
        was_open = self.bar.isVisible()
        self._start = self._found.current if was_open else None
        self.bar.open(selected)
        if not was_open and not selected and self.bar.field.text():
            self._seek_again()

    def _selected(self) -> str:
        side_by_side, shown = self._texts.side_by_side, self._texts.shown
        if isinstance(shown, RowsMode):
            words = shown.view.chosen_words()
            return " ".join(words.split()) if len(words) <= _LONGEST else ""
        active = side_by_side.active_side()
        for side in (active, active.other):
            span, article = side_by_side.selection(side), self._texts.panes[side].article
            if span and article and len(span) <= _LONGEST:
                return " ".join(span.of(article.text).split())
        return ""

    @Slot()
    def close(self) -> bool:
        """Take the bar away, then what it marked, and give the keys back; whether it was there."""
        if not self.bar.isVisible():
            return False
        had_keys = self.bar.isAncestorOf(QApplication.focusWidget() or self._texts)
        self._pause.stop()  # what was typed last is not looked for any more
        self.bar.hide()
        if had_keys and not self._keys.give():
            self._texts.shown.focus_texts()
        self._walk_terms()
        return True

    # What is found

    @Slot(object)
    def _type(self, sought: Sought) -> None:
        """Look for it at once; in long texts for a letter or two, which stand everywhere, when nothing follows."""
        shown = self._state.presentation
        length = sum(len(side.article(shown.comparison).text) for side in Side) if shown else 0
        if length > _LONG and len(sought.words.strip()) < _FEW_LETTERS:
            self._pause.start()
        else:
            self._pause.stop()
            self._seek(sought)

    def _seek(self, sought: Sought) -> None:
        """Mark what is sought and go to the first from where one was."""
        shown = self._state.presentation
        if shown is None:
            self._show(Found())
            return
        places = self._places
        found = Found(seen(places, matches(shown, sought)))
        first = self._first(found)
        self._show(Found(found.matches, first))
        if self._found.current is not None:
            places.go(self._found.current)

    def _first(self, found: Found) -> int | None:
        """The first match that isn't before where typing began, else the first of all."""
        if not found.matches:
            return None
        start = self._start
        if start is None:
            side = self._texts.active_side()
            start = Match(side, Span(self._texts.top_offset(side), self._texts.top_offset(side)))
        same = (n for n, match in enumerate(found.matches) if match.side is start.side)
        return next((n for n in same if found.matches[n].span.start >= start.span.start), 0)

    def _seek_again(self) -> None:
        """The same in other rows or other texts, without going anywhere."""
        shown = self._state.presentation
        if not self.bar.isVisible() or shown is None:
            self._walk_terms()
            return
        before, places = self._found.current, self._places
        found = seen(places, matches(shown, self.bar.wanted()))
        self._show(Found(found, found.index(before) if before in found else None))

    @Slot(int)
    def step(self, by: int) -> None:
        """To the next match (1) or the previous one (-1), around the ends."""
        if self._pause.isActive():
            self._pause.stop()
            self._seek(self.bar.wanted())
        if self._found.at is None and self._found.matches:
            self._show(Found(self._found.matches, self._first(self._found)))
        else:
            self._show(self._found.stepped(by))
        self._start = self._found.current
        if self._found.current is not None:
            self._places.go(self._found.current)

    def count(self) -> int:
        """How many places can be walked through."""
        return len(self._found.matches)

    def where(self) -> str:
        """Which of them one stands on, in words."""
        return count_words(self._found)

    # The words that the library was searched for

    def mark_terms(self, query: str) -> None:
        """The next comparison was opened by way of a search: mark what was sought there; "" for none."""
        self._query = query
        self._comparison = None

    def clear_terms(self) -> bool:
        """Mark these words no longer; whether there were any."""
        had = any(self._terms.values())
        self._query, self._terms = "", {}
        if had:
            self._walk_terms()
        return had

    def _find_terms(self) -> None:
        shown = self._state.presentation
        self._terms = {}
        if shown is not None and self._query:
            from variorum.core.search.marking import hits_in

            texts = {side: side.article(shown.comparison).text for side in Side}
            self._terms = {side: hits_in(text, self._query, typing=False) for side, text in texts.items()}

    def _walk_terms(self) -> None:
        """Without the bar one walks through these."""
        shown, places = self._state.presentation, self._places
        found = placed(shown, self._terms) if shown and self._terms else []
        self._show(Found(seen(places, found)))

    # Showing

    def _follow(self) -> None:
        shown = self._state.presentation
        comparison = shown.comparison if shown else None
        if comparison is not self._comparison:
            self._comparison = comparison
            self._find_terms()
            self._start = None
            self._seek_again()
        elif isinstance(self._texts.shown, RowsMode):  # other kinds may have put other rows there
            self._seek_again()

    def _show(self, found: Found) -> None:
        before, self._found = self._found, found
        sought = bool(self.bar.wanted().words.strip())
        self.bar.show_count(count_words(found) if sought else "", missing=sought and not found.matches)
        self._mark()
        if len(found.matches) != len(before.matches):
            self.found_changed.emit(len(found.matches))

    def _mark(self) -> None:
        places, theme = self._places, self._theme.theme
        current = self._found.current
        for side in Side:
            spans = self._found.on(side)
            stands = current.span if current and current.side is side else None
            walks_terms = not self.bar.isVisible()
            marks = [] if walks_terms else found_marks(self._terms.get(side, ()), None, theme, soft=True)
            places.put(side, [*marks, *found_marks(spans, stands, theme, soft=walks_terms)])
        places.show_heights(self._found.matches)
