"""Any two texts can be compared: an article with another one, a file, the clipboard, two selections.

Asks for the other text, has it read in the background, and goes to the comparison. Nothing of it goes into the library
until somebody keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from variorum.core.cancel import ShouldCancel
from variorum.core.errors import UnreadableFileError
from variorum.core.library.model import ArticleRow
from variorum.gui.compare.presentation import Side
from variorum.gui.frame import Screens
from variorum.gui.library.import_flow import TEXT_FILES
from variorum.gui.navigator import Comparing, Navigator, Reading, articles_of
from variorum.gui.pairing.choosing import choose_article
from variorum.gui.pairing.clipboard import copied
from variorum.gui.pairing.holding import Held, hold_files, hold_text, known_as
from variorum.gui.pairing.saving import Saving
from variorum.gui.services import Services
from variorum.gui.trouble import said, sentence
from variorum.gui.words import tr

_VIEW = "pairing"


class Pairing(QObject):
    """The slots that put another text beside the one that is open."""

    said = Signal(str)
    failed = Signal(object)
    """Files could not be read: a sequence of `ImportFailure`."""

    def __init__(
        self, services: Services, screens: Screens, navigator: Navigator, saving: Saving, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._screens, self._navigator = services, screens, navigator
        self._saving, self._window = saving, window
        screens.reader.source_asked.connect(lambda source: self._take_source(Side.RIGHT, source))
        screens.reader.keep_asked.connect(lambda article_id: self._keep([article_id]))
        partners = screens.compare.partners
        partners.source_asked.connect(self._take_source)
        partners.keep_asked.connect(lambda article_id: self._keep([article_id]))
        saving.exchanged.connect(self._exchange)

    def facts(self) -> dict[str, bool]:
        """What holds now, for the commands that need it."""
        here = self._navigator.here
        return {"open": here is not None, "unsaved": here is not None and min(articles_of(here)) < 0}

    # What to compare with

    def compare_with(self) -> None:
        """Have another article chosen for the open one, or for the right side of the comparison."""
        if isinstance(self._navigator.here, Comparing):
            self._screens.compare.partners.ask(Side.RIGHT)
        else:
            self._screens.reader.choose_partner()

    def choose_for(self, article_id: int) -> None:
        """Have another article chosen for one that is selected in the sidebar."""

        def chosen(other: int) -> None:
            self._navigator.go(Comparing(article_id, other))

        choose_article(self._services, self._screens.sidebar, chosen, self.said.emit, article_id)

    def compare_clipboard(self) -> None:
        """Compare the open article, or the left one of the comparison, with what is on the clipboard."""
        self._take_source(Side.RIGHT, "clipboard")

    def put_file(self, side: Side, file: Path) -> None:
        """Compare the open article with a file, which stands on that side."""

        def read(should_cancel: ShouldCancel) -> Held:
            return hold_files(self._services.library, [file], should_cancel)

        self._run(read, lambda held: self._put(side, held))

    def compare_files(self, files: Sequence[Path]) -> None:
        """Compare two files."""

        def show(held: Held) -> None:
            if held.failed:
                self.failed.emit(held.failed)
            else:
                self._navigator.go(Comparing(held.rows[0].id, held.rows[-1].id))
                self._tell_known(held)

        self._run(lambda should_cancel: hold_files(self._services.library, files, should_cancel), show)

    def compare_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Compare two texts, each with a title."""
        library = self._services.library

        def read(_should_cancel: ShouldCancel) -> Held:
            return Held(tuple(hold_text(library, text, title) for text, title in texts))

        self._run(read, lambda held: self._navigator.go(Comparing(held.rows[0].id, held.rows[1].id)))

    # Keeping

    def keep(self) -> None:
        """Put what is open into the library."""
        if self._navigator.here is not None:
            self._keep(sorted(articles_of(self._navigator.here), reverse=True))

    def keep_selected(self) -> None:
        """Put what is selected in the sidebar into the library."""
        self._keep(self._screens.sidebar.selected_articles())

    def _keep(self, ids: Sequence[int]) -> None:
        here = self._navigator.here
        self._saving.keep(ids, beside=articles_of(here) if here is not None else ())

    def _exchange(self, ids: dict[int, int]) -> None:
        """Show what is open under its new id, at the place where one is."""
        here, compare, reader = self._navigator.here, self._screens.compare, self._screens.reader
        if isinstance(here, Comparing) and articles_of(here) & set(ids):
            shown = here.left, here.right
            if compare.comparing.ids == shown:
                place, now = compare.place(), tuple(ids.get(number, number) for number in shown)
                _once(compare.comparison_shown, now, lambda: compare.set_place(*place))
        elif isinstance(here, Reading) and here.article_id in ids and reader.article_id() == here.article_id:
            offset = reader.place()
            _once(reader.article_shown, (ids[here.article_id],), lambda: reader.set_place(offset))
        self._navigator.exchange(ids)

    # The other text

    def _take_source(self, side: Side, source: str) -> None:
        if source == "file":
            name, _ = QFileDialog.getOpenFileName(self._window, tr("Compare with a file"), "", TEXT_FILES)
            if name:
                self.put_file(side, Path(name))
            return
        try:
            found = copied(QGuiApplication.clipboard().mimeData())
        except UnreadableFileError as error:
            self.said.emit(said(error))
            return
        if isinstance(found, str):
            self._put_text(side, found, tr("Clipboard, {time}", time=f"{datetime.now():%H:%M}"))
        elif len(found) == 2:
            self.compare_files(found)
        else:
            self.put_file(side, found[0])

    def _put_text(self, side: Side, text: str, title: str) -> None:
        library = self._services.library

        def read(_should_cancel: ShouldCancel) -> Held:
            row = hold_text(library, text, title)
            return Held((row,), known=known_as(tr("What is on the clipboard"), row))

        self._run(read, lambda held: self._put(side, held))

    def _put(self, side: Side, held: Held) -> None:
        """Compare what is open with this, on that side; read it where nothing is open."""
        here = self._navigator.here
        if held.failed:
            self.failed.emit(held.failed)
            return
        row = held.rows[0]
        self._navigator.go(Reading(row.id) if here is None else _beside(here, side, row))
        self._tell_known(held)

    def _tell_known(self, held: Held) -> None:
        """Who named a file or the clipboard is to know why it has another name now."""
        if held.known:
            self.said.emit(" ".join(held.known))

    def _run(self, read: Callable[[ShouldCancel], Held], show: Callable[[Held], None]) -> None:
        def fail(error: Exception) -> None:
            self.said.emit(sentence(error, tr("This can't be compared")))

        wish = self._navigator.wish()
        self._services.jobs.run(read, wish.then(show), wish.then(fail), view=_VIEW)


def _beside(here: Reading | Comparing, side: Side, row: ArticleRow) -> Comparing:
    """What is open, with another article on a side."""
    left, right = (here.article_id,) * 2 if isinstance(here, Reading) else (here.left, here.right)
    return Comparing(row.id, right) if side is Side.LEFT else Comparing(left, row.id)


def _once(signal: SignalInstance, about: tuple[int, ...], act: Callable[[], object]) -> None:
    """Do something when a signal comes the next time, after what else hears it; nothing if it tells of others."""

    def hear(*told: object) -> None:
        signal.disconnect(hear)
        if told == about:
            QTimer.singleShot(0, act)

    signal.connect(hear)
