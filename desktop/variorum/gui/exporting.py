"""Takes the comparison that is shown out of the window: saves it in any form, copies it, prints it.

Asks which form and where to, works in the background, says how it went. Knows no form's insides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from variorum.core.cancel import ShouldCancel, check
from variorum.gui.compare.shown import Shown
from variorum.gui.jobs import Job
from variorum.gui.save_place import SavePlaces, ask_where, file_name
from variorum.gui.services import Services
from variorum.gui.trouble import sentence
from variorum.gui.widgets.progress_line import ProgressLine
from variorum.gui.words import tr

if TYPE_CHECKING:
    from variorum.core.export.paper import Paper
    from variorum.gui.dialogs.export import ExportChoice
    from variorum.gui.printing.pages import Pages

PATIENCE_MS = 500
"""How long an export may take before the window says that it is under way."""


class Exporting(QObject):
    """The slots of the commands that export. `shown` tells what is shown, if anything."""

    said = Signal(str, object)
    """A sentence, and choices as a toast offers them."""

    def __init__(
        self, services: Services, shown: Callable[[], Shown | None], progress: ProgressLine, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._shown, self._window = services, shown, window
        self._places = SavePlaces(services.library, services.jobs)
        self._progress = progress
        self._under_way: dict[str, Job] = {}
        """What is being made, by where it goes: of two things for one place the newer one is wanted."""
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(lambda: progress.start(tr("Exporting the comparison…")))
        progress.canceled.connect(self._cancel)

    def export(self) -> None:
        """Ask in which form, then where to, and save it there."""
        from variorum.gui.dialogs.export import ExportDialog

        shown = self._shown()
        if shown is None:
            return
        dialog = ExportDialog(self._services.theme, shown.scope, self._places.form(), self._window)
        dialog.chosen.connect(lambda choice: self.save(shown, choice))
        dialog.open()

    def save(self, shown: Shown, choice: ExportChoice) -> None:
        """Ask where to save it in the form that was chosen, and do."""
        name = file_name(shown, choice.form, datetime.now().astimezone().date())

        def save(target: Path) -> None:
            self._places.remember(target, name, choice.form)
            self._save(shown, choice, target)

        ask_where(self._window, self._places.proposal(name, choice.form), choice.form, save)

    def _save(self, shown: Shown, choice: ExportChoice, target: Path) -> None:
        from variorum.core.export.content import ALL_KINDS
        from variorum.core.export.formats import Order

        kinds = shown.scope.kinds if choice.only_shown and choice.form.filters else ALL_KINDS
        scheme = self._services.theme.scheme
        scope = replace(shown.scope, kinds=kinds, unchanged=choice.unchanged, scheme=scheme)
        order = Order(datetime.now().astimezone(), scope, choice.paper)

        def work(should_cancel: ShouldCancel) -> None:
            from variorum.core.export.writing import write_whole
            from variorum.gui.printing.making import made

            content = made(choice.form, shown.comparison, order, should_cancel)
            check(should_cancel)
            write_whole(target, content)

        self._run(str(target), work, lambda _: self._tell(target), tr("“{name}” could not be saved", name=target.name))

    def copy(self) -> None:
        """Put the comparison on the clipboard, with and without looks."""

        def work(shown: Shown, should_cancel: ShouldCancel) -> tuple[str, str]:
            from variorum.core.export.clipping import as_plain_text, as_rich_text

            plain = as_plain_text(shown.comparison, shown.scope)
            return as_rich_text(shown.comparison, shown.scope, should_cancel), plain

        self._copy(work, tr("The comparison is on the clipboard."))

    def copy_memo(self) -> None:
        """Put the change memo on the clipboard, with and without looks."""

        def work(shown: Shown, _: ShouldCancel) -> tuple[str, str]:
            from variorum.core.export.memo import memo_of
            from variorum.core.export.memo_formats import memo_as_rich_text, memo_as_text

            memo = memo_of(shown.comparison, datetime.now().astimezone().date(), shown.scope)
            return memo_as_rich_text(memo), memo_as_text(memo)

        self._copy(work, tr("The change memo is on the clipboard."))

    def print_out(self) -> None:
        """Show how the comparison would be printed, and print it from there."""
        from variorum.core.export.formats import Order
        from variorum.gui.dialogs.export import usual_paper

        shown = self._shown()
        if shown is None:
            return
        order = Order(datetime.now().astimezone(), shown.scope, usual_paper())

        def set_on(paper: Paper, done: Callable[[Pages], None]) -> None:
            def work(should_cancel: ShouldCancel) -> Pages:
                from variorum.gui.printing.making import pages_of

                return pages_of(shown.comparison, replace(order, paper=paper), should_cancel=should_cancel)[0]

            self._run("paper", work, done, tr("The comparison could not be set for paper"))

        def show(pages: Pages) -> None:
            from variorum.gui.printing.preview import Preview

            preview = Preview(shown.comparison, order, pages, self._services.theme, self._window)
            preview.printed.connect(lambda printer: self.said.emit(tr("Sent to {printer}.", printer=printer), ()))
            preview.paper_asked.connect(lambda paper: set_on(paper, partial(preview.take_pages, paper)))
            preview.finished.connect(lambda _: self._drop("paper"))
            preview.open()

        set_on(order.paper, show)

    def _copy(self, work: Callable[[Shown, ShouldCancel], tuple[str, str]], told: str) -> None:
        shown = self._shown()
        if shown is None:
            return

        def done(made: tuple[str, str]) -> None:
            data = QMimeData()
            data.setHtml(made[0])
            data.setText(made[1])
            QGuiApplication.clipboard().setMimeData(data)
            self.said.emit(told, ())

        failed = tr("The comparison could not be copied")
        self._run("clipboard", lambda should_cancel: work(shown, should_cancel), done, failed)

    def _run(self, where: str, work: Callable[[ShouldCancel], object], done: Callable[..., None], failed: str) -> None:
        """Do it in the background; what is said at its end is all that is seen of it, if it is quick."""
        ended = False

        def end(result: object) -> None:
            nonlocal ended
            ended = True
            self._settle(where)
            done(result)

        def fail(error: Exception) -> None:
            nonlocal ended
            ended = True
            self._settle(where)
            self.said.emit(sentence(error, failed), ())

        self._waiting.start()
        job = self._services.jobs.run(work, end, fail, view=f"export {where}")
        if not ended:
            self._under_way[where] = job

    def _cancel(self) -> None:
        for where, job in list(self._under_way.items()):
            job.cancel()
            self._settle(where)
        self.said.emit(tr("Export stopped; no file was written."), ())

    def _drop(self, where: str) -> None:
        """Nobody waits any more for what was to go there."""
        if job := self._under_way.get(where):
            job.cancel()
            self._settle(where)

    def _settle(self, where: str) -> None:
        self._under_way.pop(where, None)
        if not self._under_way:
            self._waiting.stop()
            self._progress.hide()

    def _tell(self, target: Path) -> None:
        choices = ((tr("Open"), lambda: _open(target)), (tr("Open folder"), lambda: _open(target.parent)))
        self.said.emit(tr("Saved as {name}.", name=target.name), choices)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
