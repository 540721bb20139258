"""From the window to what is kept of it until the next start, and back. Knows no files."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QTimer

from variorum.core.library.library import Library
from variorum.gui.compare.kinds import ALL_KINDS, NEED_A_LOOK
from variorum.gui.frame import Screens
from variorum.gui.navigator import Comparing, Reading, articles_of
from variorum.gui.session import Session
from variorum.gui.window import MainWindow


def session_of(window: MainWindow, screens: Screens, before: Session | None = None) -> Session:
    """What is open and how the window stands.

    What is not in the library can't be opened the next time: instead of it what was open `before` is.
    """
    place = window.navigator.here
    if place is not None and min(articles_of(place)) < 0:
        now = _session_of(window, screens)
        return replace(before or Session(), **{name: getattr(now, name) for name in _STANDS})
    return _session_of(window, screens)


def _session_of(window: MainWindow, screens: Screens) -> Session:
    halves, reading = window.frame.layout_state()
    left_place, right_place = screens.compare.place()
    place, last = window.navigator.here, window.last_comparison
    return Session(
        geometry=bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
        splitter=halves,
        results_splitter=reading,
        sidebar=window.frame.sidebar_room.wanted,
        mode="read" if window.frame.reads() else "compare",
        article=place.article_id if isinstance(place, Reading) else screens.reader.article_id() or 0,
        left=last.left if last else 0,
        right=last.right if last else 0,
        article_place=screens.reader.place(),
        left_place=left_place,
        right_place=right_place,
        hidden_kinds=" ".join(sorted(ALL_KINDS - screens.compare.filtering.visible)),
        articles_open=screens.sidebar.articles.is_unfolded(),
    )


_STANDS = ("geometry", "splitter", "results_splitter", "sidebar", "hidden_kinds", "articles_open")
"""How the window stands, whatever is open in it."""


def restore_layout(window: MainWindow, screens: Screens, session: Session) -> None:
    """Have the window stand as it stood."""
    if session.geometry:
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(session.geometry.encode())))
    window.frame.restore_layout(session.splitter, session.results_splitter)
    window.frame.show_sidebar(session.sidebar)
    screens.sidebar.articles.set_unfolded(session.articles_open)
    # What needs a look is never hidden unasked: a filter of last week would keep a changed speaker from today's reader.
    hidden = frozenset(session.hidden_kinds.split()) - NEED_A_LOOK
    screens.compare.filtering.set_visible(ALL_KINDS - hidden)


def reopen(window: MainWindow, screens: Screens, session: Session, library: Library) -> bool:
    """Open again what was open and is still in the library; whether there was anything."""
    compared = session.mode == "compare" and len(library.articles({session.left, session.right})) == 2
    if compared:
        _scroll_when_compared(screens, session)
        window.navigator.go(Comparing(session.left, session.right))
    elif library.articles([session.article]):
        _scroll_when_shown(screens, session)
        window.navigator.go(Reading(session.article))
    else:
        return False
    return True


def _scroll_when_shown(screens: Screens, session: Session) -> None:
    def scroll(article_id: int) -> None:
        screens.reader.article_shown.disconnect(scroll)
        if article_id == session.article:
            # The text gets its height when it is laid out, after this.
            QTimer.singleShot(0, lambda: screens.reader.set_place(session.article_place))

    screens.reader.article_shown.connect(scroll)


def _scroll_when_compared(screens: Screens, session: Session) -> None:
    def scroll(left: int, right: int) -> None:
        screens.compare.comparison_shown.disconnect(scroll)
        if (left, right) == (session.left, session.right):
            QTimer.singleShot(0, lambda: screens.compare.set_place(session.left_place, session.right_place))

    screens.compare.comparison_shown.connect(scroll)
