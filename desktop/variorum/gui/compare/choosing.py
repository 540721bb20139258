"""Any article of the library can be compared: the list to choose from, read in the background and shown in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from variorum.core.cancel import ShouldCancel
from variorum.core.library.model import ArticleRow
from variorum.gui.services import Services
from variorum.gui.telling import distinctions
from variorum.gui.trouble import sentence

Listed = tuple[tuple[ArticleRow, ...], Mapping[int, str]]


def choose_article(
    services: Services, below: QWidget, chosen: Callable[[int], None], failed: Callable[[str], None]
) -> None:
    """Show the articles below a button; `chosen` gets the id of one, `failed` a sentence on what went wrong."""
    from variorum.gui.compare.picker import ArticlePicker

    def read(_should_cancel: ShouldCancel) -> Listed:
        rows = services.library.articles()
        return rows, distinctions(rows)

    def show(found: Listed) -> None:
        picker = ArticlePicker(found[0], below, found[1])
        picker.picked.connect(chosen)
        picker.open_at(below.mapToGlobal(QPoint(0, below.height())))

    def fail(error: Exception) -> None:
        failed(sentence(error, "The articles can't be listed"))

    services.jobs.run(read, show, fail, view="compare.picker")
