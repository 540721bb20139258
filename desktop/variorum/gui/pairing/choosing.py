"""Any article of the library can be compared: the list to choose from, read in the background and shown in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from variorum.core.cancel import ShouldCancel
from variorum.core.library.model import ArticleRow
from variorum.gui.pairing.likely import most_likely_first
from variorum.gui.services import Services
from variorum.gui.telling import distinctions
from variorum.gui.trouble import sentence
from variorum.gui.words import tr

OTHERS = {"article": tr("Any article…"), "clipboard": tr("The clipboard"), "file": tr("A file…")}
"""What an article can be compared with beside the versions of its story, and how a menu calls it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The articles in the order in which they are offered; `apart` tells those with the same headline apart."""

    rows: tuple[ArticleRow, ...]
    apart: Mapping[int, str]
    story: int | None
    """The story whose versions stand first and are told by their letters."""


def choose_article(
    services: Services,
    below: QWidget,
    chosen: Callable[[int], None],
    failed: Callable[[str], None],
    beside: int | None = None,
    still: Callable[[], bool] = lambda: True,
) -> None:
    """Show the articles below a widget, those first that are likely to be compared with the article `beside`.

    `chosen` gets the id of one, `failed` a sentence on what went wrong. Nothing is shown where the widget has gone by
    the time the articles are read, or what `still` tells no longer holds.
    """
    from variorum.gui.pairing.picker import ArticlePicker

    def read(_should_cancel: ShouldCancel) -> Listed:
        library = services.library
        found = library.articles([] if beside is None else [beside])
        anchor = found[0] if found else None
        held = tuple(row for row in reversed(library.held()) if row.id != beside)
        rows = (*most_likely_first(library.articles(), anchor), *held)
        return Listed(rows, distinctions(rows), anchor.story_id if anchor else None)

    def show(found: Listed) -> None:
        if not below.isVisible() or not still():
            return
        picker = ArticlePicker(found.rows, below, found.apart, found.story)
        picker.picked.connect(chosen)
        picker.open_at(below.mapToGlobal(QPoint(0, below.height())))

    def fail(error: Exception) -> None:
        failed(sentence(error, tr("The articles can't be listed")))

    services.jobs.run(read, show, fail, view="compare.picker")
